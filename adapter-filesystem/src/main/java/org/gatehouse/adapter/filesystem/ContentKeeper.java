package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.body.Slice;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.StorageFailure;

/**
 * Decides how opened content is kept: what is small in memory, what is large as an open handle, as
 * long as it is in use.
 */
final class ContentKeeper implements AutoCloseable {
  /** As few as a process with the usual 1,024 descriptors never misses. */
  static final int MOST_OPEN = 32;

  /** For so long the space of a file stays taken that somebody else has removed. */
  static final Duration IDLE = Duration.ofSeconds(5);

  private final int largest;
  private final LongSupplier clock;
  private final IdleHandles handles;

  /**
   * A keeper.
   *
   * @param largest up to which size a content is kept in memory
   * @param clock tells nanoseconds
   */
  ContentKeeper(int largest, LongSupplier clock) {
    this.largest = largest;
    this.clock = clock;
    this.handles = new IdleHandles(MOST_OPEN, IDLE, clock);
  }

  /** Whether a content is small enough to be kept in memory. */
  boolean isSmall(Representation opened) {
    return opened.content().length() <= largest;
  }

  /** Reads what is small, and closes it. */
  KeptContent read(Representation opened) {
    try (opened) {
      Part content = Contents.inMemory(opened.content());
      return KeptContent.inMemory(new Representation(opened.variant(), content));
    } catch (IOException e) {
      throw new StorageFailure(StorageFailure.Kind.BROKEN, "reading content", e);
    }
  }

  /** Keeps what is large open; not if it cannot be shared, or too much is open already. */
  Optional<KeptContent> keepOpen(Representation opened) {
    return opened
        .content()
        .match(octets -> Optional.<Slice>empty(), section -> Optional.of(section.slice()))
        .filter(Slice::isShareable)
        .map(slice -> new SharedHandle<>(slice, slice::close, clock.getAsLong()))
        .filter(handles::take)
        .map(handle -> KeptContent.open(opened.variant(), handle, clock));
  }

  /** How many contents are kept open. */
  int openCount() {
    return handles.size();
  }

  /** Closes what nobody has used for a while. */
  void sweep() {
    handles.sweep();
  }

  /** Lets go of everything that is open. */
  @Override
  public void close() {
    handles.close();
  }
}
