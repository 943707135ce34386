package org.gatehouse.adapter.filesystem;

import static org.gatehouse.adapter.filesystem.Repositories.found;
import static org.gatehouse.adapter.filesystem.Repositories.octets;
import static org.gatehouse.adapter.filesystem.Repositories.path;
import static org.gatehouse.adapter.filesystem.Repositories.put;
import static org.gatehouse.adapter.filesystem.Repositories.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CodedVariantsTest {
  private static final String TEXT = "to be compressed ".repeat(100);
  private static final MemoryLimits LIMITS = new MemoryLimits(10, 1000, 100, 20_000, 8_000);

  @TempDir private Path root;
  private final SettableClock clock = new SettableClock(Instant.parse("2200-01-01T00:00:00Z"));
  private FileResourceRepository files;
  private CountingRepository counting;
  private CodedVariants coded;

  @BeforeEach
  void setUp() {
    files = new FileResourceRepository(root, Sync.NEVER);
    counting = new CountingRepository(files);
    coded = repository();
  }

  private CodedVariants repository() {
    return new CodedVariants(counting, path -> path.extension().equals("txt"), LIMITS, clock);
  }

  @AfterEach
  void nothingIsLeft() {
    Leftovers.assertNone(root, files);
  }

  private static Optional<Variant> gzip(Resource resource) {
    return resource.variants().stream().filter(v -> v.coding() == ContentCoding.GZIP).findFirst();
  }

  private static String unzipped(byte[] octets) throws Exception {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(octets))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void textHasAGzipVariantWithATagOfItsOwn() throws Exception {
    put(coded, "/page.txt", TEXT);
    Resource page = found(coded, "/page.txt");
    Variant gzip = gzip(page).orElseThrow();
    assertEquals(page.state().tag().variant("gzip"), gzip.tag());
    assertEquals(page.state().modified(), gzip.lastModified());
    try (Representation opened = page.open(ContentCoding.GZIP).orElseThrow()) {
      assertEquals(gzip, opened.variant());
      assertTrue(opened.content().length() < TEXT.length() / 4);
    }
    assertEquals(TEXT, unzipped(octets(page, ContentCoding.GZIP)));
    assertEquals(TEXT, text(page, ContentCoding.IDENTITY));
  }

  @Test
  void onlyWhatIsWorthItHasOne() {
    put(coded, "/small.txt", "x".repeat(255));
    put(coded, "/least.txt", "x".repeat(256));
    put(coded, "/largest.txt", "x".repeat(8_000));
    put(coded, "/larger.txt", "x".repeat(8_001));
    put(coded, "/image.png", TEXT);
    assertFalse(gzip(found(coded, "/small.txt")).isPresent());
    assertTrue(gzip(found(coded, "/least.txt")).isPresent());
    assertTrue(gzip(found(coded, "/largest.txt")).isPresent());
    assertFalse(gzip(found(coded, "/larger.txt")).isPresent());
    assertFalse(gzip(found(coded, "/image.png")).isPresent());
    assertEquals(
        Optional.empty(), found(coded, "/image.png").open(ContentCoding.GZIP), "nor is it made");
  }

  @Test
  void lookingAtVariantsOpensNothing() {
    put(coded, "/page.txt", TEXT);
    Resource page = found(coded, "/page.txt");
    assertEquals(2, page.variants().size());
    assertFalse(page.opensAtOnce(ContentCoding.GZIP));
    assertEquals(0, counting.opens.get());
  }

  @Test
  void aSidecarIsPreferred() {
    put(coded, "/page.txt", TEXT);
    put(coded, "/page.txt.gz", "made by hand");
    assertEquals("made by hand", text(found(coded, "/page.txt"), ContentCoding.GZIP));
  }

  @Test
  void itIsMadeOnceForAVersion() throws Exception {
    put(coded, "/page.txt", TEXT);
    byte[] first = octets(found(coded, "/page.txt"), ContentCoding.GZIP);
    assertTrue(found(coded, "/page.txt").opensAtOnce(ContentCoding.GZIP));
    assertArrayEquals(first, octets(found(coded, "/page.txt"), ContentCoding.GZIP));
    assertEquals(1, counting.opens.get());
    put(coded, "/page.txt", TEXT + "more");
    assertFalse(found(coded, "/page.txt").opensAtOnce(ContentCoding.GZIP));
    assertEquals(TEXT + "more", unzipped(octets(found(coded, "/page.txt"), ContentCoding.GZIP)));
    assertEquals(2, counting.opens.get());
  }

  @Test
  void theSameContentAlwaysGivesTheSameOctets() {
    put(coded, "/page.txt", TEXT);
    byte[] first = octets(found(coded, "/page.txt"), ContentCoding.GZIP);
    clock.advance(Duration.ofDays(1));
    byte[] second = octets(found(repository(), "/page.txt"), ContentCoding.GZIP);
    assertArrayEquals(first, second);
    assertArrayEquals(new byte[4], Arrays.copyOfRange(first, 4, 8), "no time");
  }

  @Test
  void whoAsksWhileItIsMadeWaitsForIt() throws Exception {
    put(coded, "/page.txt", TEXT);
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch proceed = new CountDownLatch(1);
    counting.beforeOpening = () -> pause(arrived, proceed);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<byte[]>> made = new ArrayList<>();
      Callable<byte[]> ask = () -> octets(found(coded, "/page.txt"), ContentCoding.GZIP);
      for (int i = 0; i < 8; i++) {
        made.add(pool.submit(ask));
      }
      assertTrue(arrived.await(30, TimeUnit.SECONDS));
      proceed.countDown();
      for (Future<byte[]> octets : made) {
        assertEquals(TEXT, unzipped(octets.get()));
      }
    } finally {
      pool.shutdown();
    }
    assertEquals(1, counting.opens.get());
  }

  private static void pause(CountDownLatch arrived, CountDownLatch proceed) {
    arrived.countDown();
    try {
      proceed.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFailureIsToldAndTheNextTryMayWork() throws Exception {
    put(coded, "/page.txt", TEXT);
    counting.beforeOpening =
        () -> {
          throw new StorageFailure(StorageFailure.Kind.DENIED, "set to fail", null);
        };
    Resource page = found(coded, "/page.txt");
    assertThrows(StorageFailure.class, () -> page.open(ContentCoding.GZIP));
    counting.beforeOpening = () -> {};
    assertEquals(TEXT, unzipped(octets(page, ContentCoding.GZIP)));
  }

  @Test
  void contentThatIsNewerThanTheLookHasItsOwnTag() throws Exception {
    put(coded, "/page.txt", TEXT);
    Resource old = found(coded, "/page.txt");
    EntityTag newTag = put(coded, "/page.txt", TEXT + "!").state().orElseThrow().tag();
    try (Representation opened = old.open(ContentCoding.GZIP).orElseThrow()) {
      assertEquals(newTag.variant("gzip"), opened.variant().tag());
    }
    assertFalse(old.opensAtOnce(ContentCoding.GZIP), "it is not kept as the old one's");
    Files.delete(root.resolve("page.txt"));
    assertEquals(Optional.empty(), old.open(ContentCoding.GZIP));
    put(coded, "/page.txt", "x".repeat(10_000));
    assertEquals(Optional.empty(), old.open(ContentCoding.GZIP), "too large by now");
    assertEquals(0, files.openCount());
  }

  @Test
  void anotherFileWithTheSameTimeAndSizeIsAnotherVersion() throws Exception {
    put(coded, "/page.txt", TEXT);
    octets(found(coded, "/page.txt"), ContentCoding.GZIP);
    FileTime time = Files.getLastModifiedTime(root.resolve("page.txt"));
    Path other = Files.writeString(root.resolve("other"), TEXT.toUpperCase(Locale.ROOT));
    Files.setLastModifiedTime(other, time);
    Files.move(other, root.resolve("page.txt"), StandardCopyOption.ATOMIC_MOVE);
    assertEquals(
        TEXT.toUpperCase(Locale.ROOT),
        unzipped(octets(found(coded, "/page.txt"), ContentCoding.GZIP)));
  }

  @Test
  void whatWasMadeOfAFreshFileIsMadeAnewOnceItHasSettled() throws Exception {
    put(coded, "/page.txt", TEXT);
    Instant modified = found(coded, "/page.txt").state().modified();
    clock.set(modified.plusMillis(1));
    octets(found(coded, "/page.txt"), ContentCoding.GZIP);
    octets(found(coded, "/page.txt"), ContentCoding.GZIP);
    assertEquals(1, counting.opens.get());
    // Within the same tick somebody writes again: neither time nor size tell.
    Files.writeString(root.resolve("page.txt"), TEXT.toUpperCase(Locale.ROOT));
    Files.setLastModifiedTime(root.resolve("page.txt"), FileTime.from(modified));
    clock.advance(Duration.ofSeconds(3));
    byte[] settled = octets(found(coded, "/page.txt"), ContentCoding.GZIP);
    assertEquals(TEXT.toUpperCase(Locale.ROOT), unzipped(settled));
    assertEquals(2, counting.opens.get());
  }

  @Test
  void whatIsKeptIsBounded() {
    for (int i = 0; i < 50; i++) {
      put(coded, "/page" + i + ".txt", TEXT + i);
      octets(found(coded, "/page" + i + ".txt"), ContentCoding.GZIP);
      assertTrue(coded.octets() <= 20_000, "octets kept: " + coded.octets());
    }
    assertNotEquals(0, coded.octets());
  }

  @Test
  void aRuleSeesTheTagOfTheGzipToo() {
    put(coded, "/page.txt", TEXT);
    EntityTag tag = gzip(found(coded, "/page.txt")).orElseThrow().tag();
    List<Boolean> seen = new ArrayList<>();
    put(
        coded,
        "/page.txt",
        TEXT,
        current -> {
          seen.add(gzip(current.orElseThrow()).orElseThrow().tag().equals(tag));
          return Optional.of(current.orElseThrow().state().modified());
        });
    coded.remove(
        path("/page.txt"),
        current -> {
          seen.add(gzip(current.orElseThrow()).isPresent());
          return Optional.of(Instant.EPOCH);
        });
    assertEquals(List.of(true, true), seen);
    assertEquals(0, counting.opens.get());
  }
}
