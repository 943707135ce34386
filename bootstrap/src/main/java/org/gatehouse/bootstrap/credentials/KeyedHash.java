package org.gatehouse.bootstrap.credentials;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gatehouse.domain.credentials.BasicCredentials;

/**
 * A hash that nobody outside this process can compute: HMAC-SHA-256 (RFC 2104) with a key drawn at
 * the start and kept in memory. Safe for use by several threads.
 */
final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_OCTETS = 32;

  private final SecretKeySpec key;

  KeyedHash() {
    byte[] drawn = new byte[KEY_OCTETS];
    new SecureRandom().nextBytes(drawn);
    this.key = new SecretKeySpec(drawn, ALGORITHM);
  }

  /** The hash of a pair. The user's length goes first, so that no two pairs are the same octets. */
  ByteBuffer of(BasicCredentials credentials) {
    byte[] user = credentials.userOctets();
    Mac mac = mac();
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, user.length));
    mac.update(user);
    return ByteBuffer.wrap(mac.doFinal(credentials.passwordOctets()));
  }

  /** The hash of some octets. */
  ByteBuffer of(byte[] octets) {
    return ByteBuffer.wrap(mac().doFinal(octets));
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
    }
  }
}
