package org.gatehouse.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gatehouse.adapter.socket.vectors.WireVector;
import org.gatehouse.adapter.socket.vectors.WireVector.Answer;
import org.gatehouse.adapter.socket.vectors.WireVector.Ending;

/** Sends one {@link WireVector} over a connection of its own, and says what came back. */
final class VectorExchange {
  private static final String CONTINUE_IS_AWAITED = "100-continue";

  private final WireVector vector;
  private final RawClient client;
  private final boolean mayContinue;

  private VectorExchange(WireVector vector, RawClient client) {
    this.vector = vector;
    this.client = client;
    String text = new String(vector.octets(), ISO_8859_1);
    this.mayContinue = text.toLowerCase(Locale.ROOT).contains(CONTINUE_IS_AWAITED);
  }

  /**
   * Sends it and reads on until the server closes.
   *
   * @param pieces in how many writes it is sent
   * @return the answers and the ending, as {@link #expected} words them where all is well
   */
  static String observe(JarServer server, WireVector vector, int pieces) throws IOException {
    try (RawClient client = server.connect()) {
      return new VectorExchange(vector, client).observe(pieces);
    }
  }

  /** What is to be observed. */
  static String expected(WireVector vector) {
    return vector.answers() + " " + vector.ending();
  }

  private String observe(int pieces) throws IOException {
    send(vector.octetsAndCanary(), pieces);
    if (vector.ending() == Ending.CUT) {
      client.shutdownOutput();
    }
    List<Answer> answers = new ArrayList<>();
    for (Answer expected : vector.answers()) {
      answers.add(answer(expected));
    }
    return answers + " " + ending();
  }

  private void send(byte[] octets, int pieces) throws IOException {
    int size = octets.length / pieces + 1;
    for (int from = 0; from < octets.length; from += size) {
      client.send(Arrays.copyOfRange(octets, from, Math.min(from + size, octets.length)));
    }
  }

  private Answer answer(Answer expected) throws IOException {
    RawResponse response = next(expected.toHead());
    String content = expected.content() == null ? null : new String(response.content(), ISO_8859_1);
    return new Answer(expected.toHead(), response.status(), content);
  }

  private RawResponse next(boolean toHead) throws IOException {
    RawResponse response = toHead ? client.readHead() : client.read();
    return response.status() == 100 && mayContinue ? next(toHead) : response;
  }

  /** The ending, or what came in its stead. */
  private String ending() throws IOException {
    if (vector.ending() == Ending.OPEN) {
      RawResponse canary = next(false);
      String content = new String(canary.content(), ISO_8859_1);
      if (canary.status() != 404 || !content.contains(vector.canaryPath())) {
        return canary.status() + " in the place of the canary";
      }
      client.shutdownOutput();
    }
    return client.awaitClose() ? vector.ending().name() : "and then more";
  }
}
