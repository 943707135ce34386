package org.gatehouse.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.application.endpoint.Answers;
import org.gatehouse.application.endpoint.Endpoint;
import org.gatehouse.application.fake.InMemoryCookieLedger;
import org.gatehouse.application.fake.InMemoryCredentialStore;
import org.gatehouse.application.fake.InMemoryETagStore;
import org.gatehouse.application.fake.InMemoryResourceRepository;
import org.gatehouse.application.fake.RecordingAccessLog;
import org.gatehouse.application.fake.SequentialIds;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.guard.Verdict;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.out.JsonSyntax;
import org.gatehouse.application.route.Route;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers inside of this process: every port can be taken by another, and does its work. */
@Timeout(60)
class GatehouseTest {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

  private final InMemoryResourceRepository repository = new InMemoryResourceRepository();

  /** Clients that may come back at once hold up the end for a second: not here. */
  private static GatehouseBuilder quick() {
    return Gatehouse.builder().port(0).shutdownTimeout(Duration.ZERO);
  }

  private static HttpRequest.Builder to(Gatehouse server, String path) {
    return HttpRequest.newBuilder(server.uri().resolve(path)).timeout(Duration.ofSeconds(20));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(Gatehouse server, String path) throws Exception {
    return send(to(server, path));
  }

  @Test
  void servesAndTakesWhatTheRepositoryKeeps() throws Exception {
    repository.put("/a.txt", "hello");
    try (Gatehouse server = quick().resources(repository).start()) {
      assertEquals(URI.create("http://127.0.0.1:" + server.port() + "/"), server.uri());
      HttpResponse<String> found = get(server, "a.txt");
      assertEquals("hello", found.body());
      assertFalse(found.headers().firstValue("Set-Cookie").isPresent());
      assertEquals(201, send(to(server, "b.txt").PUT(BodyPublishers.ofString("b"))).statusCode());
    }
    assertEquals(Optional.of("b"), repository.text("/b.txt"));
    assertEquals(0, repository.openRepresentations());
    assertEquals(0, repository.openUploads());
  }

  @Test
  void withoutResourcesThereAreRoutesAndNothingElse() throws Exception {
    try (Gatehouse server = quick().start()) {
      assertEquals(200, get(server, "health").statusCode());
      assertEquals(404, get(server, "a.txt").statusCode());
      assertEquals(404, get(server, "folder/").statusCode());
      assertEquals(403, send(to(server, "a.txt").PUT(BodyPublishers.ofString("a"))).statusCode());
      assertEquals(403, send(to(server, "a.txt").POST(BodyPublishers.ofString("a"))).statusCode());
    }
  }

  @Test
  void servesAFolderAndKeepsStoresWhereItIsTold(@TempDir Path folder) throws Exception {
    Path root = Files.createDirectory(folder.resolve("root"));
    Files.writeString(root.resolve("a.txt"), "from the disk");
    try (Gatehouse server = quick().root(root).var(folder.resolve("var")).start()) {
      HttpResponse<String> found = get(server, "a.txt");
      assertEquals("from the disk", found.body());
      assertTrue(found.headers().firstValue("Set-Cookie").isPresent());
      assertTrue(get(server, "health").body().contains("\"cookies\""));
    }
    assertTrue(Files.readString(folder.resolve("var/etag.csv")).contains("a.txt"));
    try (Stream<Path> logs = Files.list(folder.resolve("var"))) {
      assertEquals(List.of(), logs.filter(file -> file.toString().endsWith(".log")).toList());
    }
  }

  @Test
  void servesAFolderWithoutAnythingBesideIt(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("a.txt"), "a");
    try (Gatehouse server = quick().root(folder).directory(folder.resolve("in")).start()) {
      assertEquals("a", get(server, "a.txt").body());
      HttpRequest.Builder post = to(server, "files/x").POST(BodyPublishers.ofString("x"));
      assertEquals(201, send(post).statusCode());
    }
    assertEquals("x", Files.readString(folder.resolve("in/x")));
  }

  @Test
  void tagsComeFromTheStoreThatIsBrought() throws Exception {
    InMemoryETagStore etags = new InMemoryETagStore();
    repository.put("/a.txt", "hello");
    try (Gatehouse server = quick().resources(repository).etagStore(etags).start()) {
      get(server, "a.txt");
    }
    assertEquals(1, etags.rows().size());
    etags.record(etags.rows().get(0).path(), etags.rows().get(0).tag(), Instant.MAX);
    assertEquals(2, etags.rows().size(), "whoever brings it closes it");
  }

  @Test
  void aRemovedPathGetsNoOldTagAgainWithoutAnyFile() throws Exception {
    SettableClock clock = new SettableClock();
    InMemoryResourceRepository still = new InMemoryResourceRepository(clock);
    GatehouseBuilder builder = quick().resources(still).clock(clock).auth("me", "secret");
    try (Gatehouse server = builder.start()) {
      HttpRequest.Builder put = to(server, "a.txt").PUT(BodyPublishers.ofString("one"));
      String before = send(put).headers().firstValue("ETag").orElseThrow();
      assertEquals(200, send(basic(to(server, "a.txt").DELETE(), "me:secret")).statusCode());
      HttpRequest.Builder again = to(server, "a.txt").PUT(BodyPublishers.ofString("two"));
      String after = send(again).headers().firstValue("ETag").orElseThrow();
      assertFalse(before.equals(after), before);
    }
  }

  private static HttpRequest.Builder basic(HttpRequest.Builder request, String pair) {
    byte[] octets = pair.getBytes(StandardCharsets.UTF_8);
    String coded = Base64.getEncoder().encodeToString(octets);
    return request.setHeader("Authorization", "Basic " + coded);
  }

  @Test
  void cookiesIdsTimeAndRecordsAreThoseThatAreBrought() throws Exception {
    InMemoryCookieLedger ledger = new InMemoryCookieLedger();
    RecordingAccessLog log = new RecordingAccessLog();
    repository.put("/a.txt", "hello");
    GatehouseBuilder builder =
        quick()
            .resources(repository)
            .cookieLedger(ledger)
            .idSource(new SequentialIds())
            .clock(new SettableClock())
            .accessLog(log);
    HttpResponse<String> response;
    try (Gatehouse server = builder.start()) {
      response = get(server, "a.txt");
    }
    String id = new SequentialIds().visitorId();
    assertEquals(List.of(id), ledger.ids());
    assertTrue(response.headers().firstValue("Set-Cookie").orElseThrow().contains(id));
    assertEquals(
        "Mon, 30 Mar 2026 10:02:22 GMT", response.headers().firstValue("Date").orElseThrow());
    assertEquals(SettableClock.START, log.only().time());
    assertEquals(new SequentialIds().requestId(), log.only().requestId());
  }

  @Test
  void cookiesOffAreOffWithALedgerToo() throws Exception {
    InMemoryCookieLedger ledger = new InMemoryCookieLedger();
    repository.put("/a.txt", "hello");
    try (Gatehouse server =
        quick().resources(repository).cookieLedger(ledger).cookies(false).start()) {
      get(server, "a.txt");
    }
    assertEquals(List.of(), ledger.ids());
  }

  @Test
  void credentialsAreThoseOfTheStoreThatIsBrought() throws Exception {
    repository.put("/a.txt", "hello");
    InMemoryCredentialStore store = new InMemoryCredentialStore().add("ann", "right");
    try (Gatehouse server = quick().resources(repository).credentialStore(store).start()) {
      assertEquals(401, send(basic(to(server, "a.txt").DELETE(), "ann:wrong")).statusCode());
      assertEquals(200, send(basic(to(server, "a.txt").DELETE(), "ann:right")).statusCode());
    }
  }

  @Test
  void jsonCodingAndExpositionAreThoseThatAreBrought() throws Exception {
    JsonSyntax.Fault fault = new JsonSyntax.Fault(JsonSyntax.Kind.SYNTAX, 3, 4);
    GatehouseBuilder builder =
        quick()
            .resources(repository)
            .jsonSyntax(content -> Optional.of(fault))
            .contentCoder((coding, content) -> "coded".getBytes(StandardCharsets.UTF_8))
            .exposition(format -> "figures".getBytes(StandardCharsets.UTF_8));
    try (Gatehouse server = builder.start()) {
      HttpRequest.Builder upload =
          to(server, "upload")
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{}"));
      assertTrue(send(upload).body().contains("line 3, column 4"));
      assertEquals("coded", send(to(server, "echo/a").header("Accept-Encoding", "gzip")).body());
      assertEquals("figures", get(server, "metrics?format=prometheus").body());
    }
  }

  @Test
  void furtherGuardsAndRoutesHaveTheirPlace() throws Exception {
    GatehouseBuilder builder =
        quick()
            .guard(
                request ->
                    request.path().toString().equals("/closed")
                        ? Verdict.refuse(Refusal.of(Status.FORBIDDEN, "Closed today."))
                        : Verdict.pass())
            .route(
                Route.of(
                    "/greet/{name}",
                    Endpoint.reading(
                        request ->
                            Decision.answer(Answers.text("hello " + request.path().name())))));
    try (Gatehouse server = builder.start()) {
      assertEquals("hello you", get(server, "greet/you").body());
      assertTrue(get(server, "routes").body().startsWith("/greet/{name}\n"));
      HttpResponse<String> closed = get(server, "closed");
      assertEquals(403, closed.statusCode());
      assertTrue(closed.body().contains("Closed today."));
      HttpRequest.Builder put = to(server, "greet/you").PUT(BodyPublishers.ofString("x"));
      assertEquals(405, send(put).statusCode());
    }
  }

  @Test
  void severalServersLiveBesideEachOtherAndABuilderCanBeUsedAgain() throws Exception {
    GatehouseBuilder builder = quick().resources(repository);
    repository.put("/a.txt", "hello");
    Gatehouse one = builder.start();
    try (Gatehouse two = builder.start()) {
      assertFalse(one.uri().equals(two.uri()));
      one.close();
      assertThrows(IOException.class, () -> get(one, "a.txt"));
      assertEquals("hello", get(two, "a.txt").body());
    }
  }

  @Test
  void whatTheMachineDoesNotLetIsAnIoException(@TempDir Path folder) throws Exception {
    try (Gatehouse server = quick().start()) {
      GatehouseBuilder same = quick().port(server.port());
      IOException inUse = assertThrows(IOException.class, same::start);
      assertTrue(inUse.getMessage().contains("is in use"), inUse.getMessage());
    }
    GatehouseBuilder nowhere = quick().root(folder.resolve("missing"));
    IOException missing = assertThrows(IOException.class, nowhere::start);
    assertTrue(missing.getMessage().contains("does not exist"), missing.getMessage());
  }

  @Test
  void anInterruptDoesNotKeepItFromClosing() throws Exception {
    Gatehouse server = quick().start();
    assertEquals(200, get(server, "health").statusCode());
    Thread.currentThread().interrupt();
    server.close();
    assertTrue(Thread.interrupted(), "the interrupt is still told");
    server.close();
    assertEquals(List.of(), EmbeddedProgram.threadsOfServers());
  }
}
