package org.gatehouse.adapter.socket.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.gatehouse.application.port.in.ConnectionInfo;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.in.Origin;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.domain.message.RequestHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * A log that cannot be written, not even by throwing something civil: its classes may be gone where
 * the jar was replaced under a running server.
 */
class BrokenLogTest {
  private final List<Logger> loggers =
      List.of(
          (Logger) LoggerFactory.getLogger(EventLoop.class),
          (Logger) LoggerFactory.getLogger(Connection.class));
  private final CountDownLatch tried = new CountDownLatch(2);
  private final Broken broken = new Broken(tried);
  private final ScriptedOrigin origin = new ScriptedOrigin().text("/", "hello");

  /** Throws what a missing class throws, which Logback lets through. */
  private static final class Broken extends AppenderBase<ILoggingEvent> {
    private final CountDownLatch tried;

    Broken(CountDownLatch tried) {
      this.tried = tried;
    }

    @Override
    protected void append(ILoggingEvent event) {
      tried.countDown();
      throw new NoClassDefFoundError("the log");
    }
  }

  /** Throws for one target, and for the others answers. */
  private final class Failing implements Origin {
    @Override
    public Exchange accept(RequestHead head, ConnectionInfo connection) {
      if (head.target().raw().equals("/defect")) {
        throw new IllegalStateException("a defect");
      }
      return origin.accept(head, connection);
    }

    @Override
    public Exchange refuse(Refusal refusal, ConnectionInfo connection) {
      return origin.refuse(refusal, connection);
    }
  }

  @BeforeEach
  void breakTheLog() {
    broken.start();
    for (Logger logger : loggers) {
      logger.setLevel(Level.ERROR);
      logger.addAppender(broken);
    }
  }

  @AfterEach
  void mendTheLog() {
    for (Logger logger : loggers) {
      logger.detachAppender(broken);
      logger.setLevel(null);
    }
  }

  @Test
  void itCostsTheConnectionAndNoLoop() throws Exception {
    try (TestServer server = new TestServer.Settings().loops(1).start(new Failing())) {
      try (RawClient unlucky = server.client()) {
        assertTrue(unlucky.get("/defect").isClosed());
      }
      try (RawClient client = server.client()) {
        assertEquals("hello", client.get("/").reply().text());
      }
      assertEquals(0, tried.getCount(), "both the connection and the loop tried to tell");
    }
  }
}
