package org.gatehouse.bootstrap.doctor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.bootstrap.config.Configuration;

/**
 * The file system below the root: what its times are worth, whether it keeps what it is given, and
 * whether a file can be put in its place in one step. The server watches no files, so it does not
 * matter how many watches (inotify) the system allows.
 */
final class StorageCheck implements Check {
  private static final Set<String> PASSING = Set.of("tmpfs", "ramfs", "overlay");
  private static final Set<String> COARSE = Set.of("vfat", "msdos", "exfat", "hfs", "ext3", "ext2");
  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");
  private static final int MOST_ENTRIES = 1000;
  private static final int ENOUGH = 8;

  @Override
  public void examine(Configuration configuration, Findings findings) {
    Path root = configuration.site().root();
    boolean writes = configuration.writing().policy() != WritePolicy.OFF;
    if (!Files.isDirectory(root)) {
      findings.note("not looked at", "There is no --root.", "see root");
      return;
    }
    try {
      FileStore store = Files.getFileStore(root);
      kind(store, writes, findings);
      List<Path> entries = entries(root);
      times(store, entries, findings);
      volumes(root, entries, writes, findings);
    } catch (IOException | SecurityException unknown) {
      findings.note(
          "the file system tells nothing of itself: " + unknown.getMessage(),
          "What it is worth is unknown.",
          "serve from a local disk");
    }
    if (writes && !configuration.writing().sync()) {
      findings.note(
          "--sync never",
          "A write that was answered can be lost when the power fails.",
          "leave it out where clients rely on what they were told");
    }
  }

  private static void kind(FileStore store, boolean writes, Findings findings) {
    if (store.isReadOnly() && writes) {
      findings.error(
          "the file system of --root is mounted read-only",
          "Every write would fail.",
          "say --writes off, or mount it for writing");
    } else if (writes && PASSING.contains(store.type())) {
      findings.note(
          "--root lies on " + store.type(),
          "What is written there does not outlive the machine's, or the container's, end.",
          "put it on a disk or a volume, if uploads are to stay");
    } else {
      findings.ok("--root lies on " + store.type());
    }
  }

  /** Links are followed no further: what they lead to is not this file system's. */
  private static List<Path> entries(Path root) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(root)) {
      for (Path entry : stream) {
        if (entries.size() == MOST_ENTRIES) {
          break;
        }
        entries.add(entry);
      }
    }
    return entries;
  }

  private static void times(FileStore store, List<Path> entries, Findings findings) {
    Instant now = Instant.now();
    if (now.isBefore(BUILT)) {
      findings.error(
          "the clock says " + now,
          "Dates, cookies and the age of cached answers follow from it.",
          "set the clock (timedatectl)");
    }
    List<Instant> times = new ArrayList<>();
    for (Path entry : entries) {
      try {
        times.add(Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS).toInstant());
      } catch (IOException vanished) {
        // It is nobody's any more.
        continue;
      }
    }
    long ahead = times.stream().filter(time -> time.isAfter(now.plus(SKEW))).count();
    if (ahead > 0) {
      findings.warning(
          ahead + " files in --root are from the future",
          "Their Last-Modified is told as now, so no client can ask whether they changed by date.",
          "touch them, or set the clock");
    }
    boolean wholeSeconds =
        times.size() >= ENOUGH && times.stream().allMatch(time -> time.getNano() == 0);
    if (COARSE.contains(store.type()) || wholeSeconds) {
      findings.warning(
          "times of files seem to be whole seconds",
          "A program beside the server that writes a file twice in a second, with the same length,"
              + " leaves the same entity tag; the server's own writes are counted on.",
          "use a file system with finer times (ext4, xfs, btrfs, zfs), if others write too");
    } else {
      findings.ok("times of files are finer than seconds, as far as there are some to tell");
    }
  }

  /** A file moves in one step within one file system only. */
  private static void volumes(Path root, List<Path> entries, boolean writes, Findings findings) {
    List<String> others = new ArrayList<>();
    Object device = device(root);
    for (Path entry : entries) {
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
          && device != null
          && !device.equals(device(entry))) {
        others.add(root.relativize(entry).toString());
      }
    }
    if (writes && !others.isEmpty()) {
      findings.note(
          "other volumes are mounted below --root: " + String.join(", ", others),
          "What is uploaded there waits in a hidden folder of that volume, so that it can be put in"
              + " its place in one step.",
          "nothing, as long as the server may write to their tops");
    } else {
      findings.ok("uploads are put in their place in one step: one file system");
    }
  }

  private static Object device(Path folder) {
    try {
      return Files.getAttribute(folder, "unix:dev", LinkOption.NOFOLLOW_LINKS);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      return null;
    }
  }
}
