package org.gatehouse.bootstrap.credentials;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.gatehouse.application.contract.CredentialStoreContract;
import org.gatehouse.application.port.out.CredentialStore;
import org.gatehouse.domain.credentials.BasicCredentials;
import org.junit.jupiter.api.Test;

class OneUserTest extends CredentialStoreContract {

  @Override
  protected CredentialStore ofAnn() {
    return new OneUser(BasicCredentials.of("ann", "se:cret"));
  }

  @Test
  void neverWaits() {
    assertFalse(ofAnn().waits(BasicCredentials.of("bob", "wrong")));
  }
}
