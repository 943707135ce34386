package org.gatehouse.adapter.socket.http1;

import java.util.List;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.field.Fields;
import org.gatehouse.domain.field.Grammar;
import org.gatehouse.domain.message.ContentFraming;
import org.gatehouse.domain.message.HttpVersion;

/**
 * The one decision on how a request's content is delimited: a {@link ContentFraming} or a {@link
 * Violation}.
 *
 * <p>The steps of RFC 9112 §6.3, as far as they concern a server that receives a request:
 *
 * <ol>
 *   <li>and 2. are about responses (to HEAD and CONNECT, and by status).
 *   <li value="3">Transfer-Encoding with Content-Length: "might indicate an attempt to perform
 *       request smuggling … and ought to be handled as an error". Refused, and before that any
 *       Transfer-Encoding in HTTP/1.0 (§6.1: "MUST treat the message as if the framing is faulty").
 *   <li>Transfer-Encoding whose last coding is chunked: chunked. Any other: 400. This server takes
 *       no other coding, so nothing may stand before chunked either; a single unknown one is 501
 *       (§6.1).
 *   <li>Content-Length that is not valid: 400. A repeated one may be taken for one if all are the
 *       same; this server refuses it.
 *   <li>Content-Length that is valid: so many octets.
 *   <li>Neither: no content.
 *   <li>is about responses.
 * </ol>
 *
 * <p>A message of another major version is answered 505 and its connection closed, so its framing
 * is not looked at.
 */
final class Framing {
  private static final Framing NONE = new Framing(ContentFraming.NONE, null);
  private static final Framing CHUNKED = new Framing(ContentFraming.CHUNKED, null);

  /** Nineteen digits may be more than a long holds; eighteen are an exabyte. */
  private static final int MAX_DIGITS = 18;

  private final ContentFraming content;
  private final Violation violation;

  private Framing(ContentFraming content, Violation violation) {
    this.content = content;
    this.violation = violation;
  }

  static Framing of(HttpVersion version, Fields fields) {
    if (version.major() != 1) {
      return NONE;
    }
    int encoding = fields.indexOf(FieldName.TRANSFER_ENCODING, 0);
    int length = fields.indexOf(FieldName.CONTENT_LENGTH, 0);
    if (encoding < 0) {
      return length < 0 ? NONE : byLength(fields, length);
    }
    if (!version.isAtLeast11()) {
      return broken(Violation.TRANSFER_ENCODING_IN_HTTP_1_0);
    }
    if (length >= 0) {
      return broken(Violation.TRANSFER_ENCODING_WITH_CONTENT_LENGTH);
    }
    return byEncoding(fields, encoding);
  }

  private static Framing byEncoding(Fields fields, int index) {
    if (fields.indexOf(FieldName.TRANSFER_ENCODING, index + 1) >= 0) {
      return broken(Violation.TRANSFER_ENCODING_REPEATED);
    }
    String value = fields.value(index);
    if (value.equalsIgnoreCase("chunked")) {
      return CHUNKED;
    }
    return broken(
        isUnknownCoding(value)
            ? Violation.TRANSFER_CODING_UNKNOWN
            : Violation.TRANSFER_ENCODING_NOT_CHUNKED);
  }

  /** Whether the value is one well-formed coding, with parameters or without, and not chunked. */
  private static boolean isUnknownCoding(String value) {
    List<String> elements = Grammar.elements(value);
    // A comma, even before an empty element, makes a list of what is to be exactly one.
    if (elements.size() != 1 || !elements.get(0).equals(value)) {
      return false;
    }
    String coding = Grammar.parameters(value).get(0);
    return Grammar.isToken(coding) && !coding.equalsIgnoreCase("chunked");
  }

  private static Framing byLength(Fields fields, int index) {
    if (fields.indexOf(FieldName.CONTENT_LENGTH, index + 1) >= 0) {
      return broken(Violation.CONTENT_LENGTH_REPEATED);
    }
    String value = fields.value(index);
    if (value.indexOf(',') >= 0) {
      return broken(Violation.CONTENT_LENGTH_LIST);
    }
    long octets = 0;
    int significant = 0;
    for (int i = 0; i < value.length(); i++) {
      int digit = value.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return broken(Violation.CONTENT_LENGTH_MALFORMED);
      }
      significant += significant > 0 || digit > 0 ? 1 : 0;
      octets = significant > MAX_DIGITS ? octets : 10 * octets + digit;
    }
    if (value.isEmpty()) {
      return broken(Violation.CONTENT_LENGTH_MALFORMED);
    }
    return significant > MAX_DIGITS
        ? broken(Violation.CONTENT_LENGTH_OVERFLOW)
        : new Framing(ContentFraming.length(octets), null);
  }

  private static Framing broken(Violation violation) {
    return new Framing(null, violation);
  }

  /** The framing; null if a rule was broken. */
  ContentFraming content() {
    return content;
  }

  /** The rule that was broken, or null. */
  Violation violation() {
    return violation;
  }
}
