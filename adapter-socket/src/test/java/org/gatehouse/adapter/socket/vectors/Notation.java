package org.gatehouse.adapter.socket.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How octets are written in the vector files, in ASCII alone: {@code \r \n \t \s \\} and {@code
 * \xHH} are octets, {@code \{text*3}} is the text three times and may be nested, {@code \c} is the
 * canary. {@code \.} and {@code \!} are marks and no octets: a request ends, a rule is broken.
 */
final class Notation {
  private static final Pattern REPEAT = Pattern.compile("\\\\\\{([^{}]*)\\*(\\d+)}");

  private final StringBuilder text = new StringBuilder();
  private final List<Integer> ends = new ArrayList<>();
  private final int canary;
  private int refusedAfter = -1;

  private Notation(int canary) {
    this.canary = canary;
  }

  /**
   * Reads what is written.
   *
   * @param canary the number of the canary that {@code \c} stands for
   * @throws IllegalArgumentException if it is not written as it should be
   */
  static Notation of(String written, int canary) {
    Notation read = new Notation(canary);
    String all = repeated(written);
    int i = 0;
    while (i < all.length()) {
      i = all.charAt(i) == '\\' ? read.escape(all, i + 1) : read.plain(all, i);
    }
    return read;
  }

  /** The text with its repetitions written out. */
  static String repeated(String written) {
    String all = written;
    for (Matcher found = REPEAT.matcher(all); found.find(); found = REPEAT.matcher(all)) {
      String repeated = found.group(1).repeat(Integer.parseInt(found.group(2)));
      all = all.substring(0, found.start()) + repeated + all.substring(found.end());
    }
    return all;
  }

  private int plain(String all, int at) {
    char c = all.charAt(at);
    if (c < ' ' || c > '~') {
      throw new IllegalArgumentException("not ASCII: " + all);
    }
    text.append(c);
    return at + 1;
  }

  private int escape(String all, int at) {
    switch (all.charAt(at)) {
      case 'r' -> text.append('\r');
      case 'n' -> text.append('\n');
      case 't' -> text.append('\t');
      case 's' -> text.append(' ');
      case '\\' -> text.append('\\');
      case 'c' -> text.append(WireVector.canary(canary));
      case '.' -> ends.add(text.length());
      case '!' -> refusedAfter = text.length();
      case 'x' -> {
        text.append((char) Integer.parseInt(all.substring(at + 1, at + 3), 16));
        return at + 3;
      }
      default -> throw new IllegalArgumentException("no escape: " + all.substring(at - 1));
    }
    return at + 1;
  }

  /** One character an octet. */
  String text() {
    return text.toString();
  }

  /** After how many octets requests end. */
  List<Integer> ends() {
    return List.copyOf(ends);
  }

  /** After how many octets a rule is broken; negative if none is. */
  int refusedAfter() {
    return refusedAfter;
  }
}
