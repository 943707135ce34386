package org.gatehouse.adapter.socket.http1;

import org.gatehouse.domain.message.Status;

/**
 * Every way in which received octets break RFC 9112 or the {@link WireLimits}.
 *
 * <p>Wherever the RFC lets a server choose between leniency and refusal, this one refuses: it
 * stands behind proxies, and two readers of the same octets must not see two different messages
 * (§11.2).
 */
public enum Violation {
  // Lines, wherever they stand.
  BARE_LF("§2.2", "A line must end in CR LF, not in LF alone."),
  BARE_CR("§2.2", "A CR must be followed by LF."),
  CONTROL_OCTET("§3", "The request line holds a control character."),
  TOO_MANY_EMPTY_LINES("§2.2", "There are too many empty lines before the request line."),

  // The request line.
  EMPTY_METHOD("§3.1", "The request line must begin with a method."),
  BAD_METHOD("§3.1", "The method is not a token."),
  METHOD_TOO_LONG(Status.NOT_IMPLEMENTED, "§3", "The method is longer than any known one."),
  REQUEST_LINE_INCOMPLETE("§3", "The request line must have a method, a target and a version."),
  EXTRA_SPACE("§3", "The parts of the request line must be separated by exactly one space."),
  HTTP_0_9("§3", "HTTP/0.9 requests are not served."),
  MALFORMED_VERSION("§2.3", "The HTTP version is malformed."),
  MALFORMED_TARGET("§3.2", "The request target is malformed."),
  TARGET_NOT_ASCII("§3.2", "The request target holds an octet outside ASCII."),
  TARGET_TOO_LONG(Status.URI_TOO_LONG, "§3", "The request line is too long."),

  // Field lines, of the header section and of the trailer section.
  LEADING_WHITESPACE("§2.2", "White space stands before the first field line."),
  OBS_FOLD("§5.2", "Folded field lines are not accepted."),
  EMPTY_FIELD_NAME("§5", "A field name is empty."),
  BAD_FIELD_NAME("§5", "A field name is not a token."),
  WHITESPACE_BEFORE_COLON("§5.1", "White space stands between a field name and its colon."),
  NO_COLON("§5", "A field line has no colon."),
  BAD_FIELD_VALUE(Status.BAD_REQUEST, "RFC 9110 §5.5", "A field value holds a control character."),
  FIELD_SECTION_TOO_LARGE(
      Status.REQUEST_HEADER_FIELDS_TOO_LARGE, "RFC 6585 §5", "The field section is too large."),
  TOO_MANY_FIELDS(
      Status.REQUEST_HEADER_FIELDS_TOO_LARGE, "RFC 6585 §5", "There are too many field lines."),

  // Framing.
  CONTENT_LENGTH_MALFORMED("§6.3", "The Content-Length is not a number."),
  CONTENT_LENGTH_REPEATED("§6.3", "The Content-Length is given more than once."),
  CONTENT_LENGTH_LIST("§6.3", "The Content-Length is a list."),
  CONTENT_LENGTH_OVERFLOW(
      Status.CONTENT_TOO_LARGE, "§6.3", "The Content-Length is larger than any content can be."),
  TRANSFER_ENCODING_IN_HTTP_1_0("§6.1", "HTTP/1.0 has no Transfer-Encoding."),
  TRANSFER_ENCODING_WITH_CONTENT_LENGTH(
      "§6.3", "Transfer-Encoding and Content-Length exclude each other."),
  TRANSFER_ENCODING_REPEATED("§6.3", "The Transfer-Encoding is given more than once."),
  TRANSFER_ENCODING_NOT_CHUNKED("§6.3", "The Transfer-Encoding must be exactly one chunked."),
  TRANSFER_CODING_UNKNOWN(Status.NOT_IMPLEMENTED, "§6.1", "The transfer coding is not known."),

  // Content.
  CHUNK_SIZE_MALFORMED("§7.1", "A chunk size is malformed."),
  CHUNK_SIZE_TOO_LARGE(Status.CONTENT_TOO_LARGE, "§7.1", "A chunk size is too large."),
  CHUNK_EXTENSION_MALFORMED("§7.1.1", "A chunk extension is malformed."),
  CHUNK_EXTENSION_TOO_LONG("§7.1.1", "A chunk extension is too long."),
  CHUNK_DATA_UNTERMINATED("§7.1", "A chunk does not end where its size says."),
  CHUNK_OVERHEAD("§7.1", "The chunks hold far more framing than data."),
  TRAILER_TOO_LARGE(
      Status.REQUEST_HEADER_FIELDS_TOO_LARGE, "§7.1.2", "The trailer section is too large."),
  CONTENT_TOO_LARGE(Status.CONTENT_TOO_LARGE, "RFC 9110 §15.5.14", "The content is too large.");

  private final Status status;
  private final String section;
  private final String publicText;

  Violation(String section, String publicText) {
    this(Status.BAD_REQUEST, section, publicText);
  }

  Violation(Status status, String section, String publicText) {
    this.status = status;
    this.section = section.startsWith("§") ? "RFC 9112 " + section : section;
    this.publicText = publicText;
  }

  /** The status of the answer. */
  public Status status() {
    return status;
  }

  /** Where the rule stands, as in {@code RFC 9112 §3.2}. */
  public String section() {
    return section;
  }

  /** A sentence for the client, made of our own words only. */
  public String publicText() {
    return publicText;
  }

  /**
   * Whether the connection has to end after the answer. All of them end it: nobody can say any more
   * where the next message begins.
   */
  public boolean closes() {
    return true;
  }
}
