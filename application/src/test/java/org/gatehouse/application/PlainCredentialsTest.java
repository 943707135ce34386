package org.gatehouse.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import org.gatehouse.application.port.in.ConnectionInfo;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.in.Exchange.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class PlainCredentialsTest {
  private static final String SECRET = "YW5uOnNlY3JldA==";
  private static final String BASIC = "Basic " + SECRET;

  private final Logger logger = (Logger) LoggerFactory.getLogger(PlainCredentials.class);
  private final ListAppender<ILoggingEvent> records = new ListAppender<>();
  private final OriginFixture server = OriginFixture.answering("hello");

  @BeforeEach
  void listen() {
    records.start();
    logger.addAppender(records);
    logger.setLevel(Level.WARN);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(records);
    logger.setLevel(null);
  }

  private int warnings(String authorization, ConnectionInfo connection) {
    Exchange exchange =
        server.exchange(
            RequestMaker.get("/a").with("Authorization", authorization).connection(connection));
    exchange.decision();
    exchange.finished(Ending.COMPLETE, 5);
    return records.list.size();
  }

  private static ConnectionInfo from(String address, String scheme) {
    return new ConnectionInfo(address, 50_000, 8080, scheme);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7,       http,  Basic,  1",
    "192.0.2.7,       http,  bAsIc,  1",
    "2001:db8::1,     http,  Basic,  1",
    "192.0.2.7,       https, Basic,  0",
    "127.0.0.1,       http,  Basic,  0",
    "127.8.0.2,       http,  Basic,  0",
    "0:0:0:0:0:0:0:1, http,  Basic,  0",
    "192.0.2.7,       http,  Bearer, 0",
  })
  void warnsOfAPasswordFromAnotherHost(
      String address, String scheme, String authorization, int expected) {
    assertEquals(expected, warnings(authorization + " " + SECRET, from(address, scheme)));
  }

  @Test
  void aRequestWithoutThemIsNoReason() {
    Exchange exchange = server.exchange(RequestMaker.get("/a"));
    exchange.decision();
    exchange.finished(Ending.COMPLETE, 5);
    assertEquals(0, records.list.size());
  }

  @Test
  void namesTheClientAndNeverTheSecret() {
    warnings(BASIC, from("192.0.2.7", "http"));
    String said = records.list.get(0).getFormattedMessage();
    assertTrue(said.contains("from 192.0.2.7"), said);
    assertFalse(said.contains(SECRET) || said.contains("secret") || said.contains("ann"), said);
  }

  @Test
  void warnsOnceAMinuteHoweverManyCome() {
    for (int i = 0; i < 100; i++) {
      assertEquals(1, warnings(BASIC, from("192.0.2." + i, "http")));
    }
    server.clock.advance(Duration.ofMillis(59_999));
    assertEquals(1, warnings(BASIC, from("192.0.2.7", "http")));
    server.clock.advance(Duration.ofMillis(1));
    assertEquals(2, warnings(BASIC, from("192.0.2.7", "http")));
  }
}
