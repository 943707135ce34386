package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nothing may break: killed servers, vanished clients, lost folders, content without end. */
class SurvivalIT {
  @TempDir Path folder;

  private List<String> files() throws IOException {
    Path root = folder.resolve("www");
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).map(p -> root.relativize(p).toString()).toList();
    }
  }

  @Test
  void aServerKilledInTheMiddleOfAPutLeavesTheOldContent() throws Exception {
    JarServer.Launch launch = JarServer.in(folder).file("a.txt", "old");
    try (JarServer server = launch.start();
        RawClient client = server.connect()) {
      client.sendHead("PUT /a.txt", "Content-Length: 1000000").send("x".repeat(500_000));
      // The upload has begun once something is there that is no resource.
      while (files().equals(List.of("a.txt"))) {
        assertEquals("old", readAgain(server));
      }
      server.kill();
    }
    assertEquals("old", Files.readString(folder.resolve("www/a.txt")));
    try (JarServer server = launch.start();
        RawClient client = server.connect()) {
      assertEquals("old", client.get("/a.txt").text());
      assertEquals(List.of("a.txt"), files(), "the next start is clean");
    }
  }

  private static String readAgain(JarServer server) throws IOException {
    try (RawClient client = server.connect()) {
      return client.get("/a.txt").text();
    }
  }

  @Test
  void aClientThatVanishesLeavesNoTrace() throws Exception {
    try (JarServer server = JarServer.in(folder).file("a.txt", "old").start()) {
      for (int i = 0; i < 10; i++) {
        try (RawClient client = server.connect()) {
          client.sendHead("PUT /a.txt", "Content-Length: 1000000").send("x".repeat(200_000));
          client.reset();
        }
      }
      try (RawClient client = server.connect()) {
        assertEquals("old", client.get("/a.txt").text());
      }
      server.stop();
    }
    assertEquals(List.of("a.txt"), files());
  }

  @Test
  void aRootThatDisappearsIsToldAndMayComeBack() throws Exception {
    Path root = folder.resolve("www");
    try (JarServer server =
            JarServer.in(folder).file("a.txt", "content").options("--cache-valid", "0s").start();
        RawClient client = server.connect()) {
      assertEquals(200, client.get("/a.txt").status());
      Files.move(root, folder.resolve("moved"));
      assertEquals(404, client.get("/a.txt").status());
      int written = client.exchange("PUT /b.txt", "x").status();
      assertTrue(written >= 400, "a write is refused: " + written);
      Files.move(folder.resolve("moved"), root);
      try (RawClient again = server.connect()) {
        assertEquals("content", again.get("/a.txt").text());
      }
    }
  }

  @Test
  void garbageIsAnsweredAndTheServerGoesOn() throws Exception {
    Random random = new Random(42);
    try (JarServer server = JarServer.in(folder).file("a.txt", "content").start()) {
      for (int i = 0; i < 50; i++) {
        byte[] garbage = new byte[500];
        random.nextBytes(garbage);
        garbage[0] = 0;
        try (RawClient client = server.connect()) {
          assertEquals(400, client.send(garbage).read().status());
        }
      }
      try (RawClient client = server.connect()) {
        assertEquals("content", client.get("/a.txt").text());
      }
    }
  }

  @Test
  void memoryDoesNotDependOnTheSizeOfContent() throws Exception {
    long size = 192L << 20;
    try (JarServer server =
        JarServer.in(folder)
            .jvm("-Xmx24m")
            .options("--max-body", "1G", "--unknown-types", "octet-stream", "--sync", "never")
            .start()) {
      String sent = upload(server, size);
      assertEquals(sent, download(server), "what came back is what was sent");
    }
  }

  private static String upload(JarServer server, long size) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    HttpURLConnection put = (HttpURLConnection) server.uri("/large").toURL().openConnection();
    put.setRequestMethod("PUT");
    put.setDoOutput(true);
    put.setFixedLengthStreamingMode(size);
    byte[] block = new byte[1 << 20];
    Random random = new Random(1);
    try (OutputStream out = put.getOutputStream()) {
      for (long sent = 0; sent < size; sent += block.length) {
        random.nextBytes(block);
        digest.update(block);
        out.write(block);
      }
    }
    assertEquals(201, put.getResponseCode());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String download(JarServer server) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in =
        new DigestInputStream(server.uri("/large").toURL().openStream(), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
