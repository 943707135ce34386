package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.out.Spool;
import org.gatehouse.domain.conditional.EntityTag;

/** Content on its way into a spool: in memory while it is small, then in a file. */
final class SpoolDraft implements Spool.Draft {
  /** As long a part of SHA-256 as nobody finds two contents for. */
  private static final int TAG_OCTETS = 16;

  private final SpoolFolder spool;
  private final MessageDigest digest = sha256();
  private byte[] small = new byte[1024];
  private int smallSize;
  private FileChannel file;
  private long fileSize;

  SpoolDraft(SpoolFolder spool) {
    this.spool = spool;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      // Every Java platform has it.
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void write(ByteBuffer octets) {
    digest.update(octets.duplicate());
    if (file == null && smallSize + octets.remaining() <= SpoolFolder.SMALL) {
      keep(octets);
      return;
    }
    if (file == null) {
      file = spool.open();
      append(ByteBuffer.wrap(small, 0, smallSize));
      small = null;
    }
    append(octets);
  }

  private void keep(ByteBuffer octets) {
    int count = octets.remaining();
    if (smallSize + count > small.length) {
      small = Arrays.copyOf(small, Math.max(2 * small.length, smallSize + count));
    }
    octets.get(small, smallSize, count);
    smallSize += count;
  }

  private void append(ByteBuffer octets) {
    spool.take(octets.remaining());
    fileSize += octets.remaining();
    try {
      while (octets.hasRemaining()) {
        file.write(octets);
      }
    } catch (IOException e) {
      throw spool.failure("spooling", e);
    }
  }

  @Override
  public Spool.Finished finish() {
    Part content =
        file == null
            ? Part.of(Arrays.copyOf(small, smallSize))
            : Part.of(new SpoolSlice(spool, file, fileSize));
    file = null;
    fileSize = 0;
    String hash = HexFormat.of().formatHex(digest.digest(), 0, TAG_OCTETS);
    return new Spool.Finished(content, new EntityTag(false, hash));
  }

  @Override
  public void close() {
    spool.release(fileSize);
    fileSize = 0;
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        file = null;
      }
    }
  }
}
