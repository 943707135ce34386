package org.gatehouse.application.route;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.domain.target.ResourcePath;

/**
 * A path, or all paths below a folder, and who answers for it.
 *
 * <p>Names are compared decoded and with regard to case: {@code /%68ealth} is {@code /health},
 * {@code /Health} is not, nor is {@code /health/}.
 */
public final class Route {
  private final String pattern;
  private final List<String> names;
  private final boolean below;
  private final ExchangeHandler handler;
  private final Function<Request, Decision> handling;
  private final Set<Trait> traits;

  private Route(
      String pattern,
      List<String> names,
      boolean below,
      ExchangeHandler handler,
      Set<Trait> traits) {
    this.pattern = pattern;
    this.names = names;
    this.below = below;
    this.handler = handler;
    this.handling = handler::handle;
    this.traits = traits;
  }

  /**
   * A route.
   *
   * @param pattern a path, {@code /api/hello}; or a folder and a name in braces that stands for the
   *     whole rest of the path, slashes included, be it empty: <code>/echo/{text}</code>
   * @throws IllegalArgumentException if the pattern is neither
   */
  public static Route of(String pattern, ExchangeHandler handler, Trait... traits) {
    int slash = pattern.indexOf("/{");
    boolean below = slash > 0 && pattern.endsWith("}");
    boolean braces = pattern.lastIndexOf('{') == (below ? slash + 1 : -1);
    String[] parts = (below ? pattern.substring(0, slash) : pattern).split("/", -1);
    List<String> names = List.of(parts).subList(1, parts.length);
    if (!pattern.startsWith("/") || !braces || !names.stream().allMatch(ResourcePath::isName)) {
      throw new IllegalArgumentException("not the pattern of a route: " + pattern);
    }
    return new Route(pattern, names, below, handler, Set.of(traits));
  }

  /** The route of whatever no other route takes: the resources themselves. */
  static Route ofTheRest(ExchangeHandler handler) {
    Set<Trait> traits = Set.of(Trait.STORES, Trait.GIVES_COOKIE);
    return new Route("/{path}", List.of(), true, handler, traits);
  }

  /** Whether the path is this route's. */
  boolean matches(ResourcePath path) {
    List<String> asked = path.segments();
    if (!below) {
      return !path.isFolder() && asked.equals(names);
    }
    boolean deeper = asked.size() > names.size();
    return (deeper || (path.isFolder() && asked.size() == names.size()))
        && asked.subList(0, names.size()).equals(names);
  }

  /** The first name of its path: every path of the route begins with it. */
  String firstName() {
    return names.get(0);
  }

  /** How the route is written in a table. */
  public String pattern() {
    return pattern;
  }

  /** Who answers. */
  public ExchangeHandler handler() {
    return handler;
  }

  /** How it answers, made once for all requests. */
  public Function<Request, Decision> handling() {
    return handling;
  }

  /** Whether it has this trait. */
  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  @Override
  public String toString() {
    return pattern;
  }
}
