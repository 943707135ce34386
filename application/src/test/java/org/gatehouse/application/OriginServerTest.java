package org.gatehouse.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.body.Slice;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a head to a decision; what becomes of an exchange after that: see HttpExchangeTest. */
class OriginServerTest {
  private final OriginFixture server = OriginFixture.answering("hello");

  private static Response bare(Status status) {
    return Response.of(status, FieldLines.of("ETag", "\"a\""), Body.none());
  }

  @Test
  void addsTheFieldsThatEveryResponseHas() {
    Response response = server.answer(RequestMaker.get("/a"));
    assertEquals(
        """
        Content-Type: text/plain; charset=utf-8
        Date: Mon, 30 Mar 2026 10:02:22 GMT
        X-Request-Id: request-1
        X-Content-Type-Options: nosniff
        Set-Cookie: id=00000000-0000-4000-8000-000000000001; Max-Age=120; HttpOnly; SameSite=Lax
        """,
        response.head().fields().toString());
    assertEquals("hello", Outcomes.text(response));
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource({
    "GET,    /a,         200, true",
    "GET,    /old,       301, true",
    "GET,    /,          200, true",
    "GET,    /a/../b,    403, true",
    "GET,    /%00,       400, true",
    "PATCH,  /a,         405, true",
    "DELETE, /a,         401, true",
    "OPTIONS, *,         200, true",
    "GET,    /user-agent, 200, false",
    "POST,   /user-agent, 405, false",
    "GET,    /health,    200, false",
    "GET,    /files/a,   200, false",
    "DELETE, /files/a,   401, false",
  })
  void finishesEveryResponseAlike(String method, String target, int status, boolean cookie) {
    Response response = server.answer(RequestMaker.of(method, target));
    assertEquals(status, response.status().code());
    assertEquals("Mon, 30 Mar 2026 10:02:22 GMT", Outcomes.field(response, "Date"));
    assertEquals("request-1", Outcomes.field(response, "X-Request-Id"));
    assertEquals(cookie, response.head().fields().contains("Set-Cookie"));
    assertEquals(cookie ? 1 : 0, server.ledger.ids().size());
    assertEquals(
        response.head().fields().contains("Content-Type"),
        response.head().fields().contains("X-Content-Type-Options"));
  }

  @Test
  void givesNoCookieToWhoHasOneNorWhereTheyAreOff() {
    Response known = server.answer(RequestMaker.get("/a").with("Cookie", "id=x"));
    assertFalse(known.head().fields().contains("Set-Cookie"));
    OriginFixture off =
        new OriginFixture(request -> Decision.answer(StubHandler.text("hello")), false);
    assertFalse(off.answer(RequestMaker.get("/a")).head().fields().contains("Set-Cookie"));
    assertEquals(List.of(), server.ledger.ids());
  }

  @Test
  void addsNosniffOnceAndOnlyToContent() {
    OriginFixture own =
        new OriginFixture(
            request ->
                Decision.answer(StubHandler.text("x").with("x-content-type-options", "nosniff")));
    assertEquals(
        1, own.answer(RequestMaker.get("/a")).head().fields().count("X-Content-Type-Options"));
    for (Status status : List.of(Status.NOT_MODIFIED, Status.NO_CONTENT)) {
      OriginFixture none = new OriginFixture(request -> Decision.answer(bare(status)));
      Response response = none.answer(RequestMaker.get("/a"));
      assertFalse(response.head().fields().contains("X-Content-Type-Options"));
      assertTrue(response.head().fields().contains("Date"));
    }
  }

  @Test
  void withholdsTheContentFromHeadAndClosesIt() {
    AtomicInteger closed = new AtomicInteger();
    Slice slice = slice(7, closed);
    OriginFixture files =
        new OriginFixture(
            request ->
                Decision.answer(
                    Response.of(Status.OK, FieldLines.empty(), Body.of(Part.of(slice)))));
    Response get = files.answer(RequestMaker.get("/a"));
    assertEquals(0, closed.get());
    assertEquals(1, get.body().parts().size());
    Response head = files.answer(RequestMaker.of("HEAD", "/a"));
    assertEquals(List.of(), head.body().parts());
    assertEquals(7, head.body().length());
    assertEquals(1, closed.get());
  }

  private static Slice slice(long length, AtomicInteger closed) {
    return new Slice() {
      @Override
      public long length() {
        return length;
      }

      @Override
      public long transferTo(long position, long count, WritableByteChannel sink) {
        throw new AssertionError("nobody asked for the content");
      }

      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
  }

  @ParameterizedTest(name = "HEAD {0}")
  @CsvSource({"/a", "/a/../b", "/%00", "/old", "/", "/health"})
  void hasTheSameFieldsForHeadAsForGet(String target) {
    RequestMaker get = RequestMaker.get(target).with("Cookie", "x");
    Response whole = OriginFixture.answering("hello").answer(get);
    Response head =
        OriginFixture.answering("hello")
            .answer(RequestMaker.of("HEAD", target).with("Cookie", "x"));
    assertEquals(whole.head(), head.head());
    assertEquals(whole.body().length(), head.body().length());
    assertEquals(List.of(), head.body().parts());
  }

  @Test
  void keepsTheSecondOfDateAndNeverAnOldOne() {
    String first = date();
    server.clock.advance(Duration.ofMillis(999));
    assertSame(first, date());
    server.clock.advance(Duration.ofMillis(1));
    assertEquals("Mon, 30 Mar 2026 10:02:23 GMT", date());
    server.clock.set(server.clock.now().minusSeconds(3_600));
    assertEquals("Mon, 30 Mar 2026 09:02:23 GMT", date());
  }

  private String date() {
    return Outcomes.field(server.answer(RequestMaker.get("/a")), "Date");
  }

  @Test
  void takesTheAsteriskForTheRoot() {
    server.answer(RequestMaker.of("OPTIONS", "*"));
    assertEquals("/", server.resources.asked.get(0).path().toString());
    assertEquals("*", server.resources.asked.get(0).head().target().raw());
  }

  @Test
  void givesTheHandlerWhatItNeedsToKnow() {
    RequestMaker request = RequestMaker.get("/a%20b?c=d");
    server.answer(request);
    assertEquals("/a b", server.resources.asked.get(0).path().toString());
    assertEquals("request-1", server.resources.asked.get(0).id());
    assertEquals(server.clock.now(), server.resources.asked.get(0).received());
    assertEquals(request.connection(), server.resources.asked.get(0).connection());
  }

  @Test
  void neverReceivesTheContentOfARefusedWrite() {
    assertEquals(401, server.answer(RequestMaker.of("PUT", "/a").content(5)).status().code());
    assertEquals(413, server.answer(RequestMaker.of("PUT", "/a").content(1_001)).status().code());
    assertEquals(411, server.answer(RequestMaker.of("PUT", "/a")).status().code());
    assertEquals(List.of(), server.resources.asked);
    assertEquals(0, server.repository.staged());
  }

  @Test
  void refusesAnotherMajorVersion() {
    Response response = server.answer(RequestMaker.get("/a").version(2, 0));
    assertEquals(505, response.status().code());
    assertEquals("request-1", Outcomes.field(response, "X-Request-Id"));
  }
}
