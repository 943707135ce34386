package org.gatehouse.application.fake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.out.Spool;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.domain.conditional.EntityTag;

/** A spool in memory, which counts what is open and fails where it is told to. */
public final class HeapSpool implements Spool {
  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean full;

  @Override
  public Draft begin() {
    open.incrementAndGet();
    return new HeapDraft();
  }

  /** Makes every write fail from now on. */
  public void fill() {
    full = true;
  }

  /** How many drafts and finished contents are open: 0 when nothing leaks. */
  public int open() {
    return open.get();
  }

  private final class HeapDraft implements Draft {
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private boolean mine = true;

    @Override
    public void write(ByteBuffer more) {
      if (full) {
        throw new StorageFailure(StorageFailure.Kind.EXHAUSTED, "set to fail", null);
      }
      byte[] copy = new byte[more.remaining()];
      more.get(copy);
      octets.writeBytes(copy);
    }

    @Override
    public Finished finish() {
      mine = false;
      byte[] content = octets.toByteArray();
      Part part = Part.of(new InMemorySlice(content, open::decrementAndGet));
      return new Finished(part, new EntityTag(false, hash(content)));
    }

    private static String hash(byte[] content) {
      try {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    @Override
    public void close() {
      if (mine) {
        mine = false;
        open.decrementAndGet();
      }
    }
  }
}
