package org.gatehouse.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.target.ResourcePath;

/** Whatever is written is read, whatever is done to the end of the file. */
class CsvETagStoreProperties {
  private Path folder;
  private Path file;

  @BeforeTry
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("gatehouse-etags");
    file = folder.resolve("etag.csv");
  }

  @AfterTry
  void removeFolder() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }
    Files.delete(folder);
  }

  @Provide
  Arbitrary<ResourcePath> paths() {
    Arbitrary<String> hostile = Arbitraries.strings().withChars(",\"#;='*-@ \t\u00a0\u2028\ufeff");
    Arbitrary<String> names =
        Arbitraries.oneOf(Arbitraries.strings().ascii(), Arbitraries.strings().all(), hostile)
            .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
            .filter(ResourcePath::isName);
    return names
        .list()
        .ofMaxSize(3)
        .map(segments -> ResourcePath.of(segments.toArray(String[]::new)))
        .flatMap(path -> Arbitraries.of(path, path.asFolder()));
  }

  @Provide
  Arbitrary<ETagRow> rows() {
    Arbitrary<String> opaque =
        Arbitraries.strings()
            .withCharRange('!', '\u00ff')
            .excludeChars('"', '\u007f')
            .ofMaxLength(20);
    Arbitrary<EntityTag> tags =
        Combinators.combine(Arbitraries.of(true, false), opaque).as(EntityTag::new);
    Arbitrary<Instant> times =
        Combinators.combine(
                Arbitraries.longs()
                    .between(Instant.parse("0000-01-01T00:00:00Z").getEpochSecond(), 253402300799L),
                Arbitraries.integers().between(0, 999_999_999))
            .as(Instant::ofEpochSecond);
    return Combinators.combine(tags, paths().map(ResourcePath::toString), times).as(ETagRow::new);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aLineIsReadAsTheRowItWasWrittenFor(@ForAll("rows") ETagRow row) {
    assertEquals(Optional.of(row), ETagRow.parse(row.line()));
  }

  @Property(tries = 200)
  void anyTextIsARowOrNone(@ForAll String text) {
    ETagRow.parse(text);
    ETagRow.parse("\"\"\"1-2\"\"\"," + text);
    ETagRow.parse("\"\"\"1-2\"\"\",/a," + text);
  }

  @Property(tries = 25)
  void aStoreThatIsOpenedAgainKnowsTheSame(
      @ForAll @Size(min = 1, max = 12) List<@From("paths") ResourcePath> paths,
      @ForAll @Size(min = 1, max = 12) List<Integer> seconds) {
    Map<ResourcePath, Instant> expected = new HashMap<>();
    try (CsvETagStore store = CsvETagStore.open(file)) {
      for (int i = 0; i < Math.max(paths.size(), seconds.size()); i++) {
        ResourcePath path = paths.get(i % paths.size());
        Instant time = Instant.EPOCH.plusSeconds(seconds.get(i % seconds.size())).plusNanos(i);
        store.record(path, EntityTag.of(time, 7), time);
        expected.merge(path, time, (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    Said said = new Said();
    for (int round = 0; round < 2; round++) {
      try (CsvETagStore store = open(said)) {
        expected.forEach((path, time) -> assertEquals(Optional.of(time), store.lastKnown(path)));
        assertEquals(expected.size(), store.size());
      }
    }
    assertEquals(List.of(), said.warned());
  }

  @Property(tries = 25)
  void aLastLineTornAnywhereLeavesTheOthers(
      @ForAll @Size(min = 1, max = 5) List<@From("rows") ETagRow> rows,
      @ForAll("rows") ETagRow last,
      @ForAll @DoubleRange(min = 0, max = 1) double where)
      throws IOException {
    StringBuilder text = new StringBuilder(ETagRow.HEADER).append('\n');
    Map<String, Instant> expected = new HashMap<>();
    for (ETagRow row : rows) {
      text.append(row.line()).append('\n');
      expected.merge(row.resource(), row.modified(), (a, b) -> a.isAfter(b) ? a : b);
    }
    byte[] whole = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] torn = last.line().getBytes(StandardCharsets.UTF_8);
    int kept = (int) (where * (torn.length - 1));
    Files.write(file, concat(whole, torn, kept));
    Said said = new Said();
    try (CsvETagStore store = open(said)) {
      assertEquals(expected.size(), store.size());
    }
    assertEquals(kept > 0, said.warned().size() == 1, "a warning only if there is something torn");
    assertEquals(expected, reread());
  }

  private Map<String, Instant> reread() throws IOException {
    Map<String, Instant> found = new HashMap<>();
    List<String> lines = new ArrayList<>(List.of(Files.readString(file).split("\n")));
    assertEquals(ETagRow.HEADER, lines.remove(0));
    for (String line : lines) {
      ETagRow row = ETagRow.parse(line).orElseThrow();
      assertEquals(null, found.put(row.resource(), row.modified()), "one row per path");
    }
    return found;
  }

  private static byte[] concat(byte[] whole, byte[] torn, int kept) {
    byte[] content = Arrays.copyOf(whole, whole.length + kept);
    System.arraycopy(torn, 0, content, whole.length, kept);
    return content;
  }

  private CsvETagStore open(Said said) {
    return CsvETagStore.open(file, 1_000, 1 << 20, said.warnings());
  }
}
