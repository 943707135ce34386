package org.gatehouse.bootstrap.credentials;

import org.springframework.security.crypto.bcrypt.BCrypt;

/** Bcrypt, by the library. */
final class Bcrypt {
  private Bcrypt() {}

  /** Whether a hash is that of a password: in a time that only the cost in the hash tells. */
  static boolean matches(byte[] password, String hash) {
    return BCrypt.checkpw(password, hash);
  }
}
