package org.gatehouse.application.endpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gatehouse.application.Outcomes;
import org.gatehouse.application.RequestMaker;
import org.gatehouse.application.StubHandler;
import org.gatehouse.application.error.ErrorResponses;
import org.gatehouse.application.port.in.ContentReceiver;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Route;
import org.gatehouse.application.route.Routes;
import org.gatehouse.application.route.Trait;
import org.gatehouse.domain.message.ContentFraming;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EchoEndpointTest {
  private static final int MOST = EchoEndpoint.MOST_CONTENT;

  private final List<Route> table =
      new EchoEndpoint(EchoEndpointTest::mark, new ErrorResponses()).routes();
  private final Routes routes = new Routes(table, StubHandler.resources());

  /** Stands for a real coding: what it was asked for, before what was given. */
  private static byte[] mark(ContentCoding coding, byte[] content) {
    String text = coding.token() + ":" + new String(content, StandardCharsets.UTF_8);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Decision ask(RequestMaker maker) {
    Request request = maker.request();
    return routes.of(request).handler().handle(request);
  }

  private static RequestMaker post(ContentFraming framing) {
    return RequestMaker.of("POST", "/echo").framing(framing);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/echo/abc               | abc",
        "/echo/                  | ''",
        "/echo/a%20b             | a b",
        "/echo/a/b/              | a/b/",
        "/echo/a%2Fb             | a/b",
        "/echo//                 | /",
        "/echo/%E4%BD%A0         | 你",
        "/echo/%2541             | %41",
        "/%65cho/x               | x",
        "/echo/a?b=c             | a",
        "/echo/%3Cb%3E           | <b>",
      })
  void sendsBackTheRestOfThePath(String target, String expected) {
    Response response = Outcomes.answered(ask(RequestMaker.get(target)));
    assertEquals(expected, Outcomes.text(response));
    assertEquals("text/plain; charset=utf-8", Outcomes.field(response, "Content-Type"));
  }

  @Test
  void sendsBackTheContent() {
    byte[] content = new byte[MOST];
    new Random(1).nextBytes(content);
    for (ContentFraming framing : List.of(ContentFraming.length(MOST), ContentFraming.CHUNKED)) {
      ContentReceiver receiver = Outcomes.receiver(ask(post(framing)));
      for (int from = 0; from < MOST; from += 10_000) {
        receiver.accept(ByteBuffer.wrap(content, from, Math.min(10_000, MOST - from)));
      }
      Response response = Outcomes.answered(receiver.complete());
      assertArrayEquals(content, Outcomes.octets(response.body()));
    }
  }

  @Test
  void takesAllOfABuffer() {
    ContentReceiver receiver = Outcomes.receiver(ask(post(ContentFraming.CHUNKED)));
    ByteBuffer direct = ByteBuffer.allocateDirect(3).put((byte) 'a').put((byte) 'b').flip();
    receiver.accept(direct);
    assertFalse(direct.hasRemaining());
    assertEquals("ab", Outcomes.text(Outcomes.answered(receiver.complete())));
  }

  @Test
  void neverSendsBackAPage() {
    RequestMaker html = post(ContentFraming.length(3)).with("Content-Type", "text/html");
    ContentReceiver receiver = Outcomes.receiver(ask(html));
    receiver.accept(ByteBuffer.wrap(new byte[] {'<', 'b', '>'}));
    Response response = Outcomes.answered(receiver.complete());
    assertEquals("text/plain; charset=utf-8", Outcomes.field(response, "Content-Type"));
  }

  @Test
  void saysOkWithoutContent() {
    assertEquals("OK", Outcomes.text(Outcomes.answered(ask(post(ContentFraming.NONE)))));
    assertEquals("OK", Outcomes.text(Outcomes.answered(ask(post(ContentFraming.length(0))))));
    ContentReceiver receiver = Outcomes.receiver(ask(post(ContentFraming.CHUNKED)));
    assertEquals("OK", Outcomes.text(Outcomes.answered(receiver.complete())));
  }

  @ParameterizedTest
  @ValueSource(longs = {MOST + 1L, 1L << 31, Long.MAX_VALUE})
  void refusesAnnouncedContentThatIsTooLargeWithoutReadingIt(long length) {
    Response response = Outcomes.answered(ask(post(ContentFraming.length(length))));
    assertEquals(413, response.status().code());
  }

  @Test
  void refusesChunksThatAreTooLargeTogether() {
    ContentReceiver receiver = Outcomes.receiver(ask(post(ContentFraming.CHUNKED)));
    receiver.accept(ByteBuffer.allocate(MOST));
    ByteBuffer more = ByteBuffer.allocate(1);
    receiver.accept(more);
    assertFalse(more.hasRemaining());
    receiver.accept(ByteBuffer.allocate(1));
    assertEquals(413, Outcomes.answered(receiver.complete()).status().code());
  }

  @Test
  void isAbortedWithoutATrace() {
    ContentReceiver receiver = Outcomes.receiver(ask(post(ContentFraming.CHUNKED)));
    receiver.accept(ByteBuffer.allocate(10));
    receiver.abort();
  }

  @Test
  void takesPostWhereThereIsNoText() {
    Request request = RequestMaker.of("POST", "/echo").request();
    Route route = routes.of(request);
    assertEquals(EnumSet.of(Method.POST, Method.OPTIONS), route.handler().methods(request));
    assertFalse(route.is(Trait.STORES));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none                        | 200 | none | abc",
        "gzip                        | 200 | gzip | gzip:abc",
        "GZIP;q=0.1                  | 200 | gzip | gzip:abc",
        "deflate, br                 | 200 | none | abc",
        "br, gzip;q=0.5, *;q=0       | 200 | gzip | gzip:abc",
        "gzip;q=0                    | 200 | none | abc",
        "gzip;q=0.5, identity        | 200 | none | abc",
        "identity;q=0                | 406 | none | none",
        "''                          | 200 | none | abc",
      })
  void codesWhatIsPreferred(String accept, int status, String coding, String text) {
    RequestMaker get = RequestMaker.get("/echo/abc");
    RequestMaker post = post(ContentFraming.length(3));
    ContentReceiver receiver =
        Outcomes.receiver(ask(accept == null ? post : post.with("Accept-Encoding", accept)));
    receiver.accept(ByteBuffer.wrap("abc".getBytes(StandardCharsets.UTF_8)));
    for (Decision decision :
        List.of(
            ask(accept == null ? get : get.with("Accept-Encoding", accept)), receiver.complete())) {
      Response response = Outcomes.answered(decision);
      assertEquals(status, response.status().code());
      assertTrue(
          response.head().fields().combined("Vary").orElseThrow().contains("Accept-Encoding"));
      assertEquals(Optional.ofNullable(coding), response.head().fields().first("Content-Encoding"));
      if (text != null) {
        assertEquals(text, Outcomes.text(response));
      }
    }
  }

  @Test
  void codesNothingWhereThereIsNothing() {
    RequestMaker empty = RequestMaker.get("/echo/").with("Accept-Encoding", "gzip");
    Response response = Outcomes.answered(ask(empty));
    assertEquals("", Outcomes.text(response));
    assertFalse(response.head().fields().contains("Content-Encoding"));
  }
}
