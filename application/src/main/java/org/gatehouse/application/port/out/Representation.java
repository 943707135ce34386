package org.gatehouse.application.port.out;

import java.util.Objects;
import org.gatehouse.application.port.body.Part;

/**
 * A variant with its content open (RFC 9110 §3.2).
 *
 * @param variant coding, tag and time of exactly this content
 * @param content the octets, coded
 */
public record Representation(Variant variant, Part content) implements AutoCloseable {

  /** Refuses what is missing. */
  public Representation {
    Objects.requireNonNull(variant);
    Objects.requireNonNull(content);
  }

  /** Lets go of the content. Closing again does nothing. */
  @Override
  public void close() {
    content.close();
  }
}
