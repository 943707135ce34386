package org.gatehouse.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a function: what it prints and with what code it ends. */
@Timeout(60)
class MainTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void root() throws IOException {
    Files.createDirectory(folder.resolve("www"));
    Files.writeString(folder.resolve("www").resolve("a.txt"), "a");
  }

  /** A signal that has come already. */
  private static final StopSignal AT_ONCE =
      new StopSignal() {
        @Override
        public void arm() {}

        @Override
        public boolean await(Duration patience) {
          return true;
        }

        @Override
        public void await() {}
      };

  private int run(StopSignal stop, String... arguments) {
    List<String> all =
        new ArrayList<>(
            List.of("--root", folder.resolve("www").toString(), "--var", var().toString()));
    all.addAll(List.of(arguments));
    Console console = new Console(print(out), print(err));
    return new Main(Map.of(), console, stop).run(all.toArray(String[]::new));
  }

  private int run(String... arguments) {
    return run(AT_ONCE, arguments);
  }

  private Path var() {
    return folder.resolve("var");
  }

  private static PrintStream print(ByteArrayOutputStream octets) {
    return new PrintStream(octets, true, StandardCharsets.UTF_8);
  }

  private static List<String> lines(ByteArrayOutputStream octets) {
    return octets.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void servesAndStops() {
    assertEquals(0, run("--port", "0"));
    List<String> said = lines(out);
    assertTrue(said.get(0).matches("Address : http://127\\.0\\.0\\.1:[1-9]\\d*"), said.get(0));
    assertEquals("server stopped", said.get(said.size() - 1));
    assertEquals(List.of(), lines(err));
    assertTrue(Files.exists(var().resolve("user.log")));
  }

  @Test
  void theSameFolderCanBeUsedAgain() {
    assertEquals(0, run("--port", "0"));
    assertEquals(0, run("--port", "0"));
    assertEquals(List.of(), lines(err));
  }

  @Test
  void aMistakeIsTwo() {
    assertEquals(2, run("--port", "many"));
    assertEquals(
        List.of("gatehouse: --port: 'many' is not allowed; it takes a number from 0 to 65535"),
        lines(err));
    assertEquals(List.of(), lines(out));
    assertFalse(Files.exists(var()));
  }

  @Test
  void aMissingRootIsOne() {
    assertEquals(1, run("--port", "0", "--root", folder.resolve("none").toString()));
    assertEquals(1, lines(err).size());
    assertFalse(Files.exists(var()));
  }

  @Test
  void aPortInUseIsOneAndTouchesNothing() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertEquals(1, run("--port", Integer.toString(other.getLocalPort())));
    }
    assertTrue(lines(err).get(0).contains(" is in use; "), () -> lines(err).toString());
    assertFalse(Files.exists(var()));
  }

  @Test
  void afterAFailureTheLogsAreClosedAndTheStoresFree() throws IOException {
    // The tags are open when the cookies fail.
    Path cookies = Files.createDirectories(var().resolve("cookies.txt"));
    assertEquals(1, run("--port", "0"));
    assertEquals(1, lines(err).size());
    assertTrue(lines(err).get(0).startsWith("gatehouse: --var: "), () -> lines(err).toString());
    Files.delete(cookies);
    assertEquals(0, run("--port", "0"));
  }

  @Test
  void initEtagsPrintsTheCount() throws IOException {
    assertEquals(0, run("init-etags"));
    assertEquals(List.of("1 entity tags recorded"), lines(out));
    assertTrue(Files.readString(var().resolve("etag.csv")).contains(",/a.txt,"));
  }

  @Test
  void aFolderForFilesIsMade() {
    assertEquals(0, run("--port", "0", "--directory", folder.resolve("drop").toString()));
    assertTrue(Files.isDirectory(folder.resolve("drop")));
  }

  @Test
  void aVarFolderThatClientsCanReachIsWarnedOf() {
    Path inside = folder.resolve("www").resolve("var");
    assertEquals(0, run("--port", "0", "--var", inside.toString()));
    assertEquals(
        List.of("gatehouse: --var lies under --root: clients can reach the logs and stores"),
        lines(err));
  }

  @Test
  void helpAndVersionAreZero() {
    assertEquals(0, run("--help"));
    assertTrue(lines(out).get(0).startsWith("Usage: "));
    assertEquals(0, run("--version"));
    assertTrue(lines(out).get(lines(out).size() - 1).startsWith("gatehouse "));
    assertEquals(List.of(), lines(err));
  }
}
