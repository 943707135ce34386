package org.gatehouse.bootstrap.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Clients that loop over two servers, as if a balancer stood between. Each asks the two in turn,
 * keeps its connections, and gives one up now and then so that new ones are made all the time.
 *
 * <p>A client goes to the other server only if its request was not sent: it could not connect, or
 * found its idle connection closed. What was sent has to be answered in full, or is a failure. One
 * thing no server can help: a request may cross with the close of an idle connection (RFC 9112
 * §9.3.1). It is ten microseconds wide, so a few are borne where a server leaves, and none
 * elsewhere.
 */
final class RollingClients implements AutoCloseable {
  static final String SMALL = "small.txt";
  static final String LARGE = "large.bin";
  private static final int PATIENCE_SECONDS = 60;
  private static final int MOST_ATTEMPTS = 1000;
  private static final int SERVERS = 2;
  private static final int NOWHERE = 0;
  private static final int MOST_CROSSINGS = 2;

  private final byte[] small;
  private final byte[] large;
  private final AtomicIntegerArray ports = new AtomicIntegerArray(SERVERS);
  private final AtomicIntegerArray leaving = new AtomicIntegerArray(SERVERS);
  private final AtomicInteger crossings = new AtomicInteger();
  private final Semaphore answers = new Semaphore(0);
  private final Collection<String> failures = new ConcurrentLinkedQueue<>();
  private final List<Client> clients = new ArrayList<>();
  private volatile boolean over;

  /** Clients that know what the small and the large file hold. */
  RollingClients(byte[] small, byte[] large) {
    this.small = small;
    this.large = large;
  }

  /** Says that a server is gone; its port may be another's by now. */
  void forget(int server) {
    ports.set(server, NOWHERE);
  }

  /** Says that a server is about to close its connections. */
  void announce(int server) {
    leaving.set(server, 1);
  }

  /** Says where a server is. */
  void use(int server, int port) {
    leaving.set(server, 0);
    ports.set(server, port);
  }

  /** Sets them going. */
  void start(int count) {
    for (int i = 0; i < count; i++) {
      clients.add(new Client(i));
    }
    clients.forEach(client -> client.thread.start());
  }

  /** Waits until they have had this many answers from now on. */
  void await(int count) throws InterruptedException {
    answers.drainPermits();
    if (!answers.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the clients are stuck: " + failures);
    }
  }

  /** Ends them; what went wrong. */
  Collection<String> finish() throws InterruptedException {
    over = true;
    for (Client client : clients) {
      client.thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      if (client.thread.isAlive()) {
        failures.add(client.number + " does not end");
      }
    }
    if (crossings.get() > MOST_CROSSINGS) {
      failures.add(crossings + " requests found their connection closed");
    }
    return failures;
  }

  /** Checks that the root of a server holds what its answers to PUT have promised. */
  void checkStored(int server, Path root) throws IOException {
    for (Client client : clients) {
      String promised = client.stored[server];
      if (promised != null) {
        String found = Files.readString(root.resolve(client.ownFile()));
        if (!found.equals(promised)) {
          failures.add(client.number + " was promised " + promised + ", found is " + found);
        }
      }
    }
  }

  @Override
  public void close() {
    over = true;
    clients.forEach(client -> client.thread.interrupt());
  }

  private final class Client {
    private final int number;
    private final Thread thread;
    private final RawClient[] connections = new RawClient[SERVERS];
    private final String[] stored = new String[SERVERS];
    private final int[] used = new int[SERVERS];
    private final long[] idleSince = new long[SERVERS];

    Client(int number) {
      this.number = number;
      this.thread = new Thread(this::run, "rolling-" + number);
      thread.setDaemon(true);
    }

    private void run() {
      try {
        for (int i = number; !over; i++) {
          ask(i);
        }
      } catch (IOException | RuntimeException lost) {
        failures.add(number + ": " + lost + ", " + lost.getCause());
      } finally {
        drop(0);
        drop(1);
      }
    }

    private String ownFile() {
      return "own-" + number + ".txt";
    }

    private void ask(int i) throws IOException {
      String content = "request " + i + " of " + number + "\n";
      byte[] request =
          switch (i % 16) {
            case 3, 8, 13 -> request("PUT", ownFile(), content);
            case 10 -> request("GET", LARGE, "");
            default -> request("GET", SMALL, "");
          };
      int server = send(i % SERVERS, request);
      if (!connections[server].awaitAnswer() && leaving.get(server) == 1) {
        crossings.incrementAndGet();
        stored[server] = null;
        drop(server);
        return;
      }
      long idle = (System.nanoTime() - idleSince[server]) / 1_000_000;
      RawResponse response;
      try {
        response = connections[server].read();
      } catch (IOException lost) {
        String before = used[server] == 0 ? "a fresh connection" : "one idle for " + idle + " ms";
        throw new IOException("request " + i + " to " + server + " on " + before, lost);
      }
      used[server]++;
      idleSince[server] = System.nanoTime();
      switch (i % 16) {
        case 3, 8, 13 -> {
          check(response.status() == 200 || response.status() == 201, i, response);
          stored[server] = content;
        }
        case 10 -> check(Arrays.equals(large, response.content()), i, response);
        default -> check(Arrays.equals(small, response.content()), i, response);
      }
      answers.release();
      if (response.field("Connection").equals("close") || i % 10 == 9) {
        drop(server);
      }
    }

    private byte[] request(String method, String file, String content) {
      String length = content.isEmpty() ? "" : "Content-Length: " + content.length() + "\r\n";
      String head = method + " /" + file + " HTTP/1.1\r\nHost: localhost\r\n" + length + "\r\n";
      return (head + content).getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends to this server, or to the other if nothing could be sent; which it was. */
    private int send(int first, byte[] request) throws IOException {
      for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        int server = (first + attempt) % SERVERS;
        if (connections[server] == null && ports.get(server) == NOWHERE) {
          continue;
        }
        try {
          if (connections[server] == null) {
            used[server] = 0;
            connections[server] = new RawClient("127.0.0.1", ports.get(server));
          }
          if (connections[server].sendIfOpen(request)) {
            return server;
          }
        } catch (IOException notSent) {
          // Refused, or reset before the request had gone.
        }
        drop(server);
      }
      throw new IOException("no server takes the request");
    }

    private void check(boolean good, int i, RawResponse response) throws IOException {
      if (!good) {
        throw new IOException("request " + i + " got " + response.statusLine());
      }
    }

    private void drop(int server) {
      try {
        if (connections[server] != null) {
          connections[server].close();
        }
      } catch (IOException alreadyGone) {
        failures.add(number + " cannot close: " + alreadyGone);
      } finally {
        connections[server] = null;
      }
    }
  }
}
