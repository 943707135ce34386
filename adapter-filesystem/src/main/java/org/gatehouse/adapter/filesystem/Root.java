package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The folder in which all resources lie. It is always the present one: one that vanishes and
 * returns, or is a link which an operator points elsewhere, is found again.
 *
 * @param path absolute
 * @param opener opens it
 */
record Root(Path path, Folder.Opener opener) {

  /** The root at a path, opened in the safest way that the system has. */
  static Root at(Path path) {
    return new Root(path.toAbsolutePath().normalize(), new KeptFolder());
  }

  Folder open() throws IOException {
    return opener.open(path);
  }

  /** Lets go of what is kept open for the next time. */
  void close() {
    opener.close();
  }
}
