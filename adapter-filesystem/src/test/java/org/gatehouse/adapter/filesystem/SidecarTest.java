package org.gatehouse.adapter.filesystem;

import static org.gatehouse.adapter.filesystem.Repositories.create;
import static org.gatehouse.adapter.filesystem.Repositories.found;
import static org.gatehouse.adapter.filesystem.Repositories.put;
import static org.gatehouse.adapter.filesystem.Repositories.remove;
import static org.gatehouse.adapter.filesystem.Repositories.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sidecars, and times that files may have. */
class SidecarTest {
  private static final Instant NOON = Instant.parse("2026-03-30T12:00:00Z");

  @TempDir private Path root;
  private FileResourceRepository files;

  @BeforeEach
  void setUp() throws Exception {
    files = new FileResourceRepository(root, Sync.NEVER);
    file("page.txt", "page", NOON);
  }

  @AfterEach
  void nothingIsLeft() {
    Leftovers.assertNone(root, files);
  }

  private void file(String name, String text, Instant modified) throws Exception {
    Files.writeString(root.resolve(name), text);
    Files.setLastModifiedTime(root.resolve(name), FileTime.from(modified));
  }

  private List<ContentCoding> codings() {
    return found(files, "/page.txt").variants().stream().map(Variant::coding).toList();
  }

  private EntityTag tag(ContentCoding coding) {
    return found(files, "/page.txt").variants().stream()
        .filter(variant -> variant.coding() == coding)
        .findFirst()
        .orElseThrow()
        .tag();
  }

  @Test
  void aSidecarCountsIfItIsAFileAndNotOlder() throws Exception {
    file("page.txt.br", "br", NOON);
    file("page.txt.zst", "zst", NOON.minusNanos(1_000));
    Files.createDirectory(root.resolve("page.txt.gz"));
    assertEquals(List.of(ContentCoding.IDENTITY, ContentCoding.BROTLI), codings());
    Resource page = found(files, "/page.txt");
    assertEquals(Optional.empty(), page.open(ContentCoding.ZSTANDARD));
    assertEquals(Optional.empty(), page.open(ContentCoding.GZIP));
    assertEquals("br", text(page, ContentCoding.BROTLI));
    assertEquals(0, files.openCount());
  }

  @Test
  void itsTagTellsOfBothFiles() throws Exception {
    file("page.txt.br", "br", NOON);
    EntityTag first = tag(ContentCoding.BROTLI);
    assertTrue(first.opaque().endsWith("-br"));
    file("page.txt.br", "BR!", NOON);
    EntityTag second = tag(ContentCoding.BROTLI);
    assertNotEquals(first, second);
    file("page.txt", "PAGE", NOON.minusSeconds(1));
    assertNotEquals(second, tag(ContentCoding.BROTLI));
    file("page.txt.gz", "gzip", NOON);
    // Not even where all times and sizes agree is it the tag of a gzip made on demand.
    file("page.txt", "PAGE", NOON);
    assertNotEquals(tag(ContentCoding.IDENTITY).variant("gzip"), tag(ContentCoding.GZIP));
  }

  @Test
  void aSidecarOfOldContentNeverFitsNewContent() throws Exception {
    Instant future = Instant.parse("2100-01-01T00:00:00Z");
    file("page.txt.br", "br", future);
    assertEquals(2, codings().size());
    put(files, "/page.txt", "new");
    assertEquals(List.of(ContentCoding.IDENTITY), codings());
    remove(files, "/page.txt");
    create(files, "/page.txt", "newer");
    assertEquals(List.of(ContentCoding.IDENTITY), codings());
  }

  @Test
  void aSidecarThatVanishesOrAgesIsNotOpened() throws Exception {
    file("page.txt.br", "br", NOON);
    Resource seen = found(files, "/page.txt");
    file("page.txt", "new", NOON.plusSeconds(1));
    assertEquals(Optional.empty(), seen.open(ContentCoding.BROTLI));
    file("page.txt.br", "BR", NOON.plusSeconds(2));
    assertEquals("BR", text(seen, ContentCoding.BROTLI));
    Files.delete(root.resolve("page.txt.br"));
    assertEquals(Optional.empty(), seen.open(ContentCoding.BROTLI));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1901-12-14T00:00:00Z",
        "1969-12-31T23:59:59.999999999Z",
        "1970-01-01T00:00:00Z",
        "2039-01-01T00:00:00.5Z",
        "2446-01-01T00:00:00Z"
      })
  void everyTimeMakesATag(String time) throws Exception {
    file("page.txt", "page", Instant.parse(time));
    assertTrue(tag(ContentCoding.IDENTITY).opaque().endsWith("-4"));
    assertEquals("page", text(found(files, "/page.txt"), ContentCoding.IDENTITY));
  }
}
