package org.gatehouse.bootstrap.log;

import java.nio.file.Path;

/**
 * Where a log and its archive are.
 *
 * @param folder the var folder
 * @param stream what the log is called, such as {@code user}
 */
record LogFile(Path folder, String stream) {

  /** The access log. */
  static LogFile access(Path folder) {
    return new LogFile(folder, "access");
  }

  /** The log that is written. */
  Path current() {
    return folder.resolve(stream + ".log");
  }

  /** The folder of the aged logs. */
  Path archive() {
    return folder.resolve(stream + "logFiles");
  }

  /** How the name of an aged log begins; a number and an ending follow. */
  String archivedName() {
    return stream + "logfile";
  }
}
