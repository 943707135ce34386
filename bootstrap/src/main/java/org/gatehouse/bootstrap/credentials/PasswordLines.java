package org.gatehouse.bootstrap.credentials;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.bootstrap.option.Setting;
import org.gatehouse.bootstrap.option.UsageError;

/**
 * Reads the lines that {@code htpasswd -B} writes: a user, a colon, a bcrypt hash. Empty lines and
 * those that begin with {@code #} do not count. A mistake is told with the number of its line and
 * without its text.
 */
final class PasswordLines {
  static final int MOST_USERS = 10_000;
  private static final int LEAST_COST = 5;
  private static final int MOST_COST = 14;

  private static final Pattern BCRYPT =
      Pattern.compile("\\$2[aby]\\$([0-9]{2})\\$[./A-Za-z0-9]{53}");

  private final Map<ByteBuffer, String> hashes = new HashMap<>();
  private int number;

  private PasswordLines() {}

  /**
   * The hash of each user, by the octets of his name.
   *
   * @throws UsageError for the first line that is not one, or if there is no user at all
   */
  static Map<ByteBuffer, String> read(byte[] octets) {
    PasswordLines lines = new PasswordLines();
    text(octets).forEach(lines::read);
    if (lines.hashes.isEmpty()) {
      throw new UsageError(Setting.AUTH_FILE.flag() + ": there is no user in the file");
    }
    return lines.hashes;
  }

  private static List<String> text(byte[] octets) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(octets))
          .toString()
          .lines()
          .toList();
    } catch (CharacterCodingException notText) {
      throw new UsageError(Setting.AUTH_FILE.flag() + ": the file is not text in UTF-8");
    }
  }

  private void read(String line) {
    number++;
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    int colon = line.indexOf(':');
    if (colon <= 0 || line.chars().anyMatch(Character::isISOControl)) {
      throw mistake("is not of the form user:hash");
    }
    String hash = line.substring(colon + 1);
    requireBcrypt(hash);
    byte[] user = line.substring(0, colon).getBytes(StandardCharsets.UTF_8);
    if (hashes.put(ByteBuffer.wrap(user), hash) != null) {
      throw mistake("names a user for the second time");
    }
    if (hashes.size() > MOST_USERS) {
      throw mistake("is one user too many; there may be " + MOST_USERS);
    }
  }

  private void requireBcrypt(String hash) {
    Matcher matcher = BCRYPT.matcher(hash);
    if (!matcher.matches()) {
      throw mistake("holds no bcrypt hash ($2y$, $2b$ or $2a$), as 'htpasswd -B' makes them");
    }
    int cost = Integer.parseInt(matcher.group(1));
    if (cost < LEAST_COST || cost > MOST_COST) {
      throw mistake(
          "has a hash of cost " + cost + "; it may be from " + LEAST_COST + " to " + MOST_COST);
    }
  }

  private UsageError mistake(String what) {
    return new UsageError(Setting.AUTH_FILE.flag() + ": line " + number + " " + what);
  }
}
