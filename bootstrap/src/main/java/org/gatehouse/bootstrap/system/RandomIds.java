package org.gatehouse.bootstrap.system;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.gatehouse.application.port.out.IdSource;

/**
 * Ids from the machine's secure random source. A request id only has to be unique, so it is a count
 * behind a random start; the others cannot be guessed.
 */
public final class RandomIds implements IdSource {
  /** Digits and letters without those that are read as others; 32, so that each takes five bits. */
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final int TOKEN_LENGTH = 26;
  private static final int PREFIX_LENGTH = 8;

  /** Drawn at once, because each draw costs a system call. */
  private static final int OCTETS_DRAWN = 4096;

  private final SecureRandom random = new SecureRandom();
  private final ThreadLocal<ByteBuffer> octets =
      ThreadLocal.withInitial(() -> ByteBuffer.allocate(OCTETS_DRAWN).limit(0));
  private final AtomicLong requests = new AtomicLong();
  private final String prefix = letters(PREFIX_LENGTH) + "-";

  @Override
  public String requestId() {
    return prefix + Long.toString(requests.incrementAndGet(), Character.MAX_RADIX);
  }

  @Override
  public String visitorId() {
    ByteBuffer drawn = draw(2 * Long.BYTES);
    // Version 4, variant 10 (RFC 9562 §5.4).
    long high = (drawn.getLong() & ~0xf000L) | 0x4000L;
    long low = (drawn.getLong() & ~(3L << 62)) | (1L << 63);
    return new UUID(high, low).toString();
  }

  @Override
  public String token() {
    return letters(TOKEN_LENGTH);
  }

  private String letters(int count) {
    ByteBuffer drawn = draw(count);
    StringBuilder letters = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      letters.append(ALPHABET.charAt(drawn.get() & 31));
    }
    return letters.toString();
  }

  private ByteBuffer draw(int count) {
    ByteBuffer drawn = octets.get();
    if (drawn.remaining() < count) {
      random.nextBytes(drawn.array());
      drawn.clear();
    }
    return drawn;
  }
}
