package org.gatehouse.application.method;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.field.HttpDate;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.negotiation.ContentCoding;

/**
 * The field lines that tell of a variant (RFC 9110 §8), whoever asks for it.
 *
 * <p>A busy resource is sent many thousand times a second with the very same lines, so those of
 * variants that were sent a moment ago are remembered, in a table of a fixed size. Safe for use by
 * several threads: whatever one of them forgets is made again.
 */
final class Description {
  private static final int SLOTS = 1024;

  private final AtomicReferenceArray<Known> last = new AtomicReferenceArray<>(SLOTS);

  private record Known(
      Variant variant, MediaType type, boolean varies, FieldLines whole, FieldLines notModified) {

    boolean isOf(Variant other, MediaType otherType, boolean otherVaries) {
      return variant.equals(other) && varies == otherVaries && type.equals(otherType);
    }
  }

  /** The lines of a response that carries the variant as it is. */
  FieldLines whole(Selection selection, Variant variant) {
    return known(selection, variant).whole();
  }

  /** The lines that a cache needs of a variant it has, and no others (RFC 9110 §15.4.5). */
  FieldLines notModified(Selection selection, Variant variant) {
    return known(selection, variant).notModified();
  }

  private Known known(Selection selection, Variant variant) {
    int slot = variant.tag().opaque().hashCode() & (SLOTS - 1);
    Known known = last.get(slot);
    if (known == null || !known.isOf(variant, selection.type(), selection.varies())) {
      known = made(selection, variant);
      if (!variant.lastModified().isAfter(selection.now())) {
        last.set(slot, known);
      }
    }
    return known;
  }

  private static Known made(Selection selection, Variant variant) {
    FieldLines tag = FieldLines.of(FieldName.ETAG, variant.tag().toString());
    boolean varies = selection.varies();
    String type = selection.type().withCharset().toString();
    return new Known(
        variant,
        selection.type(),
        varies,
        lines(selection, variant, type),
        varies ? tag.with(FieldName.VARY, FieldName.ACCEPT_ENCODING) : tag);
  }

  /** The lines of a response that carries the variant in some form, which has a type of its own. */
  static FieldLines lines(Selection selection, Variant variant, String type) {
    FieldLines.Builder fields = FieldLines.builder().add(FieldName.CONTENT_TYPE, type);
    if (variant.coding() != ContentCoding.IDENTITY) {
      fields.add(FieldName.CONTENT_ENCODING, variant.coding().token());
    }
    Instant modified = variant.lastModified();
    Instant now = selection.now();
    fields
        .add(FieldName.ETAG, variant.tag().toString())
        // A time after that of the response would be a lie (RFC 9110 §8.8.2.1).
        .add(FieldName.LAST_MODIFIED, HttpDate.format(modified.isAfter(now) ? now : modified))
        .add(FieldName.ACCEPT_RANGES, "bytes");
    if (selection.varies()) {
      fields.add(FieldName.VARY, FieldName.ACCEPT_ENCODING);
    }
    return fields.build();
  }
}
