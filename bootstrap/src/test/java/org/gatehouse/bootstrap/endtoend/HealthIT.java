package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gatehouse.bootstrap.endtoend.JarServer.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The subcommand that a container's health check runs. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class HealthIT {
  /** Long enough for a JVM on a busy machine. */
  private static final String AMPLE = "50s";

  @TempDir Path folder;

  private Ended ask(String... more) throws Exception {
    return JarServer.in(folder).options(more).run("health", "--timeout", AMPLE);
  }

  private static void assertUnwell(String url, String words, Ended ended) {
    assertEquals(List.of("gatehouse: " + url + ": " + words), ended.err());
    assertEquals(List.of(), ended.out());
    assertEquals(1, ended.code());
  }

  @Test
  void aServerThatIsWell() throws Exception {
    try (JarServer server = JarServer.in(folder).options("--bind", "0.0.0.0").start()) {
      String port = Integer.toString(server.port());
      for (Ended ended :
          List.of(
              ask("--url", "http://127.0.0.1:" + port + "/health/live"),
              ask("--port", port, "--bind", "0.0.0.0"),
              JarServer.in(folder)
                  .environment("GATEHOUSE_PORT", port)
                  .environment("GATEHOUSE_BIND", "::")
                  .run("health", "--timeout", AMPLE))) {
        assertEquals(List.of(), ended.err());
        assertEquals(List.of(), ended.out());
        assertEquals(0, ended.code());
      }
      assertUnwell(
          server.uri("/nothing").toString().replace("0.0.0.0", "127.0.0.1"),
          "status 404",
          ask("--url", "http://127.0.0.1:" + port + "/nothing"));
    }
  }

  @Test
  void aServerThatAnswersOnlyForNamedHostsIsAskedByALoopbackName() throws Exception {
    try (JarServer server =
        JarServer.in(folder)
            .options("--bind", "0.0.0.0", "--allowed-host", "files.example.org")
            .start()) {
      assertEquals(0, ask("--bind", "0.0.0.0", "-p", Integer.toString(server.port())).code());
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGTERM to send")
  void aServerThatDrains() throws Exception {
    try (JarServer server = JarServer.in(folder).options("--drain-delay", "1h").start()) {
      server.terminate();
      while (health(server) != 503) {
        assertTrue(server.isAlive());
      }
      assertUnwell(
          server.uri("/health").toString(),
          "status 503: The server is about to stop.",
          ask("--port", Integer.toString(server.port())));
      assertEquals(0, ask("--url", server.uri("/health/live").toString()).code());
    }
  }

  /** On a connection of its own: a server that drains ends each after its answer. */
  private static int health(JarServer server) throws IOException {
    try (RawClient client = server.connect()) {
      return client.get("/health").status();
    }
  }

  @Test
  void nobodyListens() throws Exception {
    // Bound, so that nobody else takes the port, and never listening.
    try (Socket bound = new Socket()) {
      bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      String port = Integer.toString(bound.getLocalPort());
      String url = "http://127.0.0.1:" + port + "/health";
      assertUnwell(url, "Connection refused", ask("--port", port));
    }
    assertTrue(Files.notExists(folder.resolve("var")), "asking leaves nothing behind");
  }

  @Test
  void aServerThatHangs() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + silent.getLocalPort() + "/health";
      assertUnwell(url, "no answer within 300 ms", ask("--url", url, "--timeout", "300ms"));
    }
  }

  @Test
  void whatIsNotHttp() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread greeter =
          new Thread(
              () -> {
                try (Socket connection = other.accept()) {
                  connection.getOutputStream().write("SSH-2.0-OpenSSH_9.2\r\n".getBytes());
                  connection.shutdownOutput();
                  connection.getInputStream().readAllBytes();
                } catch (IOException ended) {
                  // The client has heard enough.
                }
              });
      greeter.setDaemon(true);
      greeter.start();
      String url = "http://127.0.0.1:" + other.getLocalPort() + "/health";
      assertUnwell(url, "the answer is not HTTP", ask("--url", url));
    }
  }

  @Test
  void mistakesAreTwo() throws Exception {
    Ended noUrl = ask("--url", "health");
    assertEquals(2, noUrl.code());
    assertEquals(
        List.of(
            "gatehouse: --url: the value is not allowed; it takes an http or https URL without"
                + " user, such as http://[::1]:8080/health"),
        noUrl.err());
    Ended noOption = ask("--uri", "http://127.0.0.1/");
    assertEquals(2, noOption.code());
    assertEquals(1, noOption.err().size());
    assertTrue(noOption.err().get(0).startsWith("gatehouse: unknown option '--uri'"));
    // A server takes no question.
    assertEquals(2, JarServer.in(folder).run("--timeout", "1s").code());
  }

  @Test
  void help() throws Exception {
    Ended help = JarServer.in(folder).runExactly("health", "--help");
    assertEquals(0, help.code());
    assertEquals(
        "Usage: java -jar server.jar health [--url URL] [--timeout TIME] [OPTIONS]",
        help.out().get(0));
    assertTrue(String.join("\n", help.out()).contains("--url=URL"), help.out().toString());
  }
}
