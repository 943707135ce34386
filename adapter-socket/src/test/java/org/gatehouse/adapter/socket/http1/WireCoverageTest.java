package org.gatehouse.adapter.socket.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.adapter.socket.vectors.WireVector;
import org.gatehouse.adapter.socket.vectors.WireVectors;
import org.junit.jupiter.api.Test;

/** The page about the vector files says truly what they cover, and what they do not. */
class WireCoverageTest {
  private static final Path PAGE = Path.of("..", "docs", "wire-vectors.md");

  /** The sections in which an attacker on the wire has something to try. */
  private static final List<String> ATTACKED =
      Stream.concat(
              Stream.of(2, 3, 4, 5, 6, 7, 8, 9, 11).map(section -> "9112 §" + section),
              Stream.of("5", "6", "7", "8.6", "9", "10.1.1", "12", "13", "14", "15", "16")
                  .map(section -> "9110 §" + section))
          .toList();

  /** The rows of the table: their sections, and whether something is tried. */
  private static Map<List<String>, Boolean> rows() throws IOException {
    try (Stream<String> lines = Files.lines(PAGE)) {
      return lines
          .filter(line -> line.startsWith("| 91"))
          .map(line -> line.split(" *\\| *"))
          .collect(
              Collectors.toMap(
                  cells -> List.of(cells[1].split(", ")), cells -> !cells[2].startsWith("none:")));
    }
  }

  private static Map<String, Long> vectors() {
    return WireVectors.all().stream()
        .collect(Collectors.groupingBy(WireVector::section, TreeMap::new, Collectors.counting()));
  }

  @Test
  void everySectionHasARow() throws IOException {
    TreeSet<String> missing = new TreeSet<>(vectors().keySet());
    rows().keySet().forEach(missing::removeAll);
    assertEquals(new TreeSet<>(), missing);
  }

  @Test
  void everyRowHasSeveralVectorsOrNone() throws IOException {
    Map<String, Long> vectors = vectors();
    rows()
        .forEach(
            (sections, tried) -> {
              long count =
                  sections.stream().mapToLong(section -> vectors.getOrDefault(section, 0L)).sum();
              assertEquals(tried, count >= 2, () -> sections + " has " + count);
              assertEquals(tried, count > 0, () -> sections + " has " + count);
            });
  }

  @Test
  void everythingAttackedIsTried() throws IOException {
    List<String> tried =
        rows().entrySet().stream()
            .filter(Map.Entry::getValue)
            .flatMap(row -> row.getKey().stream())
            .toList();
    for (String section : ATTACKED) {
      assertFalse(
          tried.stream().noneMatch(row -> row.equals(section) || row.startsWith(section + ".")),
          section);
    }
    assertEquals(tried.size(), tried.stream().distinct().count());
  }
}
