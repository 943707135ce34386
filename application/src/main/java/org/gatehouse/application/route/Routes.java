package org.gatehouse.application.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gatehouse.domain.target.ResourcePath;

/**
 * The table of routes. The first that matches in the order of the table wins; what none takes goes
 * to the resources, as do the asterisk of OPTIONS and a path that the path guard will refuse.
 */
public final class Routes {
  private final List<Route> table;
  private final Map<String, List<Route>> byFirstName = new HashMap<>();
  private final Route rest;
  private final Function<ResourcePath, Route> find = this::find;
  private final Function<ResourcePath.Fault, Route> toRest = fault -> rest();

  /**
   * A table.
   *
   * @param table the routes that are on
   * @param resources answers for every other path
   * @throws IllegalArgumentException if a pattern stands twice
   */
  public Routes(List<Route> table, ExchangeHandler resources) {
    this.table = List.copyOf(table);
    this.rest = Route.ofTheRest(resources);
    Set<String> patterns = new HashSet<>();
    for (Route route : table) {
      if (!patterns.add(route.pattern())) {
        throw new IllegalArgumentException("two routes " + route.pattern());
      }
      byFirstName.computeIfAbsent(route.firstName(), name -> new ArrayList<>()).add(route);
    }
  }

  /** The route of a request. */
  public Route of(Request request) {
    return request.parsedPath().match(find, toRest);
  }

  private Route find(ResourcePath path) {
    List<String> names = path.segments();
    List<Route> candidates = names.isEmpty() ? null : byFirstName.get(names.get(0));
    if (candidates != null) {
      for (Route route : candidates) {
        if (route.matches(path)) {
          return route;
        }
      }
    }
    return rest;
  }

  /** The route of what no other takes. */
  public Route rest() {
    return rest;
  }

  /** The routes of the table, in order, without that of the rest. */
  public List<Route> table() {
    return table;
  }
}
