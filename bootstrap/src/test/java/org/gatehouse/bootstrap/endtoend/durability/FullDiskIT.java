package org.gatehouse.bootstrap.endtoend.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.Patience;
import org.gatehouse.bootstrap.endtoend.RawClient;
import org.gatehouse.bootstrap.endtoend.RawResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The disk under the root is full, or may not be written: the server says so and goes on. */
@Timeout(120)
class FullDiskIT {
  // me:secret
  private static final String CREDENTIALS = "Authorization: Basic bWU6c2VjcmV0";
  private static final String JSON = "Content-Type: application/json";
  private static final String FORM = "Content-Type: multipart/form-data; boundary=B";
  private static final String OLD = "old ".repeat(1_000);
  private static final String LARGE = "\"" + "large".repeat(60_000) + "\"";

  @TempDir Path folder;
  private JarServer server;
  private SmallDisk disk;

  /** A way to write. */
  private interface Write {
    RawResponse send(RawClient client, String content) throws IOException;
  }

  private static final Map<String, Write> WRITES =
      Map.of(
          "put new", (client, content) -> client.exchange("PUT /a/b/new.txt", content),
          "replace", (client, content) -> client.exchange("PUT /old.txt", content),
          "put in chunks", FullDiskIT::putInChunks,
          "post", (client, content) -> client.exchange("POST /old.txt", content),
          "post to a folder", (client, content) -> client.exchange("POST /inbox/", content),
          "form", FullDiskIT::postForm,
          "files", (client, content) -> client.exchange("POST /files/old", content),
          "upload", (client, content) -> client.exchange("POST /upload", content, JSON));

  private static RawResponse putInChunks(RawClient client, String content) throws IOException {
    client.sendHead("PUT /old.txt", "Transfer-Encoding: chunked");
    String half = content.substring(0, content.length() / 2);
    String rest = content.substring(half.length());
    for (String chunk : List.of(half, rest)) {
      client.send(Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n");
    }
    return client.send("0\r\n\r\n").read();
  }

  /** The first file is small. */
  private static RawResponse postForm(RawClient client, String content) throws IOException {
    String part = "--B\r\nContent-Disposition: form-data; name=f; filename=";
    String form =
        part
            + "first.txt\r\n\r\nsmall\r\n"
            + part
            + "second.txt\r\n\r\n"
            + content
            + "\r\n--B--\r\n";
    return client.exchange("POST /forms/", form, FORM);
  }

  @BeforeEach
  void start() throws Exception {
    Path root = folder.resolve("www");
    server =
        SmallDisk.under(root, JarServer.in(folder))
            .options("--auth", "me:secret", "--cache-valid", "0s")
            .start();
    disk = SmallDisk.of(server, root);
    Files.writeString(disk.path().resolve("old.txt"), OLD);
    Files.createDirectory(disk.path().resolve("files"));
    Files.writeString(disk.path().resolve("files/old"), OLD);
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void withoutRoomNothingIsStoredAndNothingIsLeft() throws Exception {
    assertEquals(201, write("files", OLD).status(), "a first write makes the staging folders");
    for (long left : new long[] {0, 100 << 10}) {
      disk.fill(left);
      for (String way : WRITES.keySet()) {
        assertRefused(507, way, LARGE);
      }
      disk.free();
    }
    assertEverythingIsWritten();
  }

  @Test
  void withoutRoomForANameNothingIsStored() throws Exception {
    disk.fillNames();
    for (String way : WRITES.keySet()) {
      assertRefused(507, way, "0");
    }
    disk.free();
    assertEverythingIsWritten();
  }

  @Test
  void whatMayOnlyBeReadIsRead() throws Exception {
    disk.remount("ro");
    for (String way : WRITES.keySet()) {
      assertRefused(403, way, "0");
    }
    try (RawClient client = server.connect()) {
      assertEquals(403, client.sendHead("DELETE /old.txt", CREDENTIALS).read().status());
      assertEquals(200, client.get("/health").status());
    }
    disk.remount("rw");
    assertEverythingIsWritten();
    try (RawClient client = server.connect()) {
      assertEquals(200, client.sendHead("DELETE /old.txt", CREDENTIALS).read().status());
    }
  }

  private RawResponse write(String way, String content) throws IOException {
    try (RawClient client = server.connect()) {
      return WRITES.get(way).send(client, content);
    }
  }

  private void assertRefused(int status, String way, String content) throws Exception {
    final Set<String> before = names();
    final long room = disk.room();
    RawResponse answer = write(way, content);
    assertEquals(status, answer.status(), way + ": " + answer);
    // The answer does not wait until the last of it is removed.
    Patience.until(
        "nothing is left of: " + way, () -> disk.room() == room && names().equals(before));
    try (RawClient client = server.connect()) {
      assertEquals(OLD, client.get("/old.txt").text(), "after: " + way);
      assertEquals(OLD, client.get("/files/old").text(), "after: " + way);
    }
  }

  /** All files and folders, without the lock that a server holds to write. */
  private Set<String> names() throws IOException {
    try (Stream<Path> all = Files.walk(disk.path())) {
      return all.map(Path::toString)
          .filter(name -> !name.endsWith(".lock"))
          .collect(Collectors.toSet());
    } catch (UncheckedIOException vanishing) {
      return Set.of();
    }
  }

  private void assertEverythingIsWritten() throws IOException {
    for (String way : WRITES.keySet()) {
      int status = write(way, "\"new\"").status();
      assertTrue(status == 200 || status == 201, way + ": " + status);
    }
    assertEquals("\"new\"", Files.readString(disk.path().resolve("old.txt")));
    assertEquals("\"new\"", Files.readString(disk.path().resolve("a/b/new.txt")));
  }
}
