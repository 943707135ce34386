package org.gatehouse.application.guard;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.ResourceRepository;

/** Repositories that nobody may make wait. */
final class Untouchable {
  private Untouchable() {}

  /** One that nobody may use at all. */
  static ResourceRepository repository() {
    return answering(Untouchable::refuse);
  }

  /** One that knows this of every path, and may not be asked for more. */
  static ResourceRepository repositoryThatKnows(Lookup known) {
    return answering(
        method -> method.getName().equals("peek") ? Optional.of(known) : refuse(method));
  }

  private static Object refuse(Method method) {
    throw new AssertionError("the repository was touched: " + method.getName());
  }

  private static ResourceRepository answering(Function<Method, Object> answer) {
    return (ResourceRepository)
        Proxy.newProxyInstance(
            ResourceRepository.class.getClassLoader(),
            new Class<?>[] {ResourceRepository.class},
            (proxy, method, arguments) -> answer.apply(method));
  }
}
