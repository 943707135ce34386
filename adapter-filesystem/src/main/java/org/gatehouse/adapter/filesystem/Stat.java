package org.gatehouse.adapter.filesystem;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.application.port.out.ResourceState;

/**
 * What the file system tells of a name, without following links.
 *
 * @param kind what has the name
 * @param key tells this file from every other that exists now; null where the system has none
 * @param modified to the nanosecond, as far as the file system keeps it
 * @param size in octets
 * @param permissions empty where the system has no such thing
 */
record Stat(
    Kind kind,
    Object key,
    Instant modified,
    long size,
    Optional<Set<PosixFilePermission>> permissions) {

  /** What an entity tag can tell: nanoseconds since 1970 in a long, about ±292 years. */
  static final Instant LATEST = Instant.ofEpochSecond(Long.MAX_VALUE / 1_000_000_000 - 1);

  private static final Instant EARLIEST = Instant.ofEpochSecond(-LATEST.getEpochSecond());

  private static final Set<PosixFilePermission> READ =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.OTHERS_READ);
  private static final Set<PosixFilePermission> WRITE =
      EnumSet.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  /** What can have a name. */
  enum Kind {
    FILE,
    FOLDER,
    LINK,
    /** A FIFO, a socket, a device. */
    SPECIAL
  }

  /** A file system without owners and modes. */
  static Stat of(BasicFileAttributes attributes) {
    return of(attributes, Optional.empty());
  }

  /** A file system with owners and modes. */
  static Stat of(PosixFileAttributes attributes) {
    Set<PosixFilePermission> mode = EnumSet.noneOf(PosixFilePermission.class);
    mode.addAll(attributes.permissions());
    return of(attributes, Optional.of(mode));
  }

  private static Stat of(BasicFileAttributes file, Optional<Set<PosixFilePermission>> mode) {
    Instant modified = file.lastModifiedTime().toInstant();
    Instant clamped =
        modified.isAfter(LATEST) ? LATEST : modified.isBefore(EARLIEST) ? EARLIEST : modified;
    return new Stat(kind(file), file.fileKey(), clamped, file.size(), mode);
  }

  private static Kind kind(BasicFileAttributes file) {
    if (file.isRegularFile()) {
      return Kind.FILE;
    }
    if (file.isDirectory()) {
      return Kind.FOLDER;
    }
    return file.isSymbolicLink() ? Kind.LINK : Kind.SPECIAL;
  }

  boolean isFile() {
    return kind == Kind.FILE;
  }

  /** Whether somebody may read it: a file that is nobody's to read is not read by root either. */
  boolean isReadable() {
    return permissions.isEmpty() || permissions.get().stream().anyMatch(READ::contains);
  }

  /**
   * Whether somebody may write it: a file that is nobody's to write is not written by root either.
   */
  boolean isWritable() {
    return permissions.isEmpty() || permissions.get().stream().anyMatch(WRITE::contains);
  }

  /** Written out: Java makes its own at the first call, which takes 20 ms of the first answer. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Stat stat
        && kind == stat.kind
        && size == stat.size
        && modified.equals(stat.modified)
        && Objects.equals(key, stat.key)
        && permissions.equals(stat.permissions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, key, modified, size, permissions);
  }

  ResourceState state() {
    return new ResourceState(modified, size);
  }
}
