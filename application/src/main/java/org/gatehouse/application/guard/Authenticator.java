package org.gatehouse.application.guard;

import java.util.Optional;
import org.gatehouse.domain.credentials.BasicCredentials;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.field.Fields;

/**
 * Tells who sent a request, by its credentials (RFC 9110 §11.6.2, RFC 7617).
 *
 * <p>There is one user or none. Without one nobody can be authenticated: there is no password that
 * works by default.
 */
public final class Authenticator {
  private final Optional<BasicCredentials> expected;

  /** An authenticator of this user, or of nobody. */
  public Authenticator(Optional<BasicCredentials> expected) {
    this.expected = expected;
  }

  /** The user, if the request carries their credentials, and carries them once. */
  public Optional<String> user(Fields request) {
    int first = request.indexOf(FieldName.AUTHORIZATION, 0);
    if (first < 0
        || expected.isEmpty()
        || request.indexOf(FieldName.AUTHORIZATION, first + 1) >= 0) {
      return Optional.empty();
    }
    return BasicCredentials.parse(request.value(first))
        .filter(expected.get()::accept)
        .map(BasicCredentials::user);
  }
}
