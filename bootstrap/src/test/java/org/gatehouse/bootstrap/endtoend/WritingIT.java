package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PUT, POST and DELETE on resources (contract, section 3). */
class WritingIT extends OneServer {
  // me:secret
  private static final String CREDENTIALS = "Authorization: Basic bWU6c2VjcmV0";

  @Override
  JarServer.Launch prepare(JarServer.Launch launch) {
    return launch.file("dir/file.txt", "file").options("--auth", "me:secret", "--max-body", "1M");
  }

  @BeforeAll
  void link() throws IOException {
    Files.createSymbolicLink(server.root().resolve("link.txt"), Path.of("dir/file.txt"));
  }

  /** On a connection of its own: a 400 ends the one on which it comes. */
  private RawResponse alone(String request, String content, String... fields) throws IOException {
    try (RawClient own = server.connect()) {
      return own.exchange(request, content, fields);
    }
  }

  private String onDisk(String name) throws IOException {
    return Files.readString(server.root().resolve(name));
  }

  @Test
  void putCreatesAndReplaces() throws IOException {
    RawResponse created = client.exchange("PUT /put/a%20b/c.txt", "one");
    assertEquals(201, created.status());
    assertEquals("/put/a%20b/c.txt", created.field("Location"));
    assertEquals("one", onDisk("put/a b/c.txt"));
    RawResponse replaced = client.exchange("PUT /put/a%20b/c.txt", "two");
    assertEquals(200, replaced.status());
    assertNotEquals(created.field("ETag"), replaced.field("ETag"));
    RawResponse read = client.get("/put/a%20b/c.txt");
    assertEquals("two", read.text());
    assertEquals(replaced.field("ETag"), read.field("ETag"));
  }

  @Test
  void putTakesChunksAndNothing() throws IOException {
    client.sendHead("PUT /put/chunks.txt", "Transfer-Encoding: chunked");
    client.send("3\r\nabc\r\n4;x\r\ndefg\r\n0\r\nT: t\r\n\r\n");
    assertEquals(201, client.read().status());
    assertEquals("abcdefg", onDisk("put/chunks.txt"));
    assertEquals(201, client.exchange("PUT /put/empty.txt", "").status());
    assertEquals("", onDisk("put/empty.txt"));
  }

  @Test
  void putRefusesWhatItCannotStore() throws IOException {
    assertEquals(409, client.exchange("PUT /dir", "x").status());
    assertEquals(409, client.exchange("PUT /dir/", "x").status());
    assertEquals(409, client.exchange("PUT /new/", "x").status());
    assertEquals(409, client.exchange("PUT /dir/file.txt/below.txt", "x").status());
    assertEquals(403, client.exchange("PUT /link.txt", "x").status());
    assertEquals(400, alone("PUT /" + "n".repeat(300) + ".txt", "x").status());
    String range = "Content-Range: bytes 0-0/1";
    assertEquals(400, alone("PUT /put/r.txt", "x", range).status());
    assertEquals(415, client.exchange("PUT /put/r.txt", "x", "Content-Encoding: gzip").status());
    assertFalse(Files.exists(server.root().resolve("put/r.txt")));
    assertEquals("file", onDisk("dir/file.txt"));
  }

  @Test
  void conditionsProtectUpdates() throws IOException {
    String tag = client.exchange("PUT /cond.txt", "1").field("ETag");
    assertEquals(412, client.exchange("PUT /cond.txt", "x", "If-None-Match: *").status());
    assertEquals(412, client.exchange("PUT /cond.txt", "x", "If-Match: \"other\"").status());
    assertEquals(412, client.exchange("PUT /cond-new.txt", "x", "If-Match: *").status());
    RawResponse updated = client.exchange("PUT /cond.txt", "2", "If-Match: " + tag);
    assertEquals(200, updated.status());
    assertEquals(412, client.exchange("PUT /cond.txt", "3", "If-Match: " + tag).status());
    assertEquals("2", onDisk("cond.txt"));
    assertEquals(
        412, client.sendHead("DELETE /cond.txt", CREDENTIALS, "If-Match: " + tag).read().status());
    assertEquals(
        200,
        client
            .sendHead("DELETE /cond.txt", CREDENTIALS, "If-Match: " + updated.field("ETag"))
            .read()
            .status());
  }

  @Test
  void conditionsAreCheckedBeforeContinue() throws IOException {
    client.exchange("PUT /continue.txt", "1");
    client.sendHead(
        "PUT /continue.txt", "Content-Length: 1", "Expect: 100-continue", "If-None-Match: *");
    assertEquals(412, client.read().status());
    try (RawClient other = server.connect()) {
      other.sendHead("PUT /continue.txt", "Content-Length: 1", "Expect: 100-continue");
      assertEquals(100, other.readHead().status());
      assertEquals(200, other.send("2").read().status());
    }
  }

  @Test
  void postTakesTheNextFreeName() throws IOException {
    assertEquals("/post/a.txt", client.exchange("POST /post/a.txt", "0").field("Location"));
    RawResponse second = client.exchange("POST /post/a.txt", "1");
    assertEquals(201, second.status());
    assertEquals("/post/a(1).txt", second.field("Location"));
    assertEquals("/post/a(2).txt", client.exchange("POST /post/a.txt", "2").field("Location"));
    assertEquals("0", onDisk("post/a.txt"));
    assertEquals("1", onDisk("post/a(1).txt"));
  }

  @Test
  void postToAFolderMakesAName() throws IOException {
    RawResponse made =
        client.exchange("POST /inbox/", "{\"a\":1}", "Content-Type: application/json");
    assertEquals(201, made.status());
    assertTrue(made.field("Location").startsWith("/inbox/"), made.field("Location"));
    assertEquals("{\"a\":1}", client.get(made.field("Location")).text());
  }

  @Test
  void postTakesTheFilesOfAForm() throws IOException {
    String form =
        "--B\r\nContent-Disposition: form-data; name=\"a\"; filename=\"one.txt\"\r\n\r\n1\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nno file\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"b\"; filename=\"one.txt\"\r\n\r\n2\r\n"
            + "--B--\r\n";
    String type = "Content-Type: multipart/form-data; boundary=B";
    RawResponse made = client.exchange("POST /form/", form, type);
    assertEquals(201, made.status(), made.text());
    assertEquals("/form/one.txt", made.field("Location"));
    assertTrue(made.text().contains("/form/one(1).txt"), made.text());
    assertEquals("1", onDisk("form/one.txt"));
    assertEquals("2", onDisk("form/one(1).txt"));
    String torn = form.substring(0, form.length() - 8);
    assertEquals(400, alone("POST /torn/", torn, type).status());
    assertFalse(Files.exists(server.root().resolve("torn/one.txt")));
    String climbing = form.replace("one.txt", "../../evil.txt");
    int status = alone("POST /climb/", climbing, type).status();
    assertTrue(status == 400 || status == 201);
    assertFalse(Files.exists(folder.resolve("evil.txt")));
    assertFalse(Files.exists(server.root().resolve("evil.txt")));
  }

  @Test
  void deleteTakesCredentials() throws IOException {
    client.exchange("PUT /delete.txt", "x");
    assertEquals(401, client.sendHead("DELETE /delete.txt").read().status());
    assertEquals(200, client.sendHead("DELETE /delete.txt", CREDENTIALS).read().status());
    assertEquals(404, client.sendHead("DELETE /delete.txt", CREDENTIALS).read().status());
    assertEquals(409, client.sendHead("DELETE /dir", CREDENTIALS).read().status());
    assertEquals(403, client.sendHead("DELETE /link.txt", CREDENTIALS).read().status());
    assertEquals(401, client.sendHead("DELETE /dir/file.txt").read().status(), "each anew");
    assertEquals("file", onDisk("dir/file.txt"));
  }

  @Test
  void aTagNeverComesBack() throws IOException {
    Set<String> tags = ConcurrentHashMap.newKeySet();
    for (int i = 0; i < 50; i++) {
      assertTrue(tags.add(client.exchange("PUT /again.txt", "same").field("ETag")));
      if (i % 5 == 0) {
        client.sendHead("DELETE /again.txt", CREDENTIALS).read();
      }
    }
  }

  @Test
  void writesCanBeOffOrTakeCredentials(@TempDir Path other) throws IOException {
    try (JarServer off = JarServer.in(other).options("--writes", "off").start();
        RawClient own = off.connect()) {
      for (String method : List.of("PUT", "POST", "DELETE")) {
        RawResponse refused = own.sendHead(method + " /a.txt", "Content-Length: 0").read();
        assertEquals(405, refused.status());
        assertEquals("GET, HEAD, OPTIONS", refused.field("Allow"));
      }
    }
    try (JarServer guarded =
            JarServer.in(other)
                .options("--writes", "authenticated", "--auth", "me:secret")
                .start();
        RawClient own = guarded.connect()) {
      assertEquals(401, own.exchange("PUT /a.txt", "x").status());
      assertEquals(401, own.exchange("POST /a.txt", "x").status());
      assertEquals(201, own.exchange("PUT /a.txt", "x", CREDENTIALS).status());
    }
  }
}
