package org.gatehouse.adapter.filesystem;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ObjLongConsumer;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.application.port.out.ResourceState;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.domain.negotiation.ContentCoding;

/**
 * A resource whose contents stay at hand once they were opened: small ones in memory, large ones
 * open for as long as they are asked for.
 */
final class CachedResource implements Resource {
  private final Resource stored;
  private final ResourceState state;
  private final List<Variant> variants;
  private final boolean settled;
  private final ContentKeeper keeper;
  private final ObjLongConsumer<CachedResource> loaded;
  private final AtomicReferenceArray<KeptContent> contents =
      new AtomicReferenceArray<>(ContentCoding.values().length);

  /**
   * A resource around another.
   *
   * @param settled whether a later change of it would show; what may be written to just now is not
   *     kept open
   * @param keeper keeps the contents
   * @param loaded told of this resource how many more octets it keeps
   */
  CachedResource(
      Resource stored,
      boolean settled,
      ContentKeeper keeper,
      ObjLongConsumer<CachedResource> loaded) {
    this.stored = stored;
    this.state = stored.state();
    this.variants = List.copyOf(stored.variants());
    this.settled = settled;
    this.keeper = keeper;
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
    KeptContent kept = contents.get(coding.ordinal());
    return kept != null && kept.isThere() || stored.opensAtOnce(coding);
  }

  @Override
  public Optional<Representation> open(ContentCoding coding) {
    KeptContent kept = contents.get(coding.ordinal());
    Optional<Representation> at = kept == null ? Optional.empty() : kept.open();
    return at.isPresent() ? at : openStored(coding, kept);
  }

  private Optional<Representation> openStored(ContentCoding coding, KeptContent given) {
    Optional<Representation> opened = stored.open(coding);
    if (opened.isEmpty()) {
      return opened;
    }
    Representation content = opened.get();
    if (keeper.isSmall(content)) {
      KeptContent read = keeper.read(content);
      if (isCurrent(content) && contents.compareAndSet(coding.ordinal(), given, read)) {
        loaded.accept(this, content.content().length());
      }
      return read.open();
    }
    if (settled && isCurrent(content)) {
      return keepOpen(coding, given, content);
    }
    return opened;
  }

  private Optional<Representation> keepOpen(
      ContentCoding coding, KeptContent given, Representation content) {
    Optional<KeptContent> kept = keeper.keepOpen(content);
    if (kept.isEmpty()) {
      return Optional.of(content);
    }
    Optional<Representation> mine = kept.get().open();
    if (!contents.compareAndSet(coding.ordinal(), given, kept.get())) {
      // Somebody else was faster; this one is closed by its only reader.
      kept.get().giveUp();
    }
    return mine;
  }

  /** What was opened may be newer than what was looked up. */
  private boolean isCurrent(Representation opened) {
    return variants.contains(opened.variant());
  }

  /** It is not remembered any more: nothing of it is to stay open. */
  void forget() {
    for (int i = 0; i < contents.length(); i++) {
      KeptContent kept = contents.getAndSet(i, null);
      if (kept != null) {
        kept.giveUp();
      }
    }
  }
}
