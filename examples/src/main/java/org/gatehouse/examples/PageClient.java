package org.gatehouse.examples;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A client that keeps what it has read. It asks whether a page has changed (RFC 9110 §13.1.2), and
 * shows the page it has while the server fails.
 */
public final class PageClient {
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final int LEAST_FAILURE = 500;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<URI, HttpResponse<String>> kept = new ConcurrentHashMap<>();

  /**
   * The text of a page.
   *
   * @throws IOException if there is none to be had
   */
  public String read(URI page) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(page);
    HttpResponse<String> old = kept.get(page);
    if (old != null) {
      request.header("If-None-Match", old.headers().firstValue("ETag").orElse("\"\""));
    }
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() == OK) {
      kept.put(page, response);
      return response.body();
    }
    boolean keepsStanding =
        response.statusCode() == NOT_MODIFIED || response.statusCode() >= LEAST_FAILURE;
    if (old == null || !keepsStanding) {
      throw new IOException(page + ": status " + response.statusCode());
    }
    return old.body();
  }
}
