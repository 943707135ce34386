package org.gatehouse.adapter.filesystem;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.gatehouse.application.port.body.Part;

/** Copies content into memory. */
final class Contents {
  private static final int MUCH = 8192;

  private Contents() {}

  /** What is to be done with a part of either kind. */
  private interface Copying {
    void copy() throws IOException;
  }

  /** How a part of either kind gets into memory. */
  private interface Loading {
    Part load() throws IOException;
  }

  /** Copies a part to a channel that takes all it is given. */
  static void copy(Part content, WritableByteChannel sink) throws IOException {
    Copying copying =
        content.match(
            octets -> () -> sink.write(octets.content().duplicate()),
            section -> () -> copy(section, sink));
    copying.copy();
  }

  private static void copy(Part.Section section, WritableByteChannel sink) throws IOException {
    long end = section.position() + section.length();
    for (long position = section.position(); position < end; ) {
      long moved = section.slice().transferTo(position, end - position, sink);
      if (moved == 0) {
        throw new EOFException("the content ends too soon");
      }
      position += moved;
    }
  }

  /** A part whose octets are all in memory. */
  static Part inMemory(Part content) throws IOException {
    return content.<Loading>match(octets -> () -> octets, section -> () -> read(section)).load();
  }

  private static Part read(Part.Section section) throws IOException {
    ByteBuffer octets = room((int) section.length());
    while (octets.hasRemaining()) {
      if (section.slice().read(section.position() + octets.position(), octets) == 0) {
        throw new EOFException("the content ends too soon");
      }
    }
    return Part.shared(octets.flip().asReadOnlyBuffer());
  }

  /** A part that many responses are made of. */
  static Part shared(byte[] octets) {
    return Part.shared(room(octets.length).put(octets).flip().asReadOnlyBuffer());
  }

  /** The JDK copies what is on the heap before it writes it, so much is better kept elsewhere. */
  private static ByteBuffer room(int octets) {
    return octets < MUCH ? ByteBuffer.allocate(octets) : ByteBuffer.allocateDirect(octets);
  }
}
