package org.gatehouse.adapter.persistence;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a text file of unknown quality line by line, in bounded memory. */
final class LineReader implements Closeable {
  /** How long a line may be, in octets: a path of 8,000 characters, each of them escaped. */
  static final int MAX_LINE = 64 << 10;

  private final InputStream in;
  private final byte[] block = new byte[MAX_LINE];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int position;
  private int end;

  /**
   * A line.
   *
   * @param text without its end; empty if it is not UTF-8 or too long
   * @param ended whether it has an end; only a last line may have none
   */
  record Line(Optional<String> text, boolean ended) {}

  /** Reads a file from its start. */
  LineReader(Path file) throws IOException {
    in = Files.newInputStream(file);
  }

  /** The next line; empty at the end of the file. */
  Optional<Line> next() throws IOException {
    line.reset();
    long length = 0;
    boolean ended = false;
    while (!ended && hasOctets()) {
      int start = position;
      while (position < end && block[position] != '\n') {
        position++;
      }
      length += position - start;
      if (length <= MAX_LINE) {
        line.write(block, start, position - start);
      }
      ended = position < end;
    }
    if (ended) {
      position++;
    } else if (length == 0) {
      return Optional.empty();
    }
    Optional<String> text = length > MAX_LINE ? Optional.empty() : utf8(line.toByteArray());
    return Optional.of(new Line(text.map(LineReader::withoutReturn), ended));
  }

  private boolean hasOctets() throws IOException {
    if (position == end) {
      position = 0;
      end = Math.max(0, in.read(block));
    }
    return position < end;
  }

  private static String withoutReturn(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private static Optional<String> utf8(byte[] octets) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
