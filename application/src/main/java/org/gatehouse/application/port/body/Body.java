package org.gatehouse.application.port.body;

import java.util.List;

/**
 * The content of a response: parts in order, and their length, which stands also where the parts
 * are withheld (RFC 9110 §6.4, §9.3.2).
 *
 * @param parts what is to be sent, in order
 * @param length the length in octets that the response announces
 */
public record Body(List<Part> parts, long length) {
  private static final Body NONE = new Body(List.of(), 0);

  /** Copies the list. */
  public Body {
    parts = List.copyOf(parts);
  }

  /** No content: a length of 0. */
  public static Body none() {
    return NONE;
  }

  /** Content in memory. */
  public static Body of(byte[] octets) {
    return of(Part.of(octets));
  }

  /** Content of one part. */
  public static Body of(Part part) {
    return new Body(List.of(part), part.length());
  }

  /** Content of several parts. */
  public static Body of(List<Part> parts) {
    long length = 0;
    for (Part part : parts) {
      length += part.length();
    }
    return new Body(parts, length);
  }

  /** A length without its content: the body of a response to HEAD. Whatever was open is closed. */
  public Body withheld() {
    close();
    return new Body(List.of(), length);
  }

  /** Lets go of every slice. Closing again does nothing. */
  public void close() {
    for (Part part : parts) {
      part.close();
    }
  }
}
