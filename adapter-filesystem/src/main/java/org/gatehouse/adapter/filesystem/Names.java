package org.gatehouse.adapter.filesystem;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.InvalidPathException;
import java.util.List;

/** Which names a file can have here. */
final class Names {
  /** The folder in which new content waits: never served, listed or written under this name. */
  static final String STAGING = ".gatehouse-staging";

  /** The longest name that the usual file systems take, in octets. */
  private static final int LONGEST_NAME = 255;

  /** The longest path that a Unix system call takes, in octets, without the zero at its end. */
  private static final int LONGEST_PATH = 4095;

  /** More folders inside each other are no site, but an attempt to keep a worker busy. */
  static final int DEEPEST = 100;

  private Names() {}

  /** Whether a name is this repository's own, also where the file system does not tell A from a. */
  static boolean isReserved(String name) {
    return name.equalsIgnoreCase(STAGING);
  }

  /** Whether the file system can have a file of this name. */
  static boolean isStorable(FileSystem system, String name) {
    if (octets(name) > LONGEST_NAME) {
      return false;
    }
    try {
      // An invalid character throws; a separator or a stream's colon would make two names of one.
      return system.getPath(name).getNameCount() == 1
          && system.getPath(name).toString().equals(name)
          && !system.getPath(name).isAbsolute();
    } catch (InvalidPathException invalid) {
      return false;
    }
  }

  /** Whether a path below the root may be made. */
  static boolean isStorable(String root, List<String> names) {
    int octets = octets(root);
    for (String name : names) {
      octets += 1 + octets(name);
    }
    return octets <= LONGEST_PATH && names.size() <= DEEPEST;
  }

  private static int octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
