package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An open folder. Every name is a single one and is looked up in this very folder, whatever its
 * path leads to by now; links are never followed. Safe for use by several threads.
 *
 * <p>Beside what each method says, all throw {@link java.nio.file.NoSuchFileException} and {@link
 * java.nio.file.AccessDeniedException} for what these names say, and {@link Raced} if a link has
 * taken the place of what was asked for.
 */
interface Folder extends AutoCloseable {

  /** Opens the folder in which everything else lies. */
  @FunctionalInterface
  interface Opener {
    Folder open(Path root) throws IOException;

    /** Lets go of what it keeps open for the next time. */
    default void close() {}
  }

  /** Where the folder was when it was opened: for the few things the JDK can only do by path. */
  Path path();

  /** What has a name. */
  Stat look(String name) throws IOException;

  /**
   * Whether nothing has a name, or only a link that leads nowhere. Asked by path, because the JDK
   * tells by a folder only with an exception, at five times the price: so it is for what hardly
   * ever is there, and where a wrong answer, while somebody swaps the folder for another one, harms
   * nobody else.
   */
  default boolean lacks(String name) {
    return !Files.exists(path().resolve(name));
  }

  /** Opens a folder in this folder; {@link #look} has just told that it is one. */
  Folder enter(String name) throws IOException;

  /** Opens a file; {@link #look} has just told that it is one: to open a FIFO would wait. */
  FileChannel read(String name) throws IOException;

  /** Opens a file for reading and writing; {@link #look} has just told that it is one. */
  FileChannel update(String name) throws IOException;

  /**
   * Makes a file and opens it for reading and writing.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the name is taken
   */
  FileChannel create(String name) throws IOException;

  /**
   * Makes a folder.
   *
   * @param secret whether nobody else may look into it
   * @throws java.nio.file.FileAlreadyExistsException if the name is taken
   */
  void makeFolder(String name, boolean secret) throws IOException;

  /**
   * Gives a file a second name, in this folder.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the name is taken
   * @throws UnsupportedOperationException if there are no such links
   */
  void link(String name, Folder from, String source) throws IOException;

  /**
   * Moves a file to a name in this folder, in one step, in place of what has it.
   *
   * @throws java.nio.file.AtomicMoveNotSupportedException if that lies on another device
   */
  void take(String name, Folder from, String source) throws IOException;

  /** Removes a file. */
  void delete(String name) throws IOException;

  /** Removes a folder that is empty. */
  void deleteFolder(String name) throws IOException;

  /** Sets a file's modification time, as exactly as the system can: look what became of it. */
  void setModified(String name, Instant modified) throws IOException;

  /** Sets a file's permissions, where there are such. */
  void setPermissions(String name, Set<PosixFilePermission> permissions) throws IOException;

  /** Opens what lies in it, to be gone through once; only the names of these paths are of use. */
  DirectoryStream<Path> entries() throws IOException;

  /** Tells all names in it, one by one and in no order. */
  default void forEachName(Consumer<String> each) throws IOException {
    try (DirectoryStream<Path> entries = entries()) {
      entries.forEach(entry -> each.accept(entry.getFileName().toString()));
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /** All names in it. */
  default List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    forEachName(names::add);
    return names;
  }

  /** Whether there is nothing in it; proves that it can be read. */
  default boolean isEmpty() throws IOException {
    try (DirectoryStream<Path> entries = entries()) {
      return !entries.iterator().hasNext();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /** Flushes its names to the disk. */
  void force() throws IOException;

  @Override
  void close() throws IOException;
}
