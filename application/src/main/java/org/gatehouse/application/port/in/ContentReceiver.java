package org.gatehouse.application.port.in;

import java.nio.ByteBuffer;

/**
 * Takes the content of one request, piece by piece, on a worker: its methods may wait for storage.
 *
 * <p>Ends with exactly one of {@link #complete()} and {@link #abort()}; after a method threw, only
 * {@link #abort()} is called. Used by one thread at a time.
 */
public interface ContentReceiver {

  /**
   * Takes the next octets, all of them.
   *
   * @param content from position to limit; only valid during the call
   * @throws RuntimeException if it cannot be kept; the exchange is then asked to {@linkplain
   *     Exchange#fail fail}
   */
  void accept(ByteBuffer content);

  /** The content is complete: what now? */
  Decision complete();

  /**
   * How many octets it keeps in memory. Content that goes to storage as it comes keeps none; what
   * is kept counts against what all clients together may hold.
   */
  default long held() {
    return 0;
  }

  /** No more will come: the sender vanished, broke the framing or stalled. Nothing may be left. */
  void abort();
}
