package org.gatehouse.application.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.out.Child;
import org.gatehouse.application.port.out.Children;
import org.gatehouse.application.port.out.Lookup.Absence;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.ResourceState;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.application.port.out.WriteRule;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link ResourceRepository} keeps that can be written, one thread at a time; {@link
 * ConcurrentRepositoryContract} goes on with many.
 */
public abstract class ResourceRepositoryContract extends ReadableRepositoryContract {
  private static final ResourcePath PAGE = ResourcePath.of("docs", "page.html");
  private static final ResourcePath DOCS = ResourcePath.of("docs");
  private static final String TOO_LONG = "n".repeat(5000);

  private ResourceRepository repository;

  /** An empty repository. */
  protected abstract ResourceRepository open() throws Exception;

  @Override
  protected final ResourceRepository holding(Map<ResourcePath, byte[]> contents) {
    contents.forEach(
        (path, octets) -> {
          try (Upload upload = repository.stage(path)) {
            upload.write(ByteBuffer.wrap(octets));
            assertEquals(WriteOutcome.Kind.CREATED, upload.replace(path, always()).kind());
          }
        });
    return repository;
  }

  @BeforeEach
  void openRepository() throws Exception {
    repository = open();
  }

  /** The repository of this test. */
  protected final ResourceRepository repository() {
    return repository;
  }

  @Test
  void thereIsNothingToRemoveWhereNothingIs() {
    assertEquals(WriteOutcome.missing(), repository.remove(PAGE, neverAsked()));
  }

  @Test
  void whatIsStoredIsFoundWithItsStateTagAndOctets() {
    WriteOutcome outcome = put(PAGE, "hello");
    assertEquals(WriteOutcome.Kind.CREATED, outcome.kind());
    ResourceState state = outcome.state().orElseThrow();
    assertEquals(5, state.size());
    Resource found = found(PAGE);
    assertEquals(state, found.state());
    Variant plain = new Variant(ContentCoding.IDENTITY, state.tag(), state.modified());
    assertEquals(plain, found.variants().get(0));
    assertEquals("hello", text(PAGE));
    try (Representation opened = found.open(ContentCoding.IDENTITY).orElseThrow()) {
      assertEquals(plain, opened.variant());
      assertEquals(5, opened.content().length());
    }
  }

  @Test
  void whatIsStagedCanBeReadBackBeforeItIsCommitted() throws Exception {
    try (Upload upload = repository.stage(PAGE)) {
      assertEquals(0, upload.content().length());
      upload.write(ByteBuffer.wrap("hel".getBytes(StandardCharsets.UTF_8)));
      assertEquals("hel", stagedText(upload));
      upload.content().close();
      upload.write(ByteBuffer.wrap("lo".getBytes(StandardCharsets.UTF_8)));
      assertEquals("hello", stagedText(upload));
      assertAbsent(Absence.MISSING, PAGE);
      assertEquals(WriteOutcome.Kind.CREATED, upload.create(PAGE, always()).kind());
    }
    assertEquals("hello", text(PAGE));
  }

  private static String stagedText(Upload upload) {
    return new String(Octets.of(Part.of(upload.content())), StandardCharsets.UTF_8);
  }

  @Test
  void foldersAreMadeAndStay() {
    put(ResourcePath.of("a", "b", "c.txt"), "x");
    assertAbsent(Absence.FOLDER, ResourcePath.of("a"));
    assertAbsent(Absence.FOLDER, ResourcePath.of("a", "b").asFolder());
    assertEquals(
        WriteOutcome.removed(), repository.remove(ResourcePath.of("a", "b", "c.txt"), always()));
    assertAbsent(Absence.MISSING, ResourcePath.of("a", "b", "c.txt"));
    assertAbsent(Absence.FOLDER, ResourcePath.of("a", "b").asFolder());
  }

  @Test
  void replacingShowsTheNewContentUnderANewTag() {
    ResourceState before = put(PAGE, "one").state().orElseThrow();
    Resource old = found(PAGE);
    WriteOutcome outcome = put(PAGE, "two");
    assertEquals(WriteOutcome.Kind.REPLACED, outcome.kind());
    ResourceState after = outcome.state().orElseThrow();
    assertTrue(after.modified().isAfter(before.modified()));
    assertNotEquals(before.tag(), after.tag());
    assertEquals(after, found(PAGE).state());
    assertEquals("two", text(PAGE));
    assertConsistent(old.open(ContentCoding.IDENTITY), List.of("one", "two"), before, after);
  }

  private static void assertConsistent(
      Optional<Representation> opened, List<String> texts, ResourceState... states) {
    try (Representation representation = opened.orElseThrow()) {
      int version = texts.indexOf(string(representation));
      assertEquals(states[version].tag(), representation.variant().tag());
    }
  }

  @Test
  void aNewStateIsLaterThanTheRuleSays() {
    Instant future = Instant.parse("2100-01-01T00:00:00.123456789Z");
    for (Instant floor : List.of(future, future.plusNanos(1), future.plusMillis(1))) {
      ResourceState state =
          write(PAGE, "same size", current -> Optional.of(floor)).state().orElseThrow();
      assertTrue(state.modified().isAfter(floor), state + " is not after " + floor);
      assertEquals(state, found(PAGE).state());
    }
  }

  @Test
  void aPathThatWasRemovedNeverGetsItsOldTagAgain() {
    ResourceState before = put(PAGE, "one").state().orElseThrow();
    assertEquals(WriteOutcome.removed(), repository.remove(PAGE, always()));
    WriteOutcome again = write(PAGE, "two", current -> Optional.of(before.modified()));
    assertEquals(WriteOutcome.Kind.CREATED, again.kind());
    assertTrue(again.state().orElseThrow().modified().isAfter(before.modified()));
  }

  @Test
  void theRuleSeesWhatIsThereAndNothingWhereNothingIs() {
    List<Optional<ResourceState>> seen = new ArrayList<>();
    WriteRule spy =
        current -> {
          seen.add(current.map(Resource::state));
          return Optional.of(Instant.EPOCH);
        };
    ResourceState first = write(PAGE, "one", spy).state().orElseThrow();
    ResourceState second = write(PAGE, "three", spy).state().orElseThrow();
    repository.remove(PAGE, spy);
    assertEquals(List.of(Optional.empty(), Optional.of(first), Optional.of(second)), seen);
  }

  @Test
  void theRuleSeesTheTagsOfAllVariants() {
    put(PAGE, "plain");
    put(sidecar(PAGE, ContentCoding.BROTLI), "brotli");
    List<Variant> expected = found(PAGE).variants();
    assertEquals(2, expected.size());
    write(
        PAGE,
        "new",
        current -> {
          assertEquals(expected, current.orElseThrow().variants());
          return Optional.of(current.orElseThrow().state().modified());
        });
  }

  @Test
  void whatTheRuleRefusesChangesNothing() {
    assertEquals(WriteOutcome.refused(), write(PAGE, "no", never()));
    assertAbsent(Absence.MISSING, PAGE);
    assertAbsent(Absence.MISSING, DOCS.asFolder());
    ResourceState state = put(PAGE, "yes").state().orElseThrow();
    assertEquals(WriteOutcome.refused(), write(PAGE, "no", never()));
    assertEquals(WriteOutcome.refused(), repository.remove(PAGE, never()));
    assertEquals(state, found(PAGE).state());
    assertEquals("yes", text(PAGE));
  }

  @Test
  void aRuleThatThrowsChangesNothing() {
    put(PAGE, "yes");
    WriteRule broken =
        current -> {
          throw new IllegalStateException("broken rule");
        };
    assertThrows(IllegalStateException.class, () -> write(PAGE, "no", broken));
    assertThrows(IllegalStateException.class, () -> repository.remove(PAGE, broken));
    assertEquals("yes", text(PAGE));
    assertEquals(WriteOutcome.Kind.REPLACED, put(PAGE, "still works").kind());
  }

  @Test
  void creatingTakesAFreeNameOnly() {
    ResourceState original = put(PAGE, "original").state().orElseThrow();
    ResourcePath other = PAGE.sibling("page(1).html");
    try (Upload upload = repository.stage(PAGE)) {
      write(upload, "copy");
      assertEquals(WriteOutcome.taken(), upload.create(PAGE, neverAsked()));
      assertEquals(WriteOutcome.Kind.CREATED, upload.create(other, always()).kind());
    }
    assertEquals(original, found(PAGE).state());
    assertEquals("original", text(PAGE));
    assertEquals("copy", text(other));
  }

  @Test
  void nothingIsVisibleBeforeItIsCommittedAndNothingLeftIfItIsNot() {
    put(PAGE, "old");
    ResourcePath fresh = ResourcePath.of("new", "fresh.txt");
    Upload upload = repository.stage(fresh);
    write(upload, "half");
    try (Upload other = repository.stage(PAGE)) {
      write(other, "half");
      assertAbsent(Absence.MISSING, fresh);
      assertEquals("old", text(PAGE));
    }
    upload.close();
    upload.close();
    assertAbsent(Absence.MISSING, fresh);
    assertAbsent(Absence.MISSING, ResourcePath.of("new"));
    assertEquals("old", text(PAGE));
  }

  @Test
  void anUploadIsCommittedOnce() {
    try (Upload upload = repository.stage(PAGE)) {
      write(upload, "x");
      upload.replace(PAGE, always());
      assertThrows(IllegalStateException.class, () -> upload.replace(DOCS, always()));
      assertThrows(IllegalStateException.class, () -> upload.create(DOCS, always()));
    }
    Upload closed = repository.stage(PAGE);
    closed.close();
    assertThrows(IllegalStateException.class, () -> closed.replace(PAGE, always()));
    assertEquals("x", text(PAGE));
  }

  @Test
  void contentComesInPiecesOfAnyKind() {
    byte[] octets = random(300_000);
    ByteBuffer direct = ByteBuffer.allocateDirect(100_000);
    direct.put(octets, 0, 100_000).flip();
    ByteBuffer heap = ByteBuffer.wrap(octets).position(100_000).limit(299_999);
    try (Upload upload = repository.stage(PAGE)) {
      upload.write(direct);
      upload.write(ByteBuffer.allocate(0));
      upload.write(heap.slice().asReadOnlyBuffer());
      upload.write(ByteBuffer.wrap(octets, 299_999, 1));
      assertFalse(direct.hasRemaining());
      assertEquals(octets.length, upload.replace(PAGE, always()).state().orElseThrow().size());
    }
    assertArrayEquals(octets, octets(repository, PAGE));
  }

  @Test
  void contentMayBeEmpty() {
    assertEquals(0, put(PAGE, "").state().orElseThrow().size());
    assertEquals(0, found(PAGE).state().size());
    assertEquals("", text(PAGE));
  }

  @Test
  void whatStandsInTheWayIsTold() {
    put(PAGE, "x");
    assertHindered(Obstacle.FOLDER, DOCS);
    assertHindered(Obstacle.FOLDER, DOCS.asFolder());
    assertHindered(Obstacle.FOLDER, ResourcePath.ROOT);
    assertHindered(Obstacle.FOLDER, ResourcePath.of("new").asFolder());
    assertHindered(Obstacle.BELOW_RESOURCE, PAGE.child("below"));
    assertHindered(Obstacle.BELOW_RESOURCE, PAGE.child("far").child("below"));
    assertHindered(Obstacle.UNSTORABLE, ResourcePath.of(TOO_LONG));
    assertHindered(Obstacle.UNSTORABLE, ResourcePath.of("new", TOO_LONG, "x"));
    assertHindered(Obstacle.UNSTORABLE, ResourcePath.of("docs", TOO_LONG));
    assertEquals(Optional.empty(), repository.obstacle(PAGE));
    assertEquals(Optional.empty(), repository.obstacle(ResourcePath.of("new", "deep", "x")));
    assertAbsent(Absence.MISSING, ResourcePath.of("new"));
    assertEquals("x", text(PAGE));
  }

  private void assertHindered(Obstacle obstacle, ResourcePath path) {
    assertEquals(Optional.of(obstacle), repository.obstacle(path));
    WriteOutcome hindered = WriteOutcome.hindered(obstacle);
    assertEquals(hindered, write(path, "no", neverAsked()), path.toString());
    try (Upload upload = repository.stage(path)) {
      assertEquals(hindered, upload.create(path, neverAsked()), path.toString());
    }
  }

  @Test
  void aFolderIsNotRemoved() {
    put(PAGE, "x");
    assertEquals(WriteOutcome.hindered(Obstacle.FOLDER), repository.remove(DOCS, neverAsked()));
    assertEquals(
        WriteOutcome.hindered(Obstacle.FOLDER), repository.remove(DOCS.asFolder(), neverAsked()));
    assertEquals("x", text(PAGE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two words",
        "a\"quote'",
        "%41",
        "a..b",
        "...",
        "..a",
        "-rf",
        "a;b&c=d",
        "~",
        "#",
        "?",
        "name.",
        " ",
        "CON",
        "a:b|c*<d>"
      })
  void aNameIsTakenAsItIs(String name) {
    ResourcePath path = ResourcePath.of("names", name);
    if (repository.obstacle(path).isPresent()) {
      assertAbsent(Absence.MISSING, path);
      return;
    }
    put(path, name);
    put(ResourcePath.of("names", "A"), "another");
    assertEquals(name, text(path));
    assertAbsent(Absence.MISSING, ResourcePath.of(name));
    assertEquals(WriteOutcome.removed(), repository.remove(path, always()));
    assertAbsent(Absence.MISSING, path);
  }

  @Test
  void aVariantThatIsNotThereCannotBeOpened() {
    put(PAGE, "x");
    Resource resource = found(PAGE);
    assertEquals(Optional.empty(), resource.open(ContentCoding.ZSTANDARD));
    repository.remove(PAGE, always());
    resource.open(ContentCoding.IDENTITY).ifPresent(ResourceRepositoryContract::closeOldContent);
    assertAbsent(Absence.MISSING, PAGE);
  }

  /** Who found it before the removal may still be served from memory. */
  private static void closeOldContent(Representation opened) {
    try (opened) {
      assertEquals("x", string(opened));
    }
  }

  @Test
  void aSidecarIsAVariantWithATagOfItsOwn() {
    ResourceState plain = put(PAGE, "plain").state().orElseThrow();
    ResourcePath path = sidecar(PAGE, ContentCoding.BROTLI);
    ResourceState first = put(path, "brotli").state().orElseThrow();
    Variant variant = variant(PAGE, ContentCoding.BROTLI).orElseThrow();
    assertEquals(plain, found(PAGE).state());
    assertNotEquals(plain.tag(), variant.tag());
    assertEquals(first.modified(), variant.lastModified());
    try (Representation opened = found(PAGE).open(ContentCoding.BROTLI).orElseThrow()) {
      assertEquals(variant, opened.variant());
      assertEquals("brotli", string(opened));
    }
    put(path, "BROTLI");
    assertNotEquals(variant.tag(), variant(PAGE, ContentCoding.BROTLI).orElseThrow().tag());
    assertEquals("BROTLI", text(path));
    repository.remove(path, always());
    assertEquals(Optional.empty(), variant(PAGE, ContentCoding.BROTLI));
  }

  @Test
  void codingsAreListedBestFirstAfterThePlainOne() {
    put(PAGE, "plain");
    for (ContentCoding coding : ContentCoding.values()) {
      if (coding != ContentCoding.IDENTITY) {
        put(sidecar(PAGE, coding), coding.token());
      }
    }
    assertEquals(
        List.of(
            ContentCoding.IDENTITY,
            ContentCoding.BROTLI,
            ContentCoding.ZSTANDARD,
            ContentCoding.GZIP),
        found(PAGE).variants().stream().map(Variant::coding).toList());
    assertEquals("zstd", text(sidecar(PAGE, ContentCoding.ZSTANDARD)));
  }

  @Test
  void anOlderSidecarIsNone() {
    ResourcePath path = sidecar(PAGE, ContentCoding.BROTLI);
    Instant sidecar = put(path, "brotli").state().orElseThrow().modified();
    write(PAGE, "plain", current -> Optional.of(sidecar));
    assertEquals(Optional.empty(), variant(PAGE, ContentCoding.BROTLI));
    assertEquals(Optional.empty(), found(PAGE).open(ContentCoding.BROTLI));
    put(path, "brotli again");
    assertTrue(variant(PAGE, ContentCoding.BROTLI).isPresent());
    Instant again = found(path).state().modified();
    write(PAGE, "PLAIN", current -> Optional.of(again));
    assertEquals(Optional.empty(), variant(PAGE, ContentCoding.BROTLI));
  }

  private static ResourcePath sidecar(ResourcePath path, ContentCoding coding) {
    return path.sibling(path.name() + "." + coding.suffix());
  }

  private Optional<Variant> variant(ResourcePath path, ContentCoding coding) {
    return found(path).variants().stream().filter(v -> v.coding() == coding).findFirst();
  }

  @Test
  void aFolderTellsWhatLiesInItInOrder() {
    ResourceState big = put(ResourcePath.of("f", "b.txt"), "three").state().orElseThrow();
    put(ResourcePath.of("f", "sub", "below.txt"), "x");
    ResourceState small = put(ResourcePath.of("f", "a.txt"), "1").state().orElseThrow();
    put(ResourcePath.of("beside.txt"), "x");
    Children children = repository.children(ResourcePath.of("f").asFolder(), "", 100);
    assertEquals(Optional.empty(), children.next());
    assertEquals(
        List.of(Child.resource("a.txt", small), Child.resource("b.txt", big)),
        children.page().subList(0, 2));
    Child folder = children.page().get(2);
    assertEquals("sub", folder.name());
    assertTrue(folder.isFolder());
    assertEquals(0, folder.state().size());
    assertEquals(Optional.empty(), folder.tag());
    assertEquals(Optional.empty(), folder.origin());
    assertEquals(Optional.of(small.tag()), children.page().get(0).tag());
    assertEquals(3, children.page().size());
    assertEquals(List.of("beside.txt", "f"), names(ResourcePath.ROOT, 100));
  }

  @Test
  void whatIsNoFolderHasNoChildren() {
    put(PAGE, "x");
    for (ResourcePath path :
        List.of(PAGE.asFolder(), ResourcePath.of("none").asFolder(), PAGE.child("x").asFolder())) {
      assertEquals(Children.last(List.of()), repository.children(path, "", 10), path.toString());
    }
  }

  @Test
  void pagesOfAnySizeHoldEachChildOnce() {
    List<String> names =
        List.of("!", "A", "Z", "a", "a.txt", "a0", "b", "\u00e9", "\uffee", "\ud83d\ude00");
    names.forEach(name -> put(ResourcePath.of("p", name), name));
    for (int most = 1; most <= names.size() + 1; most++) {
      assertEquals(names, names(ResourcePath.of("p").asFolder(), most), "pages of " + most);
    }
    assertEquals(
        List.of("b", "\u00e9"),
        repository.children(ResourcePath.of("p").asFolder(), "a0", 2).page().stream()
            .map(Child::name)
            .toList());
  }

  /** All names in a folder, page by page. */
  private List<String> names(ResourcePath folder, int most) {
    List<String> names = new ArrayList<>();
    Optional<String> after = Optional.of("");
    while (after.isPresent()) {
      Children children = repository.children(folder, after.get(), most);
      assertTrue(children.page().size() <= most);
      children.page().forEach(child -> names.add(child.name()));
      after = children.next();
    }
    return names;
  }

  @Test
  void whatIsKnownWithoutWaitingIsWhatIsTrue() {
    List<ResourcePath> paths =
        List.of(PAGE, DOCS, DOCS.asFolder(), ResourcePath.ROOT, PAGE.asFolder(), PAGE.child("x"));
    for (int round = 0; round < 3; round++) {
      for (ResourcePath path : paths) {
        String peeked =
            repository.peek(path).map(ReadableRepositoryContract::describe).orElse("not known");
        String found = describe(repository.find(path));
        assertTrue(List.of("not known", found).contains(peeked), path + ": " + peeked);
        assertEquals(
            found, repository.peek(path).map(ReadableRepositoryContract::describe).orElse(found));
      }
      if (round == 0) {
        put(PAGE, "x");
      } else {
        repository.remove(PAGE, always());
      }
    }
  }

  @Test
  void aWriteIsSeenAtOnceAlsoByThoseWhoLookedBefore() {
    Instant floor = Instant.EPOCH;
    for (int i = 0; i < 5; i++) {
      assertAbsent(Absence.MISSING, PAGE);
      repository.peek(PAGE);
      Instant least = floor;
      write(PAGE, "version " + i, current -> Optional.of(least));
      assertEquals("version " + i, text(PAGE));
      assertEquals("version " + i, text(PAGE));
      floor = found(PAGE).state().modified().plus(Duration.ofSeconds(1));
      repository.remove(PAGE, always());
    }
    assertAbsent(Absence.MISSING, PAGE);
  }

  // What the tests are written in.

  private static WriteRule always() {
    return current -> Optional.of(current.map(r -> r.state().modified()).orElse(Instant.EPOCH));
  }

  private static WriteRule never() {
    return current -> Optional.empty();
  }

  private static WriteRule neverAsked() {
    return current -> fail("nobody should ask the rule");
  }

  private WriteOutcome put(ResourcePath path, String text) {
    return write(path, text, always());
  }

  private WriteOutcome write(ResourcePath path, String text, WriteRule rule) {
    try (Upload upload = repository.stage(path)) {
      write(upload, text);
      return upload.replace(path, rule);
    }
  }

  private static void write(Upload upload, String text) {
    upload.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Resource found(ResourcePath path) {
    return found(repository, path);
  }

  private void assertAbsent(Absence absence, ResourcePath path) {
    assertAbsent(absence, repository, path);
  }

  private String text(ResourcePath path) {
    return text(repository, path);
  }

  private static byte[] random(int size) {
    byte[] octets = new byte[size];
    new Random(1).nextBytes(octets);
    return octets;
  }
}
