package org.gatehouse.bootstrap.endtoend.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of the stores, read strictly after a kill and after the start that follows it. */
final class StoreFiles {
  private static final String HEADER = "E-Tag,resource,last modified";
  private static final Pattern ROW =
      Pattern.compile("\"\"(\"\\d+-\\d+\")\"\",(/[^\",]*),(\\S{19}\\.\\d{9}Z)");
  private static final Pattern ID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final Path var;
  private List<String> ids = List.of();
  private Map<String, Instant> latest = new TreeMap<>();
  private int torn;

  StoreFiles(Path var) {
    this.var = var;
  }

  /** A file as a killed server left it: whole lines, and perhaps the beginning of another. */
  private record Left(List<String> lines, String torn) {
    static Left in(Path file) throws IOException {
      String text = Files.readString(file);
      int end = text.lastIndexOf('\n') + 1;
      return new Left(text.substring(0, end).lines().toList(), text.substring(end));
    }
  }

  /** A server was killed: whole lines are what they should be, and none of the earlier is lost. */
  void checkKilled(Traces told) throws IOException {
    Set<String> keptIds = checkCookies();
    Set<String> keptTags = checkTags();
    List<String> holes = told.keptAfterLost(keptIds, keptTags);
    assertTrue(holes.isEmpty(), () -> "something before this was lost: " + holes.get(0));
  }

  private Set<String> checkCookies() throws IOException {
    Left left = Left.in(var.resolve("cookies.txt"));
    assertEquals(ids, left.lines().subList(0, ids.size()), "ids of earlier servers");
    ids = left.lines();
    assertEquals(List.of(), ids.stream().filter(id -> !ID.matcher(id).matches()).toList());
    Set<String> kept = new HashSet<>(ids);
    assertEquals(ids.size(), kept.size(), "an id is there twice");
    noteTorn(left, "cookies.txt");
    return kept;
  }

  private void noteTorn(Left left, String file) {
    if (!left.torn().isEmpty()) {
      torn++;
      assertTrue(left.torn().length() < 200, file + " has lost the end of a line: " + left.torn());
    }
  }

  private Set<String> checkTags() throws IOException {
    Left left = Left.in(var.resolve("etag.csv"));
    assertEquals(HEADER, left.lines().get(0));
    Map<String, Instant> before = latest;
    latest = new TreeMap<>();
    Set<String> kept = new HashSet<>();
    for (String line : left.lines().subList(1, left.lines().size())) {
      Matcher row = ROW.matcher(line);
      assertTrue(row.matches(), "not a row: " + line);
      assertTrue(kept.add(row.group(1) + " " + row.group(2)), "there twice: " + line);
      latest.merge(row.group(2), Instant.parse(row.group(3)), StoreFiles::later);
    }
    before.forEach(
        (path, time) -> assertTrue(!latest.get(path).isBefore(time), path + " is forgotten"));
    noteTorn(left, "etag.csv");
    return kept;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** The next server has started: all whole lines are there, nothing else is, each path once. */
  void checkStarted() throws IOException {
    assertEquals(ids, Files.readAllLines(var.resolve("cookies.txt")));
    assertTrue(ids.isEmpty() || Files.readString(var.resolve("cookies.txt")).endsWith("\n"));
    Map<String, Instant> rows = new TreeMap<>();
    List<String> lines = Files.readAllLines(var.resolve("etag.csv"));
    for (String line : lines.subList(1, lines.size())) {
      Matcher row = ROW.matcher(line);
      assertTrue(row.matches(), "not a row: " + line);
      assertEquals(null, rows.put(row.group(2), Instant.parse(row.group(3))), "there twice");
    }
    assertEquals(latest, rows, "the latest of each path");
    assertEquals(
        Set.of("cookies.txt", "cookies.txt.lock", "etag.csv", "etag.csv.lock", "user.log"),
        names());
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> files = Files.list(var)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** All servers are gone: they complained of lines that were torn and of nothing else. */
  void checkLog() throws IOException {
    List<String> complaints =
        Files.readAllLines(var.resolve("user.log")).stream()
            .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
            // Of requests: whoever deletes what is not there is told so.
            .filter(line -> !line.contains(" ExchangeLog - "))
            .toList();
    assertEquals(torn, complaints.size(), complaints.toString());
    assertTrue(complaints.stream().allMatch(line -> line.contains("in the middle of a")));
  }

  /** How many ids there are. */
  int idCount() {
    return ids.size();
  }
}
