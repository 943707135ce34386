package org.gatehouse.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gatehouse.adapter.socket.http1.WireLimits;
import org.gatehouse.adapter.socket.server.ServerOptions;
import org.gatehouse.adapter.socket.server.SocketServer;
import org.gatehouse.application.ExchangeReport;
import org.gatehouse.application.OriginServer;
import org.gatehouse.application.cookie.VisitorCookies;
import org.gatehouse.application.error.ErrorResponses;
import org.gatehouse.application.fake.InMemoryResourceRepository;
import org.gatehouse.application.fake.SequentialIds;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.guard.AllowedHosts;
import org.gatehouse.application.guard.Authenticator;
import org.gatehouse.application.guard.GuardChain;
import org.gatehouse.application.guard.GuardOptions;
import org.gatehouse.application.metrics.TrafficCounters;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.in.ContentReceiver;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.route.ExchangeHandler;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Route;
import org.gatehouse.application.route.Routes;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.bootstrap.endtoend.RawClient;
import org.gatehouse.bootstrap.endtoend.RawResponse;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/**
 * Routes that throw, at every step at which they can, behind real sockets: the client gets a 500
 * that tells nothing but the request id, the log has the rest, and everybody else goes on.
 */
@Timeout(60)
class ThrowingRouteTest {
  private static final String SECRET = "jdbc:secret@/srv/data";
  private static final String CHUNKED = "Transfer-Encoding: chunked";

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger =
      (Logger) LoggerFactory.getLogger("org.gatehouse.application.ExchangeLog");
  private SocketServer server;
  private RawClient client;

  /** A handler of GET and POST that does what it is told. */
  private record Scripted(Function<Request, Decision> script) implements ExchangeHandler {
    @Override
    public Set<Method> methods(Request request) {
      return EnumSet.of(Method.GET, Method.HEAD, Method.POST);
    }

    @Override
    public Decision handle(Request request) {
      return script.apply(request);
    }
  }

  /** A receiver whose steps are told to it. */
  private record Receiver(Runnable onAccept, Supplier<Decision> onComplete)
      implements ContentReceiver {
    @Override
    public void accept(ByteBuffer content) {
      onAccept.run();
      content.position(content.limit());
    }

    @Override
    public Decision complete() {
      return onComplete.get();
    }

    @Override
    public void abort() {
      // Nothing was kept.
    }
  }

  private static Decision fail(String target) {
    if (target.contains("stack")) {
      throw new StackOverflowError(SECRET);
    }
    if (target.contains("memory")) {
      throw new OutOfMemoryError(SECRET);
    }
    if (target.contains("link")) {
      throw new NoClassDefFoundError(SECRET);
    }
    throw new IllegalStateException(SECRET, new IOException(SECRET));
  }

  private static Decision receive(String target) {
    return target.contains("complete")
        ? Decision.receive(new Receiver(() -> {}, () -> fail(target)))
        : Decision.receive(new Receiver(() -> fail(target), ThrowingRouteTest::well));
  }

  private static Decision well() {
    return Decision.answer(Response.of(Status.NO_CONTENT, FieldLines.of(), Body.none()));
  }

  /** The target tells what is thrown, and from where. */
  private static List<Route> routes() {
    return List.of(
        Route.of("/handle/{what}", new Scripted(r -> fail(r.path().toString()))),
        Route.of(
            "/later/{what}", new Scripted(r -> Decision.later(() -> fail(r.path().toString())))),
        Route.of(
            "/deeper/{what}",
            new Scripted(
                r -> Decision.later(() -> Decision.later(() -> fail(r.path().toString()))))),
        Route.of("/receive/{what}", new Scripted(r -> receive(r.path().toString()))),
        Route.of("/well", new Scripted(r -> well())));
  }

  @BeforeEach
  void start() throws IOException {
    SettableClock clock = new SettableClock();
    InMemoryResourceRepository repository = new InMemoryResourceRepository(clock);
    SequentialIds ids = new SequentialIds();
    ErrorResponses errors = new ErrorResponses();
    Authenticator nobody = Authenticator.ofNobody();
    Routes routes = new Routes(routes(), new Scripted(r -> well()));
    GuardOptions options =
        new GuardOptions(1000, 1 << 20, AllowedHosts.any(), Map.of(), WritePolicy.OPEN);
    OriginServer origin =
        new OriginServer(
            GuardChain.of(options, routes, repository, nobody, errors),
            routes,
            errors,
            new VisitorCookies(ids, Optional.empty()),
            new ExchangeReport(new TrafficCounters(), Optional.empty(), nobody, clock),
            clock,
            ids);
    Duration patience = Duration.ofSeconds(30);
    server =
        SocketServer.open(
            new ServerOptions(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                1,
                1,
                16,
                100,
                1000,
                new ServerOptions.Timeouts(patience, patience, patience, patience),
                new WireLimits(1000, 8192, 100, 1 << 20)));
    log.start();
    // Logs are silent until they are told to where.
    logger.setLevel(Level.ERROR);
    logger.setAdditive(false);
    logger.addAppender(log);
    server.start(origin);
    client = connect();
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.stop(Duration.ZERO);
    logger.detachAppender(log);
    logger.setAdditive(true);
    logger.setLevel(null);
  }

  private RawClient connect() throws IOException {
    return new RawClient(InetAddress.getLoopbackAddress().getHostAddress(), server.port());
  }

  private List<ILoggingEvent> errorsOf(String requestId) {
    return List.copyOf(log.list).stream()
        .filter(event -> event.getLevel() == Level.ERROR)
        .filter(event -> event.getFormattedMessage().equals(requestId + " failed"))
        .toList();
  }

  private void assertTold(RawResponse response) throws IOException {
    assertEquals(500, response.status());
    String id = response.field("X-Request-Id");
    assertFalse(id.isEmpty());
    assertTrue(response.text().contains(id), response.toString());
    for (String inside :
        List.of("secret", "srv", "Exception", "wError", "yError", "org.gatehouse")) {
      assertFalse(response.toString().contains(inside), response.toString());
    }
    List<ILoggingEvent> errors = errorsOf(id);
    assertEquals(1, errors.size(), id);
    assertEquals(SECRET, errors.get(0).getThrowableProxy().getMessage());
    assertTrue(errors.get(0).getThrowableProxy().getStackTraceElementProxyArray().length > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "/handle/exception", "/handle/stack", "/handle/memory", "/handle/link",
    "/later/exception", "/later/stack", "/later/memory", "/later/link",
    "/deeper/exception", "/deeper/stack"
  })
  void aFailureIsA500AndTheSameConnectionGoesOn(String target) throws IOException {
    for (String accept : List.of("text/html", "application/json", "*/*")) {
      RawResponse failed = client.get(target, "Accept: " + accept);
      assertTold(failed);
      assertFalse(failed.field("Connection").equals("close"), failed.toString());
    }
    RawResponse head = client.head(target);
    assertEquals(500, head.status());
    assertEquals(204, client.get("/well").status());
    try (RawClient other = connect()) {
      assertEquals(204, other.get("/well").status());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/receive/complete-exception",
    "/receive/complete-stack",
    "/receive/complete-memory",
    "/receive/accept-exception",
    "/receive/accept-memory"
  })
  void aFailureBehindAllOfTheContentLeavesTheConnectionOpen(String target) throws IOException {
    RawResponse failed = client.exchange("POST " + target, "content");
    assertTold(failed);
    assertTrue(failed.has("Keep-Alive"), failed.toString());
    assertEquals(204, client.get("/well").status());
    client.sendHead("POST " + target, CHUNKED).send("7\r\ncontent\r\n0\r\n\r\n");
    assertTold(client.read());
    assertEquals(204, client.get("/well").status());
  }

  @Test
  void aFailureAmidTheContentEndsThatConnectionAndNoOther() throws IOException {
    client.sendHead("POST /receive/accept-exception", "Content-Length: 500").send("half");
    RawResponse failed = client.read();
    assertTold(failed);
    assertEquals("close", failed.field("Connection"));
    try (RawClient other = connect()) {
      assertEquals(204, other.get("/well").status());
    }
  }

  @Test
  void whatIsPipelinedBehindAFailureIsAnswered() throws IOException {
    client.sendHead("GET /handle/exception").sendHead("GET /later/memory").sendHead("GET /well");
    assertTold(client.read());
    assertTold(client.read());
    assertEquals(204, client.read().status());
  }

  @Test
  void aHundredFailuresUseNoWorkerUp() throws IOException {
    for (int i = 0; i < 100; i++) {
      assertEquals(500, client.get("/later/" + (i % 2 == 0 ? "stack" : "exception")).status());
    }
    assertEquals(0, server.gauges().queueDepth());
    assertEquals(204, client.get("/well").status());
  }
}
