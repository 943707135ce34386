package org.gatehouse.bootstrap.endtoend.durability;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.RawClient;

/** Many clients that begin at the same moment. */
final class Crowd {
  private Crowd() {}

  /** What one of them does, on a connection of its own. */
  interface Member<T> {
    T act(RawClient client, int number) throws Exception;
  }

  /**
   * Lets so many clients act, each once they are all connected.
   *
   * @return what each came to, by number
   */
  static <T> List<T> of(int size, JarServer server, Member<T> member) throws Exception {
    CyclicBarrier together = new CyclicBarrier(size);
    ExecutorService threads = Executors.newFixedThreadPool(size);
    try {
      List<Callable<T>> tasks = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        int number = i;
        tasks.add(
            () -> {
              try (RawClient client = server.connect()) {
                together.await();
                return member.act(client, number);
              }
            });
      }
      List<T> results = new ArrayList<>();
      for (Future<T> done : threads.invokeAll(tasks)) {
        results.add(done.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
