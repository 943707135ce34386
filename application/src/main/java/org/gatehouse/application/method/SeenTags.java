package org.gatehouse.application.method;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.gatehouse.application.port.out.ETagStore;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Passes the tags of resources that were found on to the ETagStore, once for a while.
 *
 * <p>A busy resource is found many thousand times a second, mostly as the same object out of a
 * cache. Remembering the last object of a path, by identity, makes that cost one read; forgetting
 * it does no harm, since recording again changes nothing.
 */
final class SeenTags {
  private static final int SLOTS = 1024;

  private final ETagStore etags;
  private final AtomicReferenceArray<Variant> last = new AtomicReferenceArray<>(SLOTS);

  SeenTags(ETagStore etags) {
    this.etags = etags;
  }

  /**
   * A resource was found.
   *
   * @param path by which clients know it
   * @param plain its plain variant
   */
  void saw(ResourcePath path, Variant plain) {
    int slot = path.hashCode() & (SLOTS - 1);
    if (last.get(slot) != plain) {
      etags.record(path, plain.tag(), plain.lastModified());
      last.set(slot, plain);
    }
  }
}
