package org.gatehouse.bootstrap.endtoend.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.Patience;
import org.gatehouse.bootstrap.endtoend.RawClient;
import org.gatehouse.bootstrap.endtoend.RawResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk under the stores and the logs is full. No request is lost by that; what the stores have
 * to keep waits in memory and is written when there is room again; of logs it is told how much is
 * missing.
 */
@Timeout(120)
class FullVarIT {
  private static final Pattern ACCESS =
      Pattern.compile("\\S+ - - \\[[^]]+] \"[^\"]+\" \\d{3} \\d+ \"-\" \"-\".*");
  // Or a line of how something failed, which is indented.
  private static final Pattern EVENT =
      Pattern.compile("\\S{23}Z (INFO |WARN |ERROR) \\w+ - .*| {4}.*");
  private static final Pattern LOSS = Pattern.compile("(\\d+) lines of access.log were lost");
  private static final String COOKIE = "Cookie: id=reader";

  @TempDir Path folder;
  private final List<String> ids = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private int requests;
  private JarServer server;
  private SmallDisk disk;

  private JarServer.Launch launch() throws Exception {
    return SmallDisk.under(folder.resolve("var"), JarServer.in(folder))
        .options("--access-log", "combined", "--max-requests-per-connection", "1000000");
  }

  @Test
  void whatCannotBeKeptYetIsKeptLater() throws Exception {
    try (JarServer running = launch().start();
        RawClient client = running.connect()) {
      server = running;
      disk = SmallDisk.of(running, folder.resolve("var"));
      assertEquals(200, health(client));
      writeSome(client, 20);
      awaitAllWritten();
      disk.fill(0);
      // The last block of each file still has room for some lines.
      Patience.until(
          "the server is unwell",
          () -> {
            writeSome(client, 20);
            return health(client) == 503;
          });
      writeSome(client, 200);
      assertEquals(503, health(client));
      disk.free();
      Patience.until("the server is well", () -> health(client) == 200);
      writeSome(client, 20);
      awaitAllWritten();
      checkStores();
      checkLogs();
    }
  }

  /** Nobody writes while the disk is filled: what is left of it is counted. */
  private void awaitAllWritten() throws Exception {
    Patience.until("all ids are kept", () -> lines("cookies.txt").size() >= ids.size());
    Patience.until("all tags are kept", () -> lines("etag.csv").size() > tags.size());
    Patience.until("all is logged", () -> isLogged("PUT /" + (tags.size() - 1) + ".txt "));
  }

  private boolean isLogged(String request) throws IOException {
    return any("access.log", request) && any("user.log", request);
  }

  private int health(RawClient client) throws IOException {
    requests++;
    return client.get("/health", COOKIE).status();
  }

  private void writeSome(RawClient client, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      String path = "/" + tags.size() + ".txt";
      RawResponse answer = client.exchange("PUT " + path, "content");
      assertEquals(201, answer.status(), answer.toString());
      requests++;
      ids.add(answer.field("Set-Cookie").substring(3, 39));
      String tag = answer.field("ETag").replace("\"", "");
      tags.add("\"\"\"" + tag + "\"\"\"," + path);
    }
  }

  /** Without a last one that is just being written. */
  private List<String> lines(String file) throws IOException {
    String text = Files.readString(disk.path().resolve(file));
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  private void checkStores() throws IOException {
    assertEquals(ids, lines("cookies.txt"));
    List<String> rows = new ArrayList<>(lines("etag.csv"));
    assertEquals("E-Tag,resource,last modified", rows.remove(0));
    assertEquals(tags.size(), rows.size());
    Set<String> kept = new HashSet<>();
    rows.forEach(row -> kept.add(row.substring(0, row.lastIndexOf(','))));
    assertEquals(new HashSet<>(tags), kept);
    assertTrue(Files.readString(disk.path().resolve("cookies.txt")).endsWith("\n"));
    assertTrue(Files.readString(disk.path().resolve("etag.csv")).endsWith("\n"));
  }

  /** Whole lines, and no more of them than there were requests, with those told to be lost. */
  private void checkLogs() throws Exception {
    Patience.until("losses are told", () -> losses() > 0);
    assertEquals(List.of(), others("access.log", ACCESS), "torn or merged");
    assertEquals(List.of(), others("user.log", EVENT), "torn or merged");
    // Should a log find room in between, another may still have none to tell of it.
    assertTrue(lines("access.log").size() + losses() <= requests, "a line is there and lost");
    JarServer.Ended ended = server.stop();
    assertEquals(0, ended.code());
    for (String log : List.of("user.log", "access.log")) {
      assertTrue(ended.err().stream().anyMatch(line -> line.contains(log)), log);
    }
    for (String complaint : ended.err()) {
      assertTrue(complaint.contains("cannot be written, records are lost"), complaint);
    }
  }

  private boolean any(String file, String part) throws IOException {
    return lines(file).stream().anyMatch(line -> line.contains(part));
  }

  private List<String> others(String file, Pattern line) throws IOException {
    return lines(file).stream().filter(text -> !line.matcher(text).matches()).toList();
  }

  private int losses() throws IOException {
    return lines("user.log").stream()
        .map(LOSS::matcher)
        .filter(Matcher::find)
        .mapToInt(loss -> Integer.parseInt(loss.group(1)))
        .sum();
  }

  @Test
  void withoutRoomForItsStoresNoServerStarts() throws Exception {
    Path var = folder.resolve("var");
    JarServer.Ended ended = SmallDisk.fullUnder(var, JarServer.in(folder)).run("--port", "0");
    assertEquals(1, ended.code());
    assertEquals(
        List.of(
            "gatehouse: --var: the folder cannot be used: etag.csv cannot be opened: No space left"
                + " on device"),
        ended.err());
  }
}
