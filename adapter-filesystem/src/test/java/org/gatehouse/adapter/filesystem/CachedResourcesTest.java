package org.gatehouse.adapter.filesystem;

import static org.gatehouse.adapter.filesystem.Repositories.found;
import static org.gatehouse.adapter.filesystem.Repositories.octets;
import static org.gatehouse.adapter.filesystem.Repositories.path;
import static org.gatehouse.adapter.filesystem.Repositories.put;
import static org.gatehouse.adapter.filesystem.Repositories.read;
import static org.gatehouse.adapter.filesystem.Repositories.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.application.contract.Octets;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedResourcesTest {
  private static final Duration VALID = Duration.ofSeconds(1);
  private static final MemoryLimits LIMITS = new MemoryLimits(100, 200_000, 10_000, 0, 0);

  @TempDir private Path root;
  private final SettableClock clock = new SettableClock(Instant.parse("2200-01-01T00:00:00Z"));
  private FileResourceRepository files;
  private CountingRepository counting;
  private CachedResources cached;

  @BeforeEach
  void setUp() {
    files = new FileResourceRepository(root, Sync.NEVER);
    counting = new CountingRepository(files);
    cached = cached(VALID);
  }

  private CachedResources cached(Duration valid) {
    return new CachedResources(counting, files::isAlias, valid, LIMITS, clock);
  }

  @AfterEach
  void nothingIsLeft() {
    cached.close();
    Leftovers.assertNone(root, files);
  }

  private boolean isKnown(String path) {
    return cached.peek(path(path)).isPresent();
  }

  @Test
  void whatWasFoundAndOpenedIsAnsweredWithoutStorage() {
    put(cached, "/page.txt", "page");
    assertFalse(isKnown("/page.txt"));
    assertEquals("page", read(cached, "/page.txt"));
    assertEquals("FOLDER", read(cached, "/"));
    assertEquals("MISSING", read(cached, "/favicon.ico"));
    int finds = counting.finds.get();
    for (int i = 0; i < 10; i++) {
      Resource page = cached.peek(path("/page.txt")).orElseThrow().match(r -> r, a -> null);
      assertTrue(page.opensAtOnce(ContentCoding.IDENTITY));
      assertEquals("page", text(page, ContentCoding.IDENTITY));
      assertEquals("FOLDER", read(cached, "/"));
      assertEquals("MISSING", read(cached, "/favicon.ico"));
    }
    assertEquals(finds, counting.finds.get());
    assertEquals(1, counting.opens.get());
    assertEquals(0, files.openCount());
  }

  @Test
  void aPeekMakesNoGarbage() {
    put(cached, "/page.txt", "page");
    ResourcePath path = path("/page.txt");
    cached.find(path);
    assertTrue(cached.peek(path).isPresent());
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    int known = 0;
    for (int i = 0; i < 10_000; i++) {
      known += cached.peek(path).isPresent() ? 1 : 0;
    }
    long perPeek = (threads.getThreadAllocatedBytes(thread) - before) / 10_000;
    assertEquals(10_000, known);
    assertEquals(0, perPeek);
  }

  @Test
  void afterItsTimeItIsLookedAtAgainButNotRead() {
    put(cached, "/page.txt", "page");
    assertEquals("page", read(cached, "/page.txt"));
    clock.advance(VALID);
    assertFalse(isKnown("/page.txt"));
    assertEquals("page", read(cached, "/page.txt"));
    assertTrue(isKnown("/page.txt"));
    assertEquals(2, counting.finds.get());
    assertEquals(1, counting.opens.get());
  }

  @Test
  void whatOthersChangeIsSeenAfterItsTime() throws Exception {
    put(cached, "/page.txt", "page");
    assertEquals("page", read(cached, "/page.txt"));
    Files.writeString(root.resolve("page.txt"), "changed");
    assertEquals("page", read(cached, "/page.txt"), "trusted for a while");
    clock.advance(VALID);
    assertEquals("changed", read(cached, "/page.txt"));
    Files.delete(root.resolve("page.txt"));
    clock.advance(VALID);
    assertEquals("MISSING", read(cached, "/page.txt"));
    Files.createDirectory(root.resolve("page.txt"));
    clock.advance(VALID);
    assertEquals("FOLDER", read(cached, "/page.txt"));
  }

  @Test
  void anotherFileWithTheSameTimeAndSizeIsSeenToo() throws Exception {
    put(cached, "/page.txt", "page");
    assertEquals("page", read(cached, "/page.txt"));
    FileTime time = Files.getLastModifiedTime(root.resolve("page.txt"));
    Path other = Files.writeString(root.resolve("other"), "PAGE");
    Files.setLastModifiedTime(other, time);
    Files.move(other, root.resolve("page.txt"), StandardCopyOption.ATOMIC_MOVE);
    clock.advance(VALID);
    assertEquals("PAGE", read(cached, "/page.txt"));
  }

  @Test
  void aFileWrittenTwiceWithinATickIsReadAgain() throws Exception {
    put(cached, "/page.txt", "page");
    FileTime time = Files.getLastModifiedTime(root.resolve("page.txt"));
    clock.set(time.toInstant().plusMillis(1));
    assertEquals("page", read(cached, "/page.txt"));
    Files.writeString(root.resolve("page.txt"), "PAGE");
    Files.setLastModifiedTime(root.resolve("page.txt"), time);
    clock.advance(VALID);
    assertEquals("PAGE", read(cached, "/page.txt"));
  }

  @Test
  void aModeThatForbidsReadingIsSeen() throws Exception {
    put(cached, "/page.txt", "page");
    assertEquals("page", read(cached, "/page.txt"));
    if (root.resolve("page.txt").toFile().setReadable(false, false)) {
      clock.advance(VALID);
      assertEquals("DENIED", read(cached, "/page.txt"));
      assertFalse(isKnown("/page.txt"));
    }
  }

  @Test
  void withoutTrustStorageIsAlwaysAskedButContentIsReadOnce() throws Exception {
    cached = cached(Duration.ZERO);
    put(cached, "/page.txt", "page");
    for (int i = 0; i < 5; i++) {
      assertFalse(isKnown("/page.txt"));
      assertEquals("page", read(cached, "/page.txt"));
    }
    assertEquals(5, counting.finds.get());
    assertEquals(1, counting.opens.get());
    Files.writeString(root.resolve("page.txt"), "changed");
    assertEquals("changed", read(cached, "/page.txt"));
  }

  @Test
  void shortlyBeforeTheEndOneIsSentToRenewWhileTheOthersAreAnswered() {
    put(cached, "/page.txt", "page");
    read(cached, "/page.txt");
    clock.advance(Duration.ofMillis(749));
    assertTrue(isKnown("/page.txt"));
    clock.advance(Duration.ofMillis(1));
    assertFalse(isKnown("/page.txt"), "the first is sent");
    assertTrue(isKnown("/page.txt"));
    assertTrue(isKnown("/page.txt"));
    cached.find(path("/page.txt"));
    clock.advance(Duration.ofMillis(700));
    assertTrue(isKnown("/page.txt"), "renewed");
    clock.advance(Duration.ofMillis(300));
    assertFalse(isKnown("/page.txt"), "and its time is over for all");
    assertFalse(isKnown("/page.txt"));
  }

  @Test
  void aPathThroughALinkIsNeverTrusted() throws Exception {
    put(cached, "/dir/page.txt", "page");
    Files.createSymbolicLink(root.resolve("link"), Path.of("dir"));
    assertEquals("page", read(cached, "/link/page.txt"));
    assertEquals("MISSING", read(cached, "/link/new.txt"));
    assertFalse(isKnown("/link/page.txt"));
    put(cached, "/dir/page.txt", "changed");
    put(cached, "/dir/new.txt", "new");
    assertEquals("changed", read(cached, "/link/page.txt"));
    assertEquals("new", read(cached, "/link/new.txt"));
  }

  @Test
  void aPathThatBecomesALinkIsTrustedNoMore() throws Exception {
    put(cached, "/dir/page.txt", "page");
    assertEquals("page", read(cached, "/dir/page.txt"));
    Files.move(root.resolve("dir"), root.resolve("true"));
    Files.createSymbolicLink(root.resolve("dir"), Path.of("true"));
    clock.advance(VALID);
    assertEquals("page", read(cached, "/dir/page.txt"));
    put(cached, "/true/page.txt", "changed");
    assertEquals("changed", read(cached, "/dir/page.txt"));
  }

  @Test
  void aSidecarThatIsWrittenIsSeenAtOnce() {
    put(cached, "/page.txt", "page");
    assertEquals(1, found(cached, "/page.txt").variants().size());
    put(cached, "/page.txt.br", "brotli");
    assertEquals(2, found(cached, "/page.txt").variants().size());
    assertEquals("brotli", text(found(cached, "/page.txt"), ContentCoding.BROTLI));
    put(cached, "/page.txt.br", "BROTLI!");
    assertEquals("BROTLI!", text(found(cached, "/page.txt"), ContentCoding.BROTLI));
    cached.remove(path("/page.txt.br"), Repositories.ALWAYS);
    assertEquals(1, found(cached, "/page.txt").variants().size());
  }

  @Test
  void aWriteForgetsTheFoldersItMakes() {
    for (String folder : new String[] {"/a", "/a/", "/a/b", "/a/b/", "/a/b/c", "/a/b/c/"}) {
      assertEquals("MISSING", read(cached, folder));
    }
    put(cached, "/a/b/c", "x");
    assertEquals("FOLDER", read(cached, "/a"));
    assertEquals("FOLDER", read(cached, "/a/"));
    assertEquals("FOLDER", read(cached, "/a/b"));
    assertEquals("FOLDER", read(cached, "/a/b/"));
    assertEquals("x", read(cached, "/a/b/c"));
    assertEquals("MISSING", read(cached, "/a/b/c/"));
  }

  @Test
  void whatIsLookedAtWhileItIsWrittenIsNotRemembered() {
    put(cached, "/page.txt", "old");
    put(
        cached,
        "/page.txt",
        "new",
        current -> {
          assertEquals("old", read(cached, "/page.txt"));
          assertFalse(isKnown("/page.txt"));
          return Optional.of(current.orElseThrow().state().modified());
        });
    assertEquals("new", read(cached, "/page.txt"));
    assertTrue(isKnown("/page.txt"));
  }

  @Test
  void whatWasLookedAtBeforeAWriteIsNotRememberedAfterIt() {
    put(cached, "/page.txt", "old");
    counting.afterFinding =
        () -> {
          counting.afterFinding = () -> {};
          put(cached, "/page.txt", "new");
        };
    cached.find(path("/page.txt"));
    assertFalse(isKnown("/page.txt"));
    assertEquals("new", read(cached, "/page.txt"));
    counting.afterFinding =
        () -> {
          counting.afterFinding = () -> {};
          cached.remove(path("/page.txt"), Repositories.ALWAYS);
        };
    clock.advance(VALID);
    cached.find(path("/page.txt"));
    assertEquals("MISSING", read(cached, "/page.txt"));
  }

  private static final String LARGE = "x".repeat(10_001);

  @Test
  void largeContentStaysOpenForTheNextReaderAndIsNotInMemory() {
    put(cached, "/large.bin", LARGE);
    Resource large = found(cached, "/large.bin");
    for (int i = 0; i < 3; i++) {
      assertEquals(LARGE, text(large, ContentCoding.IDENTITY));
      assertTrue(large.opensAtOnce(ContentCoding.IDENTITY));
      assertEquals(1, files.openCount());
    }
    assertEquals(1, counting.opens.get());
    assertTrue(cached.octets() < 10_000);
  }

  @Test
  void severalReadLargeContentAtOnceAndTheLastOneClosesIt() throws Exception {
    put(cached, "/large.bin", LARGE);
    Resource large = found(cached, "/large.bin");
    Representation first = large.open(ContentCoding.IDENTITY).orElseThrow();
    Representation second = large.open(ContentCoding.IDENTITY).orElseThrow();
    first.close();
    first.close();
    cached.remove(path("/large.bin"), Repositories.ALWAYS);
    assertEquals(1, files.openCount(), "somebody still reads it");
    assertEquals(LARGE, new String(Octets.of(second), StandardCharsets.UTF_8));
    second.close();
    assertEquals(0, files.openCount());
  }

  @Test
  void aWriteClosesWhatWasKeptOpenOfTheOldContent() {
    put(cached, "/large.bin", LARGE);
    assertEquals(LARGE, read(cached, "/large.bin"));
    assertEquals(1, files.openCount());
    put(cached, "/large.bin", LARGE + LARGE);
    assertEquals(0, files.openCount());
    assertEquals(LARGE + LARGE, read(cached, "/large.bin"));
  }

  @Test
  void whatNobodyReadsForAWhileIsClosedAndOpenedAgain() {
    put(cached, "/large.bin", LARGE);
    Resource large = found(cached, "/large.bin");
    assertEquals(LARGE, text(large, ContentCoding.IDENTITY));
    clock.advance(ContentKeeper.IDLE.minusNanos(1));
    cached.closeIdle();
    assertEquals(1, files.openCount());
    assertTrue(large.opensAtOnce(ContentCoding.IDENTITY), "to ask is a use");
    clock.advance(ContentKeeper.IDLE.minusNanos(1));
    cached.closeIdle();
    assertEquals(1, files.openCount());
    clock.advance(Duration.ofNanos(1));
    cached.closeIdle();
    assertEquals(0, files.openCount());
    assertFalse(large.opensAtOnce(ContentCoding.IDENTITY));
    assertEquals(LARGE, text(large, ContentCoding.IDENTITY));
    assertEquals(1, files.openCount());
  }

  @Test
  void whatSomebodyReadsIsNeverIdle() {
    put(cached, "/large.bin", LARGE);
    Resource large = found(cached, "/large.bin");
    try (Representation reading = large.open(ContentCoding.IDENTITY).orElseThrow()) {
      clock.advance(ContentKeeper.IDLE.multipliedBy(10));
      cached.closeIdle();
      assertEquals(10_001, reading.content().length());
      assertEquals(1, files.openCount());
    }
  }

  @Test
  void whatOthersReplaceIsClosedOnceThatIsSeen() throws Exception {
    put(cached, "/large.bin", LARGE);
    assertEquals(LARGE, read(cached, "/large.bin"));
    Path other = Files.writeString(root.resolve("other"), LARGE.replace('x', 'y'));
    Files.move(other, root.resolve("large.bin"), StandardCopyOption.ATOMIC_MOVE);
    assertEquals(LARGE, read(cached, "/large.bin"), "trusted for a while");
    clock.advance(VALID);
    assertEquals(LARGE.replace('x', 'y'), read(cached, "/large.bin"));
    assertEquals(1, files.openCount());
  }

  @Test
  void noMoreThanAFewAreKeptOpen() {
    for (int i = 0; i < ContentKeeper.MOST_OPEN + 5; i++) {
      put(cached, "/large" + i, LARGE);
      assertEquals(LARGE, read(cached, "/large" + i));
    }
    assertEquals(ContentKeeper.MOST_OPEN, files.openCount());
    clock.advance(ContentKeeper.IDLE);
    assertEquals(LARGE, read(cached, "/large" + ContentKeeper.MOST_OPEN), "the idle make room");
    assertEquals(1, files.openCount());
  }

  @Test
  void whatWasWrittenJustNowIsNotKeptOpen() {
    clock.set(Instant.now());
    put(cached, "/large.bin", LARGE);
    assertEquals(LARGE, read(cached, "/large.bin"));
    assertEquals(0, files.openCount());
  }

  @Test
  void everythingIsBoundedAndThePopularStays() {
    put(cached, "/popular.txt", "popular");
    for (int i = 0; i < 120; i++) {
      put(cached, "/file" + i + ".txt", "x".repeat(5_000));
      assertEquals("x".repeat(5_000), read(cached, "/file" + i + ".txt"));
      assertEquals("popular", read(cached, "/popular.txt"));
      assertTrue(cached.octets() <= 2 * 200_000, "octets: " + cached.octets());
      assertTrue(cached.entries() <= 200, "entries: " + cached.entries());
    }
    assertEquals(121, counting.opens.get(), "the popular one was read once");
  }

  @Test
  void aMillionMissingPathsGrowNothing() {
    put(cached, "/page.txt", "page");
    read(cached, "/page.txt");
    for (int i = 0; i < 3_000; i++) {
      assertEquals("MISSING", read(cached, "/missing" + i));
    }
    assertTrue(cached.entries() <= 101, "entries: " + cached.entries());
    assertTrue(isKnown("/page.txt"), "and displace nothing");
    String long300 = "/" + "m/".repeat(150);
    assertEquals("MISSING", read(cached, long300));
    assertFalse(isKnown(long300), "long ones are not even remembered");
  }

  @Test
  void whatIsNewerThanTheLookIsNotKeptAsTheOld() throws Exception {
    put(cached, "/page.txt", "page");
    Resource seen = found(cached, "/page.txt");
    Files.writeString(root.resolve("page.txt"), "newer");
    assertEquals("newer", text(seen, ContentCoding.IDENTITY));
    assertFalse(seen.opensAtOnce(ContentCoding.IDENTITY));
    Files.delete(root.resolve("page.txt"));
    assertEquals(Optional.empty(), seen.open(ContentCoding.IDENTITY));
  }

  @Test
  void contentInMemoryCannotBeChangedByItsReaders() {
    put(cached, "/page.txt", "page");
    read(cached, "/page.txt");
    var opened = found(cached, "/page.txt").open(ContentCoding.IDENTITY).orElseThrow();
    boolean readOnly = opened.content().match(o -> o.content().isReadOnly(), section -> false);
    assertTrue(readOnly);
    opened.close();
    assertEquals("page", read(cached, "/page.txt"));
  }

  @Test
  void gzipOfTheNextRepositoryIsKeptAsWell() {
    MemoryLimits limits = MemoryLimits.ofHeap(64 << 20);
    CodedVariants coded = new CodedVariants(counting, path -> true, limits, clock);
    CachedResources all = new CachedResources(coded, files::isAlias, VALID, limits, clock);
    put(all, "/page.txt", "x".repeat(1000));
    Resource page = found(all, "/page.txt");
    assertFalse(page.opensAtOnce(ContentCoding.GZIP));
    octets(page, ContentCoding.GZIP);
    assertTrue(found(all, "/page.txt").opensAtOnce(ContentCoding.GZIP));
    clock.advance(VALID);
    octets(found(all, "/page.txt"), ContentCoding.GZIP);
    assertEquals(1, counting.opens.get());
  }

  @Test
  void itsOwnNamesAreKnownWithoutLooking() {
    Optional<Lookup> missing = Optional.of(Lookup.absent(Lookup.Absence.MISSING));
    assertEquals(missing, cached.peek(path("/.gatehouse-staging/x")));
    assertEquals(0, counting.finds.get());
  }
}
