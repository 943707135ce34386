package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.domain.target.ResourcePath;

/** Finds where a writer may write: through no link, on no link, and on nothing but a file. */
final class WriteWalk {
  /** How often others may disturb before it is taken for intent. */
  private static final int MOST_TRIES = 64;

  private final Root root;

  WriteWalk(Root root) {
    this.root = root;
  }

  /** What is done at a site, while its folder is open; {@link Raced} has it looked at again. */
  @FunctionalInterface
  interface Visitor<T> {
    T visit(Site site) throws IOException;
  }

  /** What the walk and the visitor give: one or the other. */
  private record Found<T>(Optional<T> result, Optional<Obstacle> obstacle) {
    static <T> Found<T> hindered(Obstacle obstacle) {
      return new Found<>(Optional.empty(), Optional.of(obstacle));
    }
  }

  /**
   * Visits the site of a path, or tells what stands in the way.
   *
   * @param doing what is done, for the log
   * @throws StorageFailure if the file system fails, or if the root is not there
   */
  <T> T visit(ResourcePath path, String doing, Visitor<T> visitor, Function<Obstacle, T> hindered) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      try (Folder top = root.open()) {
        Found<T> found = walk(top, path, visitor);
        return found.result().or(() -> found.obstacle().map(hindered)).orElseThrow();
      } catch (Raced again) {
        // Looked at again, from the top.
      } catch (AccessDeniedException denied) {
        return hindered.apply(Obstacle.DENIED);
      } catch (IOException e) {
        if (Failures.isTooLong(e)) {
          return hindered.apply(Obstacle.UNSTORABLE);
        }
        throw Failures.of(doing + " " + path, e, root.path());
      }
    }
    return hindered.apply(Obstacle.DENIED);
  }

  private <T> Found<T> walk(Folder top, ResourcePath path, Visitor<T> visitor) throws IOException {
    List<String> names = path.segments();
    int parents = Math.max(0, names.size() - 1);
    Folder folder = top;
    try {
      for (int i = 0; i < parents; i++) {
        Optional<Stat> stat = look(folder, names.get(i));
        Optional<Obstacle> obstacle = atParent(folder, names.get(i), stat);
        if (obstacle.isPresent()) {
          return Found.hindered(obstacle.get());
        }
        if (stat.isEmpty()) {
          return atEnd(
              path, new Site(folder, names.subList(i, parents), path.name(), stat), visitor);
        }
        Folder next = enter(folder, names.get(i));
        close(folder, top);
        folder = next;
      }
      Optional<Stat> current = names.isEmpty() ? Optional.empty() : look(folder, path.name());
      return atEnd(path, new Site(folder, List.of(), path.name(), current), visitor);
    } finally {
      close(folder, top);
    }
  }

  /** The top is closed by whoever opened it. */
  private static void close(Folder folder, Folder top) throws IOException {
    if (folder != top) {
      folder.close();
    }
  }

  private Optional<Stat> look(Folder folder, String name) throws IOException {
    if (!isStorable(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(folder.look(name));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (NotDirectoryException replaced) {
      throw new Raced("a folder was replaced", replaced);
    }
  }

  /** A folder that was there a moment ago and is not any more is looked for again, from the top. */
  private static Folder enter(Folder folder, String name) throws IOException {
    try {
      return folder.enter(name);
    } catch (NoSuchFileException vanished) {
      throw new Raced("a folder vanished", vanished);
    }
  }

  private boolean isStorable(String name) {
    return Names.isStorable(root.path().getFileSystem(), name);
  }

  private Optional<Obstacle> atParent(Folder folder, String name, Optional<Stat> stat)
      throws IOException {
    if (Names.isReserved(name)) {
      return Optional.of(Obstacle.DENIED);
    }
    if (!isStorable(name) || !isExact(folder, name, stat)) {
      return Optional.of(Obstacle.UNSTORABLE);
    }
    if (stat.isEmpty() || stat.get().kind() == Stat.Kind.FOLDER) {
      return Optional.empty();
    }
    return Optional.of(stat.get().isFile() ? Obstacle.BELOW_RESOURCE : Obstacle.DENIED);
  }

  private static boolean isExact(Folder folder, String name, Optional<Stat> stat)
      throws IOException {
    return stat.isEmpty() || Spelling.isExact(folder, name);
  }

  private <T> Found<T> atEnd(ResourcePath path, Site site, Visitor<T> visitor) throws IOException {
    Optional<Obstacle> obstacle = atName(path, site);
    return obstacle.isPresent()
        ? Found.hindered(obstacle.get())
        : new Found<>(Optional.of(visitor.visit(site)), Optional.empty());
  }

  private Optional<Obstacle> atName(ResourcePath path, Site site) throws IOException {
    List<String> names = path.segments();
    if (names.stream().anyMatch(Names::isReserved)) {
      return Optional.of(Obstacle.DENIED);
    }
    boolean storable =
        names.stream().allMatch(this::isStorable)
            && Names.isStorable(root.path().toString(), names)
            && isExact(site.folder(), site.name(), site.current());
    if (!storable) {
      return Optional.of(Obstacle.UNSTORABLE);
    }
    if (path.isFolder() || is(site, Stat.Kind.FOLDER)) {
      return Optional.of(Obstacle.FOLDER);
    }
    boolean other = is(site, Stat.Kind.LINK) || is(site, Stat.Kind.SPECIAL);
    return other ? Optional.of(Obstacle.DENIED) : Optional.empty();
  }

  private static boolean is(Site site, Stat.Kind kind) {
    return site.current().filter(stat -> stat.kind() == kind).isPresent();
  }
}
