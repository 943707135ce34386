package org.gatehouse.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Optional;
import org.gatehouse.application.port.out.Lookup.Absence;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.application.port.out.WriteRule;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.Test;

/**
 * What a {@link ResourceRepository} keeps that can be read but not written: every write is told
 * beforehand that it would be {@link Obstacle#DENIED}, so that the server answers 403 before it
 * reads content, and one that comes all the same changes nothing.
 */
public abstract class ReadOnlyRepositoryContract extends ReadableRepositoryContract {
  private static final ResourcePath HELD = ResourcePath.of("docs", "page.html");
  private static final ResourcePath FREE = ResourcePath.of("docs", "free.html");
  private static final WriteRule NEVER_ASKED = current -> fail("nobody should ask the rule");

  @Test
  void everyWriteIsToldThatItIsDenied() throws Exception {
    ResourceRepository repository = holding(HELD, "x");
    for (ResourcePath path : List.of(HELD, FREE, HELD.child("below"), ResourcePath.of("other"))) {
      assertEquals(Optional.of(Obstacle.DENIED), repository.obstacle(path), path.toString());
    }
  }

  @Test
  void nothingCanBeStaged() throws Exception {
    ResourceRepository repository = holding(HELD, "x");
    for (ResourcePath path : List.of(HELD, FREE)) {
      StorageFailure failure =
          assertThrows(StorageFailure.class, () -> repository.stage(path).close());
      assertEquals(StorageFailure.Kind.DENIED, failure.kind());
    }
    assertEquals("x", text(repository, HELD));
    assertAbsent(Absence.MISSING, repository, FREE);
  }

  @Test
  void nothingIsRemoved() throws Exception {
    ResourceRepository repository = holding(HELD, "x");
    assertEquals(WriteOutcome.hindered(Obstacle.DENIED), repository.remove(HELD, NEVER_ASKED));
    assertEquals(WriteOutcome.missing(), repository.remove(FREE, NEVER_ASKED));
    assertEquals("x", text(repository, HELD));
  }
}
