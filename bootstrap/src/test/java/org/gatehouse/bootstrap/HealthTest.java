package org.gatehouse.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.bootstrap.config.Probe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The question for health, put to servers that answer well, badly or not at all. */
@Timeout(60)
class HealthTest {
  private static final Duration AMPLE = Duration.ofSeconds(50);
  private static final Duration SHORT = Duration.ofMillis(200);

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicInteger asked = new AtomicInteger();
  private ServerSocket listener;

  @BeforeEach
  void listen() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    listener.close();
  }

  /** What a server does with a connection; closing it is not its business. */
  private interface Manner {
    void treat(Socket connection) throws IOException;
  }

  /** Treats every connection so, until the test is over. */
  private void serve(Manner manner) {
    Thread thread =
        new Thread(
            () -> {
              while (!listener.isClosed()) {
                try (Socket connection = listener.accept()) {
                  asked.incrementAndGet();
                  manner.treat(connection);
                } catch (IOException ended) {
                  // The client has heard enough, or the test is over.
                }
              }
            },
            "scripted server");
    thread.setDaemon(true);
    thread.start();
  }

  private static void send(Socket connection, String text) throws IOException {
    connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String head(Socket connection) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) connection.getInputStream().read());
    }
    return head.toString();
  }

  /** Answers with this once a request has come. */
  private void answer(String response) {
    serve(
        connection -> {
          head(connection);
          send(connection, response);
        });
  }

  private void answer(int status, String content) {
    int length = content.getBytes(StandardCharsets.UTF_8).length;
    answer("HTTP/1.1 " + status + " Some\r\nContent-Length: " + length + "\r\n\r\n" + content);
  }

  private String url() {
    return "http://127.0.0.1:" + listener.getLocalPort() + "/health";
  }

  private int ask(Duration timeout) {
    Console console =
        new Console(
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Health(console).run(new Probe(URI.create(url()), timeout));
  }

  private List<String> said() {
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private void assertUnwell(String words, Duration timeout) {
    assertEquals(1, ask(timeout));
    assertEquals(List.of("gatehouse: " + url() + ": " + words), said());
  }

  @Test
  void wellIsZeroAndSilent() {
    answer(200, "{\"status\":\"ok\"}");
    assertEquals(0, ask(AMPLE));
    assertEquals(List.of(), said());
  }

  @Test
  void itAsksForTheNamedPathOfTheNamedHostAndLetsTheConnectionClose() {
    StringBuffer seen = new StringBuffer();
    serve(
        connection -> {
          seen.append(head(connection));
          send(connection, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });
    assertEquals(0, ask(AMPLE));
    assertTrue(seen.toString().startsWith("GET /health HTTP/1.1\r\n"), seen.toString());
    assertTrue(seen.toString().contains("\r\nHost: 127.0.0.1:" + listener.getLocalPort()));
    assertTrue(seen.toString().contains("\r\nConnection: close\r\n"), seen.toString());
  }

  @Test
  void theReasonIsRepeated() {
    answer(503, "{\"status\":\"draining\", \"reason\" : \"The server is about to stop.\"}");
    assertUnwell("status 503: The server is about to stop.", AMPLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "busy",
        "{\"status\":\"failing\"}",
        "{\"reason\":7}",
        "{\"reason\":\"with \\\"quotes\\\"\"}",
        "{\"reason\":\"never ended"
      })
  void whereNoneIsGivenPlainlyTheStatusIsEnough(String content) {
    answer(503, content);
    assertUnwell("status 503", AMPLE);
  }

  @Test
  void aLongReasonIsNotShown() {
    answer(503, "{\"reason\":\"" + "x".repeat(201) + "\"}");
    assertUnwell("status 503", AMPLE);
  }

  @Test
  void aReasonCannotForgeALineOrTellATerminal() {
    answer(503, "{\"reason\":\"a\nb\u001b[2J\u202e\"}");
    assertUnwell("status 503: a\\x0ab\\x1b[2J\\u202e", AMPLE);
  }

  @ParameterizedTest
  @CsvSource({"201", "204", "206", "401", "403", "404", "500"})
  void everyOtherStatusIsUnwell(int status) {
    answer("HTTP/1.1 " + status + " Some\r\nConnection: close\r\n\r\n");
    assertUnwell("status " + status, AMPLE);
  }

  @Test
  void aRedirectIsNotFollowed() {
    answer("HTTP/1.1 302 Found\r\nLocation: " + url() + "?again\r\nContent-Length: 0\r\n\r\n");
    assertUnwell("status 302", AMPLE);
    assertEquals(1, asked.get());
  }

  @Test
  void whatIsNotHttp() {
    answer("220 mail.example.org ESMTP ready\r\n");
    assertUnwell("the answer is not HTTP", AMPLE);
  }

  @Test
  void contentWithoutEndIsNotReadToItsEnd() {
    serve(
        connection -> {
          head(connection);
          send(connection, "HTTP/1.1 503 Some\r\n\r\n{\"reason\":\"Too much to say.\"}");
          while (true) {
            send(connection, " ".repeat(1000));
          }
        });
    assertUnwell("status 503: Too much to say.", AMPLE);
  }

  @Test
  void aConnectionThatIsClosedWithoutAnAnswer() {
    serve(HealthTest::head);
    assertEquals(1, ask(AMPLE));
    assertEquals(1, said().size(), () -> said().toString());
  }

  @Test
  void nobodyListens() throws IOException {
    listener.close();
    // Bound, so that nobody else takes the port, and never listening.
    try (Socket bound = new Socket()) {
      bound.bind(listener.getLocalSocketAddress());
      assertUnwell("Connection refused", AMPLE);
    }
  }

  @Test
  void aServerThatHangs() {
    // The connection waits to be accepted, which it never is.
    assertUnwell("no answer within 200 ms", SHORT);
  }

  @Test
  void anAnswerThatComesLineByLineIsBoundedAsAWhole() throws InterruptedException {
    CountDownLatch hungUp = new CountDownLatch(1);
    serve(
        connection -> {
          head(connection);
          send(connection, "HTTP/1.1 200 OK\r\n");
          // Each line is in time; together they take far longer than the client has.
          try {
            for (int i = 0; i < 200 && !hasHungUp(connection); i++) {
              send(connection, "A: b\r\n");
            }
          } finally {
            hungUp.countDown();
          }
        });
    assertUnwell("no answer within 200 ms", SHORT);
    hungUp.await();
  }

  /** Whether the client has closed; it is given a moment to do so. */
  private static boolean hasHungUp(Socket connection) throws IOException {
    connection.setSoTimeout(20);
    try {
      return connection.getInputStream().read() < 0;
    } catch (SocketTimeoutException stillThere) {
      return false;
    } catch (SocketException reset) {
      return true;
    }
  }
}
