package org.gatehouse.application.cookie;

import java.util.Optional;
import org.gatehouse.application.port.out.CookieLedger;
import org.gatehouse.application.port.out.IdSource;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.field.Fields;

/**
 * Gives an id to a visitor who has none (RFC 6265 §4.1): a request without a Cookie field. The id
 * is for counting visits, not for trust: it lives two minutes and nothing depends on it.
 */
public final class VisitorCookies {
  private static final String ATTRIBUTES = "; Max-Age=120; HttpOnly; SameSite=Lax";

  private final IdSource ids;
  private final Optional<CookieLedger> ledger;

  /**
   * Gives out ids.
   *
   * @param ids where they come from
   * @param ledger where they go; empty to give none at all ({@code --cookies off})
   */
  public VisitorCookies(IdSource ids, Optional<CookieLedger> ledger) {
    this.ids = ids;
    this.ledger = ledger;
  }

  /** The value of Set-Cookie for a request with these fields; its id is recorded by now. */
  public Optional<String> valueFor(Fields request) {
    if (ledger.isEmpty() || request.contains(FieldName.COOKIE)) {
      return Optional.empty();
    }
    String id = ids.visitorId();
    ledger.get().record(id);
    // Of the right length at once, where + would make room and grow it.
    return Optional.of(String.join("", "id=", id, ATTRIBUTES));
  }
}
