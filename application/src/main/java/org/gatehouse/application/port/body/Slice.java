package org.gatehouse.application.port.body;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * Content that an adapter holds open, such as a file, and can move to a channel by itself.
 *
 * <p>The side that owns the channel also owns the loop, the deadline and the close; the side that
 * owns the content performs one bounded step at a time.
 */
public interface Slice extends AutoCloseable {

  /** The length in octets, taken from the open content; it does not change. */
  long length();

  /**
   * Moves octets in one step, without waiting for a channel that takes none.
   *
   * @param position where to begin, from 0
   * @param count how many octets at most
   * @param sink the raw channel, so that a kernel's way of copying can be used
   * @return how many octets were moved; 0 if the channel takes none now
   * @throws IOException if the channel is broken or the content cannot be read, also if it turned
   *     out shorter than {@link #length()}
   */
  long transferTo(long position, long count, WritableByteChannel sink) throws IOException;

  /**
   * Copies octets into memory in one step: for a small piece that goes out with others.
   *
   * @param position where to begin, from 0
   * @param target takes as many as it has room for, if there are so many
   * @return how many octets were copied
   * @throws IOException as {@link #transferTo}
   */
  default long read(long position, ByteBuffer target) throws IOException {
    return transferTo(position, target.remaining(), new BufferChannel(target));
  }

  /**
   * Whether several responses may be made of it at once, each moving octets from positions of its
   * own.
   */
  default boolean isShareable() {
    return false;
  }

  /**
   * Whether the octets from a position on can be moved without more ado; if not, {@link #prepare}
   * comes first. Never waits.
   */
  default boolean isReady(long position) {
    return true;
  }

  /**
   * Makes some of the octets from a position on, so that they are ready. May wait; not called while
   * octets are moved, but perhaps while the slice is closed.
   *
   * @throws IOException if the content cannot be made
   */
  default void prepare(long position) throws IOException {}

  /** How many octets of the heap it holds for this response alone. Never waits. */
  default long held() {
    return 0;
  }

  /** Lets go of the content. Closing again does nothing. */
  @Override
  void close();
}
