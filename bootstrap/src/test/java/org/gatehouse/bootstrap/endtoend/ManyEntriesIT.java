package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A folder of a hundred thousand files, shown by a server that could not hold them all. */
@Timeout(600)
class ManyEntriesIT {
  private static final int MANY = 100_000;

  /** Less than the names and the octets of one listing take together, and there are several. */
  private static final String HEAP = "-Xmx40m";

  @TempDir static Path folder;
  private static JarServer server;

  @BeforeAll
  static void start() throws IOException {
    JarServer.Launch launch =
        JarServer.in(folder).jvm(HEAP).options("--listing", "/", "--max-uri", "8000");
    Path many = Files.createDirectories(folder.resolve("www/many"));
    for (int i = 0; i < MANY; i++) {
      Files.createFile(many.resolve("a-name-that-is-not-short-" + (MANY + i) + ".txt"));
    }
    server = launch.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void jsonHoldsThemAllInOrder() throws Exception {
    Thread[] others = new Thread[4];
    for (int i = 0; i < others.length; i++) {
      others[i] = new Thread(ManyEntriesIT::read);
      others[i].start();
    }
    assertEquals(MANY, read());
    for (Thread other : others) {
      other.join();
    }
  }

  private static int read() {
    try (RawClient client = server.connect()) {
      byte[] content = client.get("/many/?format=json").content();
      int count = 0;
      String last = "";
      try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), content)) {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
          if (token == JsonToken.PROPERTY_NAME && json.currentName().equals("name")) {
            json.nextToken();
            assertTrue(last.compareTo(json.getString()) < 0, "each once, in order");
            last = json.getString();
            count++;
          }
        }
      }
      return count;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aPageHoldsTheFirst() throws IOException {
    try (RawClient client = server.connect()) {
      String page = client.get("/many/?order=desc").text();
      assertEquals(10_000, page.split("<tr data-kind=", -1).length - 1);
      assertTrue(page.contains("100000 entries, the first 10000 of which are shown."));
      assertTrue(page.contains("short-199999.txt") && page.contains("short-190000.txt"));
      String found = client.get("/many/?q=SHORT-15555").text();
      assertEquals(10, found.split("<tr data-kind=", -1).length - 1);
    }
  }

  @Test
  void anArchiveHoldsThemAllWhereThereIsMemoryForThePlan() throws IOException {
    Path other = Files.createDirectories(folder.resolve("roomy"));
    try (JarServer roomy =
            JarServer.in(other)
                .jvm("-Xmx96m")
                .options("--root", folder.resolve("www").toString(), "--listing", "/")
                .start();
        RawClient client = roomy.connect()) {
      RawResponse answer = client.get("/many/?format=zip");
      assertEquals(200, answer.status());
      Path zip = Files.write(folder.resolve("many.zip"), answer.content());
      try (ZipFile read = new ZipFile(zip.toFile())) {
        assertEquals(MANY, read.size());
      }
    }
    try (RawClient client = server.connect()) {
      RawResponse refused = client.get("/many/?format=zip");
      assertEquals(503, refused.status(), "too much for this heap is told, not tried");
    }
  }
}
