package org.gatehouse.bootstrap.doctor;

import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at what there is of a path that is still to be made. */
final class Nearest {
  private Nearest() {}

  /** The deepest part of a path that exists. */
  static Path existing(Path path) {
    Path at = path.toAbsolutePath().normalize();
    for (Path above = at; above != null; above = above.getParent()) {
      if (Files.exists(above)) {
        return above;
      }
    }
    return at;
  }

  /** Whether the rest of a path can be made. */
  static boolean isWritable(Path path) {
    Path at = existing(path);
    return Files.isDirectory(at) && Files.isWritable(at);
  }
}
