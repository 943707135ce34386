package org.gatehouse.application.guard;

import java.lang.reflect.Proxy;
import org.gatehouse.application.port.out.ResourceRepository;

/** A repository that nobody may use. */
final class Untouchable {
  private Untouchable() {}

  static ResourceRepository repository() {
    return (ResourceRepository)
        Proxy.newProxyInstance(
            ResourceRepository.class.getClassLoader(),
            new Class<?>[] {ResourceRepository.class},
            (proxy, method, arguments) -> {
              throw new AssertionError("the repository was touched: " + method.getName());
            });
  }
}
