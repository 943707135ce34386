package org.gatehouse.bootstrap.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Puts aged logs away, compressed and numbered.
 *
 * <p>In three steps, each of which may be the last one before a crash: the log is renamed into the
 * archive ({@code userlogfile3.log}), compressed beside itself ({@code userlogfile3.tmp}), and the
 * result renamed ({@code userlogfile3.gz}) before the plain one is deleted. The next start finishes
 * what it finds half done, so nothing is lost, archived twice or left lying about.
 */
final class LogArchive {
  private static final String PLAIN = ".log";
  private static final String UNFINISHED = ".tmp";
  private static final String COMPRESSED = ".gz";
  private static final int BUFFER = 1 << 16;

  private final LogFile log;
  private final Pattern numbered;

  LogArchive(LogFile log) {
    this.log = log;
    this.numbered = Pattern.compile(Pattern.quote(log.archivedName()) + "(\\d{1,9})\\.[a-z]+");
  }

  /**
   * Takes the log away if it was begun before this time, so that a fresh one begins; one that
   * another server writes to is left to it. Quick.
   */
  void retire(Instant now, Duration expiry) throws IOException {
    Path current = log.current();
    if (!Files.isRegularFile(current)
        || Files.size(current) == 0
        || !LogAge.begun(current).isBefore(now.minus(expiry))) {
      return;
    }
    try (FileChannel channel = FileChannel.open(current, StandardOpenOption.APPEND)) {
      if (LogLock.take(channel)) {
        Files.createDirectories(log.archive());
        Files.move(current, archived(nextNumber(), PLAIN), StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /** Compresses what is in the archive uncompressed, now or since a crash. May take its time. */
  void compress() throws IOException {
    for (Path file : files()) {
      String name = file.getFileName().toString();
      if (name.endsWith(PLAIN)) {
        compress(file, number(name));
      }
    }
  }

  private void compress(Path plain, int number) throws IOException {
    // Both may be there from a run that was cut short, and are then made anew from the same log.
    Path unfinished = archived(number, UNFINISHED);
    Path result = archived(number, COMPRESSED);
    try {
      copyCompressed(plain, unfinished);
      Files.move(unfinished, result, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    Files.delete(plain);
  }

  private static void copyCompressed(Path plain, Path target) throws IOException {
    try (InputStream in = Files.newInputStream(plain);
        OutputStream out = new GZIPOutputStream(Files.newOutputStream(target), BUFFER)) {
      in.transferTo(out);
    }
    // The plain log is deleted next: until then the copy has to be on the disk.
    try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private Path archived(int number, String ending) {
    return log.archive().resolve(log.archivedName() + number + ending);
  }

  private int nextNumber() throws IOException {
    int highest = 0;
    for (Path file : files()) {
      highest = Math.max(highest, number(file.getFileName().toString()));
    }
    return highest + 1;
  }

  private int number(String name) {
    Matcher matcher = numbered.matcher(name);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /** The numbered files of the archive; whatever else lies there is left alone. */
  private List<Path> files() throws IOException {
    if (!Files.isDirectory(log.archive())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(log.archive())) {
      return all.filter(file -> number(file.getFileName().toString()) > 0).sorted().toList();
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }
}
