package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ObjLongConsumer;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.application.port.out.ResourceState;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.domain.negotiation.ContentCoding;

/** A resource whose small contents stay in memory once they were opened. */
final class CachedResource implements Resource {
  private final Resource stored;
  private final ResourceState state;
  private final List<Variant> variants;
  private final int largest;
  private final AtomicReferenceArray<Optional<Representation>> contents =
      new AtomicReferenceArray<>(ContentCoding.values().length);
  private final ObjLongConsumer<CachedResource> loaded;

  /**
   * A resource around another.
   *
   * @param largest up to which size a content is kept
   * @param loaded told of this resource how many more octets it keeps
   */
  CachedResource(Resource stored, int largest, ObjLongConsumer<CachedResource> loaded) {
    this.stored = stored;
    this.state = stored.state();
    this.variants = List.copyOf(stored.variants());
    this.largest = largest;
    this.loaded = loaded;
  }

  @Override
  public ResourceState state() {
    return state;
  }

  @Override
  public List<Variant> variants() {
    return variants;
  }

  @Override
  public boolean opensAtOnce(ContentCoding coding) {
    return contents.get(coding.ordinal()) != null || stored.opensAtOnce(coding);
  }

  @Override
  public Optional<Representation> open(ContentCoding coding) {
    Optional<Representation> kept = contents.get(coding.ordinal());
    if (kept != null) {
      return kept;
    }
    Optional<Representation> opened = stored.open(coding);
    if (opened.isEmpty() || opened.get().content().length() > largest) {
      return opened;
    }
    Representation read = inMemory(opened.get());
    Optional<Representation> result = Optional.of(read);
    if (isCurrent(read.variant()) && contents.compareAndSet(coding.ordinal(), null, result)) {
      loaded.accept(this, read.content().length());
    }
    return result;
  }

  /** What was opened may be newer than what was looked up. */
  private boolean isCurrent(Variant opened) {
    return variants.contains(opened);
  }

  private static Representation inMemory(Representation opened) {
    try (opened) {
      return new Representation(opened.variant(), Contents.inMemory(opened.content()));
    } catch (IOException e) {
      throw new StorageFailure(StorageFailure.Kind.BROKEN, "reading content", e);
    }
  }
}
