package org.gatehouse.adapter.socket.server;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A client that sends exactly the octets it is told to, and reads one response at a time. */
final class RawClient implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket = new Socket();
  private final InputStream in;
  private final OutputStream out;

  RawClient(int port) throws IOException {
    this(port, 0);
  }

  /** A client with a small receive buffer, set before the connection is made. */
  RawClient(int port, int receiveBuffer) throws IOException {
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  /** A response as it came. */
  record Reply(int status, List<String> lines, byte[] content) {
    String field(String name) {
      String prefix = name.toLowerCase(Locale.ROOT) + ":";
      for (String line : lines) {
        if (line.toLowerCase(Locale.ROOT).startsWith(prefix)) {
          return line.substring(prefix.length()).trim();
        }
      }
      return null;
    }

    String text() {
      return new String(content, StandardCharsets.ISO_8859_1);
    }
  }

  RawClient send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  RawClient send(byte[] octets) throws IOException {
    out.write(octets);
    out.flush();
    return this;
  }

  RawClient get(String target) throws IOException {
    return send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  /** Says that nothing more will be sent. */
  RawClient finish() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  Reply reply() throws IOException {
    return reply(true);
  }

  /** Reads one response; one to HEAD has no content, whatever its length says. */
  Reply reply(boolean withContent) throws IOException {
    String statusLine = line();
    List<String> lines = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      lines.add(line);
    }
    int status = Integer.parseInt(statusLine.substring(9, 12));
    Reply head = new Reply(status, lines, new byte[0]);
    String length = head.field("Content-Length");
    boolean none = !withContent || length == null;
    return none ? head : new Reply(status, lines, exactly(Integer.parseInt(length)));
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      int octet = in.read();
      if (octet < 0) {
        throw new EOFException("closed after: " + line);
      }
      if (octet == '\n') {
        String text = line.toString(StandardCharsets.ISO_8859_1);
        if (!text.endsWith("\r")) {
          throw new IOException("a line ends in a bare LF");
        }
        return text.substring(0, text.length() - 1);
      }
      line.write(octet);
    }
  }

  byte[] exactly(int count) throws IOException {
    byte[] octets = in.readNBytes(count);
    if (octets.length < count) {
      throw new EOFException("closed after " + octets.length + " of " + count);
    }
    return octets;
  }

  /** Everything until the server closes. */
  String rest() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** Whether the server closes without another octet. */
  boolean isClosed() throws IOException {
    return in.read() < 0;
  }

  /** Closes with a reset, as a client does that vanishes. */
  void vanish() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
