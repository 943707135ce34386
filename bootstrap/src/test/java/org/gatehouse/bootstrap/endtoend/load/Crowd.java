package org.gatehouse.bootstrap.endtoend.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.RawClient;

/** Many connections of one kind of client. Closing it breaks them all. */
final class Crowd implements AutoCloseable {
  private final List<RawClient> clients = new ArrayList<>();

  /** What each of them does. */
  interface Act {
    void by(RawClient client) throws IOException;
  }

  /** Connects this many, and has each begin. */
  static Crowd of(int count, JarServer server, Act beginning) throws IOException {
    Crowd crowd = new Crowd();
    try {
      for (int i = 0; i < count; i++) {
        RawClient client = server.connect();
        crowd.clients.add(client);
        beginning.by(client);
      }
      return crowd;
    } catch (IOException | RuntimeException | Error failed) {
      crowd.close();
      throw failed;
    }
  }

  /**
   * Has each go on; those whom the server has cut off do not matter any more.
   *
   * @return how many could
   */
  int each(Act act) {
    int done = 0;
    for (RawClient client : clients) {
      try {
        act.by(client);
        done++;
      } catch (IOException cutOff) {
        continue;
      }
    }
    return done;
  }

  @Override
  public void close() throws IOException {
    for (RawClient client : clients) {
      client.reset();
    }
  }
}
