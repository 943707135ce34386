package org.gatehouse.bootstrap.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.gatehouse.application.fake.InMemoryResourceRepository;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.application.port.out.WriteRule;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rehearsal says a write would come to is what the write then comes to. */
class RehearsedRepositoryTest {
  private static final Instant NOW = Instant.parse("2026-03-30T10:02:22Z");
  private static final WriteRule YES = current -> Optional.of(Instant.EPOCH);
  private static final WriteRule NO = current -> Optional.empty();
  private static final WriteRule LATER = current -> Optional.of(NOW.plusSeconds(5));

  private final Clock clock =
      new Clock() {
        @Override
        public Instant now() {
          return NOW;
        }

        @Override
        public long nanoTime() {
          return 0;
        }
      };
  private final InMemoryResourceRepository storage = new InMemoryResourceRepository(clock);
  private final Trace trace = new Trace();
  private final RehearsedRepository rehearsed =
      new RehearsedRepository(storage, clock, trace, (path, resource) -> {});

  @BeforeEach
  void fill() {
    storage.put("/there.txt", "there");
    storage.put("/locked.txt", "locked");
    storage.protect("/locked.txt");
    storage.put("/denied.txt", "denied");
    storage.deny("/denied.txt");
    storage.makeFolder("/folder");
  }

  private static ResourcePath path(String path) {
    return ResourcePath.parse(path).match(each -> each, fault -> ResourcePath.ROOT);
  }

  private static WriteOutcome store(
      ResourceRepository repository, String path, WriteRule rule, boolean replace) {
    try (Upload upload = repository.stage(path(path))) {
      upload.write(ByteBuffer.wrap("content".getBytes(StandardCharsets.UTF_8)));
      return replace ? upload.replace(path(path), rule) : upload.create(path(path), rule);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/there.txt",
        "/new.txt",
        "/a/b/c.txt",
        "/folder",
        "/there.txt/below",
        "/locked.txt",
        "/denied.txt"
      })
  void outcomesAreThoseOfTheRealWrite(String path) {
    SortedSet<String> before = storage.paths();
    for (WriteRule rule : List.of(NO, LATER, YES)) {
      for (boolean replace : List.of(false, true)) {
        RehearsedRepository fresh =
            new RehearsedRepository(storage, clock, new Trace(), (p, resource) -> {});
        WriteOutcome told = store(fresh, path, rule, replace);
        assertEquals(before, storage.paths());
        WriteOutcome done = store(storage, path, rule, replace);
        assertEquals(done, told, path + " replace " + replace);
        restore(path, before);
      }
      WriteOutcome told = rehearsed.remove(path(path), rule);
      assertEquals(before, storage.paths());
      assertEquals(storage.remove(path(path), rule), told, path);
      restore(path, before);
    }
  }

  /** Undoes the real write. */
  private void restore(String path, SortedSet<String> before) {
    if (!before.contains(path)) {
      storage.drop(path);
    } else if (path.equals("/there.txt")) {
      storage.put(path, "there");
    }
  }

  @Test
  void aNameThatWasMadeIsTakenFromThenOn() {
    assertEquals(WriteOutcome.Kind.CREATED, store(rehearsed, "/two.txt", YES, false).kind());
    assertEquals(WriteOutcome.Kind.TAKEN, store(rehearsed, "/two.txt", YES, false).kind());
    assertTrue(storage.text("/two.txt").isEmpty());
  }

  @Test
  void contentCanBeReadBackUntilItIsLarge() throws Exception {
    try (Upload upload = rehearsed.stage(path("/x"))) {
      upload.write(ByteBuffer.wrap(new byte[100]));
      assertEquals(100, upload.content().length());
      byte[] piece = new byte[1 << 20];
      for (int i = 0; i < RehearsedUpload.MOST_KEPT / piece.length; i++) {
        upload.write(ByteBuffer.wrap(piece));
      }
      assertThrows(StorageFailure.class, upload::content);
      assertEquals(
          RehearsedUpload.MOST_KEPT + 100L,
          upload.replace(path("/x"), YES).state().orElseThrow().size());
    }
    assertEquals(0, storage.staged());
  }
}
