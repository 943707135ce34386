package org.gatehouse.adapter.filesystem;

import java.nio.file.Path;
import org.gatehouse.application.contract.ConcurrentRepositoryContract;
import org.gatehouse.application.port.out.ResourceRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract on files as they are reached on systems without {@code openat}. */
class PlainFolderTest extends ConcurrentRepositoryContract {
  @TempDir private Path root;
  private FileResourceRepository files;

  @Override
  protected ResourceRepository open() {
    files =
        new FileResourceRepository(
            new Root(root, PlainFolder::open), Sync.NEVER, Devices.ofSystem());
    return files;
  }

  @AfterEach
  void nothingIsLeft() {
    Leftovers.assertNone(root, files);
  }
}
