package org.gatehouse.bootstrap.endtoend;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection to a server that sends whatever the test wants, and reads exactly one response at a
 * time, by a reader that shares no code with the server.
 *
 * <p>Text goes out as ISO 8859-1: one character, one octet. A response that does not come within
 * two minutes is a {@link java.net.SocketTimeoutException}.
 */
public final class RawClient implements Closeable {
  private static final int PATIENCE_MILLIS = 120_000;

  private final SocketChannel channel = SocketChannel.open();
  private final Socket socket = channel.socket();
  private final InputStream in;
  private final OutputStream out;
  private final String host;

  /** Connects. */
  public RawClient(String host, int port) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
    if (socket.getLocalPort() == port) {
      // Nobody listens there, and the system has picked the same port for this end: TCP lets it.
      socket.close();
      throw new ConnectException("connected to itself");
    }
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
    this.host = host + ":" + port;
  }

  /** The value for a Host field. */
  public String host() {
    return host;
  }

  /** Sends text. */
  public RawClient send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends octets. */
  public RawClient send(byte[] octets) throws IOException {
    out.write(octets);
    out.flush();
    return this;
  }

  /**
   * Sends a head of HTTP/1.1 with its Host.
   *
   * @param request method and target, {@code GET /a}
   * @param fields further lines, {@code Name: value}
   */
  public RawClient sendHead(String request, String... fields) throws IOException {
    StringBuilder head = new StringBuilder(request).append(" HTTP/1.1\r\nHost: ").append(host);
    for (String field : fields) {
      head.append("\r\n").append(field);
    }
    return send(head.append("\r\n\r\n").toString());
  }

  /** Sends a GET and reads the response. */
  public RawResponse get(String target, String... fields) throws IOException {
    return sendHead("GET " + target, fields).read();
  }

  /** Sends a HEAD and reads the response. */
  public RawResponse head(String target, String... fields) throws IOException {
    return sendHead("HEAD " + target, fields).readHead();
  }

  /** Sends a request with content and its length, and reads the response. */
  public RawResponse exchange(String request, byte[] content, String... fields) throws IOException {
    List<String> lines = new ArrayList<>(List.of(fields));
    lines.add("Content-Length: " + content.length);
    return sendHead(request, lines.toArray(String[]::new)).send(content).read();
  }

  /** The same with text. */
  public RawResponse exchange(String request, String content, String... fields) throws IOException {
    return exchange(request, content.getBytes(StandardCharsets.UTF_8), fields);
  }

  /** Reads one response with its content; a 1xx counts as one. */
  public RawResponse read() throws IOException {
    RawResponse head = readHead();
    int status = head.status();
    if (status < 200 || status == 204 || status == 304) {
      return head;
    }
    byte[] content =
        head.has("Content-Length")
            ? readExactly(Integer.parseInt(head.field("Content-Length")))
            : readToEnd();
    return new RawResponse(head.statusLine(), head.lines(), content);
  }

  /** Reads the head of a response only: all there is after HEAD, or before content by hand. */
  public RawResponse readHead() throws IOException {
    String statusLine = readLine();
    if (!statusLine.matches("HTTP/1\\.[01] \\d{3} .*")) {
      throw new IOException("not a status line: " + statusLine);
    }
    List<String> lines = new ArrayList<>();
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      if (line.indexOf(':') <= 0) {
        throw new IOException("not a field line: " + line);
      }
      lines.add(line);
    }
    return new RawResponse(statusLine, lines, new byte[0]);
  }

  private String readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet != '\r'; octet = in.read()) {
      if (octet < 0) {
        throw new EOFException("closed in a head, after: " + line);
      }
      line.write(octet);
    }
    if (in.read() != '\n') {
      throw new IOException("CR without LF");
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  /** Reads this many octets. */
  public byte[] readExactly(int count) throws IOException {
    byte[] octets = in.readNBytes(count);
    if (octets.length < count) {
      throw new EOFException("closed after " + octets.length + " of " + count + " octets");
    }
    return octets;
  }

  /** Reads everything up to the end of the connection. */
  public byte[] readToEnd() throws IOException {
    return in.readAllBytes();
  }

  /** Waits for the first octet of an answer; false if the connection ends or breaks before it. */
  boolean awaitAnswer() throws IOException {
    in.mark(1);
    try {
      boolean begun = in.read() >= 0;
      in.reset();
      return begun;
    } catch (SocketException broken) {
      return false;
    }
  }

  /** Waits for the server to close the connection; false if it sends something instead. */
  public boolean awaitClose() throws IOException {
    return in.read() < 0;
  }

  /**
   * Sends a request, unless the server has closed the connection by now. Looks and sends without
   * anything in between, so that a close is hardly ever met half-way; to be used when nothing is
   * left to read.
   *
   * @return whether all of it was sent
   */
  public boolean sendIfOpen(byte[] request) throws IOException {
    ByteBuffer octets = ByteBuffer.wrap(request);
    ByteBuffer unasked = ByteBuffer.allocate(1);
    channel.configureBlocking(false);
    try {
      if (channel.read(unasked) != 0) {
        return false;
      }
      channel.write(octets);
      return !octets.hasRemaining();
    } finally {
      channel.configureBlocking(true);
    }
  }

  /** What arrives, for content too large to keep. */
  public InputStream input() {
    return in;
  }

  /** Says that nothing more will be sent; reading goes on. */
  public void shutdownOutput() throws IOException {
    socket.shutdownOutput();
  }

  /** Breaks the connection with a reset. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
