package org.gatehouse.domain.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.domain.target.ResourcePath.Fault;
import org.gatehouse.domain.target.ResourcePath.Parsed;

/**
 * Reads the path of a request target (RFC 3986 §2.1, §3.3): split at the slashes first, then decode
 * each segment once, so that an encoded slash is data and nothing is decoded twice.
 */
final class PathParser {
  private static final Parsed ROOT = new Valid(ResourcePath.ROOT);
  private static final Parsed MALFORMED = new Refused(Fault.MALFORMED);
  private static final Parsed DOT_SEGMENT = new Refused(Fault.DOT_SEGMENT);

  private PathParser() {}

  record Valid(ResourcePath path) implements Parsed {
    @Override
    public <T> T match(Function<ResourcePath, T> valid, Function<Fault, T> fault) {
      return valid.apply(path);
    }
  }

  record Refused(Fault reason) implements Parsed {
    @Override
    public <T> T match(Function<ResourcePath, T> valid, Function<Fault, T> fault) {
      return fault.apply(reason);
    }
  }

  static Parsed parse(String raw) {
    if (raw.equals("/")) {
      return ROOT;
    }
    if (!raw.startsWith("/") || !isPrintable(raw)) {
      return MALFORMED;
    }
    boolean encoded = raw.indexOf('%') >= 0;
    List<String> segments = new ArrayList<>(8);
    boolean dots = false;
    int slash = 0;
    do {
      int start = slash + 1;
      slash = raw.indexOf('/', start);
      String part = raw.substring(start, slash < 0 ? raw.length() : slash);
      Optional<String> segment = encoded ? decoded(part) : Optional.of(part);
      if (segment.isEmpty()) {
        return MALFORMED;
      }
      dots |= Segment.isDots(segment.get());
      segments.add(segment.get());
    } while (slash >= 0);
    return dots ? DOT_SEGMENT : new Valid(path(raw, segments));
  }

  /**
   * Whether this is ASCII without controls and without a backslash, which some take for a slash.
   */
  private static boolean isPrintable(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c < ' ' || c > '~' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> decoded(String part) {
    return PercentEncoding.decode(part).filter(segment -> !Segment.hasControl(segment));
  }

  /** What stands after the last slash is a name, or nothing: then the path names a folder. */
  private static ResourcePath path(String raw, List<String> segments) {
    int last = segments.size() - 1;
    boolean folder = segments.get(last).isEmpty();
    List<String> names = List.copyOf(folder ? segments.subList(0, last) : segments);
    return raw.indexOf('%') < 0
        ? new ResourcePath(names, folder, raw)
        : new ResourcePath(names, folder);
  }
}
