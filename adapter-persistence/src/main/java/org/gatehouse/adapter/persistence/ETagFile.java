package org.gatehouse.adapter.persistence;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/**
 * Reads the tag file into a table, and writes the table anew, one row per path, in place of the
 * file. The table holds whatever the file holds, so that the same serves to make a file, to repair
 * one and to make one smaller.
 */
final class ETagFile implements Upkeep {
  private static final int MALFORMED_TOLD = 10;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Path file;
  private final ETagTable table;
  private final long smallSize;
  private final Warnings warnings;
  private long dueSize;
  private long malformed;

  /**
   * The upkeep of a file.
   *
   * @param smallSize the size below which a file is not written anew, in octets; a larger one is
   *     when it has doubled
   */
  ETagFile(Path file, ETagTable table, long smallSize, Warnings warnings) {
    this.file = file;
    this.table = table;
    this.smallSize = smallSize;
    this.warnings = warnings;
  }

  /**
   * Fills the table. Rows that are malformed are left out, with a warning for some, and a copy of a
   * file that has any is kept. A last line that a crash has torn is left out as well; what it left
   * of an unfinished file is overwritten when the table is written.
   */
  void load() throws IOException {
    Replacement.clean(damaged());
    if (read() > 0) {
      Replacement.replace(damaged(), out -> Files.copy(file, out));
      warnings.warn(
          file.getFileName()
              + ": malformed rows in all: "
              + malformed
              + "; the file as it was is kept as "
              + damaged().getFileName());
    }
  }

  /**
   * Fills the table, and touches nothing.
   *
   * @return how many rows are malformed
   */
  long read() throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    try (LineReader lines = new LineReader(file)) {
      long number = 1;
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        take(line.get(), number++);
      }
    }
    return malformed;
  }

  private Path damaged() {
    return file.resolveSibling(file.getFileName() + ".damaged");
  }

  private void take(LineReader.Line line, long number) {
    Optional<String> text = line.text().map(t -> number == 1 ? withoutMark(t) : t);
    if (text.isPresent() && (text.get().isEmpty() || isHeader(text.get(), number))) {
      return;
    }
    Optional<ETagRow> row = text.flatMap(ETagRow::parse);
    if (row.isPresent()) {
      keep(row.get());
    } else if (!line.ended()) {
      warnings.warn(file.getFileName() + " ended in the middle of a row, which is left out");
    } else if (++malformed <= MALFORMED_TOLD) {
      warnings.warn(file.getFileName() + ": line " + number + " is malformed and skipped");
    }
  }

  /** Spreadsheets put a mark before the first line. */
  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static boolean isHeader(String text, long number) {
    return number == 1 && text.equals(ETagRow.HEADER);
  }

  private void keep(ETagRow row) {
    if (row.resource().equals(ETagRow.ALL_OTHERS)) {
      table.raiseFloor(row.modified());
    } else {
      table.record(row.resource(), row.tag(), row.modified());
    }
    table.makeRoom();
  }

  @Override
  public void repair(long sound) throws IOException {
    shrink();
  }

  @Override
  public boolean isDue(long size) {
    return size > dueSize || table.isCrowded();
  }

  @Override
  public void shrink() throws IOException {
    table.makeRoom();
    Replacement.replace(file, this::writeTo);
    dueSize = Math.max(smallSize, 2 * Files.size(file));
  }

  private void writeTo(OutputStream out) throws IOException {
    Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    lines.write(ETagRow.HEADER + "\n");
    for (Iterator<ETagRow> rows = table.rows().iterator(); rows.hasNext(); ) {
      lines.write(rows.next().line() + "\n");
    }
    lines.flush();
  }

  @Override
  public boolean rewrites() {
    return true;
  }
}
