package org.gatehouse.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.gatehouse.application.contract.ETagStoreContract;
import org.gatehouse.application.port.out.ETagStore;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemoryETagStoreTest {
  private static final int FEW = 16;

  @Nested
  class WithRoomForAll extends ETagStoreContract {
    @Override
    protected ETagStore open() {
      return MemoryETagStore.open();
    }
  }

  @Nested
  class WithRoomForFew extends ETagStoreContract {
    @Override
    protected ETagStore open() {
      return MemoryETagStore.open(FEW);
    }
  }

  @Test
  void itsMemoryIsBounded() {
    MemoryETagStore store = MemoryETagStore.open(FEW);
    for (int i = 0; i < 1_000; i++) {
      Instant modified = Instant.ofEpochSecond(i);
      store.record(ResourcePath.of("n" + i), EntityTag.of(modified, 1), modified);
      assertTrue(store.size() <= FEW, "after " + i);
    }
  }
}
