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

  /** A piece in memory, made for one response. */
  static Part of(byte[] octets) {
    return new Octets(ByteBuffer.wrap(octets), false);
  }

  /**
   * A piece in memory of which many responses may be made, such as a cache holds.
   *
   * @param octets the content from position to limit, which nobody changes
   */
  static Part shared(ByteBuffer octets) {
    return new Octets(octets, true);
  }

  /** The whole of a slice. */
  static Part of(Slice slice) {
    return new Section(slice, 0, slice.length());
  }

  /**
   * Octets in memory.
   *
   * @param content read-only by agreement: readers take a {@link ByteBuffer#duplicate()}
   * @param shared whether others hold it as well, so that it costs no memory of its own
   */
  record Octets(ByteBuffer content, boolean shared) implements Part {
    @Override
    public long length() {
      return content.remaining();
    }

    @Override
    public Part section(long position, long length) {
      Objects.checkFromIndexSize(position, length, length());
      return new Octets(content.slice(content.position() + (int) position, (int) length), shared);
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
