package org.gatehouse.benchmarks.compare;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Asks whether a server is there. */
final class Probe {
  private static final int PATIENCE_MILLIS = 5_000;

  private Probe() {}

  /** Whether something on this port begins an answer. */
  static boolean answers(int port, String path) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request(port, path));
      return socket.getInputStream().readNBytes(9).length == 9;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** A GET request. */
  static byte[] request(int port, String path) {
    return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n").getBytes(US_ASCII);
  }
}
