package org.gatehouse.application.port.in;

import java.util.Objects;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.message.Status;

/**
 * A request that is turned down, and why.
 *
 * @param status an error status
 * @param reason in words for the client: never a path of the machine, never the client's own octets
 * @param fields what the status calls for, such as Allow or WWW-Authenticate
 */
public record Refusal(Status status, String reason, FieldLines fields) {

  /** Refuses what is missing. */
  public Refusal {
    Objects.requireNonNull(status);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(fields);
  }

  /** A refusal without fields of its own. */
  public static Refusal of(Status status, String reason) {
    return new Refusal(status, reason, FieldLines.empty());
  }

  /** A refusal with one field of its own. */
  public static Refusal of(Status status, String reason, String name, String value) {
    return new Refusal(status, reason, FieldLines.of(name, value));
  }
}
