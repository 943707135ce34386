package org.gatehouse.adapter.persistence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any octets on disk are repaired to whole lines, and an id that is recorded is a line of its own.
 */
class TextCookieLedgerFuzzTest {
  private static final String ID = "8f14e45f-ceea-467f-a0e6-4c9b1b3d5e21";

  @TempDir Path folder;

  static Stream<byte[]> seeds() {
    return Stream.of("", "a\n", "a\nb", "torn", "\n\n", "\u0000\u00ff\n\r", "x".repeat(20_000))
        .map(text -> text.getBytes(ISO_8859_1));
  }

  @MethodSource("seeds")
  @FuzzTest
  void anyOctetsAreRepairedToWholeLines(byte[] octets) throws IOException {
    Path file = folder.resolve("cookies.txt");
    Files.write(file, octets);
    Said said = new Said();
    try (TextCookieLedger ledger = TextCookieLedger.open(file, 1 << 20, said.warnings())) {
      ledger.record(ID);
    }
    String before = new String(octets, ISO_8859_1);
    String whole = before.substring(0, before.lastIndexOf('\n') + 1);
    assertEquals(whole + ID + "\n", Files.readString(file, ISO_8859_1));
    assertEquals(whole.length() < before.length() ? 1 : 0, said.warned().size());
    assertEquals(List.of(), said.informed());
  }
}
