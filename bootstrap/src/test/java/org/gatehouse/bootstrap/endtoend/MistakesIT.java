package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gatehouse.bootstrap.endtoend.JarServer.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong at the start costs one line and an exit code. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class MistakesIT {
  @TempDir Path folder;

  private static void assertEnded(int code, String line, Ended ended) {
    assertEquals(List.of("gatehouse: " + line), ended.err());
    assertEquals(List.of(), ended.out());
    assertEquals(code, ended.code());
  }

  @Test
  void anUnknownOption() throws Exception {
    assertEnded(
        2,
        "unknown option '--por', did you mean --port?; see --help for all of them",
        JarServer.in(folder).run("--por", "80"));
  }

  @Test
  void aBadValueOfAFlagAndOfAVariable() throws Exception {
    assertEnded(
        2,
        "--writes: 'closed' is not allowed; it takes one of open, authenticated, off",
        JarServer.in(folder).run("--writes", "closed"));
    assertEnded(
        2,
        "GATEHOUSE_PORT: 'http' is not allowed; it takes a number from 0 to 65535",
        JarServer.in(folder).environment("GATEHOUSE_PORT", "http").run());
  }

  @Test
  void aListingOfWhatIsNoFolder() throws Exception {
    String takes =
        "it takes none, or the path of a folder with a slash at both ends, such as /pub/";
    assertEnded(
        2,
        "--listing: '/pub' is not allowed; " + takes,
        JarServer.in(folder).run("--listing", "/pub"));
    assertEnded(
        2,
        "GATEHOUSE_LISTING: '/../' is not allowed; " + takes,
        JarServer.in(folder).environment("GATEHOUSE_LISTING", "/pub/,/../").run());
  }

  @Test
  void anArgumentFileThatIsNotThere() throws Exception {
    assertEnded(
        2,
        "the argument file 'profiles/none' cannot be read",
        JarServer.in(folder).run("@profiles/none"));
  }

  @Test
  void aPortInUse() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertEnded(
          1,
          "--port: 127.0.0.1:"
              + other.getLocalPort()
              + " is in use; another port is needed, or 0 for any free one",
          JarServer.in(folder).run(Integer.toString(other.getLocalPort())));
    }
    assertTrue(Files.notExists(folder.resolve("var")), "nothing was touched");
  }

  @Test
  void anAddressThatIsNotOfThisMachine() throws Exception {
    Ended ended = JarServer.in(folder).run("0", "--bind", "192.0.2.1");
    assertEquals(1, ended.code());
    assertEquals(1, ended.err().size());
    assertTrue(
        ended.err().get(0).startsWith("gatehouse: --bind, --port: cannot listen on 192.0.2.1:0: "),
        ended.err().get(0));
  }

  @Test
  void aRootThatIsMissingOrNoFolder() throws Exception {
    assertEnded(
        1,
        "--root: the folder 'nowhere' does not exist",
        JarServer.in(folder).options("--root", "nowhere").run("0"));
    Files.createFile(folder.resolve("file"));
    assertEnded(
        1,
        "--root: the folder 'file' is not a folder",
        JarServer.in(folder).options("--root", "file").run("0"));
  }

  @Test
  void aVarFolderThatCannotBeWritten() throws Exception {
    Files.createFile(folder.resolve("file"));
    Ended ended = JarServer.in(folder).options("--var", "file").run("0");
    assertEnded(1, "--var: the folder 'file' cannot be made: a file has this name", ended);
  }

  @Test
  void aVarFolderInWhichALogCannotBeWritten() throws Exception {
    Files.createDirectories(folder.resolve("var").resolve("user.log"));
    Ended ended = JarServer.in(folder).run("0");
    assertEquals(1, ended.code());
    assertEquals(1, ended.err().size());
    assertTrue(
        ended.err().get(0).startsWith("gatehouse: --var: the folder cannot be used: "),
        ended.err().get(0));
  }

  @Test
  void twoServersInOneVarFolder() throws Exception {
    try (JarServer first = JarServer.in(folder).start()) {
      Ended second = JarServer.in(folder).run("0");
      assertEquals(1, second.code());
      assertEquals(1, second.err().size());
      assertTrue(second.err().get(0).contains("another server"), second.err().get(0));
      assertTrue(first.isAlive());
      try (RawClient client = first.connect()) {
        assertEquals(200, client.get("/health").status());
      }
    }
  }

  @Test
  void helpAndVersion() throws Exception {
    Ended help = JarServer.in(folder).runExactly("--help");
    assertEquals(0, help.code());
    assertEquals(List.of(), help.err());
    assertTrue(help.out().get(0).startsWith("Usage: java -jar server.jar [PORT [LOG_LEVEL]]"));
    Ended version = JarServer.in(folder).runExactly("--version");
    assertEquals(0, version.code());
    assertTrue(version.out().get(0).matches("gatehouse \\d+\\.\\d+\\.\\d+\\S* \\(Java .*\\)"));
    assertEquals(1, version.out().size());
  }
}
