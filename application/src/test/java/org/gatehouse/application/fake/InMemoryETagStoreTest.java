package org.gatehouse.application.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.application.contract.ETagStoreContract;
import org.gatehouse.application.port.out.ETagStore;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.Test;

class InMemoryETagStoreTest extends ETagStoreContract {

  @Override
  protected ETagStore open() {
    return new InMemoryETagStore();
  }

  @Test
  void tellsWhatItWasGivenAndFailsOnDemand() {
    InMemoryETagStore store = new InMemoryETagStore();
    Instant now = Instant.EPOCH;
    EntityTag tag = EntityTag.of(now, 1);
    store.record(ResourcePath.ROOT, tag, now);
    store.record(ResourcePath.ROOT, tag, now);
    assertEquals(List.of(new InMemoryETagStore.Row(ResourcePath.ROOT, tag, now)), store.rows());

    StorageFailure broken = new StorageFailure(StorageFailure.Kind.FULL, "full", null);
    store.failFlush(Optional.of(broken));
    assertSame(broken, assertThrows(StorageFailure.class, store::flush));
    store.failFlush(Optional.empty());
    store.flush();
  }
}
