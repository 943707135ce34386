package org.gatehouse.adapter.persistence;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import org.gatehouse.domain.conditional.EntityTag;

/**
 * A row of the tag file (RFC 4180), such as {@code
 * """1774864942000000001-5""",/docs/page.html,2026-03-30T10:02:22.000000001Z}. A row is one line:
 * no path has control characters.
 *
 * @param tag as in the ETag field, with its quotes
 * @param resource the decoded path, or {@link #ALL_OTHERS}
 * @param modified the time of the state the tag stands for
 */
record ETagRow(EntityTag tag, String resource, Instant modified) {
  /** The first line of the file. */
  static final String HEADER = "E-Tag,resource,last modified";

  /** The resource of the row that holds the latest time of all paths that were forgotten. */
  static final String ALL_OTHERS = "*";

  private static final EntityTag FORGOTTEN = new EntityTag(false, "forgotten");
  private static final DateTimeFormatter NANOSECONDS =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

  /** The row about all paths that were forgotten. */
  static ETagRow forgotten(Instant latest) {
    return new ETagRow(FORGOTTEN, ALL_OTHERS, latest);
  }

  /** Reads a line; empty if it is not such a row. */
  static Optional<ETagRow> parse(String line) {
    try {
      CsvRecord fields = CsvReader.builder().ofSingleCsvRecord(line);
      if (fields.getFieldCount() != 3 || !isResource(fields.getField(1))) {
        return Optional.empty();
      }
      Instant modified = Instant.parse(fields.getField(2));
      return EntityTag.parse(fields.getField(0))
          .map(tag -> new ETagRow(tag, fields.getField(1), modified));
    } catch (CsvParseException | DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private static boolean isResource(String text) {
    return text.equals(ALL_OTHERS)
        || (text.startsWith("/") && text.chars().noneMatch(Character::isISOControl));
  }

  /** The line, without its end. */
  String line() {
    StringWriter line = new StringWriter(128);
    CsvWriter.builder()
        .bufferSize(0)
        .lineDelimiter(LineDelimiter.LF)
        .build(line)
        .writeRecord(tag.toString(), resource, NANOSECONDS.format(modified));
    return line.toString().stripTrailing();
  }
}
