package org.gatehouse.adapter.filesystem;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.body.Slice;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.Variant;

/** Content that a {@link CachedResource} has at hand for its next reader. */
interface KeptContent {

  /** Whether {@link #open} gives it. To ask is a use: the answer holds for a while. */
  boolean isThere();

  /** The content for a reader, who closes it; empty if it is not there any more. */
  Optional<Representation> open();

  /** Lets go of it. Those who read it may go on. */
  void giveUp();

  /** Content whose octets are all in memory. */
  static KeptContent inMemory(Representation read) {
    return new InMemory(Optional.of(read));
  }

  /** Content of which only the handle is kept. */
  static KeptContent open(Variant variant, SharedHandle<Slice> handle, LongSupplier clock) {
    return new Open(variant, handle, clock);
  }

  /**
   * Octets in memory.
   *
   * @param read always the same, so that to answer costs nothing
   */
  record InMemory(Optional<Representation> read) implements KeptContent {
    @Override
    public boolean isThere() {
      return true;
    }

    @Override
    public Optional<Representation> open() {
      return read;
    }

    @Override
    public void giveUp() {}
  }

  /**
   * An open file.
   *
   * @param variant that it is of
   * @param clock tells nanoseconds
   */
  record Open(Variant variant, SharedHandle<Slice> handle, LongSupplier clock)
      implements KeptContent {
    @Override
    public boolean isThere() {
      return handle.isThere(clock.getAsLong());
    }

    @Override
    public Optional<Representation> open() {
      return handle
          .acquire(clock.getAsLong())
          .map(lease -> new Representation(variant, Part.of(new SharedSlice(lease))));
    }

    @Override
    public void giveUp() {
      handle.giveUp();
    }
  }
}
