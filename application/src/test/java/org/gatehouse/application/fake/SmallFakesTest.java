package org.gatehouse.application.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gatehouse.application.port.out.AccessLog;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;

class SmallFakesTest {
  @Test
  void aClockMovesOnlyWhenItIsTold() {
    SettableClock clock = new SettableClock(Instant.EPOCH);
    assertEquals(Instant.EPOCH, clock.now());
    clock.advance(Duration.ofMillis(1_500));
    assertEquals(Instant.ofEpochMilli(1_500), clock.now());
    assertEquals(1_500_000_000L, clock.nanoTime());
    clock.set(Instant.EPOCH);
    assertEquals(Instant.EPOCH, clock.now());
    assertEquals(1_500_000_000L, clock.nanoTime());
  }

  @Test
  void idsCountAndAreOfTheirKind() {
    SequentialIds ids = new SequentialIds();
    assertEquals("request-1", ids.requestId());
    assertEquals("request-2", ids.requestId());
    UUID visitor = UUID.fromString(ids.visitorId());
    assertEquals(4, visitor.version());
    assertNotEquals(visitor, UUID.fromString(ids.visitorId()));
    assertEquals("token1", ids.token());
  }

  @Test
  void anAccessLogKeepsItsEntries() {
    RecordingAccessLog log = new RecordingAccessLog();
    assertThrows(IllegalStateException.class, log::only);
    AccessLog.Entry entry =
        new AccessLog.Entry(
            Instant.EPOCH, "", "", "", "", "", Status.OK, 0, Duration.ZERO, "", "", "");
    log.record(entry);
    assertEquals(entry, log.only());
    log.record(entry);
    assertEquals(List.of(entry, entry), log.entries());
    assertThrows(IllegalStateException.class, log::only);
  }
}
