package org.gatehouse.bootstrap.endtoend.confinement;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.RawClient;
import org.gatehouse.bootstrap.endtoend.RawResponse;

/**
 * One client's exchanges, with good credentials, on a new connection whenever the server has ended
 * the last one. No answer may tell the secret.
 */
final class Conversation implements Closeable {
  private static final String CREDENTIALS = "Authorization: Basic bWU6b3BlbnNlc2FtZQ==\r\n";

  private final JarServer server;
  private RawClient client;

  Conversation(JarServer server) throws IOException {
    this.server = server;
    this.client = server.connect();
  }

  /** The status of an answer; a PUT and a POST bring a little content. */
  int status(String method, String target) throws IOException {
    return ask(method, target, "").status();
  }

  /** The statuses of the answers to GET, HEAD, PUT, POST and DELETE, asked in this order. */
  List<Integer> statuses(String target) throws IOException {
    List<Integer> statuses = new ArrayList<>();
    for (String method : new String[] {"GET", "HEAD", "PUT", "POST", "DELETE"}) {
      statuses.add(status(method, target));
    }
    return statuses;
  }

  /**
   * Asks.
   *
   * @param fields further lines, each with its end
   */
  RawResponse ask(String method, String target, String fields) throws IOException {
    boolean brings = method.equals("PUT") || method.equals("POST");
    return ask(method, target, fields, brings ? "new" : "");
  }

  /** Asks with this content. */
  RawResponse ask(String method, String target, String fields, String content) throws IOException {
    String length = content.isEmpty() ? "" : "Content-Length: " + content.length() + "\r\n";
    client.send(
        method
            + " "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\n"
            + CREDENTIALS
            + fields
            + length
            + "\r\n"
            + content);
    RawResponse response = method.equals("HEAD") ? client.readHead() : client.read();
    Surroundings.assertSilent(response);
    if (response.field("Connection").equals("close")) {
      client.close();
      client = server.connect();
    }
    return response;
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
