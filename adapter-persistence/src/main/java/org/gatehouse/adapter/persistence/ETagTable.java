package org.gatehouse.adapter.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.gatehouse.domain.conditional.EntityTag;

/**
 * The tags that are remembered. Safe for use by several threads; never waits for storage.
 *
 * <p>It has room for so many paths, where a long path takes the room of several. When it gets
 * crowded, those with the oldest modification times are forgotten, and the latest of these times
 * becomes the <i>floor</i>: what is answered for every path it does not know, so that no answer is
 * too early. What is not later than the floor need not be remembered.
 */
final class ETagTable {
  /** How many characters of a path take the room of one. */
  private static final int PLACE_LENGTH = 256;

  /** How many tags of a path are known: some variants, and one or two of the past. */
  private static final int MAX_TAGS = 8;

  private final Map<String, Known> paths = new ConcurrentHashMap<>();
  private final AtomicLong taken = new AtomicLong();
  private final AtomicReference<Instant> floor = new AtomicReference<>(Instant.MIN);
  private final long room;

  /**
   * What is known of a path.
   *
   * @param latest the latest modification time
   * @param tags the tag of that time, then some others that were seen of late
   */
  private record Known(Instant latest, List<EntityTag> tags) {

    ETagRow row(String path) {
      return new ETagRow(tags.get(0), path, latest);
    }

    boolean covers(EntityTag tag, Instant modified) {
      return !modified.isAfter(latest) && tags.contains(tag);
    }

    Known with(EntityTag tag, Instant modified) {
      if (modified.isAfter(latest)) {
        // Requests that looked before the change may still record the tag it had.
        return new Known(modified, List.of(tag, tags.get(0)));
      }
      List<EntityTag> more = new ArrayList<>(tags);
      more.add(1, tag);
      return new Known(latest, List.copyOf(more.subList(0, Math.min(more.size(), MAX_TAGS))));
    }
  }

  /** A table with room for so many paths. */
  ETagTable(int room) {
    this.room = room;
  }

  /** A time no earlier than any that was recorded of a path; empty if nothing was. */
  Optional<Instant> lastKnown(String path) {
    Known known = paths.get(path);
    // The floor is raised before a path is forgotten, so it has to be read after the path.
    return known == null ? floor() : Optional.of(known.latest());
  }

  /** The latest time of what was forgotten; empty if nothing was. */
  Optional<Instant> floor() {
    return Optional.of(floor.get()).filter(instant -> !instant.equals(Instant.MIN));
  }

  /** Raises the floor. */
  void raiseFloor(Instant to) {
    floor.accumulateAndGet(to, (a, b) -> a.isAfter(b) ? a : b);
  }

  /**
   * Records a tag.
   *
   * @return whether it is news
   */
  boolean record(String path, EntityTag tag, Instant modified) {
    Known known = paths.get(path);
    if (known == null ? isBelowFloor(modified) : known.covers(tag, modified)) {
      return false;
    }
    if (known == null && taken.get() >= room) {
      // Only while the thread that makes room is held up.
      raiseFloor(modified);
      return true;
    }
    AtomicBoolean news = new AtomicBoolean();
    paths.compute(
        path,
        (same, now) -> {
          // Another thread may have recorded or forgotten it since the look above.
          if (now == null ? isBelowFloor(modified) : now.covers(tag, modified)) {
            return now;
          }
          news.setPlain(true);
          return now == null ? first(path, tag, modified) : now.with(tag, modified);
        });
    return news.getPlain();
  }

  private boolean isBelowFloor(Instant modified) {
    return !modified.isAfter(floor.get());
  }

  private Known first(String path, EntityTag tag, Instant modified) {
    taken.addAndGet(places(path));
    return new Known(modified, List.of(tag));
  }

  private static long places(String path) {
    return 1 + path.length() / PLACE_LENGTH;
  }

  /** How many paths are remembered. */
  int size() {
    return paths.size();
  }

  /** Whether it is time to forget something: there is room left for an eighth. */
  boolean isCrowded() {
    return taken.get() > room - room / 8;
  }

  /** Forgets the oldest quarter until it is not crowded any more. For one thread at a time. */
  void makeRoom() {
    while (isCrowded()) {
      Instant[] times = paths.values().stream().map(Known::latest).toArray(Instant[]::new);
      if (times.length == 0) {
        // Its place is taken, but the only path is not to be seen yet.
        return;
      }
      Arrays.sort(times);
      raiseFloor(times[times.length / 4]);
      paths.forEach(this::forgetBelowFloor);
    }
  }

  private void forgetBelowFloor(String path, Known known) {
    if (isBelowFloor(known.latest()) && paths.remove(path, known)) {
      taken.addAndGet(-places(path));
    }
  }

  /** The rows that say all this: the floor if there is one, then the latest of every path. */
  Stream<ETagRow> rows() {
    return Stream.concat(
        floor().stream().map(ETagRow::forgotten),
        paths.entrySet().stream().map(path -> path.getValue().row(path.getKey())));
  }
}
