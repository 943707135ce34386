package org.gatehouse.application.listing;

import java.util.Comparator;
import java.util.Locale;
import org.gatehouse.application.port.out.Child;

/**
 * In which order a page shows what lies in a folder: folders before resources, and those of one
 * kind by a key.
 *
 * @param key by what
 * @param descending whether the largest comes first
 */
record ListingOrder(Key key, boolean descending) {

  /** By what a page can be sorted: its columns. */
  enum Key {
    NAME(Comparator.comparing(Child::name, Child.ORDER)),
    SIZE(Comparator.comparingLong((Child child) -> child.state().size())),
    TIME(Comparator.comparing((Child child) -> child.state().modified()));

    private final Comparator<Child> ascending;

    Key(Comparator<Child> ascending) {
      this.ascending = ascending;
    }

    /** How a link names it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The order that two parameters of a query ask for; what they do not know is by name. */
  static ListingOrder of(String sort, String order) {
    Key key = Key.NAME;
    for (Key each : Key.values()) {
      if (each.word().equals(sort)) {
        key = each;
      }
    }
    return new ListingOrder(key, order.equals("desc"));
  }

  /** How a link names the direction. */
  String direction() {
    return descending ? "desc" : "asc";
  }

  /** The order that a click on a column's head leads to: this one turned round, or a new one. */
  ListingOrder toggled(Key column) {
    return new ListingOrder(column, column == key && !descending);
  }

  /** Compares; two that are alike by the key, by their names. */
  Comparator<Child> comparator() {
    Comparator<Child> byKey = descending ? key.ascending.reversed() : key.ascending;
    return Comparator.comparing((Child child) -> !child.isFolder())
        .thenComparing(byKey)
        .thenComparing(Key.NAME.ascending);
  }
}
