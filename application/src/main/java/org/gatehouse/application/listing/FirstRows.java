package org.gatehouse.application.listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.gatehouse.application.port.out.Child;

/** Keeps the first of many, in some order, in memory that does not grow with the many. */
final class FirstRows {
  private final int most;
  private final Comparator<Child> order;
  private final PriorityQueue<Child> kept;
  private long seen;

  FirstRows(int most, Comparator<Child> order) {
    this.most = most;
    this.order = order;
    this.kept = new PriorityQueue<>(order.reversed());
  }

  void add(Child child) {
    seen++;
    kept.add(child);
    if (kept.size() > most) {
      kept.poll();
    }
  }

  /** How many were added. */
  long seen() {
    return seen;
  }

  /** The first of them, in order. */
  List<Child> sorted() {
    List<Child> sorted = new ArrayList<>(kept);
    sorted.sort(order);
    return sorted;
  }
}
