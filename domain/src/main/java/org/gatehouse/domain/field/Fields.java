package org.gatehouse.domain.field;

import java.util.Optional;

/**
 * The field lines of one message, in the order they stand in it (RFC 9110 §5.2, §5.3).
 *
 * <p>An interface, so that a parser can answer from the bytes it received without making a string
 * of every line. Implementations are immutable; names compare without regard to case.
 */
public interface Fields {

  /** How many lines there are; a name that stands twice counts twice. */
  int size();

  /**
   * The name of a line as it was written.
   *
   * @param index from 0 to {@link #size()} - 1
   * @throws IndexOutOfBoundsException for any other index
   */
  String name(int index);

  /**
   * The value of a line, without the white space around it.
   *
   * @param index from 0 to {@link #size()} - 1
   * @throws IndexOutOfBoundsException for any other index
   */
  String value(int index);

  /** The index of the first line with this name at or after {@code from}, or -1. */
  default int indexOf(String name, int from) {
    for (int i = from; i < size(); i++) {
      if (name(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the value of a line is this text, in the same case. */
  default boolean hasValue(int index, String text) {
    return value(index).equals(text);
  }

  /** Whether a line with this name is there. */
  default boolean contains(String name) {
    return indexOf(name, 0) >= 0;
  }

  /** How many lines have this name. */
  default int count(String name) {
    int count = 0;
    for (int i = indexOf(name, 0); i >= 0; i = indexOf(name, i + 1)) {
      count++;
    }
    return count;
  }

  /** The value of the first line with this name. */
  default Optional<String> first(String name) {
    int index = indexOf(name, 0);
    return index < 0 ? Optional.empty() : Optional.of(value(index));
  }

  /**
   * The values of all lines with this name as one list, joined by commas (RFC 9110 §5.3). Only
   * meaningful for fields whose definition is a list.
   */
  default Optional<String> combined(String name) {
    int index = indexOf(name, 0);
    if (index < 0) {
      return Optional.empty();
    }
    int next = indexOf(name, index + 1);
    if (next < 0) {
      return Optional.of(value(index));
    }
    StringBuilder all = new StringBuilder(value(index));
    for (; next >= 0; next = indexOf(name, next + 1)) {
      all.append(", ").append(value(next));
    }
    return Optional.of(all.toString());
  }
}
