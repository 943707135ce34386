package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.application.port.out.Lookup.Absence;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Finds what a reader asks for. A link is followed by taking its real path and walking that from
 * the root again, so that the walk itself never trusts a link.
 */
final class ReadWalk {
  /** As many links or disturbances on one way as Linux takes links. */
  private static final int MOST_TRIES = 40;

  private final Root root;

  ReadWalk(Root root) {
    this.root = root;
  }

  /** What is done with what was found, while its folder is open. */
  @FunctionalInterface
  interface Visitor<T> {
    T visit(Folder folder, String name, Stat stat) throws IOException;
  }

  /** What is done in an open folder. */
  @FunctionalInterface
  interface Within<T> {
    T in(Folder folder) throws IOException;
  }

  /**
   * Where a walk ended.
   *
   * @param result of the visit, or of the absence
   * @param detour the names to be walked instead, as a link was met
   */
  private record Step<T>(Optional<T> result, List<String> detour) {
    static <T> Step<T> end(T result) {
      return new Step<>(Optional.of(result), List.of());
    }
  }

  /**
   * Visits the file or folder that has a path, or tells why there is none. What is visited is no
   * link and nothing special.
   *
   * @throws StorageFailure if the file system does not answer
   */
  <T> T visit(ResourcePath path, Visitor<T> visitor, Function<Absence, T> absent) {
    return visit(path, root -> absent.apply(Absence.FOLDER), visitor, absent);
  }

  /**
   * Opens the folder that has a path, or tells why there is none.
   *
   * @throws StorageFailure if the file system does not answer
   */
  <T> T enter(ResourcePath path, Within<T> within, Function<Absence, T> absent) {
    return visit(
        path.asFolder(),
        within,
        (folder, name, stat) -> {
          try (Folder found = folder.enter(name)) {
            return within.in(found);
          }
        },
        absent);
  }

  /** The path of what has a name in a folder that was walked to. */
  ResourcePath path(Folder folder, String name) throws IOException {
    List<String> names = new ArrayList<>();
    try (Folder top = root.open()) {
      top.path()
          .relativize(folder.path().resolve(name))
          .forEach(part -> names.add(part.toString()));
    }
    return ResourcePath.of(names.toArray(String[]::new)).asFolder();
  }

  private <T> T visit(
      ResourcePath path, Within<T> atRoot, Visitor<T> visitor, Function<Absence, T> absent) {
    List<String> names = path.segments();
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      try {
        Step<T> step = walk(names, path.isFolder(), atRoot, visitor, absent);
        if (step.result().isPresent()) {
          return step.result().get();
        }
        names = step.detour();
      } catch (NoSuchFileException | NotDirectoryException missing) {
        return absent.apply(Absence.MISSING);
      } catch (AccessDeniedException denied) {
        return absent.apply(Absence.DENIED);
      } catch (Raced raced) {
        names = path.segments();
      } catch (IOException e) {
        if (Failures.isTooLong(e)) {
          return absent.apply(Absence.MISSING);
        }
        throw Failures.of("reading " + path, e, root.path());
      }
    }
    return absent.apply(Absence.DENIED);
  }

  private <T> Step<T> walk(
      List<String> names,
      boolean wantsFolder,
      Within<T> atRoot,
      Visitor<T> visitor,
      Function<Absence, T> absent)
      throws IOException {
    Folder folder = root.open();
    try {
      for (int i = 0; i < names.size(); i++) {
        String name = names.get(i);
        if (Names.isReserved(name) || !Names.isStorable(root.path().getFileSystem(), name)) {
          return Step.end(absent.apply(Absence.MISSING));
        }
        Stat stat = folder.look(name);
        if (stat.kind() == Stat.Kind.LINK) {
          return follow(names, i, absent);
        }
        boolean last = i == names.size() - 1;
        boolean isFolder = stat.kind() == Stat.Kind.FOLDER;
        if (!isFolder && (!last || wantsFolder) || !Spelling.isExact(folder, name)) {
          return Step.end(absent.apply(Absence.MISSING));
        }
        if (last) {
          return Step.end(
              stat.kind() == Stat.Kind.SPECIAL
                  ? absent.apply(Absence.DENIED)
                  : visitor.visit(folder, name, stat));
        }
        Folder next = folder.enter(name);
        folder.close();
        folder = next;
      }
      return Step.end(atRoot.in(folder));
    } finally {
      folder.close();
    }
  }

  /**
   * The way by the real path of a link; a link that leads nowhere, in a circle or out is denied.
   */
  private <T> Step<T> follow(List<String> names, int at, Function<Absence, T> absent) {
    Path link = root.path();
    for (String name : names.subList(0, at + 1)) {
      link = link.resolve(name);
    }
    try {
      Path inside = root.path().toRealPath();
      Path real = link.toRealPath();
      if (!real.startsWith(inside)) {
        return Step.end(absent.apply(Absence.DENIED));
      }
      List<String> detour = new ArrayList<>();
      if (!real.equals(inside)) {
        inside.relativize(real).forEach(name -> detour.add(name.toString()));
      }
      detour.addAll(names.subList(at + 1, names.size()));
      return new Step<>(Optional.empty(), detour);
    } catch (IOException unresolvable) {
      return Step.end(absent.apply(Absence.DENIED));
    }
  }
}
