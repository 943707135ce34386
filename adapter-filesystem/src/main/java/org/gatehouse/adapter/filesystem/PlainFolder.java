package org.gatehouse.adapter.filesystem;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Set;

/**
 * A folder known by its real path, for systems without {@code openat}, such as Windows.
 *
 * <p>The real path is compared before and after every opening. A link that is swapped in and out
 * again between the two goes unseen; {@link SecureFolder} does not have that gap.
 */
final class PlainFolder implements Folder {
  private final Path path;
  private final boolean posix;

  private PlainFolder(Path real) {
    this.path = real;
    this.posix = Files.getFileAttributeView(real, PosixFileAttributeView.class) != null;
  }

  /**
   * Opens the folder in which everything else lies; the links of its own path are the operator's.
   */
  static Folder open(Path root) throws IOException {
    Path real = root.toRealPath();
    if (!Files.isDirectory(real, NOFOLLOW_LINKS)) {
      throw new NotDirectoryException(root.toString());
    }
    return new PlainFolder(real);
  }

  @Override
  public Path path() {
    return path;
  }

  private Path inside(String name) throws IOException {
    if (!path.toRealPath().equals(path)) {
      throw new Raced("a folder was replaced by a link", null);
    }
    return path.resolve(name);
  }

  @Override
  public Stat look(String name) throws IOException {
    Path file = inside(name);
    return posix
        ? Stat.of(Files.readAttributes(file, PosixFileAttributes.class, NOFOLLOW_LINKS))
        : Stat.of(Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS));
  }

  @Override
  public Folder enter(String name) throws IOException {
    if (look(name).kind() != Stat.Kind.FOLDER) {
      throw new Raced("a folder was replaced", null);
    }
    return new PlainFolder(path.resolve(name));
  }

  @Override
  public FileChannel read(String name) throws IOException {
    return open(name, Set.of(READ, NOFOLLOW_LINKS));
  }

  @Override
  public FileChannel update(String name) throws IOException {
    return open(name, Set.of(READ, WRITE, NOFOLLOW_LINKS));
  }

  @Override
  public FileChannel create(String name) throws IOException {
    return open(name, Set.of(READ, WRITE, CREATE_NEW, NOFOLLOW_LINKS));
  }

  private FileChannel open(String name, Set<OpenOption> options) throws IOException {
    FileChannel channel = FileChannel.open(inside(name), options);
    try {
      if (look(name).isFile()) {
        return channel;
      }
      throw new Raced("a file was replaced", null);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void makeFolder(String name, boolean secret) throws IOException {
    Files.createDirectory(inside(name));
  }

  @Override
  public void link(String name, Folder from, String source) throws IOException {
    Files.createLink(inside(name), from.path().resolve(source));
  }

  @Override
  public void take(String name, Folder from, String source) throws IOException {
    Files.move(from.path().resolve(source), inside(name), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(String name) throws IOException {
    Files.delete(inside(name));
  }

  @Override
  public void deleteFolder(String name) throws IOException {
    Files.delete(inside(name));
  }

  @Override
  public void setModified(String name, Instant modified) throws IOException {
    Files.getFileAttributeView(inside(name), BasicFileAttributeView.class, NOFOLLOW_LINKS)
        .setTimes(FileTime.from(modified), null, null);
  }

  @Override
  public void setPermissions(String name, Set<PosixFilePermission> permissions) throws IOException {
    if (posix) {
      Files.setPosixFilePermissions(inside(name), permissions);
    }
  }

  @Override
  public DirectoryStream<Path> entries() throws IOException {
    return Files.newDirectoryStream(inside("."));
  }

  @Override
  public void force() {
    // Systems without openat have no way to flush a folder either.
  }

  @Override
  public void close() {
    // Holds nothing open.
  }
}
