package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells on which device a folder is: a file can be moved in one step on its own device only, and a
 * volume may be mounted anywhere below the root.
 */
final class Devices {
  private final Lookup lookup;

  /** Tells the device of a folder; empty if there is no such folder or no way to tell. */
  @FunctionalInterface
  interface Lookup {
    Optional<Object> of(Path folder);
  }

  Devices(Lookup lookup) {
    this.lookup = lookup;
  }

  /** As the operating system tells. */
  static Devices ofSystem() {
    return new Devices(Devices::unix);
  }

  private static Optional<Object> unix(Path folder) {
    try {
      Map<String, Object> unix =
          Files.readAttributes(folder, "unix:dev,isDirectory", LinkOption.NOFOLLOW_LINKS);
      return Optional.of(unix.get("dev"))
          .filter(dev -> Boolean.TRUE.equals(unix.get("isDirectory")));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  /**
   * The topmost of a path's folders on the device of its last one; none of them if that is the
   * root's.
   */
  List<String> mountOf(Path root, List<String> folders) {
    if (folders.isEmpty()) {
      return List.of();
    }
    Optional<Object> device = lookup.of(root);
    List<String> mount = List.of();
    Path at = root;
    for (int depth = 0; depth < folders.size() && device.isPresent(); depth++) {
      at = at.resolve(folders.get(depth));
      Optional<Object> here = lookup.of(at);
      if (here.isPresent() && !here.equals(device)) {
        mount = folders.subList(0, depth + 1);
      }
      device = here;
    }
    return mount;
  }
}
