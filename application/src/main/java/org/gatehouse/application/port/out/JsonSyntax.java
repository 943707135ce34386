package org.gatehouse.application.port.out;

import java.util.Objects;
import java.util.Optional;
import org.gatehouse.application.port.body.Slice;

/**
 * Judges whether content is one JSON text in UTF-8 (RFC 8259 §2, §8.1), in memory that does not
 * grow with it. Names of an object may repeat (§4). Safe for use by several threads.
 */
public interface JsonSyntax {
  /** How deep arrays and objects may lie inside each other. */
  int DEEPEST = 512;

  /**
   * Reads the content from its beginning, as far as it is right. May wait.
   *
   * @return where it breaks the rules; empty if it is JSON
   * @throws StorageFailure if it cannot be read
   */
  Optional<Fault> fault(Slice content);

  /** What can be wrong. */
  enum Kind {
    /** It is not the grammar's. */
    SYNTAX,
    /** Its octets are not UTF-8. */
    ENCODING,
    /** It is right so far, but nested deeper than {@link #DEEPEST}. */
    TOO_DEEP,
    /** It is right so far, but a number or a name is longer than anyone needs. */
    TOO_LONG
  }

  /**
   * Where content stops to be JSON.
   *
   * @param kind what is wrong
   * @param line from 1
   * @param column from 1, in characters, where it was noticed
   */
  record Fault(Kind kind, long line, long column) {
    /** Refuses what is missing. */
    public Fault {
      Objects.requireNonNull(kind);
    }
  }
}
