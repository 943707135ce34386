package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.application.port.out.WriteRule;
import org.gatehouse.domain.target.ResourcePath;

/**
 * The last step of a write: under the path's lock, look, ask the rule, date the content, give it
 * its name, make that durable.
 */
final class Commit {
  private final WriteWalk walk;
  private final FileReading files;
  private final Staging staging;
  private final Sync sync;
  private final PathLocks locks = new PathLocks();

  Commit(WriteWalk walk, FileReading files, Staging staging, Sync sync) {
    this.walk = walk;
    this.files = files;
    this.staging = staging;
    this.sync = sync;
  }

  /**
   * Stores what was uploaded.
   *
   * @throws StorageFailure if that fails; what was there is still there
   */
  WriteOutcome store(FileUpload upload, ResourcePath path, WriteRule rule, boolean mayReplace) {
    return locks.locked(
        path,
        () ->
            walk.visit(
                path,
                "writing",
                site -> store(site, upload, path, rule, mayReplace),
                WriteOutcome::hindered));
  }

  private WriteOutcome store(
      Site site, FileUpload upload, ResourcePath path, WriteRule rule, boolean mayReplace)
      throws IOException {
    if (site.current().isPresent() && !mayReplace) {
      return WriteOutcome.taken();
    }
    if (!site.isWritable()) {
      return WriteOutcome.hindered(Obstacle.DENIED);
    }
    List<Sidecar> beside = beside(site);
    Optional<Instant> floor = rule.judge(current(site, path, beside));
    if (floor.isEmpty()) {
      return WriteOutcome.refused();
    }
    Instant least = least(site, beside, floor.get());
    try (Placement placement = new Placement(site, sync)) {
      Stat stored = place(placement, site, upload, path, least);
      if (!placement.keptNames()) {
        placement.takeBack(upload.file());
        return WriteOutcome.hindered(Obstacle.UNSTORABLE);
      }
      return WriteOutcome.stored(stored.state(), site.current().isEmpty());
    }
  }

  private static List<Sidecar> beside(Site site) throws IOException {
    return site.missing().isEmpty() ? Sidecar.beside(site.folder(), site.name()) : List.of();
  }

  private Optional<Resource> current(Site site, ResourcePath path, List<Sidecar> beside) {
    return site.current()
        .map(stat -> files.resource(path, site.folder(), site.name(), stat, beside));
  }

  /**
   * What the new time must be later than: a sidecar of the old content must not fit the new one.
   */
  private static Instant least(Site site, List<Sidecar> beside, Instant floor) {
    Instant known = Sidecar.latest(beside).filter(floor::isBefore).orElse(floor);
    return site.current().map(Stat::modified).filter(known::isBefore).orElse(known);
  }

  private Stat place(
      Placement placement, Site site, FileUpload upload, ResourcePath path, Instant least)
      throws IOException {
    try {
      Stat ready = ready(upload.file(), least, site.current());
      placement.makeFolders();
      try {
        placement.place(upload.file());
      } catch (AtomicMoveNotSupportedException otherDevice) {
        List<String> names = path.segments();
        upload.moveTo(staging.stageIn(names.subList(0, names.size() - 1)));
        ready = ready(upload.file(), least, site.current());
        placement.place(upload.file());
      }
      return ready;
    } catch (IOException | RuntimeException e) {
      placement.undo();
      throw e;
    }
  }

  /** Dates the content, gives it the mode of what it replaces and brings it to the disk. */
  private Stat ready(StagedFile file, Instant least, Optional<Stat> replaced) throws IOException {
    Stat written = file.folder().look(file.name());
    Stat dated = ModificationTime.setLater(file.folder(), file.name(), written, least);
    Optional<Set<PosixFilePermission>> mode = replaced.flatMap(Stat::permissions);
    if (mode.isPresent() && !mode.equals(dated.permissions())) {
      file.folder().setPermissions(file.name(), mode.get());
      file.changed();
    }
    if (!dated.equals(written)) {
      file.changed();
    }
    if (sync == Sync.ALWAYS) {
      file.force();
    }
    return dated;
  }

  /**
   * Removes a file.
   *
   * @throws StorageFailure if that fails
   */
  WriteOutcome remove(ResourcePath path, WriteRule rule) {
    return locks.locked(
        path,
        () ->
            walk.visit(path, "removing", site -> remove(site, path, rule), WriteOutcome::hindered));
  }

  private WriteOutcome remove(Site site, ResourcePath path, WriteRule rule) throws IOException {
    if (site.current().isEmpty()) {
      return WriteOutcome.missing();
    }
    if (!site.isWritable()) {
      return WriteOutcome.hindered(Obstacle.DENIED);
    }
    if (rule.judge(current(site, path, beside(site))).isEmpty()) {
      return WriteOutcome.refused();
    }
    site.folder().delete(site.name());
    if (sync == Sync.ALWAYS) {
      site.folder().force();
    }
    return WriteOutcome.removed();
  }

  /** How many paths are locked now. */
  int lockCount() {
    return locks.size();
  }
}
