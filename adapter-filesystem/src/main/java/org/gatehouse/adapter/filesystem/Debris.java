package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What servers that were killed have left in a staging folder. */
final class Debris {
  private static final Logger LOG = LoggerFactory.getLogger(Debris.class);
  private static final String LOCK = ".lock";
  private static final String PART = ".part";

  private Debris() {}

  /** The name of the file that a session keeps locked. */
  static String lockName(String id) {
    return id + LOCK;
  }

  /** The name of a session's file. */
  static String partName(String id, long number) {
    return id + "-" + number + PART;
  }

  /**
   * Removes what belongs to no session any more. A session's lock file is there before its first
   * file and as long as it has any; one that can be locked has no owner, and one that is missing
   * had none.
   *
   * @param live the sessions of this process
   */
  static void sweep(Folder staging, Set<String> live) throws IOException {
    List<String> names = staging.names();
    for (String name : names) {
      String id = id(name);
      if (name.endsWith(LOCK) && !live.contains(id)) {
        sweepSession(staging, id, names);
      }
    }
    for (String name : staging.names()) {
      if (name.endsWith(PART) && !live.contains(id(name)) && isMissing(staging, id(name))) {
        delete(staging, name);
      }
    }
  }

  private static String id(String name) {
    int end = name.endsWith(LOCK) ? name.length() - LOCK.length() : name.indexOf('-');
    return end < 0 ? name : name.substring(0, end);
  }

  private static void sweepSession(Folder staging, String id, List<String> names)
      throws IOException {
    if (isMissing(staging, id) || !staging.look(lockName(id)).isFile()) {
      return;
    }
    try (FileChannel lock = staging.update(lockName(id))) {
      if (lock.tryLock() == null) {
        return;
      }
      for (String name : names) {
        if (name.endsWith(PART) && id(name).equals(id)) {
          delete(staging, name);
        }
      }
      delete(staging, lockName(id));
    } catch (IOException | OverlappingFileLockException untold) {
      // Without a lock nobody can say that the owner is gone: so it stays.
      LOG.debug("not swept: {}", id, untold);
    }
  }

  private static boolean isMissing(Folder staging, String id) throws IOException {
    try {
      staging.look(lockName(id));
      return false;
    } catch (NoSuchFileException missing) {
      return true;
    }
  }

  private static void delete(Folder staging, String name) throws IOException {
    try {
      staging.delete(name);
    } catch (NoSuchFileException gone) {
      // Another server swept at the same time.
    }
  }
}
