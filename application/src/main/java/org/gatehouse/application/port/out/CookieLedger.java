package org.gatehouse.application.port.out;

/**
 * Keeps the ids that were given out in cookies, in order. Safe for use by several threads; nothing
 * but {@link #flush} and {@link #close} waits for storage.
 */
public interface CookieLedger extends AutoCloseable {

  /**
   * Adds an id.
   *
   * @param id visible ASCII without white space
   * @throws IllegalArgumentException for any other text
   */
  void record(String id);

  /**
   * Makes everything recorded so far durable.
   *
   * @throws StorageFailure if that fails, now or since the last time
   */
  void flush();

  /** Flushes and lets go. Closing again does nothing. */
  @Override
  void close();
}
