package org.gatehouse.adapter.socket.vectors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.adapter.socket.vectors.WireVector.Answer;
import org.gatehouse.adapter.socket.vectors.WireVector.Ending;

/**
 * Reads the vector files beside this class. Each vector is three lines and an empty one, as {@code
 * docs/wire-vectors.md} describes:
 *
 * <pre>
 * [9112 §5.1] a space before the colon
 * &gt; GET / HTTP/1.1\r\nHost \!: localhost\r\n\r\n
 * &lt; WHITESPACE_BEFORE_COLON 400 close
 * </pre>
 */
public final class WireVectors {
  private static final List<String> FILES =
      List.of(
          "1-messages-and-request-lines.txt",
          "2-fields-and-host.txt",
          "3-framing.txt",
          "4-chunks.txt",
          "5-connections.txt",
          "6-semantics.txt");

  private static final Pattern TITLE =
      Pattern.compile("\\[(\\d{4} §\\d+(?:\\.\\d+){0,2})] (\\S.*)");
  private static final Pattern ANSWER = Pattern.compile("(HEAD:)?(\\d{3})(?:=(.*))?");
  private static final Pattern VIOLATION = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+");

  private WireVectors() {}

  /** All vectors of all files. */
  public static List<WireVector> all() {
    List<WireVector> vectors = new ArrayList<>();
    for (String file : FILES) {
      List<String> lines =
          lines(file).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
      for (int i = 0; i < lines.size(); i += 3) {
        List<String> three = lines.subList(i, Math.min(i + 3, lines.size()));
        try {
          vectors.add(vector(vectors.size(), three));
        } catch (RuntimeException wrong) {
          throw new IllegalArgumentException(file + ": " + three, wrong);
        }
      }
    }
    return vectors;
  }

  private static List<String> lines(String file) {
    try (InputStream in = WireVectors.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static WireVector vector(int number, List<String> three) {
    Matcher title = TITLE.matcher(three.get(0));
    if (!title.matches()) {
      throw new IllegalArgumentException("no title");
    }
    Notation wire = Notation.of(after('>', three.get(1)), number);
    List<String> words = Arrays.asList(Notation.repeated(after('<', three.get(2))).split(" +"));
    boolean refused = VIOLATION.matcher(words.get(0)).matches();
    if (refused != wire.refusedAfter() >= 0) {
      throw new IllegalArgumentException("a violation and its mark belong together");
    }
    List<Answer> answers =
        words.subList(refused ? 1 : 0, words.size() - 1).stream()
            .map(word -> answer(word, number))
            .toList();
    return new WireVector(
        number,
        title.group(1),
        title.group(2),
        wire.text().getBytes(ISO_8859_1),
        wire.ends(),
        wire.refusedAfter(),
        refused ? words.get(0) : "",
        answers,
        Ending.valueOf(words.get(words.size() - 1).toUpperCase(Locale.ROOT)));
  }

  private static String after(char sign, String line) {
    if (line.charAt(0) != sign) {
      throw new IllegalArgumentException("no line with " + sign);
    }
    return line.substring(1).strip();
  }

  private static Answer answer(String word, int number) {
    Matcher answer = ANSWER.matcher(word);
    if (!answer.matches()) {
      throw new IllegalArgumentException("no answer: " + word);
    }
    String content = answer.group(3) == null ? null : Notation.of(answer.group(3), number).text();
    return new Answer(answer.group(1) != null, Integer.parseInt(answer.group(2)), content);
  }
}
