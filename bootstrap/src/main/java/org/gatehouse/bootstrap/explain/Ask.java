package org.gatehouse.bootstrap.explain;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A request that is to be explained.
 *
 * @param method any word
 * @param target as it would be sent
 * @param headers field lines, each {@code Name: value}, Host and the length of the content included
 * @param content where its content is
 */
public record Ask(String method, String target, List<String> headers, Optional<Path> content) {

  /** Copies the list. */
  public Ask {
    headers = List.copyOf(headers);
  }

  /** The head as a client would send it. */
  String head() {
    StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    headers.forEach(line -> text.append(line).append("\r\n"));
    return text.append("\r\n").toString();
  }
}
