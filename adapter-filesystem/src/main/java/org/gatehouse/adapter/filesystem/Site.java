package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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

  /** Whether the file system would let this process write here. */
  boolean isWritable() {
    boolean replaceable = current.isEmpty() || (current.get().isWritable() && isFileWritable());
    return replaceable && Files.isWritable(folder.path());
  }

  /** A file that was removed since forbids nothing. */
  private boolean isFileWritable() {
    Path file = folder.path().resolve(name);
    return Files.isWritable(file) || Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
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
