package org.gatehouse.bootstrap.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gatehouse.application.contract.Octets;
import org.gatehouse.application.fake.InMemoryResourceRepository;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.body.Slice;
import org.gatehouse.application.port.out.Archiver;
import org.gatehouse.application.port.out.Child;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives, whole and in pieces, read by others than who wrote them. */
class ZipArchiverTest {
  private static final long HEAP = 64L << 20;
  private static final long MUCH = 1L << 30;
  private static final Instant TIME = Instant.parse("2026-03-04T05:06:08.123456789Z");

  @TempDir Path folder;
  private final InMemoryResourceRepository repository =
      new InMemoryResourceRepository(new SettableClock());
  private final ZipArchiver archiver = new ZipArchiver(HEAP, MUCH);
  private final Map<String, byte[]> members = new LinkedHashMap<>();

  @AfterEach
  void nothingIsLeftOpen() {
    assertEquals(0, archiver.held());
    assertEquals(0, repository.openRepresentations());
  }

  private void member(String path, int size) {
    byte[] content = new byte[size];
    new Random(path.hashCode()).nextBytes(content);
    repository.put(path, content, TIME);
    members.put(path, content);
  }

  private void someMembers() {
    member("/base/a.txt", 10);
    member("/base/empty.txt", 0);
    member("/base/large.bin", 200_000);
    member("/base/sub/ü €\ud83d\ude00.txt", 70_000);
    member("/base/z.txt", 1);
  }

  private Archiver.Archive planned(Archiver by) {
    try (Archiver.Plan plan = by.plan(repository, ResourcePath.of("base").asFolder())) {
      plan.add(ResourcePath.of("base", "sub").asFolder(), Child.folder("sub", TIME));
      members.keySet().forEach(path -> add(plan, path));
      return plan.finish();
    }
  }

  private void add(Archiver.Plan plan, String path) {
    ResourcePath file = ResourcePath.of(path.substring(1).split("/"));
    repository
        .find(file)
        .match(
            found -> {
              plan.add(file, Child.resource(file.name(), found.state()));
              return true;
            },
            absent -> {
              throw new AssertionError(path);
            });
  }

  private static byte[] octets(Optional<Part> part) {
    byte[] octets = Octets.of(part.orElseThrow());
    part.get().close();
    return octets;
  }

  private byte[] whole(Archiver by) {
    Archiver.Archive archive = planned(by);
    return octets(archive.section(0, archive.length()));
  }

  private byte[] section(Archiver by, long from, long length) {
    return octets(planned(by).section(from, length));
  }

  @Test
  void isReadByTheJdk() throws IOException {
    someMembers();
    Path file = Files.write(folder.resolve("a.zip"), whole(archiver));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertEquals(members.size() + 1, zip.size());
      assertTrue(zip.getEntry("sub/").isDirectory());
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        ZipEntry entry = zip.getEntry(member.getKey().substring("/base/".length()));
        assertEquals(ZipEntry.STORED, entry.getMethod());
        assertEquals(member.getValue().length, entry.getSize());
        assertEquals(TIME.getEpochSecond() * 1000, entry.getLastModifiedTime().toMillis());
        assertArrayEquals(member.getValue(), zip.getInputStream(entry).readAllBytes());
      }
    }
  }

  @Test
  void withoutMembersIsAnEmptyArchive() throws IOException {
    try (Archiver.Plan plan = archiver.plan(repository, ResourcePath.ROOT)) {
      Archiver.Archive archive = plan.finish();
      assertEquals(22, archive.length());
      Path file = Files.write(folder.resolve("e.zip"), octets(archive.section(0, 22)));
      try (ZipFile zip = new ZipFile(file.toFile())) {
        assertEquals(0, zip.size());
      }
    }
  }

  /** Each piece by an archiver that knows no checksum, and by one that knows them all. */
  @Test
  void everySectionIsCutFromTheSameOctets() {
    someMembers();
    byte[] whole = whole(archiver);
    Random random = new Random(7);
    for (int i = 0; i < 150; i++) {
      int from = i < 50 ? whole.length - 1 - 13 * i : random.nextInt(whole.length);
      int length =
          1 + random.nextInt(i % 3 == 0 ? whole.length - from : Math.min(500, whole.length - from));
      byte[] expected = Arrays.copyOfRange(whole, from, from + length);
      ZipArchiver forgetful = new ZipArchiver(HEAP, MUCH);
      assertArrayEquals(expected, section(forgetful, from, length), from + " +" + length);
      assertArrayEquals(expected, section(archiver, from, length), from + " +" + length);
      assertEquals(0, forgetful.held());
    }
  }

  @Test
  void piecesOneAfterTheOtherAreTheWhole() {
    someMembers();
    byte[] whole = whole(archiver);
    for (int piece : new int[] {1 << 15, 65_536, 65_537, 100_000}) {
      ByteBuffer joined = ByteBuffer.allocate(whole.length);
      while (joined.hasRemaining()) {
        int length = Math.min(piece, joined.remaining());
        joined.put(section(new ZipArchiver(HEAP, MUCH), joined.position(), length));
      }
      assertArrayEquals(whole, joined.array());
    }
  }

  @Test
  void aSectionForWhichTooMuchWouldHaveToBeReadIsNotCut() {
    someMembers();
    ZipArchiver thrifty = new ZipArchiver(HEAP, 100_000);
    Archiver.Archive archive = planned(thrifty);
    int opened = repository.opened();
    assertEquals(Optional.empty(), archive.section(archive.length() - 10 - 500, 400));
    assertEquals(opened, repository.opened(), "nothing was read in vain");
    archive.close();
    assertEquals(1000, section(thrifty, 0, 1000).length, "no checksum is in there");
    byte[] whole = whole(thrifty);
    assertArrayEquals(
        Arrays.copyOfRange(whole, whole.length - 500, whole.length),
        section(thrifty, whole.length - 500, 500),
        "now all checksums are known");
    assertEquals(0, thrifty.held());
  }

  @Test
  void theTagTellsEveryDifference() {
    someMembers();
    EntityTag tag = tag();
    assertEquals(tag, tag());
    assertFalse(tag.weak());
    repository.put("/base/a.txt", new byte[10], TIME.plusNanos(1));
    EntityTag later = tag();
    repository.put("/base/a.txt", new byte[11], TIME.plusNanos(1));
    EntityTag larger = tag();
    members.remove("/base/z.txt");
    EntityTag fewer = tag();
    member("/base/y.txt", 1);
    EntityTag renamed = tag();
    assertEquals(5, Set.of(tag, later, larger, fewer, renamed).size());
    assertNotEquals(tag, later);
  }

  private EntityTag tag() {
    try (Archiver.Archive archive = planned(archiver)) {
      return archive.tag();
    }
  }

  @Test
  void aMemberThatHasChangedBreaksTheTransfer() {
    someMembers();
    Archiver.Archive archive = planned(archiver);
    repository.put("/base/large.bin", new byte[200_000], TIME.plusNanos(1));
    Part part = archive.section(0, archive.length()).orElseThrow();
    UncheckedIOException broken = assertThrows(UncheckedIOException.class, () -> Octets.of(part));
    assertTrue(broken.getMessage().contains("has changed"), broken.getMessage());
    part.close();
  }

  @Test
  void aMemberThatIsGoneBreaksTheTransfer() {
    someMembers();
    Archiver.Archive archive = planned(archiver);
    repository.drop("/base/z.txt");
    Part part = archive.section(0, archive.length()).orElseThrow();
    UncheckedIOException broken = assertThrows(UncheckedIOException.class, () -> Octets.of(part));
    assertTrue(broken.getMessage().contains("is gone"), broken.getMessage());
    part.close();
  }

  @Test
  void aMemberThatChangesWhileItIsReadBreaksTheTransfer() throws IOException {
    someMembers();
    Archiver.Archive archive = planned(archiver);
    Part part = archive.section(0, archive.length()).orElseThrow();
    Slice slice = part.match(octets -> null, Part.Section::slice);
    slice.prepare(0);
    assertTrue(slice.isReady(ZipSlice.STEP - 1));
    repository.put("/base/large.bin", new byte[200_000], TIME.plusNanos(1));
    slice.prepare(ZipSlice.STEP);
    slice.prepare(2 * ZipSlice.STEP);
    IOException broken = assertThrows(IOException.class, () -> slice.prepare(3 * ZipSlice.STEP));
    assertTrue(broken.getMessage().contains("has changed"), broken.getMessage());
    slice.close();
  }

  @Test
  void otherContentUnderTheSameTagIsNoticedWhereItsChecksumIsKnown() {
    someMembers();
    whole(archiver);
    repository.put("/base/large.bin", new byte[200_000], TIME);
    Archiver.Archive archive = planned(archiver);
    Part part = archive.section(0, archive.length()).orElseThrow();
    assertThrows(UncheckedIOException.class, () -> Octets.of(part));
    part.close();
  }

  @Test
  void plansThatTogetherTakeTooMuchAreRefused() {
    ZipArchiver small = new ZipArchiver(1 << 20, MUCH);
    try (Archiver.Plan plan = small.plan(repository, ResourcePath.ROOT)) {
      StorageFailure failure =
          assertThrows(
              StorageFailure.class,
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  plan.add(
                      ResourcePath.of("name-" + i).asFolder(), Child.folder("name-" + i, TIME));
                }
              });
      assertEquals(StorageFailure.Kind.EXHAUSTED, failure.kind());
    }
    assertEquals(0, small.held());
  }

  @Test
  void moreMembersThanSixteenBitsCountAreRead() throws IOException {
    byte[] octets;
    try (Archiver.Plan plan = archiver.plan(repository, ResourcePath.ROOT)) {
      for (int i = 0; i < 70_000; i++) {
        plan.add(ResourcePath.of("d" + i).asFolder(), Child.folder("d" + i, TIME));
      }
      Archiver.Archive archive = plan.finish();
      octets = octets(archive.section(0, archive.length()));
    }
    Path file = Files.write(folder.resolve("many.zip"), octets);
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      assertEquals(70_000, zip.size());
      Enumeration<? extends ZipEntry> entries = zip.entries();
      assertEquals("d0/", entries.nextElement().getName());
    }
  }

  @Test
  void closingWhileAWorkerIsBusyIsHeardWhenItIsDone() throws Exception {
    someMembers();
    Archiver.Archive archive = planned(archiver);
    Part part = archive.section(0, archive.length()).orElseThrow();
    Slice slice = part.match(octets -> null, Part.Section::slice);
    slice.prepare(0);
    slice.close();
    slice.close();
    assertThrows(IOException.class, () -> slice.prepare(0));
    assertFalse(slice.isReady(0));
    assertThrows(IOException.class, () -> slice.transferTo(0, 1, null));
  }
}
