package org.gatehouse.adapter.persistence;

import java.nio.file.Path;
import org.gatehouse.application.contract.ETagStoreContract;
import org.gatehouse.application.port.out.ETagStore;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class CsvETagStoreContractTest {

  @Nested
  class WithRoomForAll extends ETagStoreContract {
    @TempDir Path folder;

    @Override
    protected ETagStore open() {
      return CsvETagStore.open(folder.resolve("etag.csv"));
    }
  }

  @Nested
  class WithRoomForFew extends ETagStoreContract {
    @TempDir Path folder;

    @Override
    protected ETagStore open() {
      return CsvETagStore.open(folder.resolve("etag.csv"), CsvETagStore.LEAST_MAX_PATHS);
    }
  }
}
