package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.gatehouse.application.port.out.Child;
import org.gatehouse.application.port.out.Children;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Tells what lies in a folder, as far as a reader would get it.
 *
 * <p>The file system gives names in no order, so each page goes through all names of the folder and
 * keeps those that belong to it; only these are looked at more closely.
 */
final class FolderReading {
  private final ReadWalk walk;

  FolderReading(ReadWalk walk) {
    this.walk = walk;
  }

  Children children(ResourcePath folder, String after, int most) {
    return walk.enter(
        folder, within -> page(folder, within, after, most), absence -> Children.last(List.of()));
  }

  private Children page(ResourcePath path, Folder folder, String after, int most)
      throws IOException {
    TreeSet<String> names = new TreeSet<>(Child.ORDER);
    folder.forEachName(
        name -> {
          if (isName(folder, name) && Child.ORDER.compare(name, after) > 0) {
            names.add(name);
            if (names.size() > most + 1) {
              names.pollLast();
            }
          }
        });
    boolean isLast = names.size() <= most;
    if (!isLast) {
      names.pollLast();
    }
    List<Child> children = new ArrayList<>(names.size());
    for (String name : names) {
      look(path, folder, name).ifPresent(children::add);
    }
    return new Children(children, isLast ? Optional.empty() : Optional.of(names.last()));
  }

  /** Whether a path may have this name; one that is not UTF-8 comes as another and is not found. */
  private static boolean isName(Folder folder, String name) {
    return ResourcePath.isName(name)
        && !Names.isReserved(name)
        && Names.isStorable(folder.path().getFileSystem(), name);
  }

  private Optional<Child> look(ResourcePath path, Folder folder, String name) throws IOException {
    try {
      Stat stat = folder.look(name);
      return switch (stat.kind()) {
        case FILE, FOLDER -> child(name, folder, name, stat);
        case LINK ->
            walk.visit(
                path.child(name),
                (parent, own, found) -> linked(name, parent, own, found),
                absence -> Optional.empty());
        case SPECIAL -> Optional.empty();
      };
    } catch (NoSuchFileException | AccessDeniedException vanished) {
      return Optional.empty();
    }
  }

  /**
   * What a reader would get.
   *
   * @param name as which it is listed
   * @param folder in which it lies, by whatever link
   * @param own its name there
   */
  private static Optional<Child> child(String name, Folder folder, String own, Stat stat) {
    if (!stat.isReadable() || !Files.isReadable(folder.path().resolve(own))) {
      return Optional.empty();
    }
    return Optional.of(
        stat.isFile() ? Child.resource(name, stat.state()) : Child.folder(name, stat.modified()));
  }

  /** What a link leads to. */
  private Optional<Child> linked(String name, Folder parent, String own, Stat stat)
      throws IOException {
    Optional<Child> child = child(name, parent, own, stat);
    if (stat.isFile() || child.isEmpty()) {
      return child;
    }
    Optional<ResourcePath> origin = Optional.of(walk.path(parent, own));
    return Optional.of(new Child(name, Child.Kind.FOLDER, child.get().state(), origin));
  }
}
