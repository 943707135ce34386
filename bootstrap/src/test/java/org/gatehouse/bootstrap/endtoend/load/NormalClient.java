package org.gatehouse.bootstrap.endtoend.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.RawClient;

/** Asks as people do, one request after the other, and wants each of them answered. */
final class NormalClient {
  private static final int REQUESTS_PER_CONNECTION = 10;

  private final JarServer server;

  NormalClient(JarServer server) {
    this.server = server;
  }

  /**
   * Sends this many requests, on a fresh connection after each tenth.
   *
   * @return the median time of a request in microseconds, the connection included
   */
  long ask(int requests) throws IOException {
    long[] nanos = new long[requests];
    RawClient client = null;
    try {
      for (int i = 0; i < requests; i++) {
        long start = System.nanoTime();
        if (i % REQUESTS_PER_CONNECTION == 0) {
          close(client);
          client = server.connect();
        }
        assertEquals(200, client.get("/a.txt").status());
        nanos[i] = System.nanoTime() - start;
      }
    } finally {
      close(client);
    }
    Arrays.sort(nanos);
    return nanos[requests / 2] / 1000;
  }

  /** Writes a file and reads it again. */
  void write() throws IOException {
    try (RawClient client = server.connect()) {
      int status = client.exchange("PUT /written.txt", "written").status();
      assertEquals(2, status / 100, "a write is answered with " + status);
      assertEquals("written", client.get("/written.txt").text());
    }
  }

  private static void close(RawClient client) throws IOException {
    if (client != null) {
      client.close();
    }
  }
}
