package org.gatehouse.bootstrap;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatehouse.bootstrap.option.Setting;
import org.gatehouse.bootstrap.system.FileTrouble;

/** Looks at the folders the server is to work with, and says in words what is wrong with them. */
final class Folders {
  private Folders() {}

  /** Refuses a folder that is missing or cannot be read. */
  static void requireReadable(Path folder, Setting setting) throws StartFailure {
    String problem = problemOf(folder);
    if (!problem.isEmpty()) {
      throw new StartFailure(setting.flag() + ": the folder '" + folder + "' " + problem);
    }
  }

  private static String problemOf(Path folder) {
    if (!Files.exists(folder)) {
      return "does not exist";
    }
    if (!Files.isDirectory(folder)) {
      return "is not a folder";
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.iterator().hasNext();
      return "";
    } catch (IOException unreadable) {
      return "cannot be read: " + reason(unreadable);
    }
  }

  /** Makes a folder that is missing. */
  static void create(Path folder, Setting setting) throws StartFailure {
    try {
      Files.createDirectories(folder);
    } catch (IOException hindered) {
      throw new StartFailure(
          setting.flag() + ": the folder '" + folder + "' cannot be made: " + reason(hindered));
    }
  }

  /** Whether an existing folder is another or lies below it, links resolved. */
  static boolean isInside(Path inner, Path outer) {
    try {
      return inner.toRealPath().startsWith(outer.toRealPath());
    } catch (IOException vanished) {
      return false;
    }
  }

  /** Why it failed, without a class name and without naming the file again. */
  static String reason(IOException failure) {
    return FileTrouble.reason(failure);
  }
}
