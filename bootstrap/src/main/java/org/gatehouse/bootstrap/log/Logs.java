package org.gatehouse.bootstrap.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gatehouse.application.port.out.AccessLog;
import org.slf4j.LoggerFactory;

/** The open logs of a running server. */
public final class Logs implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final LineWriter<ILoggingEvent> writer;
  private final LineAppender appender;
  private final Optional<LineWriter<AccessLog.Entry>> access;
  private final Thread compressing;

  private Logs(
      LineWriter<ILoggingEvent> writer,
      Optional<LineWriter<AccessLog.Entry>> access,
      Thread compressing) {
    this.writer = writer;
    this.appender = new LineAppender(writer);
    this.access = access;
    this.compressing = compressing;
  }

  /**
   * Puts aged logs away and opens the chosen ones. From here on everything that is logged goes
   * there.
   *
   * @param folder the var folder, which exists
   * @param stream which log is written
   * @param format how the access log is written; empty for none
   * @param expiry how old a log may be
   * @param now the time
   * @param complaints told in words when a log cannot be written any more
   * @throws IOException if a log cannot be opened
   */
  public static Logs open(
      Path folder,
      LogStream stream,
      Optional<AccessFormat> format,
      Duration expiry,
      Instant now,
      Consumer<String> complaints)
      throws IOException {
    List<LogArchive> archives = archives(folder);
    for (LogArchive archive : archives) {
      archive.retire(now, expiry);
    }
    LineWriter<ILoggingEvent> writer =
        LineWriter.open(
            stream.in(folder).current(), new EventFormat(ZoneId::systemDefault), complaints);
    Optional<LineWriter<AccessLog.Entry>> access = Optional.empty();
    if (format.isPresent()) {
      Path file = LogFile.access(folder).current();
      access = Optional.of(LineWriter.open(file, format(format.get()), complaints));
    }
    Logs logs = new Logs(writer, access, new Thread(() -> compress(archives), "log-archive"));
    logs.attach(Level.convertAnSLF4JLevel(stream.level()));
    logs.compressing.setDaemon(true);
    logs.compressing.start();
    return logs;
  }

  private static List<LogArchive> archives(Path folder) {
    List<LogArchive> archives = new ArrayList<>();
    for (LogStream stream : LogStream.values()) {
      archives.add(new LogArchive(stream.in(folder)));
    }
    archives.add(new LogArchive(LogFile.access(folder)));
    return archives;
  }

  private static LineFormat<AccessLog.Entry> format(AccessFormat format) {
    LossReport losses =
        count ->
            LoggerFactory.getLogger(Logs.class).warn("{} lines of access.log were lost", count);
    ZoneId zone = ZoneId.systemDefault();
    return switch (format) {
      case COMBINED -> new CombinedFormat(zone, losses);
      case JSON -> new JsonFormat(zone, losses);
    };
  }

  private static void compress(List<LogArchive> archives) {
    for (LogArchive archive : archives) {
      try {
        archive.compress();
      } catch (IOException failed) {
        LoggerFactory.getLogger(Logs.class).warn("an aged log could not be compressed", failed);
      }
    }
  }

  private void attach(Level level) {
    LoggerContext context = context();
    appender.setContext(context);
    appender.start();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(level);
    root.addAppender(appender);
  }

  private static LoggerContext context() {
    return (LoggerContext) LoggerFactory.getILoggerFactory();
  }

  /** Loads what records need, so that they can be written where no file can be opened any more. */
  public static void load() {
    EventFormat.load();
  }

  /** The access log; empty where none is written. */
  public Optional<AccessLog> access() {
    return access.map(lines -> lines::take);
  }

  /** Writes what is still waiting, gives the archive a moment, and closes the files. */
  @Override
  public void close() {
    access.ifPresent(lines -> lines.close(PATIENCE));
    try {
      compressing.join(PATIENCE.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    Logger root = context().getLogger(Logger.ROOT_LOGGER_NAME);
    root.detachAppender(appender);
    root.setLevel(Level.OFF);
    writer.close(PATIENCE);
  }
}
