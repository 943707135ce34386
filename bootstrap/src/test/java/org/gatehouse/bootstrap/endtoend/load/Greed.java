package org.gatehouse.bootstrap.endtoend.load;

import java.io.IOException;
import java.util.List;
import org.gatehouse.bootstrap.endtoend.RawClient;

/** Ways to keep a server busy with little effort, and the mode of slowhttptest that is like it. */
enum Greed {
  /** Heads that never end, a field now and then (Slowloris). */
  HEADS("-H") {
    @Override
    void begin(RawClient client) throws IOException {
      client.send("GET /a.txt HTTP/1.1\r\nHost: " + client.host() + "\r\n");
    }

    @Override
    void goOn(RawClient client) throws IOException {
      client.send("X-More: x\r\n");
    }
  },

  /** Content that comes octet by octet. */
  BODIES("-B", "-s", "8192") {
    @Override
    void begin(RawClient client) throws IOException {
      client.sendHead("POST /slow.txt", "Content-Length: 8192");
    }

    @Override
    void goOn(RawClient client) throws IOException {
      client.send("x");
    }
  },

  /** Several responses are asked for, and read octet by octet. */
  READERS("-X", "-w", "512", "-y", "1024", "-n", "5", "-z", "32", "-k", "3") {
    @Override
    void begin(RawClient client) throws IOException {
      for (int i = 0; i < 3; i++) {
        client.sendHead("GET /large.txt");
      }
    }

    @Override
    void goOn(RawClient client) throws IOException {
      client.readExactly(1);
    }
  },

  /** As many overlapping ranges as a field holds, of a file that is large. */
  RANGES("-R", "-a", "10", "-b", "3000") {
    @Override
    void begin(RawClient client) throws IOException {
      StringBuilder ranges = new StringBuilder("Range: bytes=0-");
      for (int i = 0; i < 1300; i++) {
        ranges.append(",5-").append(i + 5);
      }
      client.sendHead("GET /large.txt", ranges.toString());
    }

    @Override
    void goOn(RawClient client) throws IOException {
      client.readExactly(1);
    }
  };

  private final List<String> slowhttptest;

  Greed(String... slowhttptest) {
    this.slowhttptest = List.of(slowhttptest);
  }

  /** What a connection begins with. */
  abstract void begin(RawClient client) throws IOException;

  /** What keeps it from being given up. */
  abstract void goOn(RawClient client) throws IOException;

  /** The arguments with which slowhttptest does the like. */
  List<String> slowhttptest() {
    return slowhttptest;
  }
}
