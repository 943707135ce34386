package org.gatehouse.adapter.socket.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import java.util.List;
import org.gatehouse.application.fake.FixedGauges;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private static final long SECOND = 1_000_000_000L;
  private static final String LINE =
      "DEBUG workers: 3 of 10 busy, 5 tasks queued; connections: 17 open, 4711 accepted";

  private final Said said = new Said(Level.DEBUG);

  @Test
  void isTakenAtOnceAndThenEveryTenSeconds() {
    long start = Long.MAX_VALUE - 5 * SECOND;
    Snapshot snapshot = new Snapshot(said.log(), FixedGauges.distinct(), start);
    snapshot.takeIfDue(start - 1);
    assertEquals(List.of(), said.lines());
    snapshot.takeIfDue(start);
    snapshot.takeIfDue(start + 1);
    snapshot.takeIfDue(start + 10 * SECOND - 1);
    assertEquals(List.of(LINE), said.lines());
    snapshot.takeIfDue(start + 10 * SECOND);
    assertEquals(List.of(LINE, LINE), said.lines());
  }

  @Test
  void isNotTakenWhileNobodyListensAndAtOnceWhenSomebodyDoes() {
    said.log().setLevel(Level.INFO);
    Snapshot snapshot = new Snapshot(said.log(), FixedGauges.distinct(), 0);
    snapshot.takeIfDue(0);
    assertEquals(List.of(), said.lines());
    said.log().setLevel(Level.DEBUG);
    snapshot.takeIfDue(1);
    assertEquals(List.of(LINE), said.lines());
  }
}
