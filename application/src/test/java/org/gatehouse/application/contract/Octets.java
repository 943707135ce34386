package org.gatehouse.application.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.out.Representation;

/** Reads what a repository opened, as the wire would: in steps, by position. */
public final class Octets {
  private Octets() {}

  /** All octets of a representation, which stays open. */
  public static byte[] of(Representation representation) {
    return of(representation.content());
  }

  /** All octets of a part. */
  public static byte[] of(Part part) {
    byte[] octets = part.match(Octets::of, Octets::of);
    if (!part.<Boolean>match(memory -> true, section -> isRead(octets, section))) {
      throw new AssertionError("what is read is not what is moved");
    }
    if (octets.length != part.length()) {
      throw new AssertionError(octets.length + " octets instead of " + part.length());
    }
    return octets;
  }

  private static byte[] of(Part.Octets part) {
    ByteBuffer content = part.content().duplicate();
    byte[] octets = new byte[content.remaining()];
    content.get(octets);
    return octets;
  }

  private static byte[] of(Part.Section section) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    WritableByteChannel sink = Channels.newChannel(octets);
    try {
      for (long done = 0; done < section.length(); ) {
        long step = Math.min(70_001, section.length() - done);
        long from = section.position() + done;
        if (!section.slice().isReady(from)) {
          section.slice().prepare(from);
        }
        done += section.slice().transferTo(from, step, sink);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return octets.toByteArray();
  }

  /** Whether the same octets come where they are read into memory, in other steps. */
  private static boolean isRead(byte[] expected, Part.Section section) {
    ByteBuffer octets = ByteBuffer.allocate(expected.length);
    try {
      while (octets.hasRemaining()) {
        octets.limit(Math.min(expected.length, octets.position() + 65_537));
        long from = section.position() + octets.position();
        if (!section.slice().isReady(from)) {
          section.slice().prepare(from);
        }
        section.slice().read(from, octets);
        octets.limit(expected.length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Arrays.equals(expected, octets.array());
  }
}
