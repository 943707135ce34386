package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.file.NoSuchFileException;

/**
 * Sees to it that a resource has one name only, also where the file system takes {@code A} and
 * {@code a} for the same: there, a name counts only in the spelling that the folder lists. So the
 * lock, the cache entry and the entity tag of a file are always one.
 */
final class Spelling {
  private volatile State state = State.UNKNOWN;

  private enum State {
    UNKNOWN,
    EXACT,
    FOLDING
  }

  /** Whether what was found under a name really has this name. */
  boolean isExact(Folder folder, String name, Stat found) throws IOException {
    if (state == State.UNKNOWN) {
      probe(folder, name, found);
    }
    return state != State.FOLDING || folder.names().contains(name);
  }

  private void probe(Folder folder, String name, Stat found) throws IOException {
    String other = otherCase(name);
    if (other.equals(name)) {
      return;
    }
    try {
      Stat twin = folder.look(other);
      state = twin.equals(found) ? State.FOLDING : State.EXACT;
    } catch (NoSuchFileException exact) {
      state = State.EXACT;
    }
  }

  private static String otherCase(String name) {
    StringBuilder other = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      other.append(Character.isLowerCase(c) ? Character.toUpperCase(c) : Character.toLowerCase(c));
    }
    return other.toString();
  }
}
