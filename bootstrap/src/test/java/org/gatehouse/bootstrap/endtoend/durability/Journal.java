package org.gatehouse.bootstrap.endtoend.durability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What clients know of the files they wrote: the state of each that was acknowledged, and beside it
 * the one that was asked for and not answered. A path is the server's, decoded.
 */
final class Journal {
  /** The state of a path at which nothing is. */
  private static final String ABSENT = "nothing";

  private final Map<String, Set<String>> possible = new HashMap<>();
  private final List<Posted> posted = new ArrayList<>();
  private final Map<String, Map<String, String>> tags = new HashMap<>();
  private final Map<String, Integer> acknowledged = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  /** Content sent to a folder, whose name is for the server to choose. */
  private record Posted(String folder, String digest) {}

  /** A client is about to put content to a path; nobody else writes there. */
  synchronized void put(String path, String digest) {
    possible.computeIfAbsent(path, fresh -> only(ABSENT)).add(digest);
  }

  /** A client is about to delete a path; nobody else writes there. */
  synchronized void delete(String path) {
    put(path, ABSENT);
  }

  /** A client is about to post content to a folder. */
  synchronized void post(String folder, String digest) {
    posted.add(new Posted(folder, digest));
  }

  /** A put was acknowledged. */
  synchronized void isPut(String kind, String path, String digest, String tag) {
    possible.put(path, only(digest));
    saw(path, tag, digest);
    acknowledged.merge(kind, 1, Integer::sum);
  }

  /** A delete was acknowledged. */
  synchronized void isDeleted(String path) {
    possible.put(path, only(ABSENT));
    acknowledged.merge("delete", 1, Integer::sum);
  }

  /** A post was acknowledged, with the path of what was made. */
  synchronized void isPosted(String kind, String path, String digest) {
    if (possible.put(path, only(digest)) != null) {
      wrong(path + " was given to two clients");
    }
    posted.remove(new Posted(folder(path), digest));
    acknowledged.merge(kind, 1, Integer::sum);
  }

  /** A tag came with content: it never comes with any other. */
  synchronized void saw(String path, String tag, String digest) {
    String before = tags.computeIfAbsent(path, fresh -> new HashMap<>()).put(tag, digest);
    if (before != null && !before.equals(digest)) {
      wrong(path + " has the tag " + tag + " of another content");
    }
  }

  /** Something happened that must not. */
  synchronized void wrong(String what) {
    wrong.add(what);
  }

  /** How many writes of each kind were acknowledged. */
  synchronized Map<String, Integer> acknowledged() {
    return Map.copyOf(acknowledged);
  }

  /**
   * Compares with what there is, and from now on knows that to be so.
   *
   * @param found the checksum of every file
   * @return all that is wrong so far
   */
  synchronized List<String> settle(Map<String, String> found) {
    found.forEach(
        (path, digest) -> {
          if (!mayHold(path, digest)) {
            wrong(path + " holds " + digest + ", and not any of " + possible.get(path));
          }
        });
    possible.forEach(
        (path, states) -> {
          if (!found.containsKey(path) && !states.contains(ABSENT)) {
            wrong(path + " is lost");
          }
        });
    possible.clear();
    found.forEach((path, digest) -> possible.put(path, only(digest)));
    posted.clear();
    return List.copyOf(wrong);
  }

  /** What was posted and not answered is at one name at most. */
  private boolean mayHold(String path, String digest) {
    Set<String> states = possible.get(path);
    return states == null
        ? posted.remove(new Posted(folder(path), digest))
        : states.contains(digest);
  }

  private static Set<String> only(String state) {
    return new TreeSet<>(Set.of(state));
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** A folder is gone, with the knowledge of all. */
  synchronized void forget(String folder) {
    possible.keySet().removeIf(path -> path.startsWith(folder));
    tags.keySet().removeIf(path -> path.startsWith(folder));
  }
}
