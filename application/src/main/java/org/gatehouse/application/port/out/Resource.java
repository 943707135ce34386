package org.gatehouse.application.port.out;

import java.util.List;
import java.util.Optional;
import org.gatehouse.domain.negotiation.ContentCoding;

/**
 * A resource as it was when it was looked up: its state and the variants in which it can be had.
 * Holds nothing open.
 */
public interface Resource {

  /** The state of the plain content. */
  ResourceState state();

  /**
   * Every variant that can be opened, the plain one first. What a variant's tag and length are may
   * be known before its content is made.
   */
  List<Variant> variants();

  /** Whether {@link #open} answers this coding from memory and so never waits. */
  boolean opensAtOnce(ContentCoding coding);

  /**
   * Opens a variant. Tag, length and octets come from the same open content, which may be newer
   * than this object; whoever opens closes. May wait, unless {@link #opensAtOnce}.
   *
   * @return empty if the variant is gone by now
   * @throws StorageFailure if it is there but cannot be read
   */
  Optional<Representation> open(ContentCoding coding);
}
