package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/**
 * Gives staged content its name, in one atomic step: a hard link where nothing was, which never
 * takes a name from anybody, another process included; a renaming where a file is to be replaced.
 *
 * <p>Folders that are missing are made first, and taken away again if the step fails.
 */
final class Placement implements AutoCloseable {
  private final Site site;
  private final Sync sync;
  private final Deque<Made> made = new ArrayDeque<>();
  private Folder target;

  /**
   * A folder that was made.
   *
   * @param parent open
   */
  private record Made(Folder parent, String name) {}

  /** A placement at a site, whose folder stays its owner's to close. */
  Placement(Site site, Sync sync) {
    this.site = site;
    this.sync = sync;
    this.target = site.folder();
  }

  /** Makes the folders that are missing, each durable in the one above. */
  void makeFolders() throws IOException {
    for (String name : site.missing().subList(made.size(), site.missing().size())) {
      try {
        target.makeFolder(name, false);
        made.push(new Made(target, name));
        Folder parent = target;
        target = parent.enter(name);
        sync(parent);
      } catch (FileAlreadyExistsException | NoSuchFileException other) {
        throw new Raced("somebody else made or removed a folder", other);
      }
    }
  }

  /**
   * Gives a file its name.
   *
   * @throws AtomicMoveNotSupportedException if the file is on another device
   * @throws Raced if the site has changed
   */
  void place(StagedFile file) throws IOException {
    if (site.current().isPresent()) {
      replace(file);
    } else {
      create(file);
    }
    try {
      sync(target);
    } catch (IOException e) {
      // What was replaced is gone; what is new can still be taken back.
      if (site.current().isEmpty()) {
        target.delete(site.name());
      }
      throw e;
    }
  }

  /**
   * Whether everything that was made is called as it should be: some file systems cut off dots at
   * the end, or write letters their own way, and nobody would find it under the path that was
   * written.
   */
  boolean keptNames() throws IOException {
    for (Made folder : made) {
      if (!Spelling.isExact(folder.parent(), folder.name())) {
        return false;
      }
    }
    return site.current().isPresent() || Spelling.isExact(target, site.name());
  }

  /** Removes what was made, and spoils the file, which may have been moved there. */
  void takeBack(StagedFile file) throws IOException {
    target.delete(site.name());
    sync(target);
    file.spoil();
    undo();
  }

  private void sync(Folder folder) throws IOException {
    if (sync == Sync.ALWAYS) {
      folder.force();
    }
  }

  private void replace(StagedFile file) throws IOException {
    try {
      take(file);
    } catch (AtomicMoveNotSupportedException | AccessDeniedException certain) {
      throw certain;
    } catch (FileSystemException e) {
      throw site.isStillSo() ? e : new Raced("a folder took the name", e);
    }
  }

  private void take(StagedFile file) throws IOException {
    file.moveTo(target, site.name());
  }

  private void create(StagedFile file) throws IOException {
    Stat staged = file.folder().look(file.name());
    try {
      target.link(site.name(), file.folder(), file.name());
    } catch (FileAlreadyExistsException | NoSuchFileException changed) {
      throw new Raced("the name was taken, or its folder removed", changed);
    } catch (AccessDeniedException denied) {
      throw denied;
    } catch (FileSystemException | UnsupportedOperationException noLinks) {
      takeFreeName(file);
      return;
    }
    if (!isHere(staged)) {
      // The link was made by path, and the path led elsewhere: nobody is to find anything there.
      file.spoil();
      throw new AccessDeniedException(site.name());
    }
  }

  private boolean isHere(Stat staged) throws IOException {
    try {
      return Objects.equals(target.look(site.name()).key(), staged.key());
    } catch (NoSuchFileException elsewhere) {
      return false;
    }
  }

  /** Where there are no hard links, others may take the name between the look and the move. */
  private void takeFreeName(StagedFile file) throws IOException {
    try {
      target.look(site.name());
    } catch (NoSuchFileException free) {
      take(file);
      return;
    }
    throw new Raced("the name was taken", null);
  }

  /** Removes the folders that were made, as far as they are empty. */
  void undo() throws IOException {
    for (Made folder : made) {
      try {
        folder.parent().deleteFolder(folder.name());
      } catch (FileSystemException inUse) {
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    closeUnlessSite(target);
    for (Made folder : made) {
      closeUnlessSite(folder.parent());
    }
  }

  private void closeUnlessSite(Folder folder) throws IOException {
    if (folder != site.folder()) {
      folder.close();
    }
  }
}
