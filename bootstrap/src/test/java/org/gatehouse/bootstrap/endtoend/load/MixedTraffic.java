package org.gatehouse.bootstrap.endtoend.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.RawClient;
import org.gatehouse.bootstrap.endtoend.RawResponse;

/**
 * What a server meets in an hour, without the pauses: mostly reading, some writing, mistakes,
 * broken requests, and clients that vanish in the middle of everything.
 */
final class MixedTraffic implements Runnable {
  private static final int PIPELINED = 50;
  private static final String AUTHORIZATION = "Authorization: Basic dXNlcjpwYXNzd29yZA==";
  private static final String FORM_TYPE = "Content-Type: multipart/form-data; boundary=b";
  private static final String FORM =
      "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"form.txt\"\r\n\r\nx\r\n--b--\r\n";

  private final JarServer server;
  private final AtomicLong left;
  private final SplittableRandom random;
  private final String mine;

  /**
   * Traffic of one client.
   *
   * @param left how many requests are to be sent by all together; counted down
   * @param number of the client, which it writes its own files with
   */
  MixedTraffic(JarServer server, AtomicLong left, int number) {
    this.server = server;
    this.left = left;
    this.random = new SplittableRandom(number);
    this.mine = "/own" + number;
  }

  @Override
  public void run() {
    try {
      while (left.get() > 0) {
        visit();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void visit() throws IOException {
    try (RawClient client = server.connect()) {
      reading(client);
      writing(client);
      reading(client);
    }
    left.addAndGet(-5);
    switch (random.nextInt(5)) {
      case 0 -> vanishingUpload();
      case 1 -> vanishingDownload();
      case 2 -> brokenRequest();
      case 3 -> refusedUpload();
      default -> silentClient();
    }
  }

  /** Pipelined, as in fast motion: what each answer has to be is known. */
  private void reading(RawClient client) throws IOException {
    StringBuilder requests = new StringBuilder();
    int[] expected = new int[PIPELINED];
    for (int i = 0; i < PIPELINED; i++) {
      expected[i] = append(requests, client.host());
    }
    client.send(requests.toString());
    for (int status : expected) {
      assertEquals(status, client.read().status());
    }
    left.addAndGet(-PIPELINED);
  }

  private int append(StringBuilder requests, String host) {
    return switch (random.nextInt(10)) {
      case 0 -> append(requests, host, "/missing" + random.nextInt(2000), "", 404);
      case 1 -> append(requests, host, "/a.txt", "If-None-Match: *\r\n", 304);
      case 2 -> append(requests, host, "/large.txt", "Range: bytes=5-9,20-29\r\n", 206);
      case 3 -> append(requests, host, "/text.txt", "Accept-Encoding: gzip\r\n", 200);
      case 4 -> append(requests, host, "/../x", "", 403);
      case 5 -> append(requests, host, "/large.txt", "Range: bytes=1000-1999\r\n", 206);
      case 6 -> append(requests, host, "/echo/" + random.nextInt(), "", 200);
      case 7 -> append(requests, host, "/a.txt", "Cookie: id=x\r\nIf-Match: \"no\"\r\n", 412);
      default -> append(requests, host, "/a.txt", "", 200);
    };
  }

  private static int append(
      StringBuilder requests, String host, String target, String fields, int status) {
    requests.append("GET ").append(target).append(" HTTP/1.1\r\nHost: ").append(host);
    requests.append("\r\n").append(fields).append("\r\n");
    return status;
  }

  private void writing(RawClient client) throws IOException {
    String path = mine + "-" + random.nextInt(5) + ".txt";
    String content = "x".repeat(random.nextInt(5000));
    assertWritten(client.exchange("PUT " + path, content));
    client.sendHead("PUT " + path, "Transfer-Encoding: chunked");
    assertWritten(client.send("3\r\nabc\r\n0\r\n\r\n").read());
    delete(client, created(client.exchange("POST " + path, content)));
    delete(client, created(client.exchange("POST /", FORM, FORM_TYPE)));
    assertEquals(401, client.sendHead("DELETE " + path).read().status());
    delete(client, path);
  }

  private static void delete(RawClient client, String path) throws IOException {
    assertEquals(200, client.sendHead("DELETE " + path, AUTHORIZATION).read().status());
  }

  private static String created(RawResponse response) {
    assertEquals(201, response.status(), response.text());
    return response.field("Location");
  }

  private static void assertWritten(RawResponse response) {
    assertTrue(Set.of(200, 201).contains(response.status()), response.toString());
  }

  private void vanishingUpload() throws IOException {
    RawClient client = server.connect();
    client
        .sendHead("PUT " + mine, "Content-Length: 100000")
        .send("x".repeat(random.nextInt(50_000)));
    client.reset();
  }

  private void vanishingDownload() throws IOException {
    RawClient client = server.connect();
    client.sendHead("GET /large.txt").sendHead("GET /large.txt").readExactly(random.nextInt(9999));
    client.reset();
  }

  private void brokenRequest() throws IOException {
    try (RawClient client = server.connect()) {
      assertEquals(
          400, client.send("GET /a.txt HTTP/1.1\r\nHost: a\r\nbroken\r\n\r\n").read().status());
    }
  }

  private void refusedUpload() throws IOException {
    try (RawClient client = server.connect()) {
      client.sendHead("PUT " + mine, "Content-Length: 99999999999", "Expect: 100-continue");
      assertEquals(413, client.read().status());
    }
  }

  private void silentClient() throws IOException {
    RawClient client = server.connect();
    client.send("GET /a.txt HT");
    client.reset();
  }
}
