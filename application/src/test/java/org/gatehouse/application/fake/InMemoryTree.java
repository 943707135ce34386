package org.gatehouse.application.fake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gatehouse.application.port.out.Child;
import org.gatehouse.application.port.out.Lookup.Absence;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.ResourceState;
import org.gatehouse.domain.target.ResourcePath;

/** Files, folders and permissions. Not safe for threads: its owner locks. */
final class InMemoryTree {
  private static final int LONGEST_NAME = 255;

  private final Map<List<String>, File> files = new HashMap<>();
  private final Set<List<String>> folders = new HashSet<>();
  private final Set<List<String>> denied = new HashSet<>();
  private final Set<List<String>> readOnly = new HashSet<>();

  InMemoryTree() {
    folders.add(List.of());
  }

  /**
   * A stored content.
   *
   * @param octets never changed
   */
  record File(byte[] octets, Instant modified) {
    ResourceState state() {
      return new ResourceState(modified, octets.length);
    }
  }

  Optional<File> get(ResourcePath path) {
    return path.isFolder() ? Optional.empty() : Optional.ofNullable(files.get(path.segments()));
  }

  /** Why a path has no resource that can be read; empty if it has one. */
  Optional<Absence> look(ResourcePath path) {
    if (isBelow(path.segments(), denied)) {
      return Optional.of(Absence.DENIED);
    }
    if (folders.contains(path.segments())) {
      return Optional.of(Absence.FOLDER);
    }
    return get(path).isEmpty() ? Optional.of(Absence.MISSING) : Optional.empty();
  }

  /** What lies in a folder and may be read, in order. */
  List<Child> children(List<String> folder) {
    SortedMap<String, Child> children = new TreeMap<>(Child.ORDER);
    files.forEach(
        (names, file) -> {
          if (isIn(folder, names)) {
            children.put(name(names), Child.resource(name(names), file.state()));
          }
        });
    folders.forEach(
        names -> {
          if (isIn(folder, names)) {
            children.put(name(names), Child.folder(name(names), newest(names)));
          }
        });
    return List.copyOf(children.values());
  }

  private boolean isIn(List<String> folder, List<String> names) {
    return names.size() == folder.size() + 1
        && names.subList(0, folder.size()).equals(folder)
        && !isBelow(names, denied);
  }

  private static String name(List<String> names) {
    return names.get(names.size() - 1);
  }

  private Instant newest(List<String> folder) {
    return files.entrySet().stream()
        .filter(entry -> isIn(folder, entry.getKey()))
        .map(entry -> entry.getValue().modified())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  Optional<Obstacle> obstacle(ResourcePath path) {
    List<String> names = path.segments();
    for (int depth = 1; depth < names.size(); depth++) {
      if (files.containsKey(names.subList(0, depth))) {
        return Optional.of(Obstacle.BELOW_RESOURCE);
      }
    }
    if (names.stream().anyMatch(InMemoryTree::isTooLong)) {
      return Optional.of(Obstacle.UNSTORABLE);
    }
    if (path.isFolder() || folders.contains(names)) {
      return Optional.of(Obstacle.FOLDER);
    }
    boolean hindered = isBelow(names, denied) || isBelow(names, readOnly);
    return hindered ? Optional.of(Obstacle.DENIED) : Optional.empty();
  }

  private static boolean isTooLong(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME;
  }

  private static boolean isBelow(List<String> names, Set<List<String>> roots) {
    for (int depth = 0; depth <= names.size(); depth++) {
      if (roots.contains(names.subList(0, depth))) {
        return true;
      }
    }
    return false;
  }

  void put(ResourcePath path, byte[] octets, Instant modified) {
    List<String> names = path.segments();
    makeFolder(names.subList(0, names.size() - 1));
    files.put(names, new File(octets, modified));
  }

  void remove(ResourcePath path) {
    files.remove(path.segments());
  }

  void makeFolder(List<String> names) {
    for (int depth = 0; depth <= names.size(); depth++) {
      folders.add(List.copyOf(names.subList(0, depth)));
    }
  }

  void deny(ResourcePath path) {
    denied.add(path.segments());
  }

  void protect(ResourcePath path) {
    readOnly.add(path.segments());
  }

  SortedSet<String> paths() {
    SortedSet<String> paths = new TreeSet<>();
    files.keySet().forEach(names -> paths.add("/" + String.join("/", names)));
    return paths;
  }
}
