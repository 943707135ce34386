package org.gatehouse.adapter.socket.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a connection is, read a second time and differently: all octets at once, with the rules of
 * {@link WrittenGrammar}, by the RFC and the contract alone.
 *
 * <p>A rule is broken at the first octet after which no continuation would be allowed any more. If
 * one octet breaks two rules, either status is right.
 */
final class IndependentReading {
  static final String OPEN = "open";
  static final String CLOSE = "close";

  private static final String MALFORMED = "400";
  private static final int MOST_EXTENSION = 1024;
  private static final int MOST_HEX_DIGITS = 15;
  private static final int MOST_DIGITS = 18;
  private static final int LINE_ALLOWANCE = 256;

  private final String text;
  private final WireLimits limits;
  private final List<String> requests = new ArrayList<>();
  private final Set<String> ends = new HashSet<>();

  private int at;
  private int refusedAt = Integer.MAX_VALUE;

  private IndependentReading(byte[] octets, WireLimits limits) {
    this.text = new String(octets, ISO_8859_1);
    this.limits = limits;
  }

  static IndependentReading of(WireLimits limits, byte[] octets) {
    IndependentReading reading = new IndependentReading(octets, limits);
    boolean persists = true;
    while (persists && reading.ends.isEmpty()) {
      persists = reading.request();
    }
    return reading;
  }

  /** The accepted requests in order: method, target and content. */
  List<String> requests() {
    return requests;
  }

  /** How it may end: {@link #OPEN}, {@link #CLOSE} or a status. */
  Set<String> ends() {
    return ends;
  }

  /** Reads one request; false if it does not become complete or is the last. */
  private boolean request() {
    Matcher line = requestLine();
    if (line == null) {
      return false;
    }
    List<String[]> fields = new ArrayList<>();
    if (!fieldSection(fields)) {
      return false;
    }
    boolean first = line.group(3).equals("1");
    String content = first ? content(line.group(4).charAt(0) > '0', fields) : "";
    if (content == null) {
      return false;
    }
    requests.add(line.group(1) + " " + line.group(2) + " " + content);
    // What follows a CONNECT was meant for the tunnel, which is never granted.
    boolean tunnel = line.group(1).equals("CONNECT");
    if (!first || tunnel || !persists(line.group(4), fields)) {
      ends.add(CLOSE);
      return false;
    }
    return true;
  }

  private Matcher requestLine() {
    String rest = text.substring(at);
    int whole = viable(rest, WrittenGrammar.REQUEST_LINE, WrittenGrammar.REFUSED_LINE);
    String prefix = rest.substring(0, whole);
    Matcher line = WrittenGrammar.REQUEST_LINE.matcher(prefix);
    boolean complete = line.matches();
    int decided = Integer.MAX_VALUE;
    if (complete) {
      decided = whole - 1;
    } else if (WrittenGrammar.REFUSED_LINE.matcher(prefix).matches()) {
      refuse(decided = whole - 1, MALFORMED);
    } else if (whole < rest.length()) {
      boolean endless = WrittenGrammar.LONG_METHOD.matcher(rest.substring(0, whole + 1)).matches();
      refuse(decided = whole, endless ? "501" : MALFORMED);
    }
    Matcher target = WrittenGrammar.UP_TO_TARGET.matcher(prefix);
    if (target.lookingAt() && !WrittenGrammar.allowsTarget(target.group(1), target.group(2))) {
      refuse(decided = target.end() - 1, MALFORMED);
    }
    int most = emptyLines(rest) + limits.maxTarget() + LINE_ALLOWANCE;
    if (decided >= most && rest.length() > most) {
      refuse(most, "414");
    }
    if (ended(!complete)) {
      return null;
    }
    at += whole;
    return line;
  }

  private static int emptyLines(String rest) {
    int octets = 0;
    while (octets < 8 && rest.startsWith("\r\n", octets)) {
      octets += 2;
    }
    return octets;
  }

  /** Reads field lines and the empty line after them. */
  private boolean fieldSection(List<String[]> fields) {
    int start = at;
    while (true) {
      String rest = text.substring(at);
      int used = at - start;
      int whole = viable(rest, WrittenGrammar.FIELD_LINE, WrittenGrammar.EMPTY_LINE);
      String prefix = rest.substring(0, whole);
      if (WrittenGrammar.EMPTY_LINE.matcher(prefix).matches()) {
        at += whole;
        return true;
      }
      Matcher line = WrittenGrammar.FIELD_LINE.matcher(prefix);
      boolean complete = line.matches();
      int decided = complete ? whole - 1 : whole < rest.length() ? whole : Integer.MAX_VALUE;
      if (!complete && decided == whole) {
        refuse(whole, MALFORMED);
      }
      boolean inLine = !rest.isEmpty() && rest.charAt(0) != '\r';
      if (inLine && fields.size() == limits.maxFields()) {
        refuse(0, "431");
      }
      int room = limits.maxFieldSection() - used;
      if (inLine && decided >= room && rest.length() >= room) {
        // A line that fills the section without being complete cannot become it any more.
        refuse(decided == room ? room : Math.max(0, room - 1), "431");
      }
      if (ended(!complete)) {
        return false;
      }
      fields.add(new String[] {line.group(1).toLowerCase(Locale.ROOT), trim(line.group(2))});
      at += whole;
    }
  }

  private static String trim(String value) {
    return value.replaceAll("^[ \\t]++|[ \\t]++$", "");
  }

  private static List<String> values(List<String[]> fields, String name) {
    return fields.stream().filter(field -> field[0].equals(name)).map(field -> field[1]).toList();
  }

  /** Content by RFC 9112 §6.3; null if it is refused or not all there. */
  private String content(boolean atLeast11, List<String[]> fields) {
    List<String> codings = values(fields, "transfer-encoding");
    List<String> lengths = values(fields, "content-length");
    if (!codings.isEmpty()) {
      boolean one = atLeast11 && lengths.isEmpty() && codings.size() == 1;
      if (one && codings.get(0).equalsIgnoreCase("chunked")) {
        return chunked();
      }
      ends.addAll(one ? unknownCoding(codings.get(0)) : Set.of(MALFORMED));
      return null;
    }
    if (lengths.isEmpty()) {
      return "";
    }
    if (lengths.size() > 1 || !lengths.get(0).matches("[0-9]++")) {
      ends.add(MALFORMED);
      return null;
    }
    String digits = lengths.get(0).replaceFirst("^0++", "");
    long length = digits.isEmpty() ? 0 : digits.length() > MOST_DIGITS ? -1 : Long.valueOf(digits);
    if (length < 0 || length > limits.maxContent()) {
      ends.add("413");
      return null;
    }
    return take(length);
  }

  private static Set<String> unknownCoding(String coding) {
    Matcher loose = WrittenGrammar.LOOSE_CODING.matcher(coding);
    String name = loose.matches() ? loose.group(1) : coding;
    if (name.equalsIgnoreCase("chunked")) {
      return Set.of(MALFORMED);
    }
    if (WrittenGrammar.TRANSFER_CODING.matcher(coding).matches()) {
      return Set.of("501");
    }
    // Neither the RFC nor the contract says which comes first: unknown, or malformed.
    return loose.matches() ? Set.of(MALFORMED, "501") : Set.of(MALFORMED);
  }

  private String take(long octets) {
    if (octets > text.length() - at) {
      ends.add(OPEN);
      return null;
    }
    String taken = text.substring(at, at + (int) octets);
    at += (int) octets;
    return taken;
  }

  private String chunked() {
    StringBuilder content = new StringBuilder();
    while (true) {
      long size = chunkHead(content.length());
      if (size == 0) {
        return fieldSection(new ArrayList<>()) ? content.toString() : null;
      }
      String data = size < 0 ? null : take(size);
      if (data == null || !lineEnd()) {
        return null;
      }
      content.append(data);
    }
  }

  private boolean lineEnd() {
    String rest = text.substring(at);
    int whole = viable(rest, WrittenGrammar.EMPTY_LINE, WrittenGrammar.EMPTY_LINE);
    if (whole < 2) {
      ends.add(whole < rest.length() ? MALFORMED : OPEN);
      return false;
    }
    at += 2;
    return true;
  }

  /** The size of the next chunk; negative if it is refused or not all there. */
  private long chunkHead(long before) {
    String rest = text.substring(at);
    int whole = viable(rest, WrittenGrammar.CHUNK_HEAD, WrittenGrammar.CHUNK_HEAD);
    Matcher head = WrittenGrammar.CHUNK_HEAD.matcher(rest.substring(0, whole));
    boolean complete = head.matches();
    if (!complete && whole < rest.length()) {
      refuse(whole, MALFORMED);
    }
    int digits = Math.min(whole, lengthOf(rest, "[0-9A-Fa-f]*+"));
    int zeros = lengthOf(rest, "0*+");
    long size = -1;
    if (digits - zeros > MOST_HEX_DIGITS) {
      refuse(zeros + MOST_HEX_DIGITS, "413");
    } else if (digits > 0) {
      size = Long.parseLong("0" + rest.substring(zeros, digits), 16);
      if (size > limits.maxContent() - before && digits < rest.length()) {
        refuse(digits, "413");
      }
    }
    int end = complete ? whole - 2 : rest.length();
    if (end - digits > MOST_EXTENSION) {
      refuse(digits + MOST_EXTENSION, MALFORMED);
    }
    if (ended(!complete)) {
      return -1;
    }
    at += whole;
    return size;
  }

  private static int lengthOf(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.lookingAt() ? matcher.end() : 0;
  }

  private static boolean persists(String minor, List<String[]> fields) {
    List<String> options = new ArrayList<>();
    for (String value : values(fields, "connection")) {
      for (String option : value.split(",")) {
        options.add(trim(option).toLowerCase(Locale.ROOT));
      }
    }
    return !options.contains("close") && (!minor.equals("0") || options.contains("keep-alive"));
  }

  /** An octet, counted from where we are, breaks a rule; the first one counts. */
  private void refuse(int octet, String status) {
    if (octet < refusedAt) {
      ends.clear();
    }
    if (octet <= refusedAt) {
      ends.add(status);
      refusedAt = octet;
    }
  }

  /** Whether it ends here: refused, or with more to come. */
  private boolean ended(boolean incomplete) {
    if (ends.isEmpty() && incomplete) {
      ends.add(OPEN);
    }
    return !ends.isEmpty();
  }

  /** How many octets can still become one of these; the octet after them is wrong. */
  private static int viable(String text, Pattern one, Pattern other) {
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) / 2;
      String prefix = text.substring(0, middle);
      if (isViable(prefix, one) || isViable(prefix, other)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static boolean isViable(String prefix, Pattern pattern) {
    Matcher matcher = pattern.matcher(prefix);
    return matcher.matches() || matcher.hitEnd();
  }
}
