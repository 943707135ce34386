package org.gatehouse.application.fake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.gatehouse.application.port.out.ResourceState;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.media.MediaTypes;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.gatehouse.domain.target.ResourcePath;

/** Which variants a resource has. Not safe for threads: its owner locks. */
final class InMemoryVariants {
  /** The least size from which a gzip is made. */
  static final int LEAST_OCTETS = 256;

  private final InMemoryTree tree;
  private final MediaTypes types;
  private final Map<InMemoryTree.File, byte[]> gzips = new WeakHashMap<>();

  InMemoryVariants(InMemoryTree tree, MediaTypes types) {
    this.tree = tree;
    this.types = types;
  }

  /**
   * A variant and where its octets come from.
   *
   * @param state of the plain content
   */
  record Stored(Variant variant, ResourceState state, Supplier<byte[]> octets) {}

  /** The variants of a resource that exists, the plain one first. */
  List<Stored> of(ResourcePath path) {
    InMemoryTree.File file = tree.get(path).orElseThrow();
    ResourceState state = file.state();
    List<Stored> all = new ArrayList<>();
    Variant plain = new Variant(ContentCoding.IDENTITY, state.tag(), state.modified());
    all.add(new Stored(plain, state, file::octets));
    for (ContentCoding coding : ContentCoding.values()) {
      if (coding != ContentCoding.IDENTITY) {
        sidecar(path, file, coding).or(() -> generated(path, file, coding)).ifPresent(all::add);
      }
    }
    return all;
  }

  private Optional<Stored> sidecar(
      ResourcePath path, InMemoryTree.File file, ContentCoding coding) {
    ResourcePath beside = path.sibling(path.name() + "." + coding.suffix());
    return tree.look(beside).isPresent()
        ? Optional.empty()
        : tree.get(beside)
            .filter(side -> !side.modified().isBefore(file.modified()))
            .map(side -> sidecar(file, side, coding));
  }

  private static Stored sidecar(
      InMemoryTree.File file, InMemoryTree.File side, ContentCoding coding) {
    // Made of both states, since either may change and the other not.
    EntityTag tag = file.state().tag().variant(side.state().tag().opaque()).variant(coding.token());
    return new Stored(new Variant(coding, tag, side.modified()), file.state(), side::octets);
  }

  private Optional<Stored> generated(
      ResourcePath path, InMemoryTree.File file, ContentCoding coding) {
    boolean worthwhile =
        coding == ContentCoding.GZIP
            && file.octets().length >= LEAST_OCTETS
            && types.of(path).filter(MediaType::isTextLike).isPresent();
    if (!worthwhile) {
      return Optional.empty();
    }
    EntityTag tag = file.state().tag().variant(coding.token());
    Variant variant = new Variant(coding, tag, file.modified());
    byte[] plain = file.octets();
    return Optional.of(
        new Stored(variant, file.state(), () -> gzips.computeIfAbsent(file, any -> gzip(plain))));
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(coded)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return coded.toByteArray();
  }
}
