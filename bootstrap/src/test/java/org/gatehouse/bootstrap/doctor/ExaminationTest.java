package org.gatehouse.bootstrap.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatehouse.adapter.persistence.StoredTags;
import org.gatehouse.bootstrap.config.ConfigurationReader;
import org.gatehouse.bootstrap.option.Arguments;
import org.gatehouse.bootstrap.option.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each trouble is found, and is not found where it is not. */
class ExaminationTest {
  private static final String BCRYPT =
      "me:$2y$10$abcdefghijklmnopqrstuuJ6lVq3mXkq1v0oY5c5o1hN4F3oQ2b8W\n";

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void site() throws IOException {
    root = Files.createDirectory(folder.resolve("www"));
    Files.writeString(root.resolve("index.html"), "<p>");
  }

  private Report examine(Map<String, String> environment, String... options) {
    List<String> all =
        new ArrayList<>(
            List.of("doctor", "--port=0", "--root=" + root, "--var=" + folder.resolve("var")));
    all.addAll(List.of(options));
    Settings settings = new Arguments("", environment).read(all.toArray(String[]::new)).settings();
    return Examination.of(ConfigurationReader.read(settings), settings, StoredTags::read);
  }

  private Report examine(String... options) {
    return examine(Map.of(), options);
  }

  private static void assertFound(Report report, Severity severity, String subject, String what) {
    assertTrue(
        report.findings().stream()
            .anyMatch(
                each ->
                    each.severity() == severity
                        && each.subject().equals(subject)
                        && each.what().contains(what)),
        () -> severity + " " + subject + " " + what + " in\n" + report.text());
  }

  private static void assertClean(Report report, String subject) {
    assertTrue(
        report.findings().stream()
            .filter(each -> each.subject().equals(subject))
            .allMatch(each -> each.severity() == Severity.OK),
        report::text);
  }

  @Test
  void anOrdinarySiteOnLoopbackIsWell() {
    Report report = examine();
    assertEquals(0, report.count(Severity.ERROR), report::text);
    for (String subject : List.of("options", "root", "var", "hosts", "writes", "credentials")) {
      assertClean(report, subject);
    }
    assertFalse(Files.exists(folder.resolve("var")), "it only looked");
  }

  @Test
  void whateverIsNotWellSaysWhyAndWhatToDo() throws IOException {
    Report report =
        examine("--root=" + folder.resolve("no"), "--bind=0.0.0.0", "--auth=a:b", "--sync=never");
    for (Finding finding : report.findings()) {
      boolean well = finding.severity() == Severity.OK;
      assertEquals(well, finding.why().isEmpty(), finding::toString);
      assertEquals(well, finding.advice().isEmpty(), finding::toString);
    }
  }

  @Test
  void roots() throws IOException {
    assertFound(examine("--root=" + folder.resolve("no")), Severity.ERROR, "root", "not exist");
    Path file = Files.createFile(folder.resolve("file"));
    assertFound(examine("--root=" + file), Severity.ERROR, "root", "is not a folder");
    assertFound(examine("--root=/"), Severity.WARNING, "root", "the whole machine");
    assertFound(examine("--var=" + root.resolve("x")), Severity.OK, "var", "will be made");
    Files.createDirectory(root.resolve("x"));
    assertFound(examine("--var=" + root.resolve("x")), Severity.WARNING, "var", "under --root");
    Files.createDirectory(root.resolve(".git"));
    assertClean(examine(), "root");
    assertFound(examine("--dotfiles"), Severity.WARNING, "root", ".git");
    Files.delete(root.resolve("index.html"));
    assertFound(examine(), Severity.NOTE, "root", "no index.html");
    assertFound(examine("--directory=" + file), Severity.ERROR, "root", "is not a folder");
    assertFound(examine("--directory=" + folder.resolve("d")), Severity.OK, "root", "be made");
  }

  @Test
  void aRootThatCannotBeWritten() throws IOException {
    assumeTrue(!System.getProperty("user.name").equals("root"), "root may write everything");
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-xr-xr-x"));
    assertFound(examine(), Severity.WARNING, "root", "cannot be written");
    assertClean(examine("--writes=off"), "root");
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void ports() throws IOException {
    assertFound(examine(), Severity.NOTE, "port", "another port");
    String port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = "--port=" + taken.getLocalPort();
      assertFound(examine(port), Severity.ERROR, "port", "is in use");
    }
    assertFound(examine(port), Severity.OK, "port", "is free");
    assertFound(examine("--bind=192.0.2.99"), Severity.ERROR, "port", "cannot listen");
  }

  @Test
  void hosts() {
    assertFound(examine("--bind=0.0.0.0"), Severity.NOTE, "hosts", "any Host");
    assertFound(examine("--bind=0.0.0.0"), Severity.NOTE, "hosts", "/metrics");
    assertClean(examine("--bind=0.0.0.0", "--allowed-host=a.example", "--endpoints=none"), "hosts");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--bind=0.0.0.0 --writes=open                     | WARNING | everyone who reaches",
        "--bind=0.0.0.0                                   | NOTE | nobody may write",
        "--bind=0.0.0.0 --auth=me:a-long-and-good-one     | WARNING | travel in the open",
        "--bind=0.0.0.0 --auth=me:xyz --auth-backoff=off  | NOTE | --auth-backoff off",
        "--writes=off                                     | OK | nobody may write",
        "--writes=authenticated --auth=me:a-long-good-one | OK | whoever has credentials"
      })
  void writes(String options, Severity severity, String what) {
    assertFound(examine(options.split(" +")), severity, "writes", what);
  }

  @ParameterizedTest
  @CsvSource({
    "password, WARNING, first that are guessed",
    "PassWord, WARNING, first that are guessed",
    "the-user, WARNING, first that are guessed",
    "abcdefgh, WARNING, short",
    "aaaaaaaaaaaaaaaaaaa, WARNING, short",
    "k3Vx9-quite-long, OK, long enough"
  })
  void passwords(String password, Severity severity, String what) {
    Map<String, String> environment =
        Map.of("HTTP_AUTH_USER", "the-user", "HTTP_AUTH_PASS", password);
    Report report = examine(environment);
    assertFound(report, severity, "credentials", what);
    assertTrue(password.equals("password") || !report.text().contains(password), report::text);
    assertFound(examine("--auth=the-user:" + password), severity, "credentials", what);
  }

  @Test
  void passwordFiles() throws IOException {
    Path file = Files.writeString(folder.resolve("users"), BCRYPT);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    String option = "--auth-file=" + file;
    assertClean(examine(option), "credentials");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertFound(examine(option), Severity.NOTE, "credentials", "group");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertFound(examine(option), Severity.ERROR, "credentials", "others");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(file, "me:plain\n");
    assertFound(examine(option), Severity.ERROR, "credentials", "line 1");
    Files.delete(file);
    assertFound(examine(option), Severity.ERROR, "credentials", "does not exist");
    Path served = Files.writeString(root.resolve("users"), BCRYPT);
    Files.setPosixFilePermissions(served, PosixFilePermissions.fromString("rw-------"));
    assertFound(examine("--auth-file=" + served), Severity.ERROR, "credentials", "is served");
  }

  @Test
  void stores() throws IOException {
    Path var = Files.createDirectory(folder.resolve("var"));
    Files.writeString(var.resolve("etag.csv"), "E-Tag,resource,last modified\nx\n");
    assertFound(examine(), Severity.WARNING, "var", "1 malformed");
    Files.delete(var.resolve("etag.csv"));
    Files.createDirectory(var.resolve("etag.csv"));
    assertFound(examine(), Severity.ERROR, "var", "etag.csv cannot be");
    Files.createDirectory(var.resolve("cookies.txt"));
    assertFound(examine(), Severity.ERROR, "var", "cookies.txt cannot be");
    Path file = Files.createFile(folder.resolve("file"));
    assertFound(examine("--var=" + file), Severity.ERROR, "var", "is no folder");
    assertFound(examine("--var=" + file.resolve("x")), Severity.ERROR, "var", "cannot be made");
  }

  @Test
  void limits() {
    assertFound(examine("--max-connections=16000000"), Severity.WARNING, "limits", "open files");
    assertFound(examine("--max-body=9000000G"), Severity.WARNING, "limits", "left");
    assertFalse(
        examine("--max-body=9000000G", "--writes=off").findings().stream()
            .anyMatch(each -> each.what().contains("--root has")));
  }

  @Test
  void listings() throws IOException {
    assertFound(examine(), Severity.OK, "listing", "no folder is listed");
    Files.createDirectory(root.resolve("pub"));
    Report listed = examine("--listing=/pub/", "--listing=/files/");
    assertFound(listed, Severity.OK, "listing", "/files/, /pub/");
    assertClean(listed, "listing");
    assertFound(examine("--listing=/pub/", "--dotfiles"), Severity.WARNING, "listing", "hidden");
    assertFound(examine("--listing=/pup/"), Severity.NOTE, "listing", "/pup/ is no folder");
  }

  @Test
  void times() throws IOException {
    assertFound(examine("--drain-delay=30s"), Severity.NOTE, "times", "40 s");
    assertFound(examine("--header-timeout=5m"), Severity.NOTE, "times", "--header-timeout");
    Path late = Files.createFile(root.resolve("late"));
    Files.setLastModifiedTime(late, FileTime.from(Instant.now().plus(Duration.ofDays(1))));
    assertFound(examine(), Severity.WARNING, "storage", "from the future");
  }

  @Test
  void wholeSeconds() throws IOException {
    for (int i = 0; i < 9; i++) {
      Path file = Files.createFile(root.resolve("f" + i));
      Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + i)));
    }
    Files.setLastModifiedTime(
        root.resolve("index.html"), FileTime.from(Instant.ofEpochSecond(1_700_000_000L)));
    assertFound(examine(), Severity.WARNING, "storage", "whole seconds");
  }

  @Test
  void sync() {
    assertFound(examine("--sync=never"), Severity.NOTE, "storage", "--sync never");
  }

  @Test
  void linesAreShortAndHarmless() throws IOException {
    Report report = examine("--root=" + folder.resolve("a\u001b[31mb"), "--bind=0.0.0.0");
    assertTrue(report.text().chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f)));
    assertTrue(
        report.text().lines().filter(line -> !line.contains("/")).allMatch(l -> l.length() <= 100));
    assertFalse(report.json().contains("\u001b"));
  }
}
