package org.gatehouse.application.port.out;

import java.nio.ByteBuffer;
import org.gatehouse.application.port.body.Slice;
import org.gatehouse.domain.target.ResourcePath;

/**
 * New content on its way into the repository. Used by one thread at a time; its methods may wait.
 *
 * <p>Content becomes visible, whole and durable, by {@link #replace} or {@link #create}; closed
 * without, it leaves no trace.
 */
public interface Upload extends AutoCloseable {

  /**
   * Adds octets, all of them.
   *
   * @throws StorageFailure if they cannot be kept
   */
  void write(ByteBuffer content);

  /**
   * What was written so far, to be read back. Lives as long as the upload is open and nothing was
   * committed; closing it does nothing.
   *
   * @throws StorageFailure if it cannot be told how long it is
   */
  Slice content();

  /**
   * Puts the content under a path, in place of what is there. Missing folders are made.
   *
   * @param rule asked under the path's lock
   * @return {@link WriteOutcome#stored}, {@link WriteOutcome#refused} or {@link
   *     WriteOutcome#hindered}
   * @throws StorageFailure if it cannot be kept; what was there is still there
   */
  WriteOutcome replace(ResourcePath path, WriteRule rule);

  /**
   * Puts the content under a path that nothing has. Missing folders are made. After {@link
   * WriteOutcome#taken} another path may be tried.
   *
   * @param rule asked under the path's lock, not asked if the path is taken
   * @return as {@link #replace}, or {@link WriteOutcome#taken}
   * @throws StorageFailure if it cannot be kept
   */
  WriteOutcome create(ResourcePath path, WriteRule rule);

  /** Throws the content away, unless it was committed. Closing again does nothing. */
  @Override
  void close();
}
