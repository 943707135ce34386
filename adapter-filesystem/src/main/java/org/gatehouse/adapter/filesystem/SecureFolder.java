package org.gatehouse.adapter.filesystem;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;

/**
 * A folder held open, in which names are looked up by the kernel's {@code openat} and its like.
 *
 * <p>The JDK makes folders and hard links by path only. So both are looked at afterwards through
 * this folder: what is not here was made elsewhere, by way of a link that was swapped in.
 */
final class SecureFolder implements Folder {
  private final SecureDirectoryStream<Path> stream;
  private final Path path;
  private final Closeable closing;

  /** A folder of its own. */
  SecureFolder(SecureDirectoryStream<Path> stream, Path path) {
    this(stream, path, stream);
  }

  /**
   * A folder that others may have open as well.
   *
   * @param closing lets go of it
   */
  SecureFolder(SecureDirectoryStream<Path> stream, Path path, Closeable closing) {
    this.stream = stream;
    this.path = path;
    this.closing = closing;
  }

  @Override
  public Path path() {
    return path;
  }

  private Path name(String name) {
    return path.getFileSystem().getPath(name);
  }

  private PosixFileAttributeView view(String name) {
    return stream.getFileAttributeView(name(name), PosixFileAttributeView.class, NOFOLLOW_LINKS);
  }

  @Override
  public Stat look(String name) throws IOException {
    return Stat.of(view(name).readAttributes());
  }

  @Override
  public Folder enter(String name) throws IOException {
    try {
      return new SecureFolder(
          stream.newDirectoryStream(name(name), NOFOLLOW_LINKS), path.resolve(name));
    } catch (NoSuchFileException | AccessDeniedException certain) {
      throw certain;
    } catch (IOException e) {
      throw racedOr(e, name, Stat.Kind.FOLDER);
    }
  }

  @Override
  public FileChannel read(String name) throws IOException {
    return open(name, Set.of(READ, NOFOLLOW_LINKS));
  }

  @Override
  public FileChannel update(String name) throws IOException {
    return open(name, Set.of(READ, WRITE, NOFOLLOW_LINKS));
  }

  private FileChannel open(String name, Set<OpenOption> options) throws IOException {
    try {
      return (FileChannel) stream.newByteChannel(name(name), options);
    } catch (NoSuchFileException | AccessDeniedException certain) {
      throw certain;
    } catch (IOException e) {
      throw racedOr(e, name, Stat.Kind.FILE);
    }
  }

  /** The failure, or that another kind of thing had the name or has it by now. */
  private IOException racedOr(IOException failure, String name, Stat.Kind expected) {
    if (Failures.isLink(failure)) {
      return new Raced("a link replaced it", failure);
    }
    try {
      return look(name).kind() == expected ? failure : new Raced("something replaced it", failure);
    } catch (IOException gone) {
      return new Raced("it vanished", failure);
    }
  }

  @Override
  public FileChannel create(String name) throws IOException {
    return (FileChannel)
        stream.newByteChannel(name(name), Set.of(READ, WRITE, CREATE_NEW, NOFOLLOW_LINKS));
  }

  @Override
  public void makeFolder(String name, boolean secret) throws IOException {
    if (secret) {
      Files.createDirectory(
          path.resolve(name),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectory(path.resolve(name));
    }
  }

  @Override
  public void link(String name, Folder from, String source) throws IOException {
    Files.createLink(path.resolve(name), from.path().resolve(source));
  }

  @Override
  public void take(String name, Folder from, String source) throws IOException {
    // Both ends are folders of the same opener.
    ((SecureFolder) from).stream.move(name(source), stream, name(name));
  }

  @Override
  public void delete(String name) throws IOException {
    stream.deleteFile(name(name));
  }

  @Override
  public void deleteFolder(String name) throws IOException {
    stream.deleteDirectory(name(name));
  }

  @Override
  public void setModified(String name, Instant modified) throws IOException {
    view(name).setTimes(FileTime.from(modified), null, null);
  }

  @Override
  public void setPermissions(String name, Set<PosixFilePermission> permissions) throws IOException {
    view(name).setPermissions(permissions);
  }

  @Override
  public DirectoryStream<Path> entries() throws IOException {
    // A directory stream can be read once, so another one is opened on the same folder.
    return stream.newDirectoryStream(name("."), NOFOLLOW_LINKS);
  }

  @Override
  public void force() throws IOException {
    try (FileChannel self = (FileChannel) stream.newByteChannel(name("."), Set.of(READ))) {
      self.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    closing.close();
  }
}
