package org.gatehouse.bootstrap.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.domain.credentials.BasicCredentials;
import org.junit.jupiter.api.Test;

class AccountsTest {
  private final List<String> compared = new ArrayList<>();

  /** A user's hash is here his password behind a mark, so that what is compared can be seen. */
  private final Accounts accounts =
      new Accounts(
          Map.of(name("ann"), "#apple", name("bob"), "#berry"),
          (password, hash) -> {
            compared.add(hash);
            return hash.equals("#" + new String(password, StandardCharsets.UTF_8));
          },
          new KeyedHash());

  private static ByteBuffer name(String user) {
    return ByteBuffer.wrap(user.getBytes(StandardCharsets.UTF_8));
  }

  private boolean accept(String user, String password) {
    return accounts.accept(BasicCredentials.of(user, password));
  }

  @Test
  void comparesWithTheUsersOwnHash() {
    assertTrue(accept("ann", "apple"));
    assertFalse(accept("ann", "berry"));
    assertEquals(List.of("#apple", "#apple"), compared);
  }

  @Test
  void anUnknownUserCostsOneComparisonAsAKnownOneDoes() {
    assertFalse(accept("nobody", "apple"));
    assertEquals(1, compared.size());
    assertFalse(accept("ann", "wrong"));
    assertEquals(2, compared.size());
  }

  @Test
  void anUnknownUserIsRefusedWithTheRightPasswordOfAnother() {
    for (int i = 0; i < 50; i++) {
      assertFalse(accept("nobody" + i, "apple"));
      assertFalse(accept("nobody" + i, "berry"));
    }
    assertEquals(100, compared.size());
  }

  @Test
  void theSameUnknownNameCostsTheSameEachTimeAndAllCostsOccur() {
    Set<String> all = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      accept("nobody" + i, "x");
      accept("nobody" + i, "y");
      assertEquals(compared.get(2 * i), compared.get(2 * i + 1));
      all.add(compared.get(2 * i));
    }
    assertEquals(Set.of("#apple", "#berry"), all);
  }

  @Test
  void aPasswordLongerThanBcryptHashesIsRefusedInsteadOfCut() {
    String longest = "x".repeat(Accounts.LONGEST_PASSWORD);
    Accounts one =
        new Accounts(Map.of(name("ann"), "#"), (password, hash) -> true, new KeyedHash());
    assertTrue(one.accept(BasicCredentials.of("ann", longest)));
    assertFalse(one.accept(BasicCredentials.of("ann", longest + "y")));
    assertFalse(one.accept(BasicCredentials.of("ann", "\u00e9".repeat(37))));
  }

  @Test
  void tellsNoSecret() {
    assertEquals("2 users", accounts.toString());
  }
}
