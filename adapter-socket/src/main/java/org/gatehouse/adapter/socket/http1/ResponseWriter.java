package org.gatehouse.adapter.socket.http1;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.Grammar;
import org.gatehouse.domain.message.ResponseHead;
import org.gatehouse.domain.message.Status;

/**
 * Writes response heads (RFC 9112 §4, §5) and the fields that belong to the connection (§9.3; RFC
 * 9110 §8.6).
 *
 * <p>A head is put together in an array of the writer's own and handed over in one piece. A writer
 * is used by one thread at a time.
 */
public final class ResponseWriter {
  private static final byte[] CONTINUE = ascii("HTTP/1.1 100 Continue\r\n\r\n");
  private static final byte[] CONTENT_LENGTH = ascii("Content-Length: ");
  private static final byte[] KEEP_ALIVE = ascii("Connection: keep-alive\r\nKeep-Alive: timeout=");
  private static final byte[] MAX = ascii(", max=");
  private static final byte[] CLOSE = ascii("Connection: close\r\n");
  private static final byte[] CRLF = ascii("\r\n");
  private static final byte[][] STATUS_LINES = new byte[Status.values().length][];

  /** Room for the fields the writer adds itself, with three numbers of at most nineteen digits. */
  private static final int OWN_FIELDS =
      CONTENT_LENGTH.length + KEEP_ALIVE.length + MAX.length + 3 * CRLF.length + 3 * 19;

  static {
    for (Status status : Status.values()) {
      STATUS_LINES[status.ordinal()] =
          ascii("HTTP/1.1 " + status.code() + " " + status.reason() + "\r\n");
    }
  }

  private byte[] octets = new byte[1024];
  private int size;

  /**
   * Writes a head: the status line, its fields, Content-Length where it may stand, and what becomes
   * of the connection.
   *
   * @param contentLength octets of content, or of what a HEAD withholds; negative for no
   *     Content-Length. It is never written with 1xx and 204, where it must not stand, nor with 304
   * @return false, with nothing written, if {@code out} has no room for the whole head
   */
  public boolean writeHead(
      ResponseHead head, long contentLength, Persistence persistence, ByteBuffer out) {
    FieldLines fields = head.fields();
    reserve(STATUS_LINES[head.status().ordinal()].length, fields);
    append(STATUS_LINES[head.status().ordinal()]);
    for (int i = 0; i < fields.size(); i++) {
      append(fields.name(i));
      octets[size++] = ':';
      octets[size++] = ' ';
      append(fields.value(i));
      append(CRLF);
    }
    if (contentLength >= 0 && head.status().allowsContent()) {
      append(CONTENT_LENGTH);
      append(contentLength);
      append(CRLF);
    }
    append(persistence);
    append(CRLF);
    return put(octets, size, out);
  }

  /**
   * Writes {@code HTTP/1.1 100 Continue} (RFC 9110 §10.1.1).
   *
   * @return false, with nothing written, if there is no room
   */
  public static boolean writeContinue(ByteBuffer out) {
    return put(CONTINUE, CONTINUE.length, out);
  }

  private static boolean put(byte[] source, int length, ByteBuffer out) {
    if (out.remaining() < length) {
      return false;
    }
    out.put(source, 0, length);
    return true;
  }

  private void reserve(int statusLine, FieldLines fields) {
    int needed = statusLine + OWN_FIELDS + CRLF.length;
    for (int i = 0; i < fields.size(); i++) {
      needed += fields.name(i).length() + fields.value(i).length() + 4;
    }
    if (octets.length < needed) {
      octets = new byte[needed];
    }
    size = 0;
  }

  private void append(Persistence persistence) {
    if (!persistence.persists()) {
      append(CLOSE);
      return;
    }
    append(KEEP_ALIVE);
    append(persistence.timeoutSeconds());
    append(MAX);
    append(persistence.remaining());
    append(CRLF);
  }

  private void append(byte[] text) {
    System.arraycopy(text, 0, octets, size, text.length);
    size += text.length;
  }

  // The only way to copy a string of ISO-8859-1 without another array in between; FieldLines has
  // made sure that every character is one octet and none of them ends a line.
  @SuppressWarnings("deprecation")
  private void append(String text) {
    assert Grammar.isFieldValue(text);
    text.getBytes(0, text.length(), octets, size);
    size += text.length();
  }

  private void append(long number) {
    int digits = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    long rest = number;
    for (int i = size + digits - 1; i >= size; i--) {
      octets[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += digits;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
