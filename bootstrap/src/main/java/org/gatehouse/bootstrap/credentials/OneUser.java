package org.gatehouse.bootstrap.credentials;

import org.gatehouse.application.port.out.CredentialStore;
import org.gatehouse.domain.credentials.BasicCredentials;

/** The one user whom an option or the environment names; compared in constant time. */
public final class OneUser implements CredentialStore {
  private final BasicCredentials credentials;

  /** A store of these. */
  public OneUser(BasicCredentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public boolean remembers(BasicCredentials presented) {
    return verify(presented);
  }

  @Override
  public boolean waits(BasicCredentials presented) {
    return false;
  }

  @Override
  public boolean verify(BasicCredentials presented) {
    return credentials.accept(presented);
  }
}
