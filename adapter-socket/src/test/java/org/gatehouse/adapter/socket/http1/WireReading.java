package org.gatehouse.adapter.socket.http1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The requests that come over one connection, read by the parser alone: heads by {@link
 * HeadReader}, content by {@link ContentDecoder}, one after the other.
 */
final class WireReading {
  private final WireLimits limits;
  private final HeadReader heads;
  private final byte[] octets;
  private final List<Integer> ends = new ArrayList<>();
  private final ByteBuffer sink = ByteBuffer.allocate(1000);

  private ContentDecoder decoder;
  private int at;
  private String violation = "";

  private WireReading(WireLimits limits, byte[] octets) {
    this.limits = limits;
    this.octets = octets;
    this.heads = new HeadReader(limits);
  }

  /**
   * Reads octets that arrive in pieces.
   *
   * @param arrivals how many octets have arrived each time, so rising
   */
  static WireReading of(WireLimits limits, byte[] octets, int... arrivals) {
    WireReading reading = new WireReading(limits, octets);
    for (int arrived : arrivals) {
      while (reading.violation.isEmpty() && reading.advance(arrived)) {
        reading.sink.clear();
      }
    }
    return reading;
  }

  /** Whether a request has come to its end, so that another may follow. */
  private boolean advance(int arrived) {
    if (decoder == null && !readHead(arrived)) {
      return false;
    }
    ByteBuffer input = ByteBuffer.wrap(octets, at, arrived - at);
    ContentDecoder.Step step;
    do {
      sink.clear();
      step = decoder.decode(input, sink);
    } while (step == ContentDecoder.Step.MORE && input.hasRemaining());
    at = input.position();
    if (step == ContentDecoder.Step.REJECTED) {
      violation = decoder.violation().name();
    } else if (step == ContentDecoder.Step.END) {
      ends.add(at);
      decoder = null;
      return true;
    }
    return false;
  }

  private boolean readHead(int arrived) {
    ByteBuffer input = ByteBuffer.wrap(octets, at, arrived - at);
    switch (heads.read(input)) {
      case REJECTED -> violation = heads.violation().name();
      case COMPLETE -> {
        at = input.position();
        decoder = ContentDecoder.of(heads.head().framing(), limits);
        heads.reset();
      }
      default -> {
        // The head goes on in the next piece.
      }
    }
    return decoder != null;
  }

  /** After how many octets each request ended. */
  List<Integer> ends() {
    return ends;
  }

  /** The rule that was broken; empty if none was. */
  String violation() {
    return violation;
  }
}
