package org.gatehouse.adapter.filesystem;

import java.util.Collection;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.Lookup.Absence;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.domain.target.ResourcePath;

/**
 * The bounded memory of a cache. What is absent has a small room of its own, so that nobody who
 * asks for a million missing paths displaces anything or fills anything.
 */
final class Memory {
  /** What a remembered path takes beside its text and content, generously. */
  static final int OVERHEAD = 1536;

  private static final int MOST_MISSING = 1024;
  private static final int LONGEST_MISSING = 256;
  private static final int LONGEST_PRESENT = 2048;

  private final Settling settling;
  private final ContentKeeper keeper;
  private final BoundedCache<ResourcePath, Remembered> present;
  private final BoundedCache<ResourcePath, Remembered> missing;

  Memory(MemoryLimits limits, Settling settling, ContentKeeper keeper) {
    this.settling = settling;
    this.keeper = keeper;
    this.present = new BoundedCache<>(limits.entries(), limits.cacheOctets(), Remembered::forget);
    this.missing =
        new BoundedCache<>(Math.min(MOST_MISSING, limits.entries()), limits.cacheOctets());
  }

  /** What is remembered of a path, or null. */
  Remembered get(ResourcePath path) {
    Remembered remembered = present.get(path);
    return remembered == null ? missing.get(path) : remembered;
  }

  /** What is to be remembered of a finding; not yet in memory. */
  Remembered made(ResourcePath path, Lookup found, long now, boolean trustworthy) {
    return found.match(
        resource -> made(path, found, resource, now, trustworthy),
        absence -> new Remembered(found, found, true, trustworthy, now, () -> {}));
  }

  private Remembered made(
      ResourcePath path, Lookup found, Resource resource, long now, boolean trustworthy) {
    boolean settled = settling.isSettled(resource.state().modified());
    CachedResource cached =
        new CachedResource(
            resource,
            settled && trustworthy,
            keeper,
            (loaded, octets) -> grow(path, loaded, octets));
    return new Remembered(Lookup.found(cached), found, settled, trustworthy, now, cached::forget);
  }

  private void grow(ResourcePath path, CachedResource loaded, long octets) {
    Remembered remembered = present.get(path);
    if (remembered != null && remembered.answers(loaded)) {
      present.grow(path, remembered, octets);
    }
  }

  /** Remembers. */
  void put(ResourcePath path, Remembered remembered) {
    forget(path);
    Absence absence = remembered.found().match(resource -> null, why -> why);
    int length = path.toString().length();
    if (absence == Absence.MISSING && length <= LONGEST_MISSING) {
      missing.put(path, remembered, weight(path));
    } else if ((absence == null || absence == Absence.FOLDER) && length <= LONGEST_PRESENT) {
      present.put(path, remembered, weight(path));
    }
  }

  private static long weight(ResourcePath path) {
    return OVERHEAD + 4L * path.toString().length();
  }

  /** Forgets what is known of some paths. */
  void forget(Collection<ResourcePath> paths) {
    paths.forEach(this::forget);
  }

  private void forget(ResourcePath path) {
    present.remove(path);
    missing.remove(path);
  }

  int size() {
    return present.size() + missing.size();
  }

  long octets() {
    return present.octets() + missing.octets();
  }
}
