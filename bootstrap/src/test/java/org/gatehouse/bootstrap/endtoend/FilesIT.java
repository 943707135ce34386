package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /files/} in a folder of its own: as safe as any other resource. */
@Timeout(120)
class FilesIT extends OneServer {
  private static final String CREDENTIALS = "Authorization: Basic bWU6c2VjcmV0";

  private Path directory;

  @Override
  JarServer.Launch prepare(JarServer.Launch launch) {
    directory = folder.resolve("new/drop");
    return launch
        .file("inside.txt", "of the root")
        .options("--directory", directory.toString(), "--max-body", "1k")
        .options("--auth", "me:secret");
  }

  @BeforeAll
  void link() throws IOException {
    Files.writeString(folder.resolve("outside"), "outside");
    Files.createSymbolicLink(directory.resolve("link"), folder.resolve("outside"));
    Files.createSymbolicLink(directory.resolve("up"), folder);
  }

  private List<String> kept() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void areReadAndWrittenUnderConditions() throws IOException {
    RawResponse created = client.exchange("POST /files/life", "one");
    assertEquals(201, created.status());
    assertEquals("/files/life", created.field("Location"));
    RawResponse read = client.get("/files/life");
    assertEquals("application/octet-stream", read.field("Content-Type"));
    assertEquals(created.field("ETag"), read.field("ETag"));
    String tag = read.field("ETag");
    assertEquals(304, client.get("/files/life", "If-None-Match: " + tag).status());
    RawResponse part = client.get("/files/life", "Range: bytes=1-");
    assertEquals("ne", part.text());
    assertEquals("bytes 1-2/3", part.field("Content-Range"));
    assertEquals(412, client.exchange("POST /files/life", "x", "If-None-Match: *").status());
    assertEquals(201, client.exchange("POST /files/life", "two", "If-Match: " + tag).status());
    assertEquals(412, client.exchange("POST /files/life", "x", "If-Match: " + tag).status());
    assertEquals("two", client.get("/files/life").text());
    assertEquals("two", Files.readString(directory.resolve("life")));
    assertEquals(401, client.sendHead("DELETE /files/life").read().status());
    assertEquals(200, client.sendHead("DELETE /files/life", CREDENTIALS).read().status());
    assertEquals(404, client.get("/files/life").status());
    assertFalse(Files.exists(directory.resolve("life")));
  }

  @ParameterizedTest
  @CsvSource({
    "/files/missing, 404",
    "/files/inside.txt, 404",
    "/files/../inside.txt, 403",
    "/files/%2e%2e/inside.txt, 403",
    "/files/..%2finside.txt, 404",
    "/files/..%5cinside.txt, 404",
    "/files//missing, 404",
    "/files/%00, 400",
    "/files/link, 403",
    "/files/up/outside, 403",
    "/files/.gatehouse-staging/, 404",
  })
  void nothingElseIsRead(String target, int status) throws IOException {
    RawResponse response = client.get(target);
    assertEquals(status, response.status());
    assertFalse(response.text().contains(folder.toString()), "no path of the machine");
  }

  @ParameterizedTest
  @CsvSource({
    "/files/../stolen, 403",
    "/files/%2e%2e%2fstolen, 400",
    "/files/link, 403",
    "/files/up/stolen, 403",
    "/files/.hidden, 403",
    "/files//stolen, 400",
  })
  void nothingElseIsWritten(String target, int status) throws IOException {
    List<String> before = kept();
    assertEquals(status, client.exchange("POST " + target, "x").status());
    assertEquals(before, kept());
    assertEquals("outside", Files.readString(folder.resolve("outside")));
    assertFalse(Files.exists(folder.resolve("stolen")));
    assertFalse(Files.exists(folder.resolve("new/stolen")));
  }

  @Test
  void areLimitedAndNeedALength() throws IOException {
    assertEquals(201, client.exchange("POST /files/full", new byte[1024]).status());
    try (RawClient lengthless = server.connect()) {
      assertEquals(411, lengthless.sendHead("POST /files/more").read().status());
      assertTrue(lengthless.awaitClose());
    }
    client.sendHead("POST /files/more", "Content-Length: 1025", "Expect: 100-continue");
    assertEquals(413, client.read().status());
    try (RawClient chunking = server.connect()) {
      chunking.sendHead("POST /files/more", "Transfer-Encoding: chunked").send("401\r\n");
      assertEquals(413, chunking.send(new byte[1025]).read().status());
    }
    assertFalse(kept().contains("more"), kept().toString());
  }

  @Test
  void brokenContentReplacesNothingAndLeavesNothing(@TempDir Path other) throws Exception {
    Path drop = other.resolve("drop");
    try (JarServer own = JarServer.in(other).options("--directory", drop.toString()).start()) {
      try (RawClient broken = own.connect()) {
        assertEquals(201, broken.exchange("POST /files/old", "whole").status());
        broken.sendHead("POST /files/old", "Transfer-Encoding: chunked");
        assertEquals(400, broken.send("4\r\nhalf\r\nzz\r\n").read().status());
        assertTrue(broken.awaitClose());
      }
      try (RawClient leaving = own.connect()) {
        leaving.sendHead("POST /files/old", "Content-Length: 9").send("half").shutdownOutput();
        assertEquals(400, leaving.read().status());
      }
      try (RawClient reading = own.connect()) {
        assertEquals("whole", reading.get("/files/old").text());
      }
      assertEquals(0, own.stop().code());
    }
    try (Stream<Path> all = Files.walk(drop)) {
      assertEquals(List.of(drop.resolve("old")), all.filter(Files::isRegularFile).toList());
    }
  }
}
