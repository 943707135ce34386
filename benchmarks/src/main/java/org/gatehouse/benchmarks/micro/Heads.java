package org.gatehouse.benchmarks.micro;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import org.gatehouse.adapter.socket.http1.HeadReader;
import org.gatehouse.adapter.socket.http1.WireLimits;
import org.gatehouse.domain.message.RequestHead;

/** The requests that are measured, and the server's default limits. */
final class Heads {
  static final int PORT = 8080;
  static final String FILE = "1k.png";
  static final WireLimits LIMITS = new WireLimits(8000, 32 * 1024, 100, 64 << 20);

  /** What wrk sends. */
  static final byte[] SHORT = octets("");

  /** What a browser sends for a picture of a page, when it has been here before. */
  static final byte[] BROWSER =
      octets(
          """
          User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0
          Accept: image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5
          Accept-Language: en-GB,en;q=0.7,de;q=0.3
          Accept-Encoding: gzip, deflate, br, zstd
          Referer: http://127.0.0.1:8080/page.html
          Connection: keep-alive
          Cookie: id=6f1c2a9e-5d43-4b8c-9a11-0f2c7f0d9c55; theme=dark; seen=1
          Sec-Fetch-Dest: image
          Sec-Fetch-Mode: no-cors
          Sec-Fetch-Site: same-origin
          Priority: u=5, i
          """);

  private Heads() {}

  private static byte[] octets(String fields) {
    String lines = "GET /" + FILE + " HTTP/1.1\nHost: 127.0.0.1:" + PORT + "\n" + fields + "\n";
    return lines.replace("\n", "\r\n").getBytes(US_ASCII);
  }

  /** A head as the reader gives it. */
  static RequestHead read(byte[] octets) {
    HeadReader reader = new HeadReader(LIMITS);
    reader.read(ByteBuffer.wrap(octets));
    return reader.head();
  }
}
