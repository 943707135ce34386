package org.gatehouse.application.port.out;

import java.time.Instant;
import java.util.Optional;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Remembers the entity tags that were seen, so that a path which is deleted and made anew never
 * gets an old one again. Safe for use by several threads; nothing but {@link #flush} and {@link
 * #close} waits for storage.
 */
public interface ETagStore extends AutoCloseable {

  /**
   * The latest modification time known of a path, also after it was deleted. A store that cannot
   * remember every path answers, for one it forgot, a time no earlier than the true one.
   */
  Optional<Instant> lastKnown(ResourcePath path);

  /** Remembers a tag; one that is known already changes nothing. */
  void record(ResourcePath path, EntityTag tag, Instant modified);

  /** How many paths are known. */
  long size();

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
