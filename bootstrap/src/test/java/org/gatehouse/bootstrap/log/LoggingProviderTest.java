package org.gatehouse.bootstrap.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoggingProviderTest {
  private final LoggingProvider provider = new LoggingProvider();

  private LoggerContext context() {
    return (LoggerContext) provider.getLoggerFactory();
  }

  @Test
  void isSilentUntilItIsTold() {
    provider.initialize();
    assertFalse(context().getLogger("any").isErrorEnabled());
    assertTrue(context().isStarted());
    assertTrue(context().getStatusManager().getCopyOfStatusList().isEmpty());
  }

  @Test
  void recordsReachWhoeverIsAttached() {
    provider.initialize();
    ListAppender<ILoggingEvent> seen = new ListAppender<>();
    seen.start();
    Logger root = context().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(seen);
    provider.getMDCAdapter().put("key", "value");

    context().getLogger("any").info("{} came", 1);
    context().getLogger("any").debug("never");

    assertEquals(1, seen.list.size());
    assertEquals("1 came", seen.list.get(0).getFormattedMessage());
    assertEquals(Map.of("key", "value"), seen.list.get(0).getMDCPropertyMap());
    assertSame(
        provider.getMarkerFactory().getMarker("a"), provider.getMarkerFactory().getMarker("a"));
  }
}
