package org.gatehouse.application.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.Lookup.Absence;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.ResourceState;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link ResourceRepository} keeps towards readers, whether it can be written or not.
 * {@link ReadOnlyRepositoryContract} goes on for those that cannot, {@link
 * ResourceRepositoryContract} for those that can.
 */
public abstract class ReadableRepositoryContract {
  private static final ResourcePath HELD = ResourcePath.of("docs", "page.html");
  private static final ResourcePath FOLDER = ResourcePath.of("docs");
  private static final String TOO_LONG = "n".repeat(5000);

  /**
   * A repository that holds these contents and nothing else; folders are those of the paths.
   *
   * @param contents none of whose paths lies below another
   */
  protected abstract ResourceRepository holding(Map<ResourcePath, byte[]> contents)
      throws Exception;

  final ResourceRepository holding(ResourcePath path, String text) throws Exception {
    return holding(Map.of(path, text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whereNothingIsHeldThereIsARootAndNothingElse() throws Exception {
    ResourceRepository empty = holding(Map.of());
    empty.check();
    assertAbsent(Absence.FOLDER, empty, ResourcePath.ROOT);
    assertAbsent(Absence.MISSING, empty, HELD);
    assertAbsent(Absence.MISSING, empty, FOLDER);
    assertAbsent(Absence.MISSING, empty, FOLDER.asFolder());
  }

  @Test
  void whatIsHeldIsFoundWithItsStateTagAndOctets() throws Exception {
    ResourceRepository repository = holding(HELD, "hello");
    Resource found = found(repository, HELD);
    ResourceState state = found.state();
    assertEquals(5, state.size());
    Variant plain = new Variant(ContentCoding.IDENTITY, state.tag(), state.modified());
    assertEquals(plain, found.variants().get(0));
    try (Representation opened = found.open(ContentCoding.IDENTITY).orElseThrow()) {
      assertEquals(plain, opened.variant());
      assertEquals(5, opened.content().length());
      assertEquals("hello", string(opened));
    }
    assertEquals(state, found(repository, HELD).state(), "a state that nobody changed");
  }

  @Test
  void theFoldersOfItsPathAreThere() throws Exception {
    ResourceRepository repository = holding(ResourcePath.of("a", "b", "c.txt"), "x");
    assertAbsent(Absence.FOLDER, repository, ResourcePath.ROOT);
    assertAbsent(Absence.FOLDER, repository, ResourcePath.of("a"));
    assertAbsent(Absence.FOLDER, repository, ResourcePath.of("a", "b").asFolder());
    assertAbsent(Absence.MISSING, repository, ResourcePath.of("b"));
    assertAbsent(Absence.MISSING, repository, ResourcePath.of("a", "c.txt"));
  }

  @Test
  void withASlashAtTheEndOnlyFoldersAreFound() throws Exception {
    ResourceRepository repository = holding(HELD, "x");
    assertAbsent(Absence.MISSING, repository, HELD.asFolder());
    assertAbsent(Absence.MISSING, repository, HELD.child("below"));
    assertAbsent(Absence.MISSING, repository, HELD.child("below").asFolder());
    assertAbsent(Absence.FOLDER, repository, FOLDER.asFolder());
    assertAbsent(Absence.FOLDER, repository, FOLDER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "a;b&c=d", "%41", "a..b", "#", "-rf", "ü€😀"})
  void aNameIsReadAsItIs(String name) throws Exception {
    ResourcePath path = ResourcePath.of("names", name);
    ResourceRepository repository = holding(path, name);
    assertEquals(name, text(repository, path));
    assertAbsent(Absence.MISSING, repository, ResourcePath.of(name));
    assertAbsent(Absence.MISSING, repository, ResourcePath.of("names", "A"));
  }

  @Test
  void whatIsTooLongForANameIsNotFound() throws Exception {
    ResourceRepository repository = holding(HELD, "x");
    assertAbsent(Absence.MISSING, repository, ResourcePath.of(TOO_LONG));
    assertAbsent(Absence.MISSING, repository, ResourcePath.of("docs", TOO_LONG, "x"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8192, 300_000})
  void contentOfAnySizeIsReadWhole(int size) throws Exception {
    byte[] octets = new byte[size];
    new Random(size).nextBytes(octets);
    ResourceRepository repository = holding(Map.of(HELD, octets));
    assertEquals(size, found(repository, HELD).state().size());
    assertArrayEquals(octets, octets(repository, HELD));
  }

  @Test
  void resourcesAreKeptApartAndOpenSideBySide() throws Exception {
    Map<ResourcePath, byte[]> contents = new HashMap<>();
    for (int i = 0; i < 20; i++) {
      contents.put(ResourcePath.of("d" + i % 3, "n" + i), ("text " + i).getBytes());
    }
    ResourceRepository repository = holding(contents);
    List<Representation> open = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ResourcePath path = ResourcePath.of("d" + i % 3, "n" + i);
      open.add(found(repository, path).open(ContentCoding.IDENTITY).orElseThrow());
    }
    for (int i = 0; i < 20; i++) {
      assertEquals("text " + i, string(open.get(i)));
      open.get(i).close();
    }
  }

  @Test
  void aCodingThatIsNotListedCannotBeOpened() throws Exception {
    Resource resource = found(holding(HELD, "x"), HELD);
    for (ContentCoding coding : ContentCoding.values()) {
      boolean listed = resource.variants().stream().anyMatch(v -> v.coding() == coding);
      Optional<Representation> opened = resource.open(coding);
      assertEquals(listed, opened.isPresent(), coding.token());
      opened.ifPresent(Representation::close);
    }
  }

  @Test
  void whatWasClosedTwiceCanBeOpenedAgain() throws Exception {
    ResourceRepository repository = holding(HELD, "x".repeat(200_000));
    Representation opened = found(repository, HELD).open(ContentCoding.IDENTITY).orElseThrow();
    opened.close();
    opened.close();
    assertEquals(200_000, text(repository, HELD).length());
  }

  @Test
  void whatIsToldWithoutWaitingIsWhatIsFound() throws Exception {
    ResourceRepository repository = holding(HELD, "x");
    for (ResourcePath path :
        List.of(HELD, FOLDER, FOLDER.asFolder(), ResourcePath.ROOT, HELD.child("x"))) {
      String found = describe(repository.find(path));
      String peeked = repository.peek(path).map(ReadableRepositoryContract::describe).orElse(found);
      assertEquals(found, peeked, path.toString());
    }
  }

  // What the tests are written in, here and below.

  static String describe(Lookup lookup) {
    return lookup.match(resource -> resource.variants().toString(), Absence::name);
  }

  /** Whoever can answer without waiting is asked first, as the server does. */
  static Lookup look(ResourceRepository repository, ResourcePath path) {
    return repository.peek(path).orElseGet(() -> repository.find(path));
  }

  static Resource found(ResourceRepository repository, ResourcePath path) {
    return look(repository, path)
        .match(resource -> resource, absence -> fail(path + " is " + absence));
  }

  static void assertAbsent(Absence absence, ResourceRepository repository, ResourcePath path) {
    Absence why = look(repository, path).match(resource -> null, absent -> absent);
    assertEquals(absence, why, path.toString());
  }

  static String text(ResourceRepository repository, ResourcePath path) {
    return new String(octets(repository, path), StandardCharsets.UTF_8);
  }

  static byte[] octets(ResourceRepository repository, ResourcePath path) {
    Optional<Representation> content = found(repository, path).open(ContentCoding.IDENTITY);
    assertTrue(content.isPresent(), path + " cannot be opened");
    try (Representation opened = content.get()) {
      return Octets.of(opened);
    }
  }

  static String string(Representation opened) {
    return new String(Octets.of(opened), StandardCharsets.UTF_8);
  }
}
