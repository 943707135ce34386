package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.domain.target.ResourcePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The places where new content waits: a hidden folder in the root, or, where that cannot be, one
 * beside the target. A place is made when it is first used and removed when nobody uses it any
 * more, so a server that only reads leaves the root as it is.
 */
final class Staging implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Staging.class);

  private final Root root;
  private Optional<StagingSession> atRoot = Optional.empty();

  Staging(Root root) {
    this.root = root;
  }

  /** Removes what killed servers left in the root's staging folder, if there is one. */
  void sweep() {
    try (Folder top = root.open()) {
      if (top.look(Names.STAGING).kind() == Stat.Kind.FOLDER) {
        StagingSession.begin(root.open()).release();
      }
    } catch (NoSuchFileException none) {
      // Nothing to sweep.
    } catch (IOException e) {
      LOG.warn("what an earlier server left could not be swept", e);
    }
  }

  /** Makes a file for content that is meant for a path. */
  StagedFile stage(ResourcePath path) throws IOException {
    try {
      return file(atRoot());
    } catch (NoSuchFileException rootIsGone) {
      throw rootIsGone;
    } catch (FileSystemException denied) {
      // The root may be the operator's and only a folder in it the server's.
      List<String> nearest = nearest(path);
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

  /** The folders of a path that exist. */
  private List<String> nearest(ResourcePath path) throws IOException {
    List<String> names = path.segments();
    List<String> present = new ArrayList<>();
    for (int depth = 1; depth < names.size(); depth++) {
      try {
        open(names.subList(0, depth)).close();
      } catch (FileSystemException absent) {
        return present;
      }
      present = names.subList(0, depth);
    }
    return present;
  }

  @Override
  public synchronized void close() {
    atRoot.ifPresent(StagingSession::release);
    atRoot = Optional.empty();
  }
}
