package org.gatehouse.bootstrap.endtoend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A response as it came over the wire.
 *
 * @param statusLine its first line
 * @param lines its field lines, as they stood
 * @param content its content; empty where there is none
 */
public record RawResponse(String statusLine, List<String> lines, byte[] content) {

  /** The status code. */
  public int status() {
    return Integer.parseInt(statusLine.split(" ", 3)[1]);
  }

  /** The value of the first line with this name; empty text if there is none. */
  public String field(String name) {
    List<String> values = fields(name);
    return values.isEmpty() ? "" : values.get(0);
  }

  /** The values of all lines with this name. */
  public List<String> fields(String name) {
    List<String> values = new ArrayList<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (line.substring(0, colon).equalsIgnoreCase(name)) {
        values.add(line.substring(colon + 1).strip());
      }
    }
    return values;
  }

  /** Whether there is a line with this name. */
  public boolean has(String name) {
    return !fields(name).isEmpty();
  }

  /** The lines but for those that differ between any two responses to the same request. */
  public List<String> steadyLines() {
    return lines.stream()
        .filter(line -> !line.matches("(Date|X-Request-Id|Keep-Alive):.*"))
        .toList();
  }

  /** The content without its gzip. */
  public byte[] unzipped() throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(content)).readAllBytes();
  }

  /** The content as UTF-8 text. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return statusLine + "\n" + String.join("\n", lines) + "\n\n" + text();
  }
}
