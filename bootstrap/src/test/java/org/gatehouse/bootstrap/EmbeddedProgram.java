package org.gatehouse.bootstrap;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gatehouse.application.fake.InMemoryResourceRepository;

/** A program that runs a server for a while, and tells on standard output what is left of it. */
final class EmbeddedProgram {
  private EmbeddedProgram() {}

  /** Serves some requests, closes, and says what should not be there. */
  public static void main(String... arguments) throws Exception {
    InMemoryResourceRepository repository = new InMemoryResourceRepository();
    try (Gatehouse server =
        Gatehouse.builder().port(0).resources(repository).shutdownTimeout(Duration.ZERO).start()) {
      use(server.uri());
    }
    threadsOfServers().forEach(name -> System.out.println("thread " + name));
    hooks().forEach(hook -> System.out.println("hook " + hook));
  }

  private static void use(URI uri) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    URI page = uri.resolve("a.txt");
    HttpRequest put = HttpRequest.newBuilder(page).PUT(BodyPublishers.ofString("a")).build();
    require(client.send(put, BodyHandlers.discarding()).statusCode() == 201, "PUT");
    for (String path : List.of("a.txt", "a.txt?download", "metrics", "health", "missing")) {
      HttpRequest get = HttpRequest.newBuilder(uri.resolve(path)).build();
      int status = client.send(get, BodyHandlers.discarding()).statusCode();
      require(status == (path.equals("missing") ? 404 : 200), path);
    }
  }

  private static void require(boolean fulfilled, String what) {
    if (!fulfilled) {
      throw new IllegalStateException(what);
    }
  }

  /** Threads that a server starts, and that are still alive; each is given a moment to end. */
  static List<String> threadsOfServers() throws InterruptedException {
    List<Thread> threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().matches("(loop|worker|gatehouse|log)[- ].*"))
            .toList();
    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(1));
    }
    return threads.stream().filter(Thread::isAlive).map(Thread::getName).toList();
  }

  /** The shutdown hooks of this process; the JVM shows them to nobody who is not let in. */
  private static List<String> hooks() throws ReflectiveOperationException {
    java.lang.reflect.Field hooks =
        Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
    hooks.setAccessible(true);
    return ((Map<?, ?>) hooks.get(null)).keySet().stream().map(Object::toString).toList();
  }
}
