package org.gatehouse.adapter.socket.http1;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.gatehouse.domain.message.HttpVersion;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.target.RequestTarget;

/**
 * Reads {@code method SP request-target SP HTTP-version CRLF}, octet by octet (RFC 9112 §3).
 *
 * <p>Each octet is judged as it comes, so that garbage is refused at its first wrong octet. Offsets
 * count from the first octet given, which is that of the empty lines before the request line if
 * there are any.
 */
final class RequestLineReader {
  /**
   * Empty lines that are skipped before the request line: old clients send one after a POST, and
   * RFC 9112 §2.2 asks for at least one to be ignored.
   */
  static final int MAX_EMPTY_LINES = 4;

  /** Longer than any registered method; what is longer than this can only be refused. */
  static final int MAX_METHOD = 64;

  /** A zero stands for any digit. */
  private static final String VERSION_PATTERN = "HTTP/0.0";

  private static final int VERSION_DOT = 6;

  private static final Method[] USUAL = {
    Method.GET, Method.HEAD, Method.POST, Method.PUT, Method.DELETE, Method.OPTIONS
  };

  /** What the next octet belongs to. */
  private enum Part {
    /** Nothing yet: an empty line or the method. */
    START,
    /** The CR of an empty line was read. */
    EMPTY_LINE,
    METHOD,
    TARGET,
    /** A CR was read where the line is not complete. */
    CUT_SHORT,
    VERSION,
    /** The CR after the version was read. */
    LINE_END,
    COMPLETE
  }

  private final int maxLine;
  private final TargetMemory targets;

  private Part part;
  private int at;
  private int emptyLines;
  private int lineStart;
  private int targetStart;
  private int versionStart;
  private int major;
  private int minor;
  private Violation violation;
  private String token;
  private Method method;
  private RequestTarget target;

  RequestLineReader(int maxLine, TargetMemory targets) {
    this.maxLine = maxLine;
    this.targets = targets;
    reset();
  }

  void reset() {
    part = Part.START;
    at = 0;
    emptyLines = 0;
    lineStart = 0;
    targetStart = 0;
    versionStart = 0;
    violation = null;
    token = null;
    method = null;
    target = null;
  }

  /** Reads on from where it stopped; {@code input} begins with the octets it has already seen. */
  void read(ByteBuffer input) {
    int base = input.position();
    int received = input.remaining();
    while (at < received && part != Part.COMPLETE && violation == null) {
      // The verdict at the limit must not depend on how much more has already arrived.
      int end = Math.min(received, lineStart + maxLine);
      if (at == end) {
        violation = Violation.TARGET_TOO_LONG;
        return;
      }
      switch (part) {
        case START -> start(input.get(base + at));
        case EMPTY_LINE -> emptyLine(input.get(base + at));
        case METHOD -> method(input, base, end);
        case TARGET -> target(input, base, end);
        case CUT_SHORT -> cutShort(input.get(base + at));
        case VERSION -> version(input, base, end);
        default -> lineEnd(input.get(base + at));
      }
    }
  }

  private void start(byte octet) {
    if (octet == Octets.CR) {
      advance(Part.EMPTY_LINE);
    } else if (octet == ' ') {
      violation = Violation.EMPTY_METHOD;
    } else {
      part = Part.METHOD;
    }
  }

  private void emptyLine(byte octet) {
    if (octet != Octets.LF) {
      violation = Violation.BARE_CR;
    } else if (++emptyLines > MAX_EMPTY_LINES) {
      violation = Violation.TOO_MANY_EMPTY_LINES;
    } else {
      advance(Part.START);
      lineStart = at;
    }
  }

  private void method(ByteBuffer input, int base, int end) {
    int stop = Math.min(end, lineStart + MAX_METHOD);
    int i = at;
    while (i < stop && Octets.is(input.get(base + i), Octets.TCHAR)) {
      i++;
    }
    at = i;
    if (at == end) {
      return;
    }
    byte octet = input.get(base + at);
    if (octet == ' ') {
      recognise(input, base + lineStart, at - lineStart);
      advance(Part.TARGET);
      targetStart = at;
    } else if (octet == Octets.CR) {
      advance(Part.CUT_SHORT);
    } else if (Octets.is(octet, Octets.TCHAR)) {
      violation = Violation.METHOD_TOO_LONG;
    } else {
      wrong(octet, Violation.BAD_METHOD);
    }
  }

  private void target(ByteBuffer input, int base, int end) {
    int i = at;
    while (i < end && Octets.is(input.get(base + i), Octets.VISIBLE)) {
      i++;
    }
    at = i;
    if (at == end) {
      return;
    }
    byte octet = input.get(base + at);
    if (octet == Octets.CR) {
      advance(Part.CUT_SHORT);
    } else if (octet != ' ') {
      wrong(octet, Violation.TARGET_NOT_ASCII);
    } else if (at == targetStart) {
      violation = Violation.EXTRA_SPACE;
    } else {
      int origin = input.arrayOffset() + base;
      Optional<RequestTarget> parsed =
          targets.parse(method, input.array(), origin + targetStart, origin + at);
      target = parsed.orElse(null);
      violation = parsed.isPresent() ? null : Violation.MALFORMED_TARGET;
      advance(Part.VERSION);
      versionStart = at;
    }
  }

  private void cutShort(byte octet) {
    boolean hasTarget = targetStart > 0 && at - 1 > targetStart;
    if (octet != Octets.LF) {
      violation = Violation.BARE_CR;
    } else {
      violation = hasTarget ? Violation.HTTP_0_9 : Violation.REQUEST_LINE_INCOMPLETE;
    }
  }

  private void version(ByteBuffer input, int base, int end) {
    while (at < end && isNextOfVersion(input.get(base + at))) {
      at++;
    }
    if (at == end) {
      return;
    }
    byte octet = input.get(base + at);
    boolean whole = at - versionStart == VERSION_PATTERN.length();
    if (whole && octet == Octets.CR) {
      advance(Part.LINE_END);
    } else {
      boolean extra = octet == ' ' && (whole || at == versionStart);
      wrong(octet, extra ? Violation.EXTRA_SPACE : Violation.MALFORMED_VERSION);
    }
  }

  /** Whether the octet fits where the version has come to; a digit is remembered. */
  private boolean isNextOfVersion(byte octet) {
    int index = at - versionStart;
    if (index == VERSION_PATTERN.length()) {
      return false;
    }
    if (VERSION_PATTERN.charAt(index) != '0') {
      return VERSION_PATTERN.charAt(index) == octet;
    }
    major = index < VERSION_DOT ? octet - '0' : major;
    minor = octet - '0';
    return Octets.isDigit(octet);
  }

  private void lineEnd(byte octet) {
    if (octet == Octets.LF) {
      advance(Part.COMPLETE);
    } else {
      violation = Violation.BARE_CR;
    }
  }

  private void advance(Part nextPart) {
    part = nextPart;
    at++;
  }

  private void wrong(byte octet, Violation otherwise) {
    if (octet == Octets.LF) {
      violation = Violation.BARE_LF;
    } else {
      boolean control = octet != Octets.CR && Octets.is(octet, Octets.CONTROL);
      violation = control ? Violation.CONTROL_OCTET : otherwise;
    }
  }

  private void recognise(ByteBuffer input, int from, int length) {
    for (Method usual : USUAL) {
      if (matches(input, from, length, usual.token())) {
        method = usual;
        token = usual.token();
        return;
      }
    }
    token = text(input, from, length);
    method = Method.of(token);
  }

  private static boolean matches(ByteBuffer input, int from, int length, String expected) {
    if (length != expected.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (input.get(from + i) != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static String text(ByteBuffer input, int from, int length) {
    return new String(input.array(), input.arrayOffset() + from, length, US_ASCII);
  }

  /** The first rule that was broken, or null. */
  Violation violation() {
    return violation;
  }

  boolean isComplete() {
    return part == Part.COMPLETE;
  }

  /**
   * Whether an octet of the request line itself has come; the empty lines before it do not count.
   */
  boolean hasBegun() {
    return part != Part.START && part != Part.EMPTY_LINE;
  }

  /** How many octets have been read, the empty lines included. */
  int length() {
    return at;
  }

  String methodToken() {
    return token;
  }

  Method method() {
    return method;
  }

  RequestTarget target() {
    return target;
  }

  HttpVersion version() {
    return HttpVersion.of(major, minor);
  }
}
