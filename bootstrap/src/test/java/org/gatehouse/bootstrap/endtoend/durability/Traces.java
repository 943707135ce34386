package org.gatehouse.bootstrap.endtoend.durability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What clients were told that the stores have to keep, in the order in which each client was told.
 * Stores write behind, in order: of what one client was told, a killed server may have lost the
 * end, but nothing in between.
 */
final class Traces {
  private final Map<String, List<String>> ids = new HashMap<>();
  private final Map<String, List<String>> tags = new HashMap<>();

  /** A server has started, which knows only what was kept by then. */
  synchronized void begin() {
    ids.clear();
    tags.clear();
  }

  /** A client was given the id of a cookie. */
  synchronized void handedOut(String client, String id) {
    ids.computeIfAbsent(client, first -> new ArrayList<>()).add(id);
  }

  /** A client was told the tag of what it wrote. */
  synchronized void tagged(String client, String path, String tag) {
    tags.computeIfAbsent(client, first -> new ArrayList<>()).add(tag + " " + path);
  }

  /** What a client was told after something that was lost, and that was kept all the same. */
  synchronized List<String> keptAfterLost(Set<String> keptIds, Set<String> keptTags) {
    List<String> holes = new ArrayList<>();
    ids.values().forEach(told -> holes.addAll(afterLost(told, keptIds)));
    tags.values().forEach(told -> holes.addAll(afterLost(told, keptTags)));
    return holes;
  }

  private static List<String> afterLost(List<String> told, Set<String> kept) {
    return told.stream().dropWhile(kept::contains).filter(kept::contains).toList();
  }
}
