package org.gatehouse.bootstrap.system;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

  /** Of the largest long. */
  private static final int MOST_DIGITS = 13;

  /** Drawn at once, because each draw costs a system call. */
  private static final int OCTETS_DRAWN = 4096;

  private static final byte[] DIGITS =
      "0123456789abcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.ISO_8859_1);

  /** Where a request id is written: every request has one, so it is to make no garbage. */
  private static final ThreadLocal<byte[]> ROOM =
      ThreadLocal.withInitial(() -> new byte[PREFIX_LENGTH + 1 + MOST_DIGITS]);

  private final RandomOctets random = RandomOctets.ofThisMachine();
  private final ThreadLocal<ByteBuffer> octets =
      ThreadLocal.withInitial(() -> ByteBuffer.allocate(OCTETS_DRAWN).limit(0));
  private final AtomicLong requests = new AtomicLong();
  private final byte[] prefix =
      (letters(PREFIX_LENGTH) + "-").getBytes(StandardCharsets.ISO_8859_1);

  @Override
  public String requestId() {
    byte[] room = ROOM.get();
    int at = room.length;
    for (long count = requests.incrementAndGet(); count > 0; count /= Character.MAX_RADIX) {
      room[--at] = DIGITS[(int) (count % Character.MAX_RADIX)];
    }
    at -= prefix.length;
    System.arraycopy(prefix, 0, room, at, prefix.length);
    return new String(room, at, room.length - at, StandardCharsets.ISO_8859_1);
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
      random.fill(drawn.array());
      drawn.clear();
    }
    return drawn;
  }
}
