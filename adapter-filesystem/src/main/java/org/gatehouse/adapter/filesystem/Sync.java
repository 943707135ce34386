package org.gatehouse.adapter.filesystem;

/** Whether a write is on the disk before it is answered. */
public enum Sync {
  /** File and folders are flushed, and then the answer is given. */
  ALWAYS,
  /**
   * The operating system flushes when it likes: a crash of the machine may lose answered writes.
   */
  NEVER
}
