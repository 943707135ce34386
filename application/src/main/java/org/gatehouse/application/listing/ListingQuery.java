package org.gatehouse.application.listing;

import java.util.Locale;
import org.gatehouse.application.port.out.Child;
import org.gatehouse.domain.target.PercentEncoding;
import org.gatehouse.domain.target.RequestTarget;

/**
 * What the query of a request says about a listing: {@code
 * ?q=…&sort=name|size|time&order=asc|desc}.
 *
 * @param search a text that names have to hold, in any case; empty for all names
 * @param order how a page is sorted
 */
record ListingQuery(String search, ListingOrder order) {

  static ListingQuery of(RequestTarget target) {
    return new ListingQuery(
        formValue(target, "q"),
        ListingOrder.of(formValue(target, "sort"), formValue(target, "order")));
  }

  /** A value as a form sends it, where a plus is a space; one that is malformed is none. */
  private static String formValue(RequestTarget target, String name) {
    return target
        .queryParameter(name)
        .flatMap(value -> PercentEncoding.decode(value.replace('+', ' ')))
        .orElse("");
  }

  /** Whether the search finds this one. */
  boolean finds(Child child) {
    return search.isEmpty() || folded(child.name()).contains(folded(search));
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** The query that leads to the same search in another order, with its question mark. */
  String in(ListingOrder other) {
    String found =
        search.isEmpty()
            ? ""
            : "q=" + PercentEncoding.encode(search, ListingQuery::isUnreserved) + "&";
    return "?" + found + "sort=" + other.key().word() + "&order=" + other.direction();
  }

  private static boolean isUnreserved(int c) {
    boolean digit = c >= '0' && c <= '9';
    boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    return digit || letter || "-._~".indexOf(c) >= 0;
  }
}
