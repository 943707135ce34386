package org.gatehouse.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of this repository. */
final class Documents {
  static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  /** A fenced block of code: its language, and its lines. */
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

  private Documents() {}

  /**
   * A block of code.
   *
   * @param language behind the fence
   * @param text all lines
   */
  record Block(String language, String text) {}

  static Path page(String name) {
    return REPOSITORY.resolve(name);
  }

  static String read(Path page) throws IOException {
    return Files.readString(page);
  }

  /** Every page that a reader is meant to read: those at the top, and all below docs. */
  static List<Path> pages() throws IOException {
    try (Stream<Path> top = Files.list(REPOSITORY);
        Stream<Path> below = Files.walk(page("docs"))) {
      return Stream.concat(top, below).filter(Documents::isPage).sorted().toList();
    }
  }

  private static boolean isPage(Path file) {
    return file.toString().endsWith(".md");
  }

  static List<Path> decisions() throws IOException {
    try (Stream<Path> records = Files.list(page("docs/adr"))) {
      return records.filter(file -> isPage(file) && !file.endsWith("README.md")).sorted().toList();
    }
  }

  /** The text without its blocks of code. */
  static String prose(String text) {
    return BLOCK.matcher(text).replaceAll("");
  }

  static List<Block> blocks(String text) {
    return BLOCK.matcher(text).results().map(Documents::block).toList();
  }

  private static Block block(MatchResult found) {
    return new Block(found.group(1), found.group(2));
  }

  /** The part of a page under a heading of the second level. */
  static String section(String text, String heading) {
    int start = text.indexOf("\n## " + heading + "\n");
    if (start < 0) {
      throw new IllegalArgumentException("no section " + heading);
    }
    int end = text.indexOf("\n## ", start + 1);
    return end < 0 ? text.substring(start) : text.substring(start, end);
  }
}
