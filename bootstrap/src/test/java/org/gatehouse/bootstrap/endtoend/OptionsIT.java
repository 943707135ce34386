package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the options change on the wire (contract, section 8), as far as no other test shows it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OptionsIT {
  @TempDir Path folder;

  private JarServer start(String... options) throws IOException {
    return JarServer.in(folder)
        .file("a.txt", "text")
        .file("b.html", "<p>page")
        .file("c.odd", "odd")
        .file(".dot/d.txt", "dot")
        .options(options)
        .start();
  }

  private static int status(JarServer server, String target, String... fields) throws IOException {
    try (RawClient client = server.connect()) {
      return client.get(target, fields).status();
    }
  }

  @Test
  void typesNarrowTheList() throws IOException {
    try (JarServer server = start("--types", "txt,png")) {
      assertEquals(200, status(server, "/a.txt"));
      assertEquals(415, status(server, "/b.html"));
    }
  }

  @Test
  void unknownTypesAndDotfilesCanBeServed() throws IOException {
    try (JarServer server = start("--unknown-types", "octet-stream", "--dotfiles");
        RawClient client = server.connect()) {
      RawResponse odd = client.get("/c.odd");
      assertEquals("application/octet-stream", odd.field("Content-Type"));
      assertEquals("dot", client.get("/.dot/d.txt").text());
      assertEquals(201, client.exchange("PUT /.dot/new.txt", "x").status());
    }
  }

  @Test
  void hostsCanBeAdded() throws IOException {
    try (JarServer server = start("--allowed-host", "example.com")) {
      try (RawClient client = server.connect()) {
        client.send("GET /a.txt HTTP/1.1\r\nHost: Example.COM\r\n\r\n");
        assertEquals(200, client.read().status());
        client.send("GET /a.txt HTTP/1.1\r\nHost: example.org\r\n\r\n");
        assertEquals(403, client.read().status());
      }
      assertEquals(200, status(server, "/a.txt"), "the default ones stay");
    }
  }

  @Test
  void cookiesCanBeOff() throws IOException {
    try (JarServer server = start("--cookies", "off");
        RawClient client = server.connect()) {
      assertFalse(client.get("/a.txt").has("Set-Cookie"));
    }
    assertFalse(Files.exists(folder.resolve("var/cookies.txt")));
  }

  @Test
  void endpointsThatAreOffFallThroughToTheResources() throws IOException {
    try (JarServer server = start("--endpoints", "health,hello")) {
      assertEquals(200, status(server, "/health"));
      assertEquals(200, status(server, "/api/hello"));
      assertEquals(404, status(server, "/metrics"));
      assertEquals(404, status(server, "/routes"));
    }
    try (JarServer server = start("--endpoints", "none")) {
      assertEquals(404, status(server, "/health"));
    }
  }

  @Test
  void filesAreKeptInTheirDirectory() throws IOException {
    Path directory = folder.resolve("drop");
    try (JarServer server = start("--directory", directory.toString());
        RawClient client = server.connect()) {
      assertEquals(201, client.exchange("POST /files/name", "one").status());
      assertEquals(201, client.exchange("POST /files/name", "two").status());
      assertEquals("two", client.get("/files/name").text());
      assertEquals("two", Files.readString(directory.resolve("name")));
    }
  }

  @Test
  void clientsThatReadNothingAreCutOff() throws IOException {
    Files.createDirectories(folder.resolve("www"));
    Files.write(folder.resolve("www/big.bin"), new byte[64 << 20]);
    try (JarServer server = start("--write-timeout", "200ms");
        RawClient client = server.connect()) {
      client.sendHead("GET /big.bin").readHead();
      // Each look is a connection of its own, so only the one that reads nothing can be the second.
      while (openConnections(server) > 1) {
        assertEquals(200, status(server, "/a.txt"));
      }
    }
  }

  private static int openConnections(JarServer server) throws IOException {
    try (RawClient client = server.connect()) {
      String metrics = client.get("/metrics").text();
      return Integer.parseInt(metrics.replaceAll("(?s).*\"open\":(\\d+).*", "$1"));
    }
  }

  @Test
  void workersAndQueueAreBounded() throws IOException {
    try (JarServer server = start("--workers", "3", "--queue", "5");
        RawClient client = server.connect()) {
      assertTrue(client.get("/metrics").text().contains("\"total_workers\":3"));
    }
  }

  @Test
  void theEnvironmentIsReadAndAFlagBeatsIt() throws IOException {
    try (JarServer server =
            JarServer.in(folder)
                .environment("GATEHOUSE_WRITES", "off")
                .environment("GATEHOUSE_COOKIES", "off")
                .options("--cookies", "on")
                .file("a.txt", "text")
                .start();
        RawClient client = server.connect()) {
      assertEquals(405, client.exchange("PUT /b.txt", "x").status());
      assertTrue(client.get("/a.txt").has("Set-Cookie"));
    }
  }

  @Test
  void profilesAreArgumentFiles() throws IOException {
    Path profiles = Path.of("..", "profiles").toAbsolutePath().normalize();
    try (JarServer server = start("@" + profiles.resolve("classic"))) {
      assertEquals(301, status(server, "/old.html"));
      assertEquals(414, status(server, "/" + "a".repeat(50)));
    }
    String downloads = "@" + profiles.resolve("downloads");
    try (JarServer server = start(downloads, "--max-requests-per-connection", "7");
        RawClient client = server.connect()) {
      RawResponse text = client.get("/a.txt");
      assertEquals("attachment; filename=\"a.txt\"", text.field("Content-Disposition"));
      assertEquals("timeout=30, max=6", text.field("Keep-Alive"), "what comes later wins");
      assertEquals(List.of(), text.fields("Content-Encoding"));
    }
  }
}
