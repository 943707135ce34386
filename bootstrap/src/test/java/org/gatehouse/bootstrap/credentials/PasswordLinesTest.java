package org.gatehouse.bootstrap.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatehouse.bootstrap.option.UsageError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordLinesTest {
  private static final String REST = "abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ01234./";
  private static final String TAIL = REST.substring(0, 53);
  private static final String HASH = "$2y$10$" + TAIL;

  private static Map<ByteBuffer, String> read(String text) {
    return PasswordLines.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String mistake(byte[] octets) {
    return assertThrows(UsageError.class, () -> PasswordLines.read(octets)).getMessage();
  }

  private static String mistake(String text) {
    return mistake(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ByteBuffer name(String user) {
    return ByteBuffer.wrap(user.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsUsersAndSkipsCommentsAndEmptyLines() {
    String text = "# who may write\n\nann:" + HASH + "\r\n   \nbj\u00f6rn b:" + HASH;
    assertEquals(Map.of(name("ann"), HASH, name("bj\u00f6rn b"), HASH), read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"$2y$05$", "$2a$12$", "$2b$14$"})
  void takesEveryBcrypt(String prefix) {
    assertEquals(Map.of(name("ann"), prefix + TAIL), read("ann:" + prefix + TAIL));
  }

  @ParameterizedTest
  @CsvSource({
    "{SHA}fEqNCco3Yq9h5ZUglD3CZJT4lBs=",
    "$apr1$r31.....$HqJZimcKQFAMYayBlzkrA/",
    "rqXexS6ZhobKA",
    "plain",
    "$2x$10$abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ01234",
    "$2$10$abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ01234",
    "$2y$10$tooshort",
    "$2y$10$abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ01234:more",
    "$2y$1$abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ012345",
    "''",
  })
  void refusesEveryOtherHashWithItsLineAndWithoutItsText(String hash) {
    String message = mistake("# one\nann:" + HASH + "\nbob:" + hash + "\n");
    assertEquals(
        "--auth-file: line 3 holds no bcrypt hash ($2y$, $2b$ or $2a$), as 'htpasswd -B' makes"
            + " them",
        message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "04", "15", "31", "99"})
  void refusesACostThatIsWorthlessOrUnbearable(String cost) {
    assertEquals(
        "--auth-file: line 1 has a hash of cost "
            + Integer.parseInt(cost)
            + "; it may be from 5"
            + " to 14",
        mistake("ann:$2y$" + cost + "$" + TAIL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann", ":" + "x", "an\u0000n:x", "a\tb:x", "ann\u007f:x"})
  void refusesWhatIsNoPair(String line) {
    assertEquals("--auth-file: line 2 is not of the form user:hash", mistake("\n" + line));
  }

  @Test
  void refusesAUserNamedTwice() {
    String message = mistake("ann:" + HASH + "\nann:" + HASH);
    assertEquals("--auth-file: line 2 names a user for the second time", message);
    assertFalse(message.contains(TAIL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# nobody\n"})
  void refusesAFileOfNobody(String text) {
    assertEquals("--auth-file: there is no user in the file", mistake(text));
  }

  @Test
  void refusesWhatIsNotText() {
    assertEquals(
        "--auth-file: the file is not text in UTF-8", mistake(new byte[] {(byte) 0xff, ':'}));
  }

  @Test
  void refusesOneUserTooMany() {
    String most =
        IntStream.range(0, PasswordLines.MOST_USERS)
            .mapToObj(n -> "u" + n + ":" + HASH)
            .collect(Collectors.joining("\n"));
    assertEquals(PasswordLines.MOST_USERS, read(most).size());
    assertEquals(
        "--auth-file: line 10001 is one user too many; there may be 10000",
        mistake(most + "\nann:" + HASH));
  }
}
