package org.gatehouse.application.fake;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.gatehouse.application.contract.CookieLedgerContract;
import org.gatehouse.application.port.out.CookieLedger;
import org.gatehouse.application.port.out.StorageFailure;
import org.junit.jupiter.api.Test;

class InMemoryCookieLedgerTest extends CookieLedgerContract {
  private InMemoryCookieLedger ledger;

  @Override
  protected CookieLedger open() {
    ledger = new InMemoryCookieLedger();
    return ledger;
  }

  @Override
  protected List<String> kept() {
    return ledger.ids();
  }

  @Test
  void failsOnDemand() {
    StorageFailure broken = new StorageFailure(StorageFailure.Kind.FULL, "full", null);
    ledger.failFlush(Optional.of(broken));
    assertSame(broken, assertThrows(StorageFailure.class, ledger::flush));
    ledger.failFlush(Optional.empty());
    ledger.flush();
  }
}
