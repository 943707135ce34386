package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the figures say is what clients did, one by one. */
@Timeout(180)
class MetricsIT {
  private static final int THREADS = 20;
  private static final int ROUNDS = 5;
  private static final Pattern COUNT =
      Pattern.compile(
          "http_server_request_duration_seconds_count\\{http_request_method=\"([^\"]+)\","
              + "http_response_status_code=\"(\\d+)\"} (\\d+)");

  @TempDir Path folder;

  /** What a client got, as the figures should have it. */
  private static final class Ledger {
    private final Map<String, Long> byStatus = new TreeMap<>();
    private final Map<String, Long> byPath = new TreeMap<>();
    private final Map<String, Long> bySeries = new TreeMap<>();
    private long sent;
    private long received;

    private void note(String method, String path, RawResponse response) {
      String status = Integer.toString(response.status());
      byStatus.merge(status, 1L, Long::sum);
      byPath.merge(path, 1L, Long::sum);
      bySeries.merge(method + " " + status, 1L, Long::sum);
      sent += response.content().length;
    }

    private void add(Ledger other) {
      other.byStatus.forEach((key, n) -> byStatus.merge(key, n, Long::sum));
      other.byPath.forEach((key, n) -> byPath.merge(key, n, Long::sum));
      other.bySeries.forEach((key, n) -> bySeries.merge(key, n, Long::sum));
      sent += other.sent;
      received += other.received;
    }
  }

  private static Ledger client(JarServer server, int number) throws IOException {
    Ledger ledger = new Ledger();
    for (int round = 0; round < ROUNDS; round++) {
      persistent(server, ledger, "/own/" + number + "-" + round + ".txt");
      refusedHeads(server, ledger);
    }
    return ledger;
  }

  /** Seven requests on one connection. */
  private static void persistent(JarServer server, Ledger ledger, String own) throws IOException {
    try (RawClient client = server.connect()) {
      ledger.note("GET", "/a.txt", client.get("/a.txt"));
      ledger.note("HEAD", "/a.txt", client.head("/a.txt"));
      ledger.note("GET", "/missing", client.get("/missing"));
      ledger.note("GET", "/a.txt", client.get("/a.txt", "Range: bytes=1-3"));
      ledger.note("PUT", own, client.exchange("PUT " + own, "12345"));
      ledger.note("POST", "/echo", client.exchange("POST /echo", "1234567"));
      ledger.received += 12;
      ledger.note("DELETE", own, client.exchange("DELETE " + own, ""));
      // Never counted, whatever they say.
      assertEquals(200, client.get("/health").status());
      assertEquals(405, client.exchange("POST /metrics", "").status());
    }
  }

  /** Three that are refused by guards or never parsed. */
  private static void refusedHeads(JarServer server, Ledger ledger) throws IOException {
    try (RawClient client = server.connect()) {
      ledger.note("_OTHER", "/a.txt", client.exchange("PROPFIND /a.txt", ""));
      ledger.note("GET", "other", client.get("/%zz"));
    }
    try (RawClient client = server.connect()) {
      client.send("GET /a.txt HTTP/1.1\r\nHost : a\r\n\r\n");
      RawResponse broken = client.read();
      assertEquals(400, broken.status());
      ledger.note("_OTHER", "other", broken);
    }
    try (RawClient client = server.connect()) {
      // Vanishes in the middle of a head: that was no request.
      client.send("GET /a.txt HTT");
    }
  }

  @Test
  void agreeExactlyWithAThousandRequestsOfTwentyThreads() throws Exception {
    try (JarServer server =
        JarServer.in(folder).file("a.txt", "0123456789").options("--cookies", "off").start()) {
      Ledger all = new Ledger();
      ExecutorService clients = Executors.newFixedThreadPool(THREADS);
      try {
        List<Callable<Ledger>> work = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          int number = i;
          work.add(() -> client(server, number));
        }
        for (Future<Ledger> ledger : clients.invokeAll(work)) {
          all.add(ledger.get());
        }
      } finally {
        clients.shutdownNow();
      }
      compare(server, all);
    }
  }

  private static void compare(JarServer server, Ledger all) throws IOException {
    long requests = all.byStatus.values().stream().mapToLong(n -> n).sum();
    assertEquals(THREADS * ROUNDS * 10, requests);
    try (RawClient client = server.connect()) {
      String json = settled(client);
      assertEquals(requests, number(json, "requests_total"));
      assertEquals(all.byStatus, members(json, "requests_by_status"));
      assertEquals(all.byPath, members(json, "requests_by_path"));
      assertEquals(all.sent, number(json, "sent"));
      assertEquals(all.received, number(json, "received"));
      Map<String, Long> series = new TreeMap<>();
      Matcher counts = COUNT.matcher(client.get("/metrics?format=prometheus").text());
      while (counts.find()) {
        series.put(counts.group(1) + " " + counts.group(2), Long.parseLong(counts.group(3)));
      }
      assertEquals(all.bySeries, series);
    }
  }

  /** The figures when nothing is in flight any more: the last octet may be read before counted. */
  private static String settled(RawClient client) throws IOException {
    String json = client.get("/metrics").text();
    while (number(json, "requests_active") > 0) {
      json = client.get("/metrics").text();
    }
    return json;
  }

  private static long number(String json, String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\":(\\d+)").matcher(json);
    assertTrue(matcher.find(), json);
    return Long.parseLong(matcher.group(1));
  }

  private static Map<String, Long> members(String json, String name) {
    Matcher object = Pattern.compile("\"" + name + "\":\\{([^}]*)}").matcher(json);
    assertTrue(object.find(), json);
    Map<String, Long> members = new TreeMap<>();
    Matcher member = Pattern.compile("\"([^\"]+)\":(\\d+)").matcher(object.group(1));
    while (member.find()) {
      members.put(member.group(1), Long.parseLong(member.group(2)));
    }
    return members;
  }

  @Test
  void countRefusedConnectionsAndRequestsThatWereShed() throws Exception {
    try (JarServer server =
            JarServer.in(folder).options("--max-connections", "2", "--cookies", "off").start();
        RawClient one = server.connect();
        RawClient two = server.connect()) {
      assertEquals(200, one.get("/user-agent").status());
      assertEquals(200, two.get("/user-agent").status());
      for (int i = 0; i < 3; i++) {
        try (RawClient refused = server.connect()) {
          assertEquals(503, refused.read().status());
          assertTrue(refused.awaitClose());
        }
      }
      String json = settled(one);
      assertEquals(Map.of("200", 2L, "503", 3L), members(json, "requests_by_status"));
      assertEquals(3, number(json, "refused"));
      assertEquals(5, number(json, "accepted"));
    }
  }

  /** In a heap in which a million paths would have no room. */
  @Test
  void aMillionPathsAreNoMoreThanAThousand() throws Exception {
    int batch = 500;
    int batches = 2_000;
    try (JarServer server =
            JarServer.in(folder)
                .jvm("-Xmx40m", "-XX:+UseSerialGC")
                .options("--max-requests-per-connection", "2000000", "--log-level", "2")
                .start();
        RawClient client = server.connect()) {
      for (int i = 0; i < batches; i++) {
        StringBuilder pipeline = new StringBuilder(batch * 60);
        for (int j = 0; j < batch; j++) {
          pipeline.append("GET /echo/").append(i * batch + j);
          pipeline.append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        client.send(pipeline.toString());
        for (int j = 0; j < batch; j++) {
          assertEquals(200, client.read().status());
        }
      }
      assertPathsAreBounded(server, (long) batch * batches);
    }
  }

  private static void assertPathsAreBounded(JarServer server, long requests) throws IOException {
    try (RawClient watch = server.connect()) {
      String json = settled(watch);
      assertEquals(requests, number(json, "requests_total"));
      Map<String, Long> paths = members(json, "requests_by_path");
      assertEquals(1_001, paths.size());
      assertEquals(requests - 1_000, paths.get("other"));
    }
  }
}
