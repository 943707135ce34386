package org.gatehouse.application.method;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Reads multipart/form-data as it arrives (RFC 7578, RFC 2046 §5.1.1). It does no I/O and keeps no
 * content. However the octets are split, the same parts come out.
 *
 * <pre>
 *   PREAMBLE --delimiter--> DELIMITED --CRLF--> HEAD --empty line--> CONTENT --delimiter--> DELIMITED
 *                               |
 *                               +--"--"--> EPILOGUE
 * </pre>
 */
final class FormDataReader {
  /** The most octets of a part's head, its empty line included. */
  static final int MOST_HEAD_OCTETS = 8192;

  /** The most parts: each file among them is kept open until the form is complete. */
  static final int MOST_PARTS = 128;

  private final Parts parts;
  private final DelimiterSearch search;
  private final byte[] head = new byte[MOST_HEAD_OCTETS];
  private State state = State.PREAMBLE;
  private Optional<FormFault> fault = Optional.empty();
  private int count;
  private int headLength;

  /** Takes the parts of a form in order; each begins and, unless the form breaks, ends. */
  interface Parts {

    /** A part begins. */
    void begin(FormPart part);

    /** Octets of the part; only valid during the call. */
    void octets(ByteBuffer octets);

    /** The part is complete. */
    void end();
  }

  /** Where in the form the next octet stands. */
  private enum State {
    PREAMBLE,
    /** After the boundary. */
    DELIMITED,
    /** After the boundary and a dash. */
    CLOSING,
    /** In the white space after a boundary, which transports may add. */
    PADDING,
    /** After the CR of a delimiter's line. */
    LINE_END,
    HEAD,
    CONTENT,
    EPILOGUE,
    BROKEN
  }

  /**
   * A reader.
   *
   * @param boundary as {@link FormBoundary} found it
   */
  FormDataReader(String boundary, Parts parts) {
    this.parts = parts;
    this.search = new DelimiterSearch(boundary);
  }

  /** Takes the next octets, all of them. */
  void read(ByteBuffer octets) {
    while (octets.hasRemaining()) {
      switch (state) {
        case PREAMBLE -> preamble(octets);
        case CONTENT -> content(octets);
        case HEAD -> head(octets.get());
        case EPILOGUE, BROKEN -> octets.position(octets.limit());
        default -> delimiterLine(octets.get());
      }
    }
  }

  /** Whether the last boundary was read: whatever follows means nothing. */
  boolean isComplete() {
    return state == State.EPILOGUE;
  }

  /** What is wrong with the form, if anything is; then nothing more comes out. */
  Optional<FormFault> fault() {
    return fault;
  }

  private void preamble(ByteBuffer octets) {
    if (search.find(octets, ignored -> {})) {
      state = State.DELIMITED;
    }
  }

  private void content(ByteBuffer octets) {
    if (search.find(octets, parts::octets)) {
      parts.end();
      state = State.DELIMITED;
    }
  }

  private void delimiterLine(byte octet) {
    State next = afterDelimiter(octet);
    headLength = 0;
    if (next == State.BROKEN) {
      fail(FormFault.BROKEN_DELIMITER);
    } else {
      state = next;
    }
  }

  /** The way from a boundary to the next head, or to the end of the form. */
  private State afterDelimiter(byte octet) {
    boolean first = state == State.DELIMITED;
    return switch (octet) {
      case '-' -> first ? State.CLOSING : state == State.CLOSING ? State.EPILOGUE : State.BROKEN;
      case ' ', '\t' -> first || state == State.PADDING ? State.PADDING : State.BROKEN;
      case '\r' -> first || state == State.PADDING ? State.LINE_END : State.BROKEN;
      case '\n' -> state == State.LINE_END ? State.HEAD : State.BROKEN;
      default -> State.BROKEN;
    };
  }

  private void head(byte octet) {
    if (headLength == MOST_HEAD_OCTETS) {
      fail(FormFault.HEAD_TOO_LARGE);
      return;
    }
    head[headLength++] = octet;
    if (isLineEnd(headLength) && (headLength == 2 || isLineEnd(headLength - 2))) {
      begin(FormPart.parse(ByteBuffer.wrap(head, 0, headLength - 2)));
    }
  }

  private boolean isLineEnd(int end) {
    return end >= 2 && head[end - 2] == '\r' && head[end - 1] == '\n';
  }

  private void begin(Optional<FormPart> part) {
    Optional<FormFault> wrong =
        part.map(FormPart::fault).orElse(Optional.of(FormFault.HEAD_MALFORMED));
    if (wrong.isPresent()) {
      fail(wrong.get());
    } else if (count == MOST_PARTS) {
      fail(FormFault.TOO_MANY_PARTS);
    } else {
      count++;
      search.begin();
      state = State.CONTENT;
      parts.begin(part.get());
    }
  }

  private void fail(FormFault reason) {
    fault = Optional.of(reason);
    state = State.BROKEN;
  }
}
