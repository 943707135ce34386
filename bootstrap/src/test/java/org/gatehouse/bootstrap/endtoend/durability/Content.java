package org.gatehouse.bootstrap.endtoend.durability;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/**
 * What a client writes, known again by its checksum.
 *
 * @param digest SHA-256, in hexadecimal
 */
record Content(byte[] octets, String digest) {
  /** So many octets and more are never twice the same. */
  private static final int LEAST = 16;

  private static final int MEBI = 1 << 20;

  /** Octets of this content. */
  static Content of(byte[] octets) {
    return new Content(octets, digest(octets));
  }

  /** A checksum. */
  static String digest(byte[] octets) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** A content that is like no other: mostly small, now and then some mebioctets. */
  static Content unique(Random random) {
    int kind = random.nextInt(20);
    int limit = kind == 0 ? 3 * MEBI : kind < 7 ? 200_000 : 4_000;
    return ofSize(LEAST + random.nextInt(limit), random);
  }

  /** The same, or nothing at all. */
  static Content any(Random random) {
    return random.nextInt(6) == 0 ? of(new byte[0]) : unique(random);
  }

  private static Content ofSize(int size, Random random) {
    byte[] octets = new byte[size];
    random.nextBytes(octets);
    return of(octets);
  }

  /** JSON that is like no other. */
  static Content json(Random random) {
    String text = HexFormat.of().formatHex(ofSize(LEAST + random.nextInt(2_000), random).octets);
    return of(("{\"text\": \"" + text + "\"}").getBytes(StandardCharsets.US_ASCII));
  }
}
