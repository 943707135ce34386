package org.gatehouse.adapter.socket.vectors;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * What is sent over one connection, and what has to come of it.
 *
 * @param number its place among all vectors
 * @param section where the rule stands, as in {@code 9112 §5.2}
 * @param name what it is about
 * @param octets what is sent
 * @param ends after how many octets each request that is well-formed ends, its content included
 * @param refusedAfter how many octets it takes to see that a rule is broken; negative if none is
 * @param violation the name of the broken rule; empty if there is none
 * @param answers what the server answers, in order
 * @param ending what then becomes of the connection
 */
public record WireVector(
    int number,
    String section,
    String name,
    byte[] octets,
    List<Integer> ends,
    int refusedAfter,
    String violation,
    List<Answer> answers,
    Ending ending) {

  /**
   * An answer.
   *
   * @param toHead whether it answers a HEAD, and so has no content
   * @param status its code
   * @param content what it carries, one character an octet; null where that is of no interest
   */
  public record Answer(boolean toHead, int status, String content) {
    @Override
    public String toString() {
      return (toHead ? "HEAD:" : "") + status + (content == null ? "" : "=" + content);
    }
  }

  /** What becomes of the connection after the answers. */
  public enum Ending {
    /** It goes on: a canary right behind the octets is answered, and nothing else is. */
    OPEN,
    /** The server closes it, and a canary right behind the octets is never taken as a request. */
    CLOSE,
    /** The client sends nothing more and shuts its side; the server closes. */
    CUT
  }

  /** The path of the request that is sent behind the octets; each vector has its own. */
  public String canaryPath() {
    return canaryPath(number);
  }

  static String canaryPath(int number) {
    return String.format("/canary-%04d", number);
  }

  /** The request that is sent behind the octets, or hidden in them. */
  static String canary(int number) {
    return "GET " + canaryPath(number) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  }

  /** The octets, and the canary unless the client shuts its side. */
  public byte[] octetsAndCanary() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(octets);
    if (ending != Ending.CUT) {
      all.writeBytes(canary(number).getBytes(US_ASCII));
    }
    return all.toByteArray();
  }

  @Override
  public String toString() {
    return section + " " + name;
  }
}
