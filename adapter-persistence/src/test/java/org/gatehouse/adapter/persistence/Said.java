package org.gatehouse.adapter.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Collects what a store says. Its clock stands still unless told otherwise. */
final class Said {
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final List<String> infos = new CopyOnWriteArrayList<>();
  private volatile long nanoTime = Long.MAX_VALUE;

  Warnings warnings() {
    return new Warnings(warnings::add, infos::add, () -> nanoTime);
  }

  List<String> warned() {
    return new ArrayList<>(warnings);
  }

  List<String> informed() {
    return new ArrayList<>(infos);
  }

  void passNanos(long nanos) {
    nanoTime += nanos;
  }
}
