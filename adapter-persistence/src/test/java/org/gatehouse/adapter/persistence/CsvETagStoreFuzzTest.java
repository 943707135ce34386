package org.gatehouse.adapter.persistence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.domain.conditional.EntityTag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any octets on disk load without an exception, the good rows among them survive, and what was
 * loaded and written again loads the same without a word.
 */
class CsvETagStoreFuzzTest {
  private static final ETagRow GOOD =
      new ETagRow(
          new EntityTag(false, "1-2"), "/g\u00f6od, \"row\".txt", Instant.ofEpochSecond(1, 5));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("etag.csv");
  }

  static Stream<byte[]> seeds() {
    return Stream.of(
            "",
            ETagRow.HEADER + "\n" + GOOD.line() + "\n",
            "\u00ef\u00bb\u00bf"
                + ETagRow.HEADER
                + "\r\n\"\"\"1-2\"\"\",/a,1970-01-01T00:00:00Z\r\n",
            "\"\"\"1-2\"\"\",/a,+999999999-12-31T23:59:59Z\n",
            "\"\"\"1-2\"\"\",*,2026-03-30T10:02:22Z\n",
            "\"W/\"\"x\"\"\",/b,1970-01-01T00:00:00.1Z\n\"\"\"torn",
            "#,/a,b\n\n,,\n\"a\nb\",/,1970-01-01T00:00:00Z\n",
            "\"\"\"1\"\"\",\"/\"\"a\",1970-01-01T24:00:00Z\n",
            "\u0000\u00ff\n\r\r\n")
        .map(text -> text.getBytes(ISO_8859_1));
  }

  @MethodSource("seeds")
  @FuzzTest
  void anyOctetsLoadAndGoodRowsSurvive(byte[] octets) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(octets);
    content.writeBytes(("\n" + GOOD.line() + "\n").getBytes(UTF_8));
    Files.write(file, content.toByteArray());

    ETagTable loaded = load(new Said());
    Optional<Instant> known = loaded.lastKnown(GOOD.resource());
    assertTrue(known.isPresent() && !known.get().isBefore(GOOD.modified()), "a good row was lost");

    List<ETagRow> rows = rows(loaded);
    Said said = new Said();
    ETagTable again = load(said);
    assertEquals(List.of(), said.warned(), "our own file was read with a warning");
    assertEquals(rows, rows(again));
    assertEquals(loaded.floor(), again.floor());
  }

  /** Loads the file, and writes it anew as the store does when it is opened. */
  private ETagTable load(Said said) throws IOException {
    ETagTable table = new ETagTable(1_000);
    new ETagFile(file, table, 1 << 20, said.warnings()).load();
    new ETagFile(file, table, 1 << 20, said.warnings()).shrink();
    return table;
  }

  private static List<ETagRow> rows(ETagTable table) {
    return table.rows().sorted((a, b) -> a.resource().compareTo(b.resource())).toList();
  }
}
