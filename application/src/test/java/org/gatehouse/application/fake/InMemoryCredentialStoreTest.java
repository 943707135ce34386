package org.gatehouse.application.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.gatehouse.application.contract.CredentialStoreContract;
import org.gatehouse.application.port.out.CredentialStore;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.domain.credentials.BasicCredentials;
import org.junit.jupiter.api.Test;

class InMemoryCredentialStoreTest extends CredentialStoreContract {
  private static final BasicCredentials BOB = BasicCredentials.of("bob", "hunter2");

  private final InMemoryCredentialStore store = new InMemoryCredentialStore();

  @Override
  protected CredentialStore ofAnn() {
    return store.add("ann", "se:cret");
  }

  @Test
  void countsItsWork() {
    store.add("bob", "hunter2");
    store.verify(BOB);
    store.verify(BOB);
    assertEquals(1, store.verifications());
    store.verify(BasicCredentials.of("nobody", "hunter2"));
    assertEquals(2, store.verifications());
  }

  @Test
  void failsAndForgetsOnDemand() {
    StorageFailure broken = new StorageFailure(StorageFailure.Kind.BROKEN, "broken", null);
    store.add("bob", "hunter2").failVerify(Optional.of(broken));
    assertSame(broken, assertThrows(StorageFailure.class, () -> store.verify(BOB)));
    store.failVerify(Optional.empty());
    assertTrue(store.verify(BOB));
    store.clear();
    assertFalse(store.verify(BOB));
  }
}
