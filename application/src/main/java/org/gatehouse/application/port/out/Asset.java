package org.gatehouse.application.port.out;

import java.util.List;
import java.util.Optional;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.negotiation.ContentCoding;

/**
 * A file that is built into the server, in memory.
 *
 * @param type as it is sent
 * @param tag the strong tag of the plain content: the same content always has the same one
 * @param plain the content
 * @param gzip the content coded, where that is shorter
 */
public record Asset(MediaType type, EntityTag tag, Part plain, Optional<Part> gzip) {

  /** The codings in which it can be had. */
  public List<ContentCoding> codings() {
    return gzip.isPresent()
        ? List.of(ContentCoding.GZIP, ContentCoding.IDENTITY)
        : List.of(ContentCoding.IDENTITY);
  }

  /** The content in one of its codings. */
  public Part content(ContentCoding coding) {
    return coding == ContentCoding.IDENTITY ? plain : gzip.orElseThrow();
  }

  /** The tag of the content in one of its codings. */
  public EntityTag tag(ContentCoding coding) {
    return coding == ContentCoding.IDENTITY ? tag : tag.variant(coding.token());
  }
}
