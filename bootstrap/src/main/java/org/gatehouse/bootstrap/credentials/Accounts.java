package org.gatehouse.bootstrap.credentials;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.gatehouse.domain.credentials.BasicCredentials;

/**
 * The users of a password file at one time. Unchanging.
 *
 * <p>Whoever is unknown is verified against the hash of one of the users, always the same one for
 * the same name, and refused whatever comes of it. So a name that does not exist takes as long as
 * one that does, also where the hashes differ in cost; and because the choice is keyed, nobody can
 * tell which cost a name would have if it were unknown.
 */
final class Accounts {
  /** Bcrypt hashes no more octets than these; what differs behind them would be the same. */
  static final int LONGEST_PASSWORD = 72;

  private final Map<ByteBuffer, String> hashes;
  private final List<String> all;
  private final PasswordCheck check;
  private final KeyedHash keyed;

  /** Compares a password with a hash, at the price that the hash names. */
  @FunctionalInterface
  interface PasswordCheck {
    boolean matches(byte[] password, String hash);
  }

  /**
   * Accounts.
   *
   * @param hashes by the octets of the user's name; at least one
   * @param check compares
   * @param keyed chooses whose hash an unknown user is verified against
   */
  Accounts(Map<ByteBuffer, String> hashes, PasswordCheck check, KeyedHash keyed) {
    this.hashes = Map.copyOf(hashes);
    this.all = List.copyOf(this.hashes.values());
    this.check = check;
    this.keyed = keyed;
  }

  /** Whether these are right: one comparison, or none for a password that nobody can have. */
  boolean accept(BasicCredentials presented) {
    byte[] password = presented.passwordOctets();
    if (password.length > LONGEST_PASSWORD) {
      return false;
    }
    byte[] user = presented.userOctets();
    String hash = hashes.get(ByteBuffer.wrap(user));
    boolean matches = check.matches(password, hash == null ? standIn(user) : hash);
    return matches && hash != null;
  }

  private String standIn(byte[] user) {
    return all.get(Math.floorMod(keyed.of(user).getInt(0), all.size()));
  }

  /** How many there are; nothing more is for a log. */
  @Override
  public String toString() {
    return all.size() + " users";
  }
}
