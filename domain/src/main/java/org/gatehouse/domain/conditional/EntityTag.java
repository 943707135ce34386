package org.gatehouse.domain.conditional;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An entity tag (RFC 9110 §8.8.3).
 *
 * @param weak whether it begins with {@code W/}
 * @param opaque the text between the quotes
 */
public record EntityTag(boolean weak, String opaque) {
  private static final int BILLION = 1_000_000_000;

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException if a character is not an etagc
   */
  public EntityTag {
    if (!isOpaque(opaque)) {
      throw new IllegalArgumentException("not an entity tag");
    }
  }

  private static boolean isOpaque(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c <= ' ' || c == 0x7f || c > 0xff) {
        return false;
      }
    }
    return true;
  }

  /** The strong tag of a version: {@code "<modification time in nanoseconds>-<size in octets>"}. */
  public static EntityTag of(Instant modified, long size) {
    return new EntityTag(false, nanoseconds(modified) + "-" + size);
  }

  /** Nanoseconds since the epoch. A file may claim a time for which a long is too short. */
  private static String nanoseconds(Instant time) {
    long second = time.getEpochSecond();
    if (Math.abs(second) < Long.MAX_VALUE / BILLION) {
      return Long.toString(second * BILLION + time.getNano());
    }
    boolean before = second < 0 && time.getNano() > 0;
    long whole = before ? second + 1 : second;
    int fraction = before ? BILLION - time.getNano() : time.getNano();
    return whole + Integer.toString(BILLION + fraction).substring(1);
  }

  /** The strong tag of a coded variant: another representation, so another tag. */
  public EntityTag variant(String coding) {
    return new EntityTag(weak, opaque + "-" + coding);
  }

  /** Reads one tag; empty if it is not one. */
  public static Optional<EntityTag> parse(String text) {
    boolean weak = text.startsWith("W/");
    String quoted = weak ? text.substring(2) : text;
    int last = quoted.length() - 1;
    if (last < 1 || quoted.charAt(0) != '"' || quoted.charAt(last) != '"') {
      return Optional.empty();
    }
    String opaque = quoted.substring(1, last);
    return isOpaque(opaque) ? Optional.of(new EntityTag(weak, opaque)) : Optional.empty();
  }

  /**
   * Reads the tags of a list. A backslash is an ordinary character in a tag, so this list cannot be
   * split like others (RFC 9110 §8.8.3). What is not a tag is passed over.
   */
  public static List<EntityTag> parseList(String list) {
    return TagList.parse(list).tags();
  }

  /** Strong comparison: equal and neither weak (RFC 9110 §8.8.3.2). */
  public boolean matchesStrongly(EntityTag other) {
    return !weak && !other.weak && opaque.equals(other.opaque);
  }

  /** Weak comparison: equal text (RFC 9110 §8.8.3.2). */
  public boolean matchesWeakly(EntityTag other) {
    return opaque.equals(other.opaque);
  }

  /** Whether the text is this tag as it is sent, and nothing else. */
  public boolean isWrittenAs(String text) {
    String start = weak ? "W/\"" : "\"";
    return text.length() == start.length() + opaque.length() + 1
        && text.startsWith(start)
        && text.startsWith(opaque, start.length())
        && text.endsWith("\"");
  }

  /** Written out: Java makes its own at the first call, which takes 20 ms of the first answer. */
  @Override
  public boolean equals(Object other) {
    return other instanceof EntityTag tag && weak == tag.weak && opaque.equals(tag.opaque);
  }

  @Override
  public int hashCode() {
    return 2 * opaque.hashCode() + (weak ? 1 : 0);
  }

  @Override
  public String toString() {
    return (weak ? "W/\"" : "\"") + opaque + "\"";
  }
}
