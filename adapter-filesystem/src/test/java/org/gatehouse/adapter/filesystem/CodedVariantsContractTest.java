package org.gatehouse.adapter.filesystem;

import java.nio.file.Path;
import org.gatehouse.application.contract.ConcurrentRepositoryContract;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.port.out.ResourceRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the decorator that adds gzip. */
class CodedVariantsContractTest extends ConcurrentRepositoryContract {
  @TempDir private Path root;
  private FileResourceRepository files;

  @Override
  protected ResourceRepository open() {
    files = new FileResourceRepository(root, Sync.NEVER);
    return new CodedVariants(
        files,
        path -> path.extension().equals("txt"),
        MemoryLimits.ofHeap(64 << 20),
        new SettableClock());
  }

  @AfterEach
  void nothingIsLeft() {
    Leftovers.assertNone(root, files);
  }
}
