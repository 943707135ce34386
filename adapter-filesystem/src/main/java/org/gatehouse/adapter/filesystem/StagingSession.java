package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One server's time in a staging folder. As long as it lasts, it holds a lock on the file {@code
 * <id>.lock}; its content waits in {@code <id>-<number>.part}. So another server, or the next
 * start, can tell debris from what somebody is still writing.
 */
final class StagingSession {
  private static final Logger LOG = LoggerFactory.getLogger(StagingSession.class);

  /** A lock file that another process has swept away before it was locked is made anew. */
  private static final int MOST_TRIES = 8;

  /**
   * The sessions of this process. The operating system's locks belong to a process, and closing any
   * channel of a file gives up all of them: a lock file of these must not even be opened.
   */
  private static final Set<String> LIVE = ConcurrentHashMap.newKeySet();

  private final Folder parent;
  private final Folder folder;
  private final Object key;
  private final String id;
  private final FileChannel lock;
  private final AtomicLong files = new AtomicLong();

  /**
   * Held by whoever makes a name in the folder or moves one out of it. The kernel lets in one at a
   * time anyway, but those who wait there spin, at the expense of those who work.
   */
  private final Object turn = new Object();

  private int users = 1;

  private StagingSession(Folder parent, Folder folder, String id, FileChannel lock)
      throws IOException {
    this.parent = parent;
    this.folder = folder;
    this.key = parent.look(Names.STAGING).key();
    this.id = id;
    this.lock = lock;
  }

  /**
   * Makes the staging folder, if there is none, sweeps it and begins; used once until released.
   *
   * @param parent the folder in which it is; the session closes it
   */
  static StagingSession begin(Folder parent) throws IOException {
    try {
      for (int tries = 1; ; tries++) {
        try {
          return beginOnce(parent);
        } catch (NoSuchFileException | Raced swept) {
          if (tries == MOST_TRIES) {
            throw swept;
          }
        }
      }
    } catch (IOException | RuntimeException e) {
      removeIfEmpty(parent);
      parent.close();
      throw e;
    }
  }

  private static StagingSession beginOnce(Folder parent) throws IOException {
    Folder folder = enter(parent);
    try {
      Debris.sweep(folder, LIVE);
      return lock(parent, folder);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static Folder enter(Folder parent) throws IOException {
    try {
      parent.makeFolder(Names.STAGING, true);
    } catch (FileAlreadyExistsException present) {
      LOG.trace("the staging folder is there already");
    }
    if (parent.look(Names.STAGING).kind() != Stat.Kind.FOLDER) {
      throw new AccessDeniedException(Names.STAGING);
    }
    return parent.enter(Names.STAGING);
  }

  private static StagingSession lock(Folder parent, Folder folder) throws IOException {
    String id = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
    String name = Debris.lockName(id);
    LIVE.add(id);
    try {
      FileChannel channel = folder.create(name);
      try {
        if (channel.tryLock() == null || !folder.look(name).isFile()) {
          throw new Raced("another server is sweeping", null);
        }
        return new StagingSession(parent, folder, id, channel);
      } catch (IOException | RuntimeException e) {
        channel.close();
        folder.delete(name);
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      LIVE.remove(id);
      throw e;
    }
  }

  Folder folder() {
    return folder;
  }

  /** Whether its folder is still the staging folder of a place, and not deleted or replaced. */
  boolean isIn(Folder place) {
    try {
      return Objects.equals(key, place.look(Names.STAGING).key());
    } catch (IOException gone) {
      return false;
    }
  }

  /** Begins one more use, which keeps the session from ending. */
  synchronized StagingSession used() {
    users++;
    return this;
  }

  /** Makes a file, which uses the session until it is closed. */
  StagedFile stage() throws IOException {
    String name = Debris.partName(id, files.incrementAndGet());
    used();
    try {
      return new StagedFile(this, name, create(name));
    } catch (IOException e) {
      release();
      throw e;
    }
  }

  private FileChannel create(String name) throws IOException {
    synchronized (turn) {
      return folder.create(name);
    }
  }

  /** Moves a file out of the folder, to a name in another one, in place of what has it there. */
  void move(String name, Folder target, String newName) throws IOException {
    synchronized (turn) {
      target.take(newName, folder, name);
    }
  }

  /** Ends one use; the last one ends the session and leaves no trace of it. */
  void release() {
    synchronized (this) {
      users--;
      if (users > 0) {
        return;
      }
    }
    try (parent;
        folder) {
      // Closed before the folder goes: NFS and FUSE keep the name of what is open for another.
      try (lock) {
        folder.delete(Debris.lockName(id));
      }
      removeIfEmpty(parent);
    } catch (IOException left) {
      LOG.warn("the staging folder could not be left clean", left);
    } finally {
      LIVE.remove(id);
    }
  }

  private static void removeIfEmpty(Folder parent) {
    try {
      parent.deleteFolder(Names.STAGING);
    } catch (IOException inUse) {
      LOG.debug("the staging folder stays: another server uses it", inUse);
    }
  }
}
