package org.gatehouse.application.guard;

import java.time.Duration;
import java.util.Optional;
import org.gatehouse.application.port.out.CredentialStore;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.credentials.BasicCredentials;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.field.Fields;

/**
 * Tells who sent a request, by its credentials (RFC 9110 §11.6.2, RFC 7617), and makes whoever
 * guesses them wait.
 *
 * <p>Without a store nobody can be authenticated: there is no password that works by default. While
 * an address has to wait, nothing it presents is looked at, right or wrong: else the answer would
 * tell which of its guesses was right.
 */
public final class Authenticator {
  private final Optional<CredentialStore> store;
  private final Optional<Backoff> backoff;

  /**
   * An authenticator.
   *
   * @param store knows who may come in; empty for nobody
   * @param backoff slows down whoever fails; empty to let everybody try on
   */
  public Authenticator(Optional<CredentialStore> store, Optional<Backoff> backoff) {
    this.store = store;
    this.backoff = backoff;
  }

  /** An authenticator of nobody. */
  public static Authenticator ofNobody() {
    return new Authenticator(Optional.empty(), Optional.empty());
  }

  /**
   * The user, if the request carries credentials, carries them once, and they are known to be
   * right. For logs: never waits, and is no leave to come in.
   */
  public Optional<String> user(Fields request) {
    return presented(request)
        .filter(credentials -> store.orElseThrow().remembers(credentials))
        .map(BasicCredentials::user);
  }

  /** Whether to judge this request takes a worker. */
  boolean waits(Request request) {
    return presented(request)
        .filter(credentials -> store.orElseThrow().waits(credentials))
        .filter(credentials -> wait(request).isEmpty())
        .isPresent();
  }

  /** How long its sender has to wait before credentials of his are looked at again. */
  Optional<Duration> wait(Request request) {
    return presented(request)
        .flatMap(credentials -> backoff)
        .flatMap(table -> table.left(request.connection().remoteAddress()));
  }

  /**
   * Whether the request carries credentials that are right. Credentials that are wrong count
   * against its sender; a request without any does not.
   *
   * @throws org.gatehouse.application.port.out.StorageFailure if that cannot be told
   */
  boolean accepts(Request request) {
    Optional<BasicCredentials> presented = presented(request);
    if (presented.isEmpty()) {
      return false;
    }
    boolean right = store.orElseThrow().verify(presented.get());
    String address = request.connection().remoteAddress();
    backoff.ifPresent(
        table -> {
          if (right) {
            table.succeeded(address);
          } else {
            table.failed(address);
          }
        });
    return right;
  }

  /** What is to be verified; empty where there is nothing, or nobody to compare it with. */
  private Optional<BasicCredentials> presented(Fields request) {
    int first = request.indexOf(FieldName.AUTHORIZATION, 0);
    if (first < 0 || store.isEmpty() || request.indexOf(FieldName.AUTHORIZATION, first + 1) >= 0) {
      return Optional.empty();
    }
    return BasicCredentials.parse(request.value(first));
  }

  private Optional<BasicCredentials> presented(Request request) {
    return presented(request.fields());
  }
}
