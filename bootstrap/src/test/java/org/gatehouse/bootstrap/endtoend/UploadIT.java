package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class UploadIT {
  private static final String JSON = "Content-Type: application/json";

  @TempDir static Path folder;
  private static JarServer server;

  @BeforeAll
  static void start() throws IOException {
    server = JarServer.in(folder).jvm("-Xmx32m").options("--max-body", "64M").start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static RawResponse post(String content, String... fields) throws IOException {
    try (RawClient client = server.connect()) {
      return client.exchange("POST /upload", content, fields);
    }
  }

  private static long stored() throws IOException {
    Path uploads = server.root().resolve("uploads");
    if (!Files.exists(uploads)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(uploads)) {
      return files.count();
    }
  }

  @Test
  void jsonIsStoredAndCanBeRead() throws IOException {
    RawResponse created = post("{\"name\": \"grün\"}", JSON + "; charset=utf-8");
    assertEquals(201, created.status());
    String location = created.field("Location");
    assertTrue(location.matches("/uploads/upload_\\d{8}_\\d{6}_[a-z0-9]{4}\\.json"), location);
    assertEquals("{\"status\":\"success\",\"filepath\":\"" + location + "\"}\n", created.text());
    try (RawClient client = server.connect()) {
      RawResponse read = client.get(location);
      assertEquals("{\"name\": \"grün\"}", read.text());
      assertEquals("application/json", read.field("Content-Type"));
      assertEquals(created.field("ETag"), read.field("ETag"));
    }
  }

  @Test
  void whatIsRefusedLeavesNoTrace() throws IOException {
    long before = stored();
    RawResponse broken = post("{\n \"a\": nope\n}", JSON);
    assertEquals(400, broken.status());
    assertTrue(broken.text().contains("at line 2, column 7"), broken.text());
    assertEquals(415, post("{}", "Content-Type: text/plain").status());
    assertEquals(400, post("[".repeat(100_000), JSON).status());
    assertEquals(400, post("", JSON).status());
    try (RawClient client = server.connect()) {
      client.sendHead("POST /upload", JSON, "Content-Length: 67108865");
      assertEquals(413, client.read().status());
    }
    try (RawClient client = server.connect()) {
      assertEquals(411, client.sendHead("POST /upload", JSON).read().status());
    }
    try (RawClient client = server.connect()) {
      RawResponse wrong = client.get("/upload");
      assertEquals(405, wrong.status());
      assertEquals("POST, OPTIONS", wrong.field("Allow"));
    }
    assertEquals(before, stored());
  }

  @Test
  void whatWasBrokenOffIsGoneWhenTheServerIs(@TempDir Path other) throws Exception {
    try (JarServer own = JarServer.in(other).start()) {
      try (RawClient wrong = own.connect()) {
        assertEquals(400, wrong.exchange("POST /upload", "[" + " ".repeat(99_999), JSON).status());
      }
      try (RawClient leaving = own.connect()) {
        leaving.sendHead("POST /upload", JSON, "Content-Length: 99999").send("[1, ");
        leaving.shutdownOutput();
        assertEquals(400, leaving.read().status());
      }
      assertEquals(0, own.stop().code());
      try (Stream<Path> all = Files.walk(own.root())) {
        assertEquals(List.of(), all.filter(Files::isRegularFile).toList());
      }
    }
  }

  @Test
  void fiftyInTheSameSecondAllHaveNamesOfTheirOwn() throws Exception {
    long before = stored();
    CyclicBarrier together = new CyclicBarrier(50);
    ExecutorService clients = Executors.newFixedThreadPool(50);
    try {
      List<Callable<String>> uploads = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        String content = "[" + i + "]";
        uploads.add(
            () -> {
              together.await();
              RawResponse created = post(content, JSON);
              assertEquals(201, created.status());
              String location = created.field("Location");
              assertEquals(content, Files.readString(server.root().resolve(location.substring(1))));
              return location;
            });
      }
      Set<String> locations = new HashSet<>();
      for (Future<String> upload : clients.invokeAll(uploads)) {
        locations.add(upload.get());
      }
      assertEquals(50, locations.size());
      assertEquals(before + 50, stored());
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void aStringLargerThanTheHeapIsTaken() throws IOException {
    int chunks = 48;
    String mebi = "x".repeat(1 << 20);
    try (RawClient client = server.connect()) {
      client.sendHead("POST /upload", JSON, "Content-Length: " + ((long) chunks * (1 << 20) + 2));
      client.send("\"");
      for (int i = 0; i < chunks; i++) {
        client.send(mebi);
      }
      RawResponse created = client.send("\"").read();
      assertEquals(201, created.status());
      Path file = server.root().resolve(created.field("Location").substring(1));
      assertEquals((long) chunks * (1 << 20) + 2, Files.size(file));
    }
  }
}
