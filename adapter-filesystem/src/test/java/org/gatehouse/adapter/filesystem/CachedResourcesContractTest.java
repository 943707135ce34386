package org.gatehouse.adapter.filesystem;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.gatehouse.application.contract.ConcurrentRepositoryContract;
import org.gatehouse.application.fake.InMemoryResourceRepository;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.port.out.ResourceRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the cache, as it stands in the server, and around the fake. */
class CachedResourcesContractTest {
  private static final MemoryLimits LIMITS = MemoryLimits.ofHeap(64 << 20);

  /**
   * All three repositories; the clock stands still, so nothing is ever looked at again by itself.
   */
  abstract static class AroundFiles extends ConcurrentRepositoryContract {
    @TempDir private Path root;
    private FileResourceRepository files;
    private CachedResources cached;
    private final Duration valid;

    AroundFiles(Duration valid) {
      this.valid = valid;
    }

    @Override
    protected ResourceRepository open() {
      SettableClock clock = new SettableClock(Instant.parse("2200-01-01T00:00:00Z"));
      files = new FileResourceRepository(root, Sync.NEVER);
      CodedVariants coded =
          new CodedVariants(files, path -> path.extension().equals("txt"), LIMITS, clock);
      cached = new CachedResources(coded, files::isAlias, valid, LIMITS, clock);
      return cached;
    }

    @AfterEach
    void nothingIsLeft() {
      cached.close();
      Leftovers.assertNone(root, files);
    }
  }

  @Nested
  class Trusting extends AroundFiles {
    Trusting() {
      super(Duration.ofSeconds(1));
    }
  }

  @Nested
  class NeverTrusting extends AroundFiles {
    NeverTrusting() {
      super(Duration.ZERO);
    }
  }

  @Nested
  class AroundTheFake extends ConcurrentRepositoryContract {
    @Override
    protected ResourceRepository open() {
      SettableClock clock = new SettableClock();
      return new CachedResources(
          new InMemoryResourceRepository(clock),
          path -> false,
          Duration.ofSeconds(1),
          LIMITS,
          clock);
    }
  }
}
