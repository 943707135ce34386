package org.gatehouse.application.port.out;

import java.util.List;
import java.util.Optional;

/**
 * A page of what lies in a folder.
 *
 * @param page in the order of {@link Child#ORDER}; perhaps none, also where more follows
 * @param next what to ask for next: children behind this name; empty at the end
 */
public record Children(List<Child> page, Optional<String> next) {

  /** Copies the list. */
  public Children {
    page = List.copyOf(page);
  }

  /** The last page. */
  public static Children last(List<Child> page) {
    return new Children(page, Optional.empty());
  }
}
