package org.gatehouse.application.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;

/**
 * Duration and size of exchanges by method and status. There is one cell for each pair, made when
 * it first occurs; as both come from enums, their number is bounded.
 */
final class ExchangeCounters {
  private static final long[] DURATIONS = nanos(Bounds.SECONDS);
  private static final long[] OCTETS = octets(Bounds.OCTETS);
  private static final int STATUSES = Status.values().length;

  private final AtomicReferenceArray<Cell> cells =
      new AtomicReferenceArray<>(Method.values().length * STATUSES);

  private static long[] nanos(List<Double> seconds) {
    long second = Duration.ofSeconds(1).toNanos();
    long[] nanos = new long[seconds.size()];
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = Math.round(seconds.get(i) * second);
    }
    return nanos;
  }

  private static long[] octets(List<Long> bounds) {
    long[] octets = new long[bounds.size()];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = bounds.get(i);
    }
    return octets;
  }

  private static final class Cell {
    private final Histogram duration = new Histogram(DURATIONS);
    private final Histogram received = new Histogram(OCTETS);
    private final Histogram sent = new Histogram(OCTETS);
  }

  void count(Method method, Status status, long nanos, long received, long sent) {
    Cell cell = cell(method.ordinal() * STATUSES + status.ordinal());
    cell.duration.add(nanos);
    cell.received.add(received);
    cell.sent.add(sent);
  }

  private Cell cell(int index) {
    Cell cell = cells.get(index);
    if (cell == null) {
      cells.compareAndSet(index, null, new Cell());
      cell = cells.get(index);
    }
    return cell;
  }

  /** A series for each pair that occurred, by method and then by status. */
  List<TrafficSnapshot.Series> snapshot() {
    List<TrafficSnapshot.Series> series = new ArrayList<>();
    for (Method method : Method.values()) {
      for (Status status : Status.values()) {
        Cell cell = cells.get(method.ordinal() * STATUSES + status.ordinal());
        if (cell != null) {
          series.add(
              new TrafficSnapshot.Series(
                  method,
                  status,
                  cell.duration.snapshot(),
                  cell.received.snapshot(),
                  cell.sent.snapshot()));
        }
      }
    }
    return series;
  }
}
