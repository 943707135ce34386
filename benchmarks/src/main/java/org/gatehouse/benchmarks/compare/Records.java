package org.gatehouse.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file with the results: a section for each key, the newest first. */
final class Records {
  private static final String FIRST = "<!-- The driver writes below this line. -->\n";
  private static final String END = "<!-- end -->\n";

  private Records() {}

  /** Adds a section to a file that has the line below which they stand. */
  static void add(Path file, String key, String section) throws IOException {
    Files.writeString(file, with(Files.readString(file), key, section));
  }

  /** The text with this section on top, and without an older one of the same key. */
  static String with(String text, String key, String section) {
    int first = text.indexOf(FIRST);
    if (first < 0) {
      throw new IllegalArgumentException("there is no line '" + FIRST.strip() + "'");
    }
    String begin = "\n<!-- " + key + " -->\n";
    Pattern older =
        Pattern.compile(Pattern.quote(begin) + ".*?" + Pattern.quote(END), Pattern.DOTALL);
    Matcher matcher = older.matcher(text.substring(first + FIRST.length()));
    return text.substring(0, first) + FIRST + begin + section + END + matcher.replaceAll("");
  }
}
