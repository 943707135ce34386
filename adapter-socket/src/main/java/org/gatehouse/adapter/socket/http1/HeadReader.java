package org.gatehouse.adapter.socket.http1;

import java.nio.ByteBuffer;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.RequestHead;

/**
 * Reads request heads out of octets that arrive in any pieces (RFC 9112 §2.1, §2.2).
 *
 * <p>The octets of a head stay with the caller until the head is complete. Each call is given all
 * of them from the head's first on, be it in another buffer than before, and the reader goes on
 * after the last one it has seen: no octet is scanned twice. What breaks a rule is refused at the
 * first octet that shows it.
 *
 * <p>Up to {@value RequestLineReader#MAX_EMPTY_LINES} empty lines before the request line are
 * skipped; nothing else is.
 */
public final class HeadReader {

  /** How far a head has come. */
  public enum Progress {
    /** So far it is in order, and it goes on. */
    NEED_MORE,
    /** {@link #head()} is there. */
    COMPLETE,
    /** A rule was broken: {@link #violation()} says which. */
    REJECTED
  }

  private final RequestLineReader line;
  private final FieldSectionReader section;
  private final FieldIndex index = new FieldIndex();
  private final SectionMemory sections;

  private Progress progress = Progress.NEED_MORE;
  private RequestHead head;
  private Violation violation;

  /** A reader for one connection. */
  public HeadReader(WireLimits limits) {
    this(limits, new TargetMemory(), new SectionMemory());
  }

  /** A reader that shares what it remembers with others of the same thread and limits. */
  public HeadReader(WireLimits limits, TargetMemory targets, SectionMemory sections) {
    this.sections = sections;
    line = new RequestLineReader(limits.maxRequestLine(), targets);
    section = FieldSectionReader.ofHeaders(limits);
  }

  /**
   * Reads on.
   *
   * @param input a buffer on the heap, in which all octets of this head that were received so far
   *     stand from its position on. The position moves only when the head is complete: then it is
   *     after the head.
   * @throws IllegalStateException if the head before is complete and {@link #reset()} was not
   *     called
   */
  public Progress read(ByteBuffer input) {
    if (progress == Progress.COMPLETE) {
      throw new IllegalStateException("the reader was not reset");
    }
    if (progress == Progress.NEED_MORE) {
      line.read(input);
      if (line.violation() != null) {
        return reject(line.violation());
      }
      if (line.isComplete()) {
        readFields(input);
      }
    }
    return progress;
  }

  private void readFields(ByteBuffer input) {
    int base = input.position() + line.length();
    ReceivedFields known = section.length() == 0 ? sections.find(input, base) : null;
    if (known != null) {
      section.skip(known.sectionLength());
      complete(input, base, known);
      return;
    }
    while (true) {
      switch (section.next(input, base)) {
        case LINE ->
            index.add(input, base, section.lineStart(), section.colon(), section.length() - 2);
        case END -> {
          ReceivedFields fields = fields(input, base);
          if (complete(input, base, fields)) {
            sections.keep(input, base, fields);
          }
          return;
        }
        case BROKEN -> {
          reject(section.violation());
          return;
        }
        default -> {
          return;
        }
      }
    }
  }

  private ReceivedFields fields(ByteBuffer input, int base) {
    byte[] octets = new byte[section.length() - Octets.END_OF_LINE];
    input.get(base, octets);
    return index.fields(octets);
  }

  /** Whether the fields make a head; else it is rejected. */
  private boolean complete(ByteBuffer input, int base, ReceivedFields fields) {
    Framing framing = Framing.of(line.version(), fields);
    if (framing.violation() != null) {
      reject(framing.violation());
      return false;
    }
    head =
        new RequestHead(
            line.methodToken(),
            line.method(),
            line.target(),
            line.version(),
            fields,
            framing.content());
    input.position(base + section.length());
    progress = Progress.COMPLETE;
    return true;
  }

  private Progress reject(Violation rule) {
    violation = rule;
    progress = Progress.REJECTED;
    return progress;
  }

  /**
   * The head that is complete.
   *
   * @throws IllegalStateException if none is
   */
  public RequestHead head() {
    if (head == null) {
      throw new IllegalStateException("no head is complete");
    }
    return head;
  }

  /** The method, as soon as it was read; until then null. */
  public Method method() {
    return line.method();
  }

  /**
   * The rule that was broken.
   *
   * @throws IllegalStateException if none was
   */
  public Violation violation() {
    if (violation == null) {
      throw new IllegalStateException("no rule was broken");
    }
    return violation;
  }

  /**
   * Whether an octet of the request line has come. The empty lines that may stand before it do not
   * count: a connection on which nothing else arrives is idle.
   */
  public boolean hasBegun() {
    return line.hasBegun();
  }

  /** How many octets of this head have been read, the empty lines before it included. */
  public long octets() {
    return (long) line.length() + section.length();
  }

  /** Forgets the head, and is ready for the next one. */
  public void reset() {
    line.reset();
    section.reset();
    index.clear();
    progress = Progress.NEED_MORE;
    head = null;
    violation = null;
  }
}
