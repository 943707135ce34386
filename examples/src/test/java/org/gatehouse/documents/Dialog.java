package org.gatehouse.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A dialog with a server, as a page writes it: {@code >} before a request, its fields and content;
 * {@code <} before a status, and what the answer has among its fields and in its content.
 */
final class Dialog {
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;

  Dialog(URI server) {
    this.server = server;
  }

  /** Holds it; whether anything was asked. */
  boolean hold(String lines) throws IOException, InterruptedException {
    HttpResponse<String> response = null;
    HttpRequest.Builder request = null;
    for (String line : lines.split("\n")) {
      String text = line.substring(2);
      if (line.startsWith("> ") && (request == null || response != null)) {
        request = request(text);
        response = null;
      } else if (line.startsWith("> ")) {
        String[] field = text.split(": ", 2);
        request.header(field[0], field[1]);
      } else if (response == null) {
        response = client.send(request.build(), BodyHandlers.ofString());
        assertEquals(text, Integer.toString(response.statusCode()), response.body());
      } else {
        assertHas(response, text);
      }
    }
    return response != null;
  }

  private HttpRequest.Builder request(String line) {
    String[] words = line.split(" ", 3);
    String content = words.length > 2 ? words[2] : "";
    return HttpRequest.newBuilder(server.resolve(words[1]))
        .timeout(Duration.ofSeconds(20))
        .method(
            words[0],
            content.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(content));
  }

  private static void assertHas(HttpResponse<String> response, String expected) {
    String[] field = expected.split(": ", 2);
    boolean isField =
        field.length > 1
            && response.headers().allValues(field[0]).stream().anyMatch(field[1]::equals);
    assertTrue(
        isField || response.body().contains(expected),
        () -> expected + " is not in " + response.headers().map() + "\n" + response.body());
  }
}
