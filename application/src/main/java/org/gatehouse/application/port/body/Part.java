package org.gatehouse.application.port.body;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Function;

/** A piece of a body: octets in memory, or a section of a slice. */
public sealed interface Part {

  /** The length in octets. */
  long length();

  /**
   * A piece of this piece.
   *
   * @throws IndexOutOfBoundsException if it does not lie inside
   */
  Part section(long position, long length);

  /** Lets go of a slice. */
  void close();

  /** Calls the function that fits. */
  <T> T match(Function<Octets, T> octets, Function<Section, T> section);

  /** A piece in memory; the buffer's content from position to limit, which nobody changes. */
  static Part of(ByteBuffer octets) {
    return new Octets(octets);
  }

  /** A piece in memory. */
  static Part of(byte[] octets) {
    return new Octets(ByteBuffer.wrap(octets));
  }

  /** The whole of a slice. */
  static Part of(Slice slice) {
    return new Section(slice, 0, slice.length());
  }

  /**
   * Octets in memory.
   *
   * @param content shared and read-only by agreement: readers take a {@link ByteBuffer#duplicate()}
   */
  record Octets(ByteBuffer content) implements Part {
    @Override
    public long length() {
      return content.remaining();
    }

    @Override
    public Part section(long position, long length) {
      Objects.checkFromIndexSize(position, length, length());
      return new Octets(content.slice(content.position() + (int) position, (int) length));
    }

    @Override
    public void close() {}

    @Override
    public <T> T match(Function<Octets, T> octets, Function<Section, T> section) {
      return octets.apply(this);
    }
  }

  /**
   * A section of a slice.
   *
   * @param slice the open content
   * @param position where the section begins
   * @param length how many octets it has
   */
  record Section(Slice slice, long position, long length) implements Part {
    @Override
    public Part section(long from, long count) {
      Objects.checkFromIndexSize(from, count, length);
      return new Section(slice, position + from, count);
    }

    @Override
    public void close() {
      slice.close();
    }

    @Override
    public <T> T match(Function<Octets, T> octets, Function<Section, T> section) {
      return section.apply(this);
    }
  }
}
