package org.gatehouse.application.json;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Writes one JSON text, member by member (RFC 8259). The caller opens and ends objects and arrays
 * in pairs; commas and escapes are its own affair. For one thread.
 */
public final class JsonWriter {
  private static final int BILLION = 1_000_000_000;
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder text = new StringBuilder(256);
  private boolean first = true;

  /** Begins an object: as the whole text, or as an element of an array. */
  public JsonWriter object() {
    separate();
    return begin('{');
  }

  /** Begins an object as a member. */
  public JsonWriter object(String name) {
    return name(name).begin('{');
  }

  /** Begins an array as a member. */
  public JsonWriter array(String name) {
    return name(name).begin('[');
  }

  /** Ends the object. */
  public JsonWriter endObject() {
    return end('}');
  }

  /** Ends the array. */
  public JsonWriter endArray() {
    return end(']');
  }

  /** Adds a member whose value is a string. */
  public JsonWriter member(String name, String value) {
    name(name);
    return string(value);
  }

  /** Adds a member whose value is a whole number. */
  public JsonWriter member(String name, long value) {
    name(name);
    text.append(value);
    return this;
  }

  /** Adds a member whose value is a duration in seconds with one decimal, rounded down. */
  public JsonWriter seconds(String name, Duration value) {
    name(name);
    long tenths = value.toMillis() / 100;
    text.append(tenths / 10).append('.').append(tenths % 10);
    return this;
  }

  /** Adds a member whose value is a duration in seconds, with all its decimals. */
  public JsonWriter exactSeconds(String name, Duration value) {
    name(name);
    text.append(decimal(value));
    return this;
  }

  /** A duration in seconds as a decimal number: {@code 0.00025}, {@code 10}. */
  public static String decimal(Duration value) {
    String digits =
        value.getSeconds() + "." + Integer.toString(BILLION + value.getNano()).substring(1);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, digits.charAt(end - 1) == '.' ? end - 1 : end);
  }

  /** Adds a string to an array. */
  public JsonWriter element(String value) {
    separate();
    return string(value);
  }

  private JsonWriter begin(char bracket) {
    text.append(bracket);
    first = true;
    return this;
  }

  private JsonWriter end(char bracket) {
    text.append(bracket);
    first = false;
    return this;
  }

  private JsonWriter name(String name) {
    separate();
    string(name);
    text.append(':');
    return this;
  }

  private void separate() {
    if (!first) {
      text.append(',');
    }
    first = false;
  }

  private JsonWriter string(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (mustEscape(value, i)) {
        escape(c);
      } else {
        text.append(c);
      }
    }
    text.append('"');
    return this;
  }

  /**
   * The control characters, as RFC 8259 §7 demands; DEL and the C1 controls, which terminals obey;
   * the line separators, which old JavaScript does not allow in a string; and surrogates without
   * their other half, which UTF-8 cannot carry.
   */
  private static boolean mustEscape(String value, int index) {
    char c = value.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 == value.length() || !Character.isLowSurrogate(value.charAt(index + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return index == 0 || !Character.isHighSurrogate(value.charAt(index - 1));
    }
    return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
  }

  private void escape(char c) {
    text.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      text.append(HEX.charAt(c >> shift & 15));
    }
  }

  /** The text so far, in UTF-8 and with a line feed at its end. */
  public byte[] toBytes() {
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The text so far. */
  @Override
  public String toString() {
    return text.toString();
  }
}
