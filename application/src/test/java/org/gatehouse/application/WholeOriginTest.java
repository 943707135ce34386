package org.gatehouse.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.application.cookie.VisitorCookies;
import org.gatehouse.application.endpoint.EndpointName;
import org.gatehouse.application.endpoint.Endpoints;
import org.gatehouse.application.endpoint.HealthCheck;
import org.gatehouse.application.endpoint.Lifecycle;
import org.gatehouse.application.error.ErrorResponses;
import org.gatehouse.application.fake.FixedCacheGauges;
import org.gatehouse.application.fake.FixedGauges;
import org.gatehouse.application.fake.InMemoryCookieLedger;
import org.gatehouse.application.fake.InMemoryCredentialStore;
import org.gatehouse.application.fake.InMemoryETagStore;
import org.gatehouse.application.fake.InMemoryResourceRepository;
import org.gatehouse.application.fake.RecordingAccessLog;
import org.gatehouse.application.fake.SequentialIds;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.guard.AllowedHosts;
import org.gatehouse.application.guard.Authenticator;
import org.gatehouse.application.guard.Backoff;
import org.gatehouse.application.guard.GuardChain;
import org.gatehouse.application.guard.GuardOptions;
import org.gatehouse.application.method.Mount;
import org.gatehouse.application.method.ResourceSettings;
import org.gatehouse.application.method.Resources;
import org.gatehouse.application.metrics.Figures;
import org.gatehouse.application.metrics.TrafficCounters;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.route.Routes;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.domain.media.MediaTypes;
import org.junit.jupiter.api.Test;

/** The whole core over the fakes, wired as bootstrap does it, and driven as the wire does it. */
class WholeOriginTest {
  private static final String ANN = "Basic YW5uOnNlY3JldA==";

  private final SettableClock clock = new SettableClock();
  private final InMemoryResourceRepository repository = new InMemoryResourceRepository(clock);
  private final InMemoryCookieLedger ledger = new InMemoryCookieLedger();
  private final RecordingAccessLog accessLog = new RecordingAccessLog();
  private final OriginServer origin = wire(WritePolicy.OPEN);

  private OriginServer wire(WritePolicy writes) {
    SequentialIds ids = new SequentialIds();
    ErrorResponses errors = new ErrorResponses();
    TrafficCounters traffic = new TrafficCounters();
    Authenticator authenticator =
        new Authenticator(
            Optional.of(new InMemoryCredentialStore().add("ann", "secret")),
            Optional.of(new Backoff(clock)));
    ResourceSettings settings =
        new ResourceSettings(
            MediaTypes.broad(), Set.of(), false, writes, ResourceSettings.Posting.NEW_NAME);
    Resources resources =
        new Resources(
            Mount.root(repository), settings, new InMemoryETagStore(), clock, ids, errors);
    Endpoints endpoints =
        new Endpoints(
            new Lifecycle(clock),
            List.of(new HealthCheck("root", repository::check)),
            new Figures(traffic, FixedGauges.distinct(), FixedCacheGauges.distinct()),
            format -> new byte[0],
            (coding, content) -> content,
            resources,
            errors,
            clock);
    Routes routes = new Routes(endpoints.on(EnumSet.allOf(EndpointName.class)), resources);
    GuardOptions options =
        new GuardOptions(8_000, 1_000, AllowedHosts.only(List.of("localhost")), Map.of(), writes);
    return new OriginServer(
        GuardChain.of(options, routes, repository, authenticator, errors),
        routes,
        errors,
        new VisitorCookies(ids, Optional.of(ledger)),
        new ExchangeReport(traffic, Optional.of(accessLog), authenticator, clock),
        clock,
        ids);
  }

  /** What came back: the status, and the content as text. */
  private record Answer(int status, Response response, String text) {}

  private Answer send(OriginServer server, RequestMaker request, String content) {
    Exchange exchange = server.accept(request.head(), request.connection());
    Response response = run(exchange, exchange.decision(), content);
    String text = read(response);
    exchange.finished(Exchange.Ending.COMPLETE, text.length());
    return new Answer(response.status().code(), response, text);
  }

  private Answer send(RequestMaker request) {
    return send(origin, request, "");
  }

  private static Response run(Exchange exchange, Decision decision, String content) {
    return decision.match(
        Decision.Answer::response,
        later -> run(exchange, later.work().get(), content),
        receive -> {
          receive.receiver().accept(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
          return run(exchange, receive.receiver().complete(), "");
        });
  }

  private static String read(Response response) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (Part part : response.body().parts()) {
      part.match(
          memory -> {
            ByteBuffer buffer = memory.content().duplicate();
            byte[] copy = new byte[buffer.remaining()];
            buffer.get(copy);
            octets.writeBytes(copy);
            return null;
          },
          section -> {
            try {
              section
                  .slice()
                  .transferTo(section.position(), section.length(), Channels.newChannel(octets));
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
            return null;
          });
    }
    response.body().close();
    return octets.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aResourceIsMadeReadAndDeleted() {
    RequestMaker put = RequestMaker.of("PUT", "/a/b.txt").content(5);
    assertEquals(201, send(origin, put, "hello").status());
    Answer got = send(RequestMaker.get("/a/b.txt"));
    assertEquals(200, got.status());
    assertEquals("hello", got.text());
    assertEquals("nosniff", Outcomes.field(got.response(), "X-Content-Type-Options"));
    assertEquals("text/plain; charset=utf-8", Outcomes.field(got.response(), "Content-Type"));
    String tag = Outcomes.field(got.response(), "ETag");
    assertEquals(304, send(RequestMaker.get("/a/b.txt").with("If-None-Match", tag)).status());
    assertEquals(401, send(RequestMaker.of("DELETE", "/a/b.txt")).status());
    RequestMaker delete = RequestMaker.of("DELETE", "/a/b.txt").with("Authorization", ANN);
    assertEquals(200, send(delete).status());
    assertEquals(404, send(RequestMaker.get("/a/b.txt")).status());
    assertEquals("ann", accessLog.entries().get(4).user());
    assertEquals(6, ledger.ids().size());
    assertEquals(0, repository.openRepresentations());
    assertEquals(0, repository.openUploads());
  }

  @Test
  void everyWriteIsRefusedWhereTheyAreOff() {
    OriginServer off = wire(WritePolicy.OFF);
    repository.put("/a.txt", "hello");
    for (String method : List.of("PUT", "POST", "DELETE")) {
      RequestMaker write = RequestMaker.of(method, "/a.txt").content(5).with("Authorization", ANN);
      Answer refused = send(off, write, "other");
      assertEquals(405, refused.status());
      assertEquals("GET, HEAD, OPTIONS", Outcomes.field(refused.response(), "Allow"));
    }
    Answer options = send(off, RequestMaker.of("OPTIONS", "*"), "");
    assertEquals("GET, HEAD, OPTIONS", Outcomes.field(options.response(), "Allow"));
    RequestMaker echo = RequestMaker.of("POST", "/echo").content(5);
    assertEquals("hello", send(off, echo, "hello").text());
    assertEquals(Optional.of("hello"), repository.text("/a.txt"));
  }

  @Test
  void thePathOfA404IsNamedInEveryForm() {
    RequestMaker request = RequestMaker.get("/no%3Cb%3E.txt");
    assertTrue(send(request).text().contains("/no<b>.txt"));
    assertTrue(send(request.with("Accept", "text/html")).text().contains("/no&lt;b&gt;.txt"));
    Answer problem = send(request.with("Accept", "application/json"));
    assertTrue(problem.text().contains("\"instance\":\"/no%3Cb%3E.txt\""), problem.text());
  }

  @Test
  void aGreetingStandsInForAMissingIndex() {
    assertEquals("hello", send(RequestMaker.get("/")).text());
    repository.put("/index.html", "<h1>Hi</h1>");
    assertEquals("<h1>Hi</h1>", send(RequestMaker.get("/")).text());
  }

  @Test
  void theEndpointsAnswerAndAreCounted() {
    repository.put("/about.html", "<h1>About</h1>");
    assertEquals("<h1>About</h1>", send(RequestMaker.get("/about")).text());
    assertEquals("a b", send(RequestMaker.get("/echo/a%20b")).text());
    assertEquals(200, send(RequestMaker.get("/health")).status());
    String metrics = send(RequestMaker.get("/metrics")).text();
    assertTrue(metrics.contains("\"requests_total\":2,"), metrics);
    assertTrue(metrics.contains("\"requests_by_path\":{\"/about\":1,\"/echo/a b\":1}"), metrics);
    assertEquals(List.of(), ledger.ids());
  }
}
