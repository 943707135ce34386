package org.gatehouse.bootstrap.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;

/**
 * Marks a log as written by a running server, so that another one that starts with the same folder
 * does not take it away from under the first.
 */
final class LogLock {
  private LogLock() {}

  /**
   * Marks an open log until its channel is closed.
   *
   * @return false if another server, in this process or outside, has done so before
   */
  static boolean take(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException inThisProcess) {
      return false;
    }
  }
}
