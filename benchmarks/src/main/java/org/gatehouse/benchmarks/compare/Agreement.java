package org.gatehouse.benchmarks.compare;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Makes sure that a server answers what all have to answer, before it is measured. */
final class Agreement {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * Asks once, as the scenario does.
   *
   * @return the entity tag of the file that is asked for, or an empty one
   * @throws IOException if the answer is another one
   */
  String check(RunningServer server, Scenario scenario) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + scenario.ask().path());
    String tag =
        client
            .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
            .headers()
            .firstValue("ETag")
            .orElse("");
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    for (String line : scenario.ask().lines(tag)) {
      String[] field = line.split(": ", 2);
      // This one belongs to the connection, which is the client's own business.
      if (!field[0].equals("Connection")) {
        request.header(field[0], field[1]);
      }
    }
    compare(server, scenario, client.send(request.build(), BodyHandlers.ofInputStream()));
    return tag;
  }

  private static void compare(
      RunningServer server, Scenario scenario, HttpResponse<InputStream> response)
      throws IOException {
    Answer expected = scenario.answer();
    try (InputStream body = response.body()) {
      boolean coded = response.headers().firstValue("Content-Encoding").isPresent();
      InputStream content = coded ? new GZIPInputStream(body) : body;
      if (response.statusCode() != expected.code()
          || coded != (scenario == Scenario.GZIP)
          || !Arrays.equals(content.readAllBytes(), expected.content())) {
        throw new IOException(
            server.contender().id()
                + " gives another answer to '"
                + scenario.id()
                + "': "
                + response
                + " "
                + response.headers().map());
      }
    }
  }
}
