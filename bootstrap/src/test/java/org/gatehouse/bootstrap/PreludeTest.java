package org.gatehouse.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.gatehouse.bootstrap.explain.Explanation;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PreludeTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger("org.gatehouse.application");
  private final ListAppender<ILoggingEvent> records = new ListAppender<>();

  @BeforeEach
  void listen() {
    records.start();
    logger.addAppender(records);
    logger.setLevel(Level.TRACE);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(records);
    logger.setLevel(null);
  }

  @Test
  void readsFileAndLeavesNoRecord() throws Exception {
    Path home = Path.of(System.getProperty("java.home"));
    Explanation explanation = new Prelude(new CountDownLatch(0)).call();
    boolean there = Files.exists(home.resolve("release"));
    assertEquals(there ? Status.OK : Status.NOT_FOUND, explanation.response().status());
    assertEquals(List.of(), records.list);
    assertFalse(Files.exists(home.resolve("etag.csv")));
  }
}
