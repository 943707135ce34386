package org.gatehouse.adapter.persistence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Where an {@link AppendLog} puts its lines. Used by one thread at a time. */
interface LineFile extends Closeable {

  /**
   * Adds lines at the end, after making sure that there is a file that can take them; without
   * lines, only that.
   *
   * @return whether the file was written anew for that, with whatever had been recorded by the time
   *     of the call, these lines or others
   * @throws IOException if not all could be added; the same lines may then be tried again, and are
   *     in the file only once
   */
  boolean append(ByteBuffer lines) throws IOException;

  /** Makes what was added durable. */
  void force() throws IOException;

  /**
   * Puts lines into the file that there was no room for in memory, if their content is known from
   * elsewhere.
   *
   * @return whether nothing is missing now
   */
  boolean restore() throws IOException;
}
