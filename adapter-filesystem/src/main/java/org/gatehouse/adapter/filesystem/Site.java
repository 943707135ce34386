package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/**
 * Where a file is to be written or removed, as it is now.
 *
 * @param folder open; the deepest folder of the path that exists
 * @param missing the folders that have to be made in it, one in the other
 * @param name of the file
 * @param current what has the name now; a file, if anything
 */
record Site(Folder folder, List<String> missing, String name, Optional<Stat> current) {

  /**
   * Whether the file system would let this process write here.
   *
   * @throws Raced if it would not, but perhaps only because something else has the name by now
   */
  boolean isWritable() throws IOException {
    boolean replaceable = current.isEmpty() || (current.get().isWritable() && isFileWritable());
    return replaceable && Files.isWritable(folder.path());
  }

  private boolean isFileWritable() throws IOException {
    if (Files.isWritable(folder.path().resolve(name))) {
      return true;
    }
    if (!isStillSo()) {
      throw new Raced("a file was removed or replaced", null);
    }
    return false;
  }

  /** Whether nothing has changed since. */
  boolean isStillSo() throws IOException {
    String first = missing.isEmpty() ? name : missing.get(0);
    try {
      return current.equals(Optional.of(folder.look(first)));
    } catch (NoSuchFileException none) {
      return current.isEmpty();
    }
  }
}
