package org.gatehouse.domain.conditional;

import java.util.ArrayList;
import java.util.List;
import org.gatehouse.domain.field.Grammar;

/**
 * The value of If-Match or If-None-Match: the asterisk, or a list of tags (RFC 9110 §13.1.1,
 * §13.1.2).
 *
 * @param any whether it is the asterisk
 * @param tags the tags, in order
 * @param readable whether nothing but tags stood in the list, and at least one
 */
record TagList(boolean any, List<EntityTag> tags, boolean readable) {
  private static final TagList ANY = new TagList(true, List.of(), true);

  /**
   * Reads it. A backslash is an ordinary character in a tag, so this list cannot be split like
   * others (RFC 9110 §8.8.3). What is not a tag is passed over.
   */
  static TagList parse(String value) {
    if (value.equals("*")) {
      return ANY;
    }
    List<EntityTag> tags = new ArrayList<>(2);
    int elements = 0;
    int start = 0;
    while (start < value.length()) {
      int end = elementEnd(value, start);
      String element = Grammar.trim(value.substring(start, end));
      if (!element.isEmpty()) {
        elements++;
        EntityTag.parse(element).ifPresent(tags::add);
      }
      start = end + 1;
    }
    return new TagList(false, tags, !tags.isEmpty() && tags.size() == elements);
  }

  /** The index of the comma after the element that begins here, or the length of the text. */
  private static int elementEnd(String value, int start) {
    boolean quoted = false;
    for (int i = start; i < value.length(); i++) {
      if (value.charAt(i) == '"') {
        quoted = !quoted;
      } else if (value.charAt(i) == ',' && !quoted) {
        return i;
      }
    }
    return value.length();
  }

  /** Whether a tag of the list equals one of these and neither is weak (RFC 9110 §13.1.1). */
  boolean matchesStrongly(List<EntityTag> current) {
    for (EntityTag tag : tags) {
      for (EntityTag held : current) {
        if (tag.matchesStrongly(held)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a tag of the list equals one of these, weak or not (RFC 9110 §13.1.2). */
  boolean matchesWeakly(List<EntityTag> current) {
    for (EntityTag tag : tags) {
      for (EntityTag held : current) {
        if (tag.matchesWeakly(held)) {
          return true;
        }
      }
    }
    return false;
  }
}
