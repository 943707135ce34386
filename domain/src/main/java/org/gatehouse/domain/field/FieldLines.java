package org.gatehouse.domain.field;

import java.util.Arrays;

/**
 * Field lines held as strings: what this server sends, and what tests write by hand (RFC 9110 §5).
 *
 * <p>Every line is valid: the name is a token and the value holds no control character but tab,
 * nothing outside ISO-8859-1, and no white space at its ends. This is the one place where a
 * response's fields come into being, so nothing a client sent can add a line to a response.
 */
public final class FieldLines implements Fields {
  private static final FieldLines EMPTY = new FieldLines(new String[0], 0);

  private final String[] lines;
  private final int size;

  private FieldLines(String[] lines, int size) {
    this.lines = lines;
    this.size = size;
  }

  /** No lines at all. */
  public static FieldLines empty() {
    return EMPTY;
  }

  /**
   * Lines from names and values in turn.
   *
   * @throws IllegalArgumentException for an odd count, a name that is not a token or a value with
   *     octets that no field value may hold (RFC 9110 §5.5)
   */
  public static FieldLines of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("a name without a value");
    }
    Builder builder = new Builder(namesAndValues.length / 2);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      builder.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return builder.build();
  }

  /** A builder with room for a usual response. */
  public static Builder builder() {
    return new Builder(12);
  }

  /** These lines and one more. */
  public FieldLines with(String name, String value) {
    return toBuilder(1).add(name, value).build();
  }

  /** These lines followed by the others. */
  public FieldLines with(FieldLines others) {
    return toBuilder(others.size).add(others).build();
  }

  /**
   * A builder that begins with these lines.
   *
   * @param more how many are about to follow
   */
  public Builder toBuilder(int more) {
    Builder builder = new Builder(size + more);
    System.arraycopy(lines, 0, builder.lines, 0, 2 * size);
    builder.size = size;
    return builder;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String name(int index) {
    return lines[2 * checked(index)];
  }

  @Override
  public String value(int index) {
    return lines[2 * checked(index) + 1];
  }

  private int checked(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return index;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldLines that
        && size == that.size
        && Arrays.equals(lines, 0, 2 * size, that.lines, 0, 2 * size);
  }

  @Override
  public int hashCode() {
    int hash = size;
    for (int i = 0; i < 2 * size; i++) {
      hash = 31 * hash + lines[i].hashCode();
    }
    return hash;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size; i++) {
      text.append(name(i)).append(": ").append(value(i)).append('\n');
    }
    return text.toString();
  }

  /** Collects lines; each is checked as it comes, if it has not been before. */
  public static final class Builder {
    private String[] lines;
    private int size;

    private Builder(int capacity) {
      lines = new String[2 * capacity];
    }

    /**
     * Adds a line; white space around the value is no part of it (RFC 9110 §5.5) and falls away.
     *
     * @throws IllegalArgumentException if the name is not a token or the value is not a field value
     */
    public Builder add(String name, String value) {
      if (!Grammar.isToken(name)) {
        throw new IllegalArgumentException("not a field name");
      }
      if (!Grammar.isFieldValue(value)) {
        throw new IllegalArgumentException("not a value for " + name);
      }
      reserve(1);
      lines[2 * size] = name;
      lines[2 * size + 1] = Grammar.trim(value);
      size++;
      return this;
    }

    /** Adds all of these lines. */
    public Builder add(FieldLines others) {
      reserve(others.size);
      System.arraycopy(others.lines, 0, lines, 2 * size, 2 * others.size);
      size += others.size;
      return this;
    }

    private void reserve(int more) {
      if (2 * (size + more) > lines.length) {
        lines = Arrays.copyOf(lines, Math.max(2 * lines.length, 2 * (size + more)));
      }
    }

    /**
     * The lines so far; the builder can go on. They share its array, of which a builder only ever
     * writes what is behind all lines it has built.
     */
    public FieldLines build() {
      return size == 0 ? EMPTY : new FieldLines(lines, size);
    }
  }
}
