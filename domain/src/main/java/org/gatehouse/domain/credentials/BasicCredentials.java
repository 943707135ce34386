package org.gatehouse.domain.credentials;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.gatehouse.domain.field.Grammar;

/** A user name and a password (RFC 7617 §2), both not empty. */
public final class BasicCredentials {
  private static final String SCHEME = "Basic ";

  private final byte[] user;
  private final byte[] password;

  private BasicCredentials(byte[] user, byte[] password) {
    this.user = user;
    this.password = password;
  }

  /**
   * The credentials of this pair.
   *
   * @throws IllegalArgumentException if the user is empty or holds a colon or a control character,
   *     or the password is empty or holds a control character
   */
  public static BasicCredentials of(String user, String password) {
    if (user.isEmpty() || user.indexOf(':') >= 0 || hasControl(user)) {
      throw new IllegalArgumentException("the user name is empty or holds a colon or a control");
    }
    if (password.isEmpty() || hasControl(password)) {
      throw new IllegalArgumentException("the password is empty or holds a control");
    }
    return new BasicCredentials(
        user.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads an Authorization value; empty if it is not of this scheme or malformed. */
  public static Optional<BasicCredentials> parse(String authorization) {
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    try {
      String token68 = Grammar.trim(authorization.substring(SCHEME.length()));
      return ofPair(Base64.getDecoder().decode(token68));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /**
   * Splits at the first colon. The octets stay as they are: two spellings are never taken for one.
   */
  private static Optional<BasicCredentials> ofPair(byte[] pair) {
    int colon = 0;
    while (colon < pair.length && pair[colon] != ':') {
      colon++;
    }
    boolean bothThere = colon > 0 && colon < pair.length - 1;
    if (!bothThere || hasControl(new String(pair, StandardCharsets.UTF_8))) {
      return Optional.empty();
    }
    byte[] user = Arrays.copyOf(pair, colon);
    return Optional.of(
        new BasicCredentials(user, Arrays.copyOfRange(pair, colon + 1, pair.length)));
  }

  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether these are the presented ones. Both parts are always compared to their end, so the time
   * tells neither which part nor which character was wrong.
   */
  public boolean accept(BasicCredentials presented) {
    int difference = difference(user, presented.user) | difference(password, presented.password);
    return difference == 0;
  }

  /** Zero if equal; the work depends on the presented length alone. */
  private static int difference(byte[] expected, byte[] presented) {
    int difference = expected.length ^ presented.length;
    for (int i = 0; i < presented.length; i++) {
      difference |= expected[i % expected.length] ^ presented[i];
    }
    return difference;
  }

  /** The octets of the user's name, a copy. */
  public byte[] userOctets() {
    return user.clone();
  }

  /** The octets of the password, a copy: for whoever verifies it, and nobody else. */
  public byte[] passwordOctets() {
    return password.clone();
  }

  /** The user's name, for logs: without control characters, but as the client chose it. */
  public String user() {
    return new String(user, StandardCharsets.UTF_8);
  }

  /** Never the password. */
  @Override
  public String toString() {
    return "Basic credentials of a user";
  }
}
