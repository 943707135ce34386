package org.gatehouse.adapter.filesystem;

import static org.gatehouse.adapter.filesystem.Repositories.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WriteFencesTest {
  private final WriteFences fences = new WriteFences();

  private boolean remembers(Object key, long ticket) {
    AtomicBoolean remembered = new AtomicBoolean();
    fences.remember(key, ticket, () -> remembered.set(true));
    return remembered.get();
  }

  @Test
  void withoutAWriteATicketIsGood() {
    long ticket = fences.ticket("a");
    assertTrue(remembers("a", ticket));
    assertTrue(remembers("a", ticket));
  }

  @Test
  void aWriteMakesEarlierTicketsAndThoseTakenDuringItVoid() {
    long before = fences.ticket("a");
    AtomicInteger forgotten = new AtomicInteger();
    fences.begin(Set.of("a", "b"), forgotten::incrementAndGet);
    assertEquals(1, forgotten.get());
    long during = fences.ticket("a");
    assertFalse(remembers("a", before));
    assertFalse(remembers("a", during));
    fences.end(Set.of("a", "b"));
    assertFalse(remembers("a", before));
    assertFalse(remembers("a", during));
    assertTrue(remembers("a", fences.ticket("a")));
  }

  @Test
  void aWriteGoesOnUntilTheLastOfSeveralEnds() {
    fences.begin(Set.of("a"), () -> {});
    fences.begin(Set.of("a"), () -> {});
    fences.end(Set.of("a"));
    assertFalse(remembers("a", fences.ticket("a")));
    fences.end(Set.of("a"));
    assertTrue(remembers("a", fences.ticket("a")));
  }

  @Test
  void aWriteTouchesItsPathItsFoldersAndWhatItIsASidecarOf() {
    assertEquals(
        Set.of("/a", "/a/", "/a/b", "/a/b/", "/a/b/c.txt.gz", "/a/b/c.txt.gz/", "/a/b/c.txt"),
        Touched.by(path("/a/b/c.txt.gz")).stream()
            .map(Object::toString)
            .collect(Collectors.toSet()));
    assertEquals(Set.of(path("/.gz"), path("/.gz/")), Touched.by(path("/.gz")));
    assertEquals(Set.of(path("/")), Touched.by(path("/")));
  }
}
