package org.gatehouse.adapter.persistence;

import java.io.IOException;

/** What a file that is added to needs besides. The file is closed while it is worked on. */
interface Upkeep {

  /**
   * Makes the file, if there is one, end where a line ends, in a folder that is there.
   *
   * @param sound how many octets are certain; what follows is an attempt that failed
   */
  void repair(long sound) throws IOException;

  /** Whether a file of this size should become smaller. */
  boolean isDue(long size);

  /**
   * Makes the file smaller. Whatever interrupts it, nothing is lost that would have been kept, and
   * {@link #repair} leaves nothing behind.
   */
  void shrink() throws IOException;

  /** Whether {@link #shrink} writes everything anew that was ever recorded. */
  boolean rewrites();
}
