package org.gatehouse.application.port.out;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.domain.conditional.EntityTag;

/**
 * Keeps content that is made for one response until it is complete: a response tells its length
 * before its first octet. Safe for use by several threads.
 */
public interface Spool {

  /** Begins to keep content. Whoever begins closes the draft, finished or not. */
  Draft begin();

  /** Content in the making. Used by one thread at a time; its methods may wait. */
  interface Draft extends AutoCloseable {

    /**
     * Adds octets, all of them.
     *
     * @throws StorageFailure if there is no room
     */
    void write(ByteBuffer octets);

    /**
     * Ends the content, to which nothing can be added any more.
     *
     * @throws StorageFailure if it cannot be kept
     */
    Finished finish();

    /** Throws the content away, unless it was finished. Closing again does nothing. */
    @Override
    void close();
  }

  /**
   * Content that is complete.
   *
   * @param content to be closed by whoever takes it
   * @param tag strong, and made of nothing but the octets: equal content has an equal tag
   */
  record Finished(Part content, EntityTag tag) {
    /** Refuses what is missing. */
    public Finished {
      Objects.requireNonNull(content);
      Objects.requireNonNull(tag);
    }
  }
}
