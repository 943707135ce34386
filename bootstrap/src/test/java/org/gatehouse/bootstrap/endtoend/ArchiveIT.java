package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ?format=zip}: whole, in pieces, by other programs, and while files change. */
@Timeout(300)
class ArchiveIT {
  private static final int LARGE = 3_000_000;

  @TempDir Path folder;

  private static byte[] random(int size, int seed) {
    byte[] octets = new byte[size];
    new Random(seed).nextBytes(octets);
    return octets;
  }

  private JarServer.Launch launch() {
    return JarServer.in(folder)
        .file("f/a.txt", "hello")
        .file("f/empty.txt", "")
        .file("f/sub/größe €.txt", "umlaut")
        .file("f/sub/large.bin", random(LARGE, 1))
        .file("f/zz.txt", "last")
        .file("g/beside.txt", "beside")
        .options("--listing", "/", "--unknown-types", "octet-stream");
  }

  @Test
  void isWhatOtherProgramsRead() throws Exception {
    try (JarServer server = launch().start();
        RawClient client = server.connect()) {
      Path f = server.root().resolve("f");
      Files.createSymbolicLink(f.resolve("sub/up"), Path.of(".."));
      Files.createSymbolicLink(f.resolve("linked"), Path.of("../g"));
      Files.createDirectories(f.resolve("nothing"));
      RawResponse answer = client.get("/f/?format=zip");
      assertEquals(200, answer.status());
      assertEquals("application/zip", answer.field("Content-Type"));
      assertEquals("attachment; filename=\"f.zip\"", answer.field("Content-Disposition"));
      assertEquals("bytes", answer.field("Accept-Ranges"));
      Path zip = Files.write(folder.resolve("f.zip"), answer.content());
      try (ZipFile read = new ZipFile(zip.toFile())) {
        TreeSet<String> names = new TreeSet<>();
        read.stream().forEach(entry -> names.add(entry.getName()));
        assertEquals(
            new TreeSet<>(
                List.of(
                    "a.txt",
                    "empty.txt",
                    "linked/",
                    "linked/beside.txt",
                    "nothing/",
                    "sub/",
                    "sub/größe €.txt",
                    "sub/large.bin",
                    "zz.txt")),
            names);
        assertArrayEquals(
            random(LARGE, 1), read.getInputStream(read.getEntry("sub/large.bin")).readAllBytes());
      }
      assertReads("unzip", "-tqq", zip.toString());
      assertReads("python3", "-m", "zipfile", "-t", zip.toString());
    }
  }

  /** Where there is no such program, nobody can ask it. */
  private static void assertReads(String... command) throws Exception {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException notInstalled) {
      return;
    }
    String said = new String(process.getInputStream().readAllBytes());
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), said);
  }

  @Test
  void piecesOfSeveralServersMakeTheWhole() throws Exception {
    byte[] whole;
    String tag;
    JarServer.Launch launch = launch();
    try (JarServer server = launch.start();
        RawClient client = server.connect()) {
      RawResponse answer = client.get("/f/?format=zip");
      whole = answer.content();
      tag = answer.field("ETag");
      assertEquals(
          416, client.get("/f/?format=zip", "Range: bytes=" + whole.length + "-").status());
      assertEquals(304, client.get("/f/?format=zip", "If-None-Match: " + tag).status());
      RawResponse changed = client.get("/f/?format=zip", "Range: bytes=5-9", "If-Range: \"other\"");
      assertEquals(200, changed.status());
      assertArrayEquals(whole, changed.content());
    }
    // This one has read nothing yet, so the checksums are not known.
    try (JarServer server = launch.start();
        RawClient client = server.connect()) {
      ByteBuffer joined = ByteBuffer.allocate(whole.length);
      for (int end : new int[] {whole.length, LARGE / 2, 700}) {
        int from = end == 700 ? 0 : end == whole.length ? LARGE / 2 : 700;
        RawResponse part =
            client.get(
                "/f/?format=zip", "Range: bytes=" + from + "-" + (end - 1), "If-Range: " + tag);
        assertEquals(206, part.status());
        assertEquals(
            "bytes " + from + "-" + (end - 1) + "/" + whole.length, part.field("Content-Range"));
        assertEquals(tag, part.field("ETag"));
        joined.position(from).put(part.content());
      }
      assertArrayEquals(whole, joined.array());
      byte[] tail = client.get("/f/?format=zip", "Range: bytes=-300").content();
      assertArrayEquals(Arrays.copyOfRange(whole, whole.length - 300, whole.length), tail);
    }
  }

  @Test
  void curlResumesWhatBrokeOff() throws Exception {
    try (JarServer server = launch().start();
        RawClient client = server.connect()) {
      byte[] whole = client.get("/f/?format=zip").content();
      Path file = Files.write(folder.resolve("half.zip"), Arrays.copyOf(whole, 1_234_567));
      Process curl;
      try {
        curl =
            new ProcessBuilder(
                    "curl",
                    "-sf",
                    "-C",
                    "-",
                    "-o",
                    file.toString(),
                    server.uri("/f/") + "?format=zip")
                .start();
      } catch (IOException notInstalled) {
        assumeTrue(false, "no curl");
        return;
      }
      assertTrue(curl.waitFor(60, TimeUnit.SECONDS));
      assertEquals(0, curl.exitValue());
      assertArrayEquals(whole, Files.readAllBytes(file));
    }
  }

  @Test
  void aFileThatChangesBreaksTheDownload() throws Exception {
    JarServer.Launch launch = launch().file("f/sub/later.bin", random(40_000_000, 2));
    for (boolean inPlace : new boolean[] {true, false}) {
      try (JarServer server = launch.start();
          RawClient client = server.connect()) {
        client.sendHead("GET /f/?format=zip");
        RawResponse head = client.readHead();
        int length = Integer.parseInt(head.field("Content-Length"));
        client.readExactly(100_000);
        Path victim = server.root().resolve(inPlace ? "f/sub/later.bin" : "f/zz.txt");
        if (inPlace) {
          Files.write(victim, new byte[] {1}, StandardOpenOption.APPEND);
        } else {
          Files.delete(victim);
        }
        assertThrows(EOFException.class, () -> client.readExactly(length - 100_000));
        try (RawClient again = server.connect()) {
          assertEquals(200, again.head("/f/?format=zip").status(), "the server goes on");
        }
      }
    }
  }

  @Test
  void aClientThatVanishesLeavesNothingOpen() throws Exception {
    try (JarServer server = launch().file("f/large2.bin", random(20_000_000, 3)).start()) {
      for (int i = 0; i < 20; i++) {
        try (RawClient client = server.connect()) {
          client.sendHead("GET /f/?format=zip").readExactly(50_000);
          client.reset();
        }
      }
      try (RawClient client = server.connect()) {
        assertEquals(200, client.get("/f/a.txt").status());
      }
      // A large file that was read is kept open for some seconds.
      Patience.until("nothing is open", () -> openFiles(server) == 0);
    }
  }

  /** How many of the served files its process has open. */
  private static long openFiles(JarServer server) throws IOException {
    Path descriptors = Path.of("/proc/" + server.pid() + "/fd");
    assumeTrue(Files.exists(descriptors), "no /proc");
    long open = 0;
    try (var all = Files.newDirectoryStream(descriptors)) {
      for (Path descriptor : all) {
        try {
          open += Files.readSymbolicLink(descriptor).toString().endsWith(".bin") ? 1 : 0;
        } catch (IOException closedMeanwhile) {
          continue;
        }
      }
    }
    return open;
  }
}
