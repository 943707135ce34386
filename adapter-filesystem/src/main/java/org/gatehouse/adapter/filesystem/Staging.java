package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gatehouse.domain.target.ResourcePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The places where new content waits: a hidden folder in the root, or where a volume is mounted
 * below it, or, where that may not be written, in a folder of the path that may. A place is made
 * when it is first used and removed when nobody uses it any more, so a server that only reads
 * leaves the root as it is.
 */
final class Staging implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Staging.class);

  private final Root root;
  private final Devices devices;
  private Optional<StagingSession> atRoot = Optional.empty();

  Staging(Root root, Devices devices) {
    this.root = root;
    this.devices = devices;
  }

  /**
   * Removes what killed servers left in the staging folders of the root and of the folders in it.
   * Deeper ones are swept when they are used again.
   */
  void sweep() {
    List<String> names = List.of();
    try (Folder top = root.open()) {
      names = top.names();
    } catch (IOException e) {
      LOG.debug("there is no root to be swept", e);
    }
    sweep(List.of());
    FileSystem system = root.path().getFileSystem();
    names.stream()
        .filter(name -> Names.isStorable(system, name))
        .forEach(name -> sweep(List.of(name)));
  }

  private void sweep(List<String> folder) {
    Path staging = root.path().resolve(String.join("", folder)).resolve(Names.STAGING);
    if (Files.isDirectory(staging, LinkOption.NOFOLLOW_LINKS)) {
      try {
        StagingSession.begin(open(folder)).release();
      } catch (IOException e) {
        LOG.warn("what an earlier server left could not be swept", e);
      }
    }
  }

  /** Makes a file for content that is meant for a path. */
  StagedFile stage(ResourcePath path) throws IOException {
    List<String> names = path.segments();
    List<String> parents = names.subList(0, Math.max(0, names.size() - 1));
    if (!parents.stream().allMatch(name -> Names.isStorable(root.path().getFileSystem(), name))) {
      return file(atRoot());
    }
    try {
      List<String> mount = devices.mountOf(root.path(), parents);
      return mount.isEmpty() ? file(atRoot()) : stageIn(mount);
    } catch (NoSuchFileException rootIsGone) {
      throw rootIsGone;
    } catch (FileSystemException denied) {
      // The root may be the operator's and only a folder in it the server's.
      List<String> nearest = nearest(parents);
      if (nearest.isEmpty()) {
        throw denied;
      }
      return stageIn(nearest);
    }
  }

  /** Makes a file in a folder, on its device. */
  StagedFile stageIn(List<String> folder) throws IOException {
    return file(StagingSession.begin(open(folder)));
  }

  private static StagedFile file(StagingSession session) throws IOException {
    try {
      return session.stage();
    } finally {
      session.release();
    }
  }

  private synchronized StagingSession atRoot() throws IOException {
    if (atRoot.isPresent() && !isCurrent(atRoot.get())) {
      close();
    }
    if (atRoot.isEmpty()) {
      atRoot = Optional.of(StagingSession.begin(root.open()));
    }
    return atRoot.get().used();
  }

  private boolean isCurrent(StagingSession session) throws IOException {
    try (Folder top = root.open()) {
      return session.isIn(top);
    }
  }

  private Folder open(List<String> names) throws IOException {
    Folder folder = root.open();
    for (String name : names) {
      try (Folder parent = folder) {
        if (parent.look(name).kind() != Stat.Kind.FOLDER) {
          throw new NoSuchFileException(name);
        }
        folder = parent.enter(name);
      }
    }
    return folder;
  }

  /** Those of a path's folders that exist. */
  private List<String> nearest(List<String> parents) throws IOException {
    for (int depth = 1; depth <= parents.size(); depth++) {
      try {
        open(parents.subList(0, depth)).close();
      } catch (FileSystemException absent) {
        return parents.subList(0, depth - 1);
      }
    }
    return parents;
  }

  @Override
  public synchronized void close() {
    atRoot.ifPresent(StagingSession::release);
    atRoot = Optional.empty();
  }
}
