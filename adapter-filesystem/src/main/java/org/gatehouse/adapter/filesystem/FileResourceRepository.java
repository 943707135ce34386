package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.gatehouse.application.port.out.Children;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.Lookup.Absence;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.application.port.out.WriteRule;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Keeps resources as files below a root folder, with sidecars as their coded variants.
 *
 * <p>Every call asks the file system; {@link CachedResources} around it remembers. If the root
 * vanishes, nothing is found and nothing can be written until it returns.
 */
public final class FileResourceRepository implements ResourceRepository, AutoCloseable {
  private final Root root;
  private final Sync sync;
  private final ReadWalk reads;
  private final WriteWalk writes;
  private final FileReading files;
  private final FolderReading folders;
  private final Staging staging;
  private final Commit commit;

  /**
   * A repository on a folder, whose existence {@link #check()} tells. What a killed server left in
   * it is swept.
   *
   * @param root the folder; may itself be a link
   * @param sync whether writes are on the disk before they are answered
   */
  public FileResourceRepository(Path root, Sync sync) {
    this(Root.at(root), sync, Devices.ofSystem());
  }

  /**
   * A repository on a folder in which nothing is changed before something is written: not even what
   * a killed server left is swept.
   */
  public static FileResourceRepository untouched(Path root) {
    return new FileResourceRepository(Root.at(root), Sync.ALWAYS, Devices.ofSystem(), false);
  }

  FileResourceRepository(Root root, Sync sync, Devices devices) {
    this(root, sync, devices, true);
  }

  private FileResourceRepository(Root root, Sync sync, Devices devices, boolean sweep) {
    this.root = root;
    this.sync = sync;
    this.reads = new ReadWalk(root);
    this.writes = new WriteWalk(root);
    this.files = new FileReading(reads);
    this.folders = new FolderReading(reads);
    this.staging = new Staging(root, devices);
    this.commit = new Commit(writes, files, staging, sync);
    if (sweep) {
      staging.sweep();
    }
  }

  /** Knows without asking only that its own names are nobody's resources. */
  @Override
  public Optional<Lookup> peek(ResourcePath path) {
    return path.segments().stream().anyMatch(Names::isReserved)
        ? Optional.of(Lookup.absent(Absence.MISSING))
        : Optional.empty();
  }

  @Override
  public Lookup find(ResourcePath path) {
    return files.find(path);
  }

  @Override
  public Children children(ResourcePath folder, String after, int most) {
    return folders.children(folder, after, most);
  }

  @Override
  public Optional<Obstacle> obstacle(ResourcePath path) {
    return writes.visit(
        path,
        "looking at",
        site -> site.isWritable() ? Optional.empty() : Optional.of(Obstacle.DENIED),
        Optional::of);
  }

  @Override
  public Upload stage(ResourcePath path) {
    try {
      return new FileUpload(staging.stage(path), commit, root.path(), sync);
    } catch (IOException e) {
      throw Failures.of("beginning to write " + path, e, root.path());
    }
  }

  @Override
  public WriteOutcome remove(ResourcePath path, WriteRule rule) {
    return commit.remove(path, rule);
  }

  @Override
  public void check() {
    try (Folder top = root.open()) {
      top.isEmpty();
    } catch (IOException e) {
      throw Failures.of("reading the root folder", e, root.path());
    }
  }

  /**
   * Whether a path leads through a link, so that what it finds may be changed by a write to another
   * path. May wait.
   */
  public boolean isAlias(ResourcePath path) {
    Path at = root.path();
    try {
      for (String name : path.segments()) {
        if (!Names.isStorable(at.getFileSystem(), name)) {
          return false;
        }
        at = at.resolve(name);
        if (Files.readAttributes(at, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
            .isSymbolicLink()) {
          return true;
        }
      }
    } catch (IOException nothingBelow) {
      return false;
    }
    return false;
  }

  /** How many files are open for readers: 0 when nothing leaks. */
  public int openCount() {
    return files.openCount();
  }

  /** How many paths are locked by writers now. */
  int lockCount() {
    return commit.lockCount();
  }

  /** Lets go of the root and its staging folder. Uploads and open content stay their owners'. */
  @Override
  public void close() {
    staging.close();
    root.close();
  }
}
