package org.gatehouse.benchmarks.compare;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The files that are asked for. Each run makes the same ones. */
final class Site {
  static final String SMALL = "/1k.png";
  static final String MEDIUM = "/64k.png";
  static final String TEXT = "/100k.html";
  static final String LARGE = "/100m.zip";

  private static final int KIB = 1024;
  private static final int LARGE_LENGTH = 100 * KIB * KIB;
  private static final int MIDDLE = LARGE_LENGTH / 2;

  private Site() {}

  /** Writes them into a folder. */
  static void write(Path root) throws IOException {
    for (String path : List.of(SMALL, MEDIUM, TEXT, LARGE)) {
      Files.write(root.resolve(path.substring(1)), content(path));
    }
  }

  /** What a file holds. */
  static byte[] content(String path) {
    return switch (path) {
      case SMALL -> noise(KIB, 1);
      case MEDIUM -> noise(64 * KIB, 64);
      case TEXT -> text(100 * KIB);
      case LARGE -> noise(LARGE_LENGTH, 100);
      default -> throw new IllegalArgumentException(path);
    };
  }

  /** A KiB out of the middle of the large file. */
  static byte[] middle() {
    return Arrays.copyOfRange(content(LARGE), MIDDLE, MIDDLE + KIB);
  }

  /** The Range field that selects {@link #middle}. */
  static String middleRange() {
    return "bytes=" + MIDDLE + "-" + (MIDDLE + KIB - 1);
  }

  private static byte[] noise(int length, long seed) {
    byte[] noise = new byte[length];
    new Random(seed).nextBytes(noise);
    return noise;
  }

  /** Lines of words, which compress about as well as a page does. */
  private static byte[] text(int length) {
    String[] words = "a the gate house guard road of to and in stone by night river who".split(" ");
    Random random = new Random(length);
    StringBuilder text = new StringBuilder("<!doctype html>\n");
    while (text.length() < length) {
      text.append("<p class=\"").append(words[random.nextInt(words.length)]).append("\">");
      for (int i = 0; i < 12; i++) {
        text.append(words[random.nextInt(words.length)]).append(random.nextInt(100)).append(' ');
      }
      text.append("</p>\n");
    }
    return text.substring(0, length).getBytes(US_ASCII);
  }
}
