package org.gatehouse.adapter.filesystem;

import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.gatehouse.domain.target.ResourcePath;

/** A lock for every path that is being written, and for no other. */
final class PathLocks {
  private final ConcurrentHashMap<String, Counted> locks = new ConcurrentHashMap<>();

  private static final class Counted {
    private final ReentrantLock lock = new ReentrantLock();
    private int users;
  }

  /** Does something while no other thread does anything under the same path. */
  <T> T locked(ResourcePath path, Supplier<T> task) {
    String key = key(path);
    Counted counted = locks.compute(key, (any, present) -> entered(present));
    counted.lock.lock();
    try {
      return task.get();
    } finally {
      counted.lock.unlock();
      locks.compute(key, (any, present) -> left(present));
    }
  }

  private static Counted entered(Counted present) {
    Counted counted = present == null ? new Counted() : present;
    counted.users++;
    return counted;
  }

  private static Counted left(Counted present) {
    present.users--;
    return present.users == 0 ? null : present;
  }

  /** Names that some file system takes for the same have the same lock on all of them. */
  private static String key(ResourcePath path) {
    String upper = path.toString().toUpperCase(Locale.ROOT);
    return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  /** How many paths have a lock now. */
  int size() {
    return locks.size();
  }
}
