package org.gatehouse.application.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.application.port.out.CredentialStore;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.domain.credentials.BasicCredentials;

/**
 * A {@link CredentialStore} that keeps its users in a list, counts the work it is given, and waits
 * with what it does not remember. Safe for use by several threads.
 */
public final class InMemoryCredentialStore implements CredentialStore {
  private final List<BasicCredentials> users = new ArrayList<>();
  private final List<BasicCredentials> remembered = new ArrayList<>();
  private Optional<StorageFailure> failure = Optional.empty();
  private int verifications;

  /** Lets a user in from now on. */
  public synchronized InMemoryCredentialStore add(String user, String password) {
    users.add(BasicCredentials.of(user, password));
    return this;
  }

  /** Lets a user in from now on, as one who was in before. */
  public synchronized InMemoryCredentialStore addKnown(String user, String password) {
    remembered.add(BasicCredentials.of(user, password));
    return add(user, password);
  }

  /** Lets nobody in from now on, and forgets who was. */
  public synchronized void clear() {
    users.clear();
    remembered.clear();
  }

  /** Makes every {@link #verify} fail; empty makes them succeed again. */
  public synchronized void failVerify(Optional<StorageFailure> with) {
    failure = with;
  }

  /** How often a password was compared, which is what costs. */
  public synchronized int verifications() {
    return verifications;
  }

  @Override
  public synchronized boolean remembers(BasicCredentials presented) {
    return contains(remembered, presented);
  }

  @Override
  public boolean waits(BasicCredentials presented) {
    return !remembers(presented);
  }

  @Override
  public synchronized boolean verify(BasicCredentials presented) {
    if (failure.isPresent()) {
      throw failure.get();
    }
    if (contains(remembered, presented)) {
      return true;
    }
    verifications++;
    boolean right = contains(users, presented);
    if (right) {
      remembered.add(presented);
    }
    return right;
  }

  private static boolean contains(List<BasicCredentials> all, BasicCredentials presented) {
    return all.stream().anyMatch(known -> known.accept(presented));
  }
}
