package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * A file opened, and what was told of exactly that file.
 *
 * @param channel for reading
 * @param stat with the size that it had
 */
record OpenFile(FileChannel channel, Stat stat) {
  private static final int MOST_TRIES = 16;

  /**
   * Opens a file. The JDK cannot ask an open file what it is, so its name is asked before and
   * after: if both agree, so did the file in between.
   *
   * @throws Raced if the name is no file's any more
   */
  static OpenFile open(Folder folder, String name) throws IOException {
    for (int tries = 1; ; tries++) {
      Stat before = folder.look(name);
      if (!before.isFile()) {
        throw new Raced("a file was replaced", null);
      }
      FileChannel channel = folder.read(name);
      try {
        Stat after = folder.look(name);
        boolean agrees = after.equals(before) && channel.size() == after.size();
        // A file that somebody keeps writing to is sent as long as it was a moment ago.
        if (agrees || (tries == MOST_TRIES && isGrowing(before, after))) {
          return new OpenFile(channel, after);
        }
      } catch (IOException e) {
        channel.close();
        throw e;
      }
      channel.close();
      if (tries == MOST_TRIES) {
        throw new Raced("a file is replaced all the time", null);
      }
    }
  }

  private static boolean isGrowing(Stat before, Stat after) {
    return after.isFile() && before.key() != null && before.key().equals(after.key());
  }
}
