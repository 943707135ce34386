package org.gatehouse.bootstrap.endtoend.injection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.RawClient;
import org.gatehouse.bootstrap.endtoend.RawResponse;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every payload in every place, at every log level and in both forms of the access log: no octet of
 * a client reaches a log, a header or a page unescaped, and no credentials reach a log at all.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class InjectionIT {
  private static final int CLIENTS = 4;

  @TempDir Path folder;

  @ParameterizedTest
  // The two logs know nothing of each other, so that not every pair has to be tried.
  @CsvSource({"0, user.log, combined", "1, debug.log, json", "2, developer.log, combined"})
  void whatAClientSendsStaysText(String level, String log, String access) throws Exception {
    int requests;
    try (JarServer server = start(level, access)) {
      requests = sendAll(server);
      checkMetrics(server);
      assertEquals(0, server.stop().code());
    }
    Path var = folder.resolve("var");
    LogRules.checkEvents(var.resolve(log));
    // The two requests for metrics have entries too.
    if (access.equals("json")) {
      LogRules.checkJson(var.resolve("access.log"), requests + 2);
    } else {
      LogRules.checkCombined(var.resolve("access.log"), requests + 2);
    }
    assertTrue(Files.readString(var.resolve("access.log")).contains("me"));
  }

  private JarServer start(String level, String access) throws IOException {
    return JarServer.in(folder)
        .file("a.txt", "a")
        .file("folder/index.html", "<p>index")
        .options("--log-level", level, "--access-log", access, "--auth", "me:opensesame")
        .options("--redirect", "/old.html=/new.html", "--attachment", "txt", "--sync", "never")
        .start();
  }

  /** Sends everything, several clients at a time; how many requests that were. */
  private static int sendAll(JarServer server) throws Exception {
    List<String> payloads = Payloads.all();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        int first = client;
        counts.add(clients.submit(() -> send(server, payloads, first)));
      }
      int requests = 0;
      for (Future<Integer> count : counts) {
        requests += count.get();
      }
      return requests;
    } finally {
      clients.shutdownNow();
    }
  }

  /** Sends the share of one client. */
  private static int send(JarServer server, List<String> payloads, int first) throws IOException {
    int requests = 0;
    RawClient client = server.connect();
    try {
      for (int i = first; i < payloads.size(); i += CLIENTS) {
        for (Place place : Place.all()) {
          Optional<String> request = place.with(payloads.get(i));
          if (request.isPresent()) {
            requests++;
            RawResponse response = exchange(client, place, request.get());
            if (response.field("Connection").equals("close")) {
              client.close();
              client = server.connect();
            }
          }
        }
      }
    } finally {
      client.close();
    }
    return requests;
  }

  private static RawResponse exchange(RawClient client, Place place, String request)
      throws IOException {
    try {
      RawResponse response = client.send(request).read();
      ResponseRules.check(response);
      return response;
    } catch (IOException | RuntimeException | AssertionError wrong) {
      throw new AssertionError(place.name() + ": " + request, wrong);
    }
  }

  /** The paths that were asked for are in the figures, as text of JSON. */
  private static void checkMetrics(JarServer server) throws IOException {
    try (RawClient client = server.connect()) {
      ResponseRules.check(client.get("/metrics"));
      RawResponse exposition = client.get("/metrics?format=prometheus");
      ResponseRules.check(exposition);
      assertTrue(exposition.text().chars().allMatch(c -> c == '\n' || c >= ' ' && c <= '~'));
    }
  }
}
