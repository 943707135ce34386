package org.gatehouse.domain.message;

import java.util.Objects;
import org.gatehouse.domain.field.FieldLines;

/**
 * The head of a response, without the fields that belong to the connection (Connection, Keep-Alive,
 * Content-Length), which the wire adds (RFC 9110 §6.2, §7.6.1).
 *
 * @param status the status code
 * @param fields the field lines
 */
public record ResponseHead(Status status, FieldLines fields) {

  /** Refuses what is missing. */
  public ResponseHead {
    Objects.requireNonNull(status);
    Objects.requireNonNull(fields);
  }

  /** This head with one more field line. */
  public ResponseHead with(String name, String value) {
    return new ResponseHead(status, fields.with(name, value));
  }
}
