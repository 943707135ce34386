package org.gatehouse.application.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gatehouse.application.contract.SpoolContract;
import org.gatehouse.application.port.out.Spool;

class HeapSpoolTest extends SpoolContract {
  private final HeapSpool spool = new HeapSpool();

  @Override
  protected Spool open() {
    return spool;
  }

  @Override
  protected void assertNothingOpen() {
    assertEquals(0, spool.open());
  }
}
