package org.gatehouse.adapter.socket.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;

/** What was logged, as the lines a reader would see. */
final class Said {
  private final ListAppender<ILoggingEvent> records = new ListAppender<>();
  private final Logger log;

  /** Listens from this level on, to a logger nobody else has. */
  Said(Level level) {
    LoggerContext context = new LoggerContext();
    log = context.getLogger("test");
    log.setLevel(level);
    records.setContext(context);
    records.start();
    log.addAppender(records);
  }

  Logger log() {
    return log;
  }

  List<String> lines() {
    return records.list.stream()
        .map(record -> record.getLevel() + " " + record.getFormattedMessage())
        .collect(Collectors.toList());
  }
}
