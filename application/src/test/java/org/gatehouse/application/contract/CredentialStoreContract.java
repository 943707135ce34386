package org.gatehouse.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gatehouse.application.port.out.CredentialStore;
import org.gatehouse.domain.credentials.BasicCredentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link CredentialStore} keeps to. */
public abstract class CredentialStoreContract {

  /** A store that lets in {@code ann} with {@code se:cret} and nobody else. */
  protected abstract CredentialStore ofAnn() throws Exception;

  private static BasicCredentials pair(String user, String password) {
    return BasicCredentials.of(user, password);
  }

  @Test
  void letsInTheRightOnesAsOftenAsTheyCome() throws Exception {
    CredentialStore store = ofAnn();
    for (int i = 0; i < 3; i++) {
      assertTrue(store.verify(pair("ann", "se:cret")));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ann, se:cre",
    "ann, se:crets",
    "ann, SE:CRET",
    "ann, x",
    "Ann, se:cret",
    "an, se:cret",
    "bob, se:cret",
    "se, cret",
  })
  void refusesAllOthersAlsoAfterTheRightOnes(String user, String password) throws Exception {
    CredentialStore store = ofAnn();
    for (int i = 0; i < 2; i++) {
      assertFalse(store.verify(pair(user, password)));
      assertFalse(store.remembers(pair(user, password)));
      assertTrue(store.verify(pair("ann", "se:cret")));
    }
  }

  @Test
  void remembersWhatWasVerified() throws Exception {
    CredentialStore store = ofAnn();
    assertTrue(store.verify(pair("ann", "se:cret")));
    assertTrue(store.remembers(pair("ann", "se:cret")));
    assertFalse(store.waits(pair("ann", "se:cret")));
  }

  @Test
  void refusesAnyPasswordThatIsLong() throws Exception {
    CredentialStore store = ofAnn();
    for (int length : List.of(71, 72, 73, 10_000)) {
      assertFalse(store.verify(pair("ann", "x".repeat(length))));
      assertFalse(store.verify(pair("x".repeat(length), "se:cret")));
    }
  }

  @Test
  void isSafeForSeveralThreads() throws Exception {
    CredentialStore store = ofAnn();
    List<Boolean> right =
        List.of(1, 2, 3, 4, 5, 6, 7, 8).parallelStream()
            .map(n -> store.verify(pair("ann", "se:cret")) && !store.verify(pair("ann", "no" + n)))
            .toList();
    assertEquals(List.of(true, true, true, true, true, true, true, true), right);
  }
}
