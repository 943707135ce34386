package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Sees to it that a resource has one name only, also where the file system takes {@code A} and
 * {@code a}, or a composed letter and its parts, for the same: there, a name counts only in the
 * spelling that the folder lists. So the lock, the cache entry and the entity tag of a file are
 * always one, and what the guards saw of a name is what its file is called.
 *
 * <p>Every folder is asked every time: another file system may be mounted below the root, and ext4
 * folds case folder by folder.
 */
final class Spelling {
  /** Unicode's soft hyphen, which file systems that fold case by its rules do not see. */
  private static final String IGNORED = "\u00ad";

  private Spelling() {}

  /**
   * Whether what was just found under a name, or made under it, really has this name. Reads the
   * whole folder only where another spelling finds something as well; what that is does not matter,
   * for some file systems give one file two identities.
   */
  static boolean isExact(Folder folder, String name) throws IOException {
    return !hasTwin(folder, name) || folder.names().contains(name);
  }

  private static boolean hasTwin(Folder folder, String name) throws IOException {
    if (name.indexOf('~') >= 0) {
      // Perhaps the short name that DOS would know a file by, which no spelling leads to.
      return true;
    }
    for (String twin : twins(name)) {
      if (exists(folder, twin)) {
        return true;
      }
    }
    return false;
  }

  /** Other names by which some file system would find the same. */
  private static Set<String> twins(String name) {
    Set<String> twins = new LinkedHashSet<>();
    String other = otherCase(name);
    twins.add(other.equals(name) ? name + IGNORED : other);
    twins.add(Normalizer.normalize(name, Normalizer.Form.NFC));
    twins.add(Normalizer.normalize(name, Normalizer.Form.NFD));
    twins.add(withoutEnd(name));
    twins.remove(name);
    return twins;
  }

  private static String otherCase(String name) {
    StringBuilder other = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      other.append(Character.isLowerCase(c) ? Character.toUpperCase(c) : Character.toLowerCase(c));
    }
    return other.toString();
  }

  /** Dots and spaces at the end are cut off by what descends from DOS. */
  private static String withoutEnd(String name) {
    int end = name.length();
    while (end > 1 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) {
      end--;
    }
    return name.substring(0, end);
  }

  private static boolean exists(Folder folder, String name) throws IOException {
    if (!Names.isStorable(folder.path().getFileSystem(), name) || folder.lacks(name)) {
      return false;
    }
    try {
      folder.look(name);
      return true;
    } catch (NoSuchFileException none) {
      return false;
    }
  }
}
