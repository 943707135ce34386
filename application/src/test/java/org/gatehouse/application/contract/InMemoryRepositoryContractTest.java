package org.gatehouse.application.contract;

import org.gatehouse.application.fake.InMemoryResourceRepository;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.port.out.ResourceRepository;

/** The contract on the fake. */
class InMemoryRepositoryContractTest extends ConcurrentRepositoryContract {
  @Override
  protected ResourceRepository open() {
    return new InMemoryResourceRepository(new SettableClock());
  }
}
