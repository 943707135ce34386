package org.gatehouse.adapter.socket.http1;

import java.util.List;
import java.util.stream.Stream;

/**
 * Request heads as they come over the wire, and what they are.
 *
 * <p>Columns: the section of RFC 9112, what the row is about, the octets (see {@link WireText}; a
 * {@code ✗} stands after the octet at which the head is refused), and the outcome: a {@link
 * Violation}, {@code more}, or method, target, version and framing, and the field lines where they
 * are to be checked.
 */
final class HeadVectors {

  /**
   * Small, so that the rows that meet a limit can be read: a request line of 356 octets at most.
   */
  static final WireLimits LIMITS = new WireLimits(100, 400, 8, 64);

  record Row(String section, String about, String wire, String outcome) {
    /** All octets, also those after the refusal. */
    byte[] octets() {
      return WireText.octets(wire.replace("✗", ""));
    }

    /** How many octets it takes to refuse the head. */
    int refusedAfter() {
      return WireText.octets(wire.substring(0, wire.indexOf('✗'))).length;
    }

    boolean isRefused() {
      return wire.indexOf('✗') >= 0;
    }

    @Override
    public String toString() {
      return section + " " + about;
    }
  }

  private static final String REQUEST_LINE =
      """
      3     ¦ the smallest HTTP/1.0 head ¦ GET / HTTP/1.0⏎⏎ ¦ GET / 1.0 NONE
      3     ¦ the usual head ¦ GET / HTTP/1.1⏎Host: a⏎⏎ ¦ GET / 1.1 NONE [Host: a]
      3     ¦ nothing ¦  ¦ more
      3     ¦ a method that goes on ¦ GE ¦ more
      3     ¦ a target that goes on ¦ GET /in ¦ more
      3     ¦ a version that goes on ¦ GET / HTTP/1. ¦ more
      3     ¦ a request line without LF ¦ GET / HTTP/1.1␍ ¦ more
      3     ¦ a request line alone ¦ GET / HTTP/1.1⏎ ¦ more
      3     ¦ a tab after the method ¦ GET␉✗/ HTTP/1.1⏎Host: a⏎⏎ ¦ CONTROL_OCTET
      3     ¦ a tab before the version ¦ GET /␉✗HTTP/1.1⏎Host: a⏎⏎ ¦ CONTROL_OCTET
      3     ¦ a form feed for a space ¦ GET␌✗/ HTTP/1.1⏎Host: a⏎⏎ ¦ CONTROL_OCTET
      3     ¦ two spaces after the method ¦ GET  ✗/ HTTP/1.1⏎Host: a⏎⏎ ¦ EXTRA_SPACE
      3     ¦ two spaces after the target ¦ GET /  ✗HTTP/1.1⏎Host: a⏎⏎ ¦ EXTRA_SPACE
      3     ¦ a space after the version ¦ GET / HTTP/1.1 ✗⏎Host: a⏎⏎ ¦ EXTRA_SPACE
      3     ¦ a tab after the version ¦ GET / HTTP/1.1␉✗⏎Host: a⏎⏎ ¦ CONTROL_OCTET
      3     ¦ a method alone ¦ GET⏎✗Host: a⏎⏎ ¦ REQUEST_LINE_INCOMPLETE
      3     ¦ a method and a space ¦ GET ⏎✗Host: a⏎⏎ ¦ REQUEST_LINE_INCOMPLETE
      3     ¦ a method and CR ¦ GET␍x✗ ¦ BARE_CR
      3     ¦ HTTP/0.9 ¦ GET /⏎✗ ¦ HTTP_0_9
      3     ¦ HTTP/0.9 with a long target ¦ GET /a/b/c?d⏎✗⏎ ¦ HTTP_0_9
      3     ¦ HTTP/0.9 with a bare CR ¦ GET /␍x✗ ¦ BARE_CR
      3     ¦ HTTP/0.9 with a bare LF ¦ GET /␊✗ ¦ BARE_LF
      3     ¦ a target and a space without version ¦ GET / ␍✗␊⏎ ¦ MALFORMED_VERSION
      3     ¦ words after the version ¦ GET / HTTP/1.1 ✗x⏎Host: a⏎⏎ ¦ EXTRA_SPACE
      3     ¦ no method ¦ /✗ HTTP/1.1⏎Host: a⏎⏎ ¦ BAD_METHOD
      3     ¦ a response ¦ HTTP/✗1.1 200 OK⏎⏎ ¦ BAD_METHOD
      2.2   ¦ one empty line before ¦ ⏎GET / HTTP/1.1⏎Host: a⏎⏎ ¦ GET / 1.1 NONE [Host: a]
      2.2   ¦ four empty lines before ¦ ⏎⏎⏎⏎GET / HTTP/1.1⏎Host: a⏎⏎ ¦ GET / 1.1 NONE [Host: a]
      2.2   ¦ five empty lines before ¦ ⏎⏎⏎⏎⏎✗GET / HTTP/1.1⏎Host: a⏎⏎ ¦ TOO_MANY_EMPTY_LINES
      2.2   ¦ empty lines only ¦ ⏎⏎ ¦ more
      2.2   ¦ half an empty line ¦ ⏎␍ ¦ more
      2.2   ¦ an LF before ¦ ␊✗GET / HTTP/1.1⏎Host: a⏎⏎ ¦ BARE_LF
      2.2   ¦ an LF after an empty line ¦ ⏎␊✗GET / HTTP/1.1⏎Host: a⏎⏎ ¦ BARE_LF
      2.2   ¦ a CR before ¦ ␍G✗ET / HTTP/1.1⏎Host: a⏎⏎ ¦ BARE_CR
      2.2   ¦ two CR before ¦ ␍␍✗␊GET / HTTP/1.1⏎Host: a⏎⏎ ¦ BARE_CR
      2.2   ¦ a space before ¦  ✗GET / HTTP/1.1⏎Host: a⏎⏎ ¦ EMPTY_METHOD
      2.2   ¦ a space after an empty line ¦ ⏎ ✗GET / HTTP/1.1⏎Host: a⏎⏎ ¦ EMPTY_METHOD
      2.2   ¦ a tab before ¦ ␉✗GET / HTTP/1.1⏎Host: a⏎⏎ ¦ CONTROL_OCTET
      2.2   ¦ a byte order mark before ¦ ‹ef›✗‹bb›‹bf›GET / HTTP/1.1⏎⏎ ¦ BAD_METHOD
      2.2   ¦ LF for CRLF ¦ GET / HTTP/1.1␊✗Host: a␊␊ ¦ BARE_LF
      2.2   ¦ CR for CRLF ¦ GET / HTTP/1.1␍H✗ost: a␍␍ ¦ BARE_CR
      2.2   ¦ LF CR for CRLF ¦ GET / HTTP/1.1␊✗␍Host: a␊␍␊␍ ¦ BARE_LF
      2.2   ¦ CR CR LF ¦ GET / HTTP/1.1␍␍✗␊Host: a⏎⏎ ¦ BARE_CR
      2.2   ¦ CR inside the method ¦ G␍E✗T / HTTP/1.1⏎Host: a⏎⏎ ¦ BARE_CR
      2.2   ¦ LF inside the method ¦ G␊✗ET / HTTP/1.1⏎Host: a⏎⏎ ¦ BARE_LF
      2.2   ¦ LF inside the target ¦ GET /a␊✗b HTTP/1.1⏎Host: a⏎⏎ ¦ BARE_LF
      2.2   ¦ CR inside the version ¦ GET / HT␍✗TP/1.1⏎Host: a⏎⏎ ¦ MALFORMED_VERSION
      2.2   ¦ LF inside the version ¦ GET / HT␊✗TP/1.1⏎Host: a⏎⏎ ¦ BARE_LF
      2.2   ¦ NUL ¦ ␀✗ ¦ CONTROL_OCTET
      2.2   ¦ a TLS greeting ¦ ‹16›✗‹03›‹01›‹02›␀ ¦ CONTROL_OCTET
      2.2   ¦ a high octet ¦ ‹ff›✗‹ff› ¦ BAD_METHOD
      3.1   ¦ every usual method: HEAD ¦ HEAD /a HTTP/1.1⏎⏎ ¦ HEAD /a 1.1 NONE
      3.1   ¦ every usual method: POST ¦ POST /a HTTP/1.1⏎⏎ ¦ POST /a 1.1 NONE
      3.1   ¦ every usual method: PUT ¦ PUT /a HTTP/1.1⏎⏎ ¦ PUT /a 1.1 NONE
      3.1   ¦ every usual method: DELETE ¦ DELETE /a HTTP/1.1⏎⏎ ¦ DELETE /a 1.1 NONE
      3.1   ¦ every usual method: OPTIONS ¦ OPTIONS /a HTTP/1.1⏎⏎ ¦ OPTIONS /a 1.1 NONE
      3.1   ¦ another registered method ¦ PATCH /a HTTP/1.1⏎⏎ ¦ PATCH /a 1.1 NONE
      3.1   ¦ a registered method with a hyphen ¦ VERSION-CONTROL /a HTTP/1.1⏎⏎ ¦ VERSION-CONTROL /a 1.1 NONE
      3.1   ¦ methods are case-sensitive ¦ get / HTTP/1.1⏎⏎ ¦ get / 1.1 NONE
      3.1   ¦ a prefix of a method ¦ GE / HTTP/1.1⏎⏎ ¦ GE / 1.1 NONE
      3.1   ¦ more than a method ¦ GETS / HTTP/1.1⏎⏎ ¦ GETS / 1.1 NONE
      3.1   ¦ every octet of a token ¦ !#$%&'*+-.^_`|~09azAZ / HTTP/1.1⏎⏎ ¦ !#$%&'*+-.^_`|~09azAZ / 1.1 NONE
      3.1   ¦ a bracket in the method ¦ GET(✗ / HTTP/1.1⏎⏎ ¦ BAD_METHOD
      3.1   ¦ a colon in the method ¦ GET:✗ / HTTP/1.1⏎⏎ ¦ BAD_METHOD
      3.1   ¦ a field for a request line ¦ Host:✗ a⏎⏎ ¦ BAD_METHOD
      3.1   ¦ a quote in the method ¦ "✗GET" / HTTP/1.1⏎⏎ ¦ BAD_METHOD
      3.1   ¦ a slash in the method ¦ GET/✗ HTTP/1.1⏎⏎ ¦ BAD_METHOD
      3.1   ¦ NUL in the method ¦ G␀✗ET / HTTP/1.1⏎⏎ ¦ CONTROL_OCTET
      3.1   ¦ DEL in the method ¦ GET␡✗ / HTTP/1.1⏎⏎ ¦ CONTROL_OCTET
      3.1   ¦ a high octet in the method ¦ G‹c9›✗T / HTTP/1.1⏎⏎ ¦ BAD_METHOD
      3     ¦ a method of 64 octets ¦ «A*64» / HTTP/1.1⏎⏎ ¦ «A*64» / 1.1 NONE
      3     ¦ a method of 65 octets ¦ «A*65»✗ / HTTP/1.1⏎⏎ ¦ METHOD_TOO_LONG
      3     ¦ an endless method ¦ «A*65»✗«A*935» ¦ METHOD_TOO_LONG
      2.3   ¦ a higher minor version ¦ GET / HTTP/1.2⏎⏎ ¦ GET / 1.2 NONE
      2.3   ¦ the highest minor version ¦ GET / HTTP/1.9⏎⏎ ¦ GET / 1.9 NONE
      2.3   ¦ another major version ¦ GET / HTTP/2.0⏎⏎ ¦ GET / 2.0 NONE
      2.3   ¦ major version 0 ¦ GET / HTTP/0.9⏎⏎ ¦ GET / 0.9 NONE
      2.3   ¦ major version 9 ¦ GET / HTTP/9.9⏎⏎ ¦ GET / 9.9 NONE
      2.3   ¦ framing of another major version is not looked at ¦ GET / HTTP/2.0⏎Content-Length: x⏎Transfer-Encoding: y⏎⏎ ¦ GET / 2.0 NONE
      2.3   ¦ lower case ¦ GET / h✗ttp/1.1⏎⏎ ¦ MALFORMED_VERSION
      2.3   ¦ mixed case ¦ GET / Ht✗tp/1.1⏎⏎ ¦ MALFORMED_VERSION
      2.3   ¦ no minor version ¦ GET / HTTP/1␍✗␊⏎ ¦ MALFORMED_VERSION
      2.3   ¦ no minor digit ¦ GET / HTTP/1.␍✗␊⏎ ¦ MALFORMED_VERSION
      2.3   ¦ no major digit ¦ GET / HTTP/.✗1⏎⏎ ¦ MALFORMED_VERSION
      2.3   ¦ two major digits ¦ GET / HTTP/11✗.1⏎⏎ ¦ MALFORMED_VERSION
      2.3   ¦ two minor digits ¦ GET / HTTP/1.10✗⏎⏎ ¦ MALFORMED_VERSION
      2.3   ¦ a leading zero ¦ GET / HTTP/01✗.1⏎⏎ ¦ MALFORMED_VERSION
      2.3   ¦ a third number ¦ GET / HTTP/1.1.✗1⏎⏎ ¦ MALFORMED_VERSION
      2.3   ¦ a comma for the dot ¦ GET / HTTP/1,✗1⏎⏎ ¦ MALFORMED_VERSION
      2.3   ¦ a sign ¦ GET / HTTP/+✗1.1⏎⏎ ¦ MALFORMED_VERSION
      2.3   ¦ a letter for a digit ¦ GET / HTTP/1.x✗⏎⏎ ¦ MALFORMED_VERSION
      2.3   ¦ no slash ¦ GET / HTTP1✗.1⏎⏎ ¦ MALFORMED_VERSION
      2.3   ¦ a backslash ¦ GET / HTTP\\✗1.1⏎⏎ ¦ MALFORMED_VERSION
      2.3   ¦ a space after the slash ¦ GET / HTTP/ ✗1.1⏎⏎ ¦ MALFORMED_VERSION
      2.3   ¦ another protocol ¦ GET / R✗TSP/1.0⏎⏎ ¦ MALFORMED_VERSION
      2.3   ¦ HTTPS ¦ GET / HTTPS✗/1.1⏎⏎ ¦ MALFORMED_VERSION
      2.3   ¦ a NUL in the version ¦ GET / HTTP/1.1␀✗⏎⏎ ¦ CONTROL_OCTET
      2.3   ¦ a high octet for a digit ¦ GET / HTTP/1.‹b1›✗⏎⏎ ¦ MALFORMED_VERSION
      3.2   ¦ a space in the target ¦ GET /a b✗ HTTP/1.1⏎⏎ ¦ MALFORMED_VERSION
      """;

  private static final String TARGET =
      """
      3.2.1 ¦ a path ¦ GET /a/b.html HTTP/1.1⏎⏎ ¦ GET /a/b.html 1.1 NONE
      3.2.1 ¦ a query ¦ GET /a?b=c&d=/e?f HTTP/1.1⏎⏎ ¦ GET /a?b=c&d=/e?f 1.1 NONE
      3.2.1 ¦ percent triplets ¦ GET /%41%2f%ff HTTP/1.1⏎⏎ ¦ GET /%41%2f%ff 1.1 NONE
      3.2.1 ¦ a broken triplet is the guards' business ¦ GET /%zz HTTP/1.1⏎⏎ ¦ GET /%zz 1.1 NONE
      3.2.1 ¦ dot segments are the guards' business ¦ GET /../a HTTP/1.1⏎⏎ ¦ GET /../a 1.1 NONE
      3.2.1 ¦ every pchar ¦ GET /-._~!$&'()*+,;=:@aZ9 HTTP/1.1⏎⏎ ¦ GET /-._~!$&'()*+,;=:@aZ9 1.1 NONE
      3.2.1 ¦ two slashes ¦ GET //a//b HTTP/1.1⏎⏎ ¦ GET //a//b 1.1 NONE
      3.2.2 ¦ the absolute form ¦ GET http://a/b?c HTTP/1.1⏎⏎ ¦ GET http://a/b?c 1.1 NONE
      3.2.2 ¦ the absolute form with a port ¦ GET http://a:80/ HTTP/1.1⏎⏎ ¦ GET http://a:80/ 1.1 NONE
      3.2.2 ¦ the absolute form with an IPv6 address ¦ GET http://[::1]:80/ HTTP/1.1⏎⏎ ¦ GET http://[::1]:80/ 1.1 NONE
      3.2.2 ¦ the absolute form without a path ¦ GET http://a HTTP/1.1⏎⏎ ¦ GET http://a 1.1 NONE
      3.2.2 ¦ the absolute form without a host ¦ GET http:///b ✗HTTP/1.1⏎⏎ ¦ MALFORMED_TARGET
      3.2.2 ¦ the absolute form with a user ¦ GET http://u@a/ ✗HTTP/1.1⏎⏎ ¦ MALFORMED_TARGET
      3.2.2 ¦ a scheme alone ¦ GET http: ✗HTTP/1.1⏎⏎ ¦ MALFORMED_TARGET
      3.2.3 ¦ the authority form ¦ CONNECT a:443 HTTP/1.1⏎⏎ ¦ CONNECT a:443 1.1 NONE
      3.2.3 ¦ the authority form without a port ¦ CONNECT a ✗HTTP/1.1⏎⏎ ¦ MALFORMED_TARGET
      3.2.3 ¦ CONNECT with a path ¦ CONNECT / ✗HTTP/1.1⏎⏎ ¦ MALFORMED_TARGET
      3.2.3 ¦ the authority form of another method ¦ GET a:443 ✗HTTP/1.1⏎⏎ ¦ MALFORMED_TARGET
      3.2.4 ¦ the asterisk form ¦ OPTIONS * HTTP/1.1⏎⏎ ¦ OPTIONS * 1.1 NONE
      3.2.4 ¦ the asterisk form of another method ¦ GET * ✗HTTP/1.1⏎⏎ ¦ MALFORMED_TARGET
      3.2.4 ¦ more than an asterisk ¦ OPTIONS ** ✗HTTP/1.1⏎⏎ ¦ MALFORMED_TARGET
      3.2   ¦ a relative path ¦ GET index.html ✗HTTP/1.1⏎⏎ ¦ MALFORMED_TARGET
      3.2   ¦ a query alone ¦ GET ?a ✗HTTP/1.1⏎⏎ ¦ MALFORMED_TARGET
      3.2   ¦ a fragment ¦ GET /a#b ✗HTTP/1.1⏎⏎ ¦ MALFORMED_TARGET
      3.2   ¦ a backslash ¦ GET /a\\b ✗HTTP/1.1⏎⏎ ¦ MALFORMED_TARGET
      3.2   ¦ a quote ¦ GET /"a" ✗HTTP/1.1⏎⏎ ¦ MALFORMED_TARGET
      3.2   ¦ angle brackets ¦ GET /<a> ✗HTTP/1.1⏎⏎ ¦ MALFORMED_TARGET
      3.2   ¦ braces ¦ GET /{a} ✗HTTP/1.1⏎⏎ ¦ MALFORMED_TARGET
      3.2   ¦ square brackets ¦ GET /[a] ✗HTTP/1.1⏎⏎ ¦ MALFORMED_TARGET
      3.2   ¦ a bar ¦ GET /a|b ✗HTTP/1.1⏎⏎ ¦ MALFORMED_TARGET
      3.2   ¦ a circumflex ¦ GET /a^b ✗HTTP/1.1⏎⏎ ¦ MALFORMED_TARGET
      3.2   ¦ a grave accent ¦ GET /a`b ✗HTTP/1.1⏎⏎ ¦ MALFORMED_TARGET
      3.2   ¦ raw UTF-8 ¦ GET /‹c3›✗‹a9› HTTP/1.1⏎⏎ ¦ TARGET_NOT_ASCII
      3.2   ¦ raw ISO-8859-1 ¦ GET /caf‹e9›✗ HTTP/1.1⏎⏎ ¦ TARGET_NOT_ASCII
      3.2   ¦ a high octet first ¦ GET ‹80›✗ HTTP/1.1⏎⏎ ¦ TARGET_NOT_ASCII
      3.2   ¦ NUL ¦ GET /a␀✗ HTTP/1.1⏎⏎ ¦ CONTROL_OCTET
      3.2   ¦ a tab ¦ GET /a␉✗b HTTP/1.1⏎⏎ ¦ CONTROL_OCTET
      3.2   ¦ DEL ¦ GET /a␡✗ HTTP/1.1⏎⏎ ¦ CONTROL_OCTET
      3.2   ¦ an escape character ¦ GET /‹1b›✗[2J HTTP/1.1⏎⏎ ¦ CONTROL_OCTET
      3     ¦ a target over its limit is the guards' business ¦ GET /«a*200» HTTP/1.1⏎⏎ ¦ GET /«a*200» 1.1 NONE
      3     ¦ a request line of 356 octets ¦ GET /«a*340» HTTP/1.1⏎⏎ ¦ GET /«a*340» 1.1 NONE
      3     ¦ a request line of 357 octets ¦ GET /«a*341» HTTP/1.1⏎✗⏎ ¦ TARGET_TOO_LONG
      3     ¦ a request line of 363 octets ¦ GET /«a*347» HTTP✗/1.1⏎⏎ ¦ TARGET_TOO_LONG
      3     ¦ an endless target ¦ GET /«a*352»✗«a*1648» ¦ TARGET_TOO_LONG
      3     ¦ the limit is met before the wrong octet ¦ GET /«a*352»✗«a*48»␀ ¦ TARGET_TOO_LONG
      3     ¦ the wrong octet is met before the limit ¦ GET /a␀✗«a*400» ¦ CONTROL_OCTET
      3     ¦ empty lines are no part of the request line ¦ ⏎⏎⏎⏎GET /«a*340» HTTP/1.1⏎⏎ ¦ GET /«a*340» 1.1 NONE
      """;

  private static final String FIELDS =
      """
      5     ¦ several fields ¦ GET / HTTP/1.1⏎Host: a⏎Accept: */*⏎X: y⏎⏎ ¦ GET / 1.1 NONE [Host: a][Accept: */*][X: y]
      5     ¦ the same name twice ¦ GET / HTTP/1.1⏎X: 1⏎x: 2⏎⏎ ¦ GET / 1.1 NONE [X: 1][x: 2]
      5     ¦ a name that goes on ¦ GET / HTTP/1.1⏎Ho ¦ more
      5     ¦ a value that goes on ¦ GET / HTTP/1.1⏎Host: ¦ more
      5     ¦ a line without LF ¦ GET / HTTP/1.1⏎Host: a␍ ¦ more
      5     ¦ no empty line yet ¦ GET / HTTP/1.1⏎Host: a⏎ ¦ more
      5     ¦ half an empty line ¦ GET / HTTP/1.1⏎Host: a⏎␍ ¦ more
      5     ¦ no white space around the value ¦ GET / HTTP/1.1⏎Host:a⏎⏎ ¦ GET / 1.1 NONE [Host: a]
      5     ¦ white space around the value ¦ GET / HTTP/1.1⏎Host: ␉ a ␉ ⏎⏎ ¦ GET / 1.1 NONE [Host: a]
      5     ¦ white space inside the value ¦ GET / HTTP/1.1⏎A: b ␉c⏎⏎ ¦ GET / 1.1 NONE [A: b ␉c]
      5     ¦ an empty value ¦ GET / HTTP/1.1⏎A:⏎⏎ ¦ GET / 1.1 NONE [A: ]
      5     ¦ a value of white space ¦ GET / HTTP/1.1⏎A: ␉ ⏎⏎ ¦ GET / 1.1 NONE [A: ]
      5     ¦ colons in the value ¦ GET / HTTP/1.1⏎A: b:c::⏎⏎ ¦ GET / 1.1 NONE [A: b:c::]
      5     ¦ a value that begins with a colon ¦ GET / HTTP/1.1⏎A::b⏎⏎ ¦ GET / 1.1 NONE [A: :b]
      5     ¦ octets outside ASCII in the value ¦ GET / HTTP/1.1⏎A: ‹80›‹e9›‹ff›⏎⏎ ¦ GET / 1.1 NONE [A: ‹80›‹e9›‹ff›]
      5     ¦ every octet of a name ¦ GET / HTTP/1.1⏎!#$%&'*+-.^_`|~09azAZ: b⏎⏎ ¦ GET / 1.1 NONE [!#$%&'*+-.^_`|~09azAZ: b]
      5     ¦ visible octets in the value ¦ GET / HTTP/1.1⏎A: "(),/:;<=>?@[\\]{}⏎⏎ ¦ GET / 1.1 NONE [A: "(),/:;<=>?@[\\]{}]
      5     ¦ Host is the guards' business ¦ GET / HTTP/1.1⏎Host: a b⏎Host: c⏎⏎ ¦ GET / 1.1 NONE [Host: a b][Host: c]
      5     ¦ an empty name ¦ GET / HTTP/1.1⏎:✗ a⏎⏎ ¦ EMPTY_FIELD_NAME
      5     ¦ an empty name later ¦ GET / HTTP/1.1⏎Host: a⏎:✗b⏎⏎ ¦ EMPTY_FIELD_NAME
      5     ¦ no colon ¦ GET / HTTP/1.1⏎Host␍✗␊⏎ ¦ NO_COLON
      5     ¦ a second request line ¦ GET / HTTP/1.1⏎GET ✗/ HTTP/1.1⏎⏎ ¦ WHITESPACE_BEFORE_COLON
      5     ¦ a bracket in the name ¦ GET / HTTP/1.1⏎Ho(✗st: a⏎⏎ ¦ BAD_FIELD_NAME
      5     ¦ a quote in the name ¦ GET / HTTP/1.1⏎"✗Host": a⏎⏎ ¦ BAD_FIELD_NAME
      5     ¦ an at sign in the name ¦ GET / HTTP/1.1⏎a@✗b: c⏎⏎ ¦ BAD_FIELD_NAME
      5     ¦ a slash in the name ¦ GET / HTTP/1.1⏎a/✗b: c⏎⏎ ¦ BAD_FIELD_NAME
      5     ¦ NUL in the name ¦ GET / HTTP/1.1⏎Ho␀✗st: a⏎⏎ ¦ BAD_FIELD_NAME
      5     ¦ VT before the name ¦ GET / HTTP/1.1⏎␋✗Host: a⏎⏎ ¦ BAD_FIELD_NAME
      5     ¦ DEL in the name ¦ GET / HTTP/1.1⏎Host␡✗: a⏎⏎ ¦ BAD_FIELD_NAME
      5     ¦ a high octet in the name ¦ GET / HTTP/1.1⏎H‹f6›✗st: a⏎⏎ ¦ BAD_FIELD_NAME
      5     ¦ a no-break space after the name ¦ GET / HTTP/1.1⏎Host‹a0›✗: a⏎⏎ ¦ BAD_FIELD_NAME
      5.1   ¦ a space before the colon ¦ GET / HTTP/1.1⏎Host ✗: a⏎⏎ ¦ WHITESPACE_BEFORE_COLON
      5.1   ¦ a tab before the colon ¦ GET / HTTP/1.1⏎Host␉✗: a⏎⏎ ¦ WHITESPACE_BEFORE_COLON
      5.1   ¦ a space in the name ¦ GET / HTTP/1.1⏎Ho ✗st: a⏎⏎ ¦ WHITESPACE_BEFORE_COLON
      5.2   ¦ a folded line, space ¦ GET / HTTP/1.1⏎A: b⏎ ✗c⏎⏎ ¦ OBS_FOLD
      5.2   ¦ a folded line, tab ¦ GET / HTTP/1.1⏎A: b⏎␉✗c⏎⏎ ¦ OBS_FOLD
      5.2   ¦ a folded line of white space ¦ GET / HTTP/1.1⏎A: b⏎ ✗⏎⏎ ¦ OBS_FOLD
      5.2   ¦ a folded name ¦ GET / HTTP/1.1⏎A␍✗␊ : b⏎⏎ ¦ NO_COLON
      2.2   ¦ white space before the first field, space ¦ GET / HTTP/1.1⏎ ✗Host: a⏎⏎ ¦ LEADING_WHITESPACE
      2.2   ¦ white space before the first field, tab ¦ GET / HTTP/1.1⏎␉✗Host: a⏎⏎ ¦ LEADING_WHITESPACE
      2.2   ¦ a line of white space before the first field ¦ GET / HTTP/1.1⏎ ✗⏎Host: a⏎⏎ ¦ LEADING_WHITESPACE
      2.2   ¦ LF after a value ¦ GET / HTTP/1.1⏎Host: a␊✗A: b⏎⏎ ¦ BARE_LF
      2.2   ¦ LF inside a value ¦ GET / HTTP/1.1⏎Host: a␊✗b⏎⏎ ¦ BARE_LF
      2.2   ¦ LF after a name ¦ GET / HTTP/1.1⏎Host␊✗: a⏎⏎ ¦ BARE_LF
      2.2   ¦ LF for the empty line ¦ GET / HTTP/1.1⏎Host: a⏎␊✗ ¦ BARE_LF
      2.2   ¦ CR inside a value ¦ GET / HTTP/1.1⏎Host: a␍b✗⏎⏎ ¦ BARE_CR
      2.2   ¦ CR CR LF after a value ¦ GET / HTTP/1.1⏎Host: a␍␍✗␊⏎ ¦ BARE_CR
      2.2   ¦ CR for the empty line ¦ GET / HTTP/1.1⏎Host: a⏎␍x✗ ¦ BARE_CR
      2.2   ¦ CR CR LF for the empty line ¦ GET / HTTP/1.1⏎Host: a⏎␍␍✗␊ ¦ BARE_CR
      5     ¦ NUL in a value ¦ GET / HTTP/1.1⏎Host: a␀✗b⏎⏎ ¦ BAD_FIELD_VALUE
      5     ¦ VT in a value ¦ GET / HTTP/1.1⏎Host: a␋✗⏎⏎ ¦ BAD_FIELD_VALUE
      5     ¦ FF in a value ¦ GET / HTTP/1.1⏎Host: ␌✗a⏎⏎ ¦ BAD_FIELD_VALUE
      5     ¦ an escape character in a value ¦ GET / HTTP/1.1⏎User-Agent: ‹1b›✗[31m⏎⏎ ¦ BAD_FIELD_VALUE
      5     ¦ DEL in a value ¦ GET / HTTP/1.1⏎Host: a␡✗⏎⏎ ¦ BAD_FIELD_VALUE
      5.4   ¦ a field section of 400 octets ¦ GET / HTTP/1.1⏎A: «b*395»⏎⏎ ¦ GET / 1.1 NONE [A: «b*395»]
      5.4   ¦ a field section of 401 octets ¦ GET / HTTP/1.1⏎A: «b*396»␍✗␊⏎ ¦ FIELD_SECTION_TOO_LARGE
      5.4   ¦ 400 octets in two lines ¦ GET / HTTP/1.1⏎A: «b*195»⏎C: «d*195»⏎⏎ ¦ GET / 1.1 NONE [A: «b*195»][C: «d*195»]
      5.4   ¦ 401 octets in two lines ¦ GET / HTTP/1.1⏎A: «b*195»⏎C: «d*196»␍✗␊⏎ ¦ FIELD_SECTION_TOO_LARGE
      5.4   ¦ a line after 400 octets ¦ GET / HTTP/1.1⏎A: «b*395»⏎C✗: d⏎⏎ ¦ FIELD_SECTION_TOO_LARGE
      5.4   ¦ an endless name ¦ GET / HTTP/1.1⏎«a*400»✗«a*600» ¦ FIELD_SECTION_TOO_LARGE
      5.4   ¦ an endless value ¦ GET / HTTP/1.1⏎A:«b*398»✗«b*602» ¦ FIELD_SECTION_TOO_LARGE
      5.4   ¦ a value of endless white space ¦ GET / HTTP/1.1⏎A:« *398»✗« *602» ¦ FIELD_SECTION_TOO_LARGE
      5.4   ¦ the limit is met before the wrong octet ¦ GET / HTTP/1.1⏎A:«b*398»✗«b*602»␀ ¦ FIELD_SECTION_TOO_LARGE
      5.4   ¦ eight fields ¦ GET / HTTP/1.1⏎«a: b⏎*8»⏎ ¦ GET / 1.1 NONE
      5.4   ¦ nine fields ¦ GET / HTTP/1.1⏎«a: b⏎*8»a✗: b⏎⏎ ¦ TOO_MANY_FIELDS
      5.4   ¦ the ninth field's first octet ¦ GET / HTTP/1.1⏎«a: b⏎*8»c✗ ¦ TOO_MANY_FIELDS
      """;

  private static final String FRAMING =
      """
      6.3   ¦ no content ¦ POST / HTTP/1.1⏎Host: a⏎⏎ ¦ POST / 1.1 NONE
      6.2   ¦ a length ¦ POST / HTTP/1.1⏎Content-Length: 5⏎⏎ ¦ POST / 1.1 LENGTH 5
      6.2   ¦ a length in HTTP/1.0 ¦ POST / HTTP/1.0⏎Content-Length: 5⏎⏎ ¦ POST / 1.0 LENGTH 5
      6.2   ¦ a length of zero ¦ POST / HTTP/1.1⏎Content-Length: 0⏎⏎ ¦ POST / 1.1 LENGTH 0
      6.2   ¦ a length with a GET ¦ GET / HTTP/1.1⏎Content-Length: 5⏎⏎ ¦ GET / 1.1 LENGTH 5
      6.2   ¦ leading zeros ¦ POST / HTTP/1.1⏎Content-Length: 0005⏎⏎ ¦ POST / 1.1 LENGTH 5
      6.2   ¦ many leading zeros ¦ POST / HTTP/1.1⏎Content-Length: «0*40»7⏎⏎ ¦ POST / 1.1 LENGTH 7
      6.2   ¦ any case of the name ¦ POST / HTTP/1.1⏎CONTENT-length: 5⏎⏎ ¦ POST / 1.1 LENGTH 5
      6.2   ¦ white space around the number ¦ POST / HTTP/1.1⏎Content-Length: ␉ 5 ␉⏎⏎ ¦ POST / 1.1 LENGTH 5
      6.2   ¦ over the limit is the guards' business ¦ POST / HTTP/1.1⏎Content-Length: 999⏎⏎ ¦ POST / 1.1 LENGTH 999
      6.2   ¦ eighteen digits ¦ POST / HTTP/1.1⏎Content-Length: «9*18»⏎⏎ ¦ POST / 1.1 LENGTH «9*18»
      6.2   ¦ nineteen digits ¦ POST / HTTP/1.1⏎Content-Length: 1«0*18»⏎⏎✗ ¦ CONTENT_LENGTH_OVERFLOW
      6.2   ¦ two to the power of 63 ¦ POST / HTTP/1.1⏎Content-Length: 9223372036854775808⏎⏎✗ ¦ CONTENT_LENGTH_OVERFLOW
      6.2   ¦ two to the power of 64 and 5 ¦ POST / HTTP/1.1⏎Content-Length: 18446744073709551621⏎⏎✗ ¦ CONTENT_LENGTH_OVERFLOW
      6.2   ¦ two to the power of 32 and 5 ¦ POST / HTTP/1.1⏎Content-Length: 4294967301⏎⏎ ¦ POST / 1.1 LENGTH 4294967301
      6.3   ¦ an overflow, then a letter ¦ POST / HTTP/1.1⏎Content-Length: «9*30»x⏎⏎✗ ¦ CONTENT_LENGTH_MALFORMED
      6.3   ¦ an empty length ¦ POST / HTTP/1.1⏎Content-Length:⏎⏎✗ ¦ CONTENT_LENGTH_MALFORMED
      6.3   ¦ a plus sign ¦ POST / HTTP/1.1⏎Content-Length: +5⏎⏎✗ ¦ CONTENT_LENGTH_MALFORMED
      6.3   ¦ a minus sign ¦ POST / HTTP/1.1⏎Content-Length: -5⏎⏎✗ ¦ CONTENT_LENGTH_MALFORMED
      6.3   ¦ minus zero ¦ POST / HTTP/1.1⏎Content-Length: -0⏎⏎✗ ¦ CONTENT_LENGTH_MALFORMED
      6.3   ¦ hexadecimal ¦ POST / HTTP/1.1⏎Content-Length: 0x5⏎⏎✗ ¦ CONTENT_LENGTH_MALFORMED
      6.3   ¦ a hexadecimal digit ¦ POST / HTTP/1.1⏎Content-Length: a⏎⏎✗ ¦ CONTENT_LENGTH_MALFORMED
      6.3   ¦ a fraction ¦ POST / HTTP/1.1⏎Content-Length: 5.0⏎⏎✗ ¦ CONTENT_LENGTH_MALFORMED
      6.3   ¦ an exponent ¦ POST / HTTP/1.1⏎Content-Length: 5e0⏎⏎✗ ¦ CONTENT_LENGTH_MALFORMED
      6.3   ¦ an underscore ¦ POST / HTTP/1.1⏎Content-Length: 1_0⏎⏎✗ ¦ CONTENT_LENGTH_MALFORMED
      6.3   ¦ two numbers ¦ POST / HTTP/1.1⏎Content-Length: 5 5⏎⏎✗ ¦ CONTENT_LENGTH_MALFORMED
      6.3   ¦ a semicolon ¦ POST / HTTP/1.1⏎Content-Length: 5;⏎⏎✗ ¦ CONTENT_LENGTH_MALFORMED
      6.3   ¦ a quoted number ¦ POST / HTTP/1.1⏎Content-Length: "5"⏎⏎✗ ¦ CONTENT_LENGTH_MALFORMED
      6.3   ¦ a digit outside ASCII ¦ POST / HTTP/1.1⏎Content-Length: ‹b2›⏎⏎✗ ¦ CONTENT_LENGTH_MALFORMED
      6.3   ¦ a no-break space ¦ POST / HTTP/1.1⏎Content-Length: 5‹a0›⏎⏎✗ ¦ CONTENT_LENGTH_MALFORMED
      6.3   ¦ a list of the same ¦ POST / HTTP/1.1⏎Content-Length: 5, 5⏎⏎✗ ¦ CONTENT_LENGTH_LIST
      6.3   ¦ a list without spaces ¦ POST / HTTP/1.1⏎Content-Length: 5,5⏎⏎✗ ¦ CONTENT_LENGTH_LIST
      6.3   ¦ a list of different numbers ¦ POST / HTTP/1.1⏎Content-Length: 5, 6⏎⏎✗ ¦ CONTENT_LENGTH_LIST
      6.3   ¦ a list that ends in a comma ¦ POST / HTTP/1.1⏎Content-Length: 5,⏎⏎✗ ¦ CONTENT_LENGTH_LIST
      6.3   ¦ a comma ¦ POST / HTTP/1.1⏎Content-Length: ,⏎⏎✗ ¦ CONTENT_LENGTH_LIST
      6.3   ¦ the same length twice ¦ POST / HTTP/1.1⏎Content-Length: 5⏎Content-Length: 5⏎⏎✗ ¦ CONTENT_LENGTH_REPEATED
      6.3   ¦ two lengths ¦ POST / HTTP/1.1⏎Content-Length: 5⏎Host: a⏎content-length: 6⏎⏎✗ ¦ CONTENT_LENGTH_REPEATED
      6.3   ¦ two lengths, the second empty ¦ POST / HTTP/1.1⏎Content-Length: 5⏎Content-Length:⏎⏎✗ ¦ CONTENT_LENGTH_REPEATED
      6.3   ¦ a length of zero, then another ¦ POST / HTTP/1.1⏎Content-Length: 0⏎Content-Length: 44⏎⏎✗ ¦ CONTENT_LENGTH_REPEATED
      6.1   ¦ chunked ¦ POST / HTTP/1.1⏎Transfer-Encoding: chunked⏎⏎ ¦ POST / 1.1 CHUNKED
      6.1   ¦ chunked in any case ¦ POST / HTTP/1.1⏎TRANSFER-encoding: CHUNked⏎⏎ ¦ POST / 1.1 CHUNKED
      6.1   ¦ chunked with white space around ¦ POST / HTTP/1.1⏎Transfer-Encoding: ␉chunked ␉⏎⏎ ¦ POST / 1.1 CHUNKED
      6.1   ¦ chunked in HTTP/1.2 ¦ POST / HTTP/1.2⏎Transfer-Encoding: chunked⏎⏎ ¦ POST / 1.2 CHUNKED
      6.1   ¦ chunked in HTTP/1.0 ¦ POST / HTTP/1.0⏎Transfer-Encoding: chunked⏎⏎✗ ¦ TRANSFER_ENCODING_IN_HTTP_1_0
      6.1   ¦ chunked with a length in HTTP/1.0 ¦ POST / HTTP/1.0⏎Content-Length: 5⏎Transfer-Encoding: chunked⏎⏎✗ ¦ TRANSFER_ENCODING_IN_HTTP_1_0
      6.1   ¦ identity in HTTP/1.0 ¦ POST / HTTP/1.0⏎Transfer-Encoding: identity⏎⏎✗ ¦ TRANSFER_ENCODING_IN_HTTP_1_0
      6.1   ¦ gzip alone ¦ POST / HTTP/1.1⏎Transfer-Encoding: gzip⏎⏎✗ ¦ TRANSFER_CODING_UNKNOWN
      6.1   ¦ identity alone ¦ POST / HTTP/1.1⏎Transfer-Encoding: identity⏎⏎✗ ¦ TRANSFER_CODING_UNKNOWN
      6.1   ¦ an unknown coding ¦ POST / HTTP/1.1⏎Transfer-Encoding: xchunked⏎⏎✗ ¦ TRANSFER_CODING_UNKNOWN
      6.1   ¦ an unknown coding with a parameter ¦ POST / HTTP/1.1⏎Transfer-Encoding: a; b="c, d"⏎⏎✗ ¦ TRANSFER_CODING_UNKNOWN
      6.3   ¦ gzip and chunked ¦ POST / HTTP/1.1⏎Transfer-Encoding: gzip, chunked⏎⏎✗ ¦ TRANSFER_ENCODING_NOT_CHUNKED
      6.3   ¦ chunked and gzip ¦ POST / HTTP/1.1⏎Transfer-Encoding: chunked, gzip⏎⏎✗ ¦ TRANSFER_ENCODING_NOT_CHUNKED
      6.3   ¦ chunked and identity ¦ POST / HTTP/1.1⏎Transfer-Encoding: chunked, identity⏎⏎✗ ¦ TRANSFER_ENCODING_NOT_CHUNKED
      6.3   ¦ identity and chunked ¦ POST / HTTP/1.1⏎Transfer-Encoding: identity, chunked⏎⏎✗ ¦ TRANSFER_ENCODING_NOT_CHUNKED
      6.3   ¦ chunked in one line twice ¦ POST / HTTP/1.1⏎Transfer-Encoding: chunked, chunked⏎⏎✗ ¦ TRANSFER_ENCODING_NOT_CHUNKED
      6.3   ¦ an empty coding ¦ POST / HTTP/1.1⏎Transfer-Encoding:⏎⏎✗ ¦ TRANSFER_ENCODING_NOT_CHUNKED
      6.3   ¦ an empty element before ¦ POST / HTTP/1.1⏎Transfer-Encoding: ,chunked⏎⏎✗ ¦ TRANSFER_ENCODING_NOT_CHUNKED
      6.3   ¦ an empty element after ¦ POST / HTTP/1.1⏎Transfer-Encoding: chunked,⏎⏎✗ ¦ TRANSFER_ENCODING_NOT_CHUNKED
      6.3   ¦ an empty list of codings ¦ POST / HTTP/1.1⏎Transfer-Encoding: ,⏎⏎✗ ¦ TRANSFER_ENCODING_NOT_CHUNKED
      6.3   ¦ chunked, quoted ¦ POST / HTTP/1.1⏎Transfer-Encoding: "chunked"⏎⏎✗ ¦ TRANSFER_ENCODING_NOT_CHUNKED
      7.1   ¦ chunked with a parameter ¦ POST / HTTP/1.1⏎Transfer-Encoding: chunked;q=1⏎⏎✗ ¦ TRANSFER_ENCODING_NOT_CHUNKED
      7.1   ¦ chunked with a semicolon ¦ POST / HTTP/1.1⏎Transfer-Encoding: chunked;⏎⏎✗ ¦ TRANSFER_ENCODING_NOT_CHUNKED
      7.1   ¦ a semicolon before chunked ¦ POST / HTTP/1.1⏎Transfer-Encoding: ;chunked⏎⏎✗ ¦ TRANSFER_ENCODING_NOT_CHUNKED
      7.1   ¦ a semicolon before an unknown coding ¦ POST / HTTP/1.1⏎Transfer-Encoding: ;gzip⏎⏎✗ ¦ TRANSFER_ENCODING_NOT_CHUNKED
      6.3   ¦ two words ¦ POST / HTTP/1.1⏎Transfer-Encoding: chunked gzip⏎⏎✗ ¦ TRANSFER_ENCODING_NOT_CHUNKED
      6.3   ¦ chunked in two lines ¦ POST / HTTP/1.1⏎Transfer-Encoding: chunked⏎Transfer-Encoding: chunked⏎⏎✗ ¦ TRANSFER_ENCODING_REPEATED
      6.3   ¦ gzip and chunked in two lines ¦ POST / HTTP/1.1⏎Transfer-Encoding: gzip⏎Transfer-Encoding: chunked⏎⏎✗ ¦ TRANSFER_ENCODING_REPEATED
      """;

  private static final String SMUGGLING =
      """
      11.2  ¦ CL.TE ¦ POST / HTTP/1.1⏎Host: a⏎Content-Length: 6⏎Transfer-Encoding: chunked⏎⏎✗0⏎⏎G ¦ TRANSFER_ENCODING_WITH_CONTENT_LENGTH
      11.2  ¦ TE.CL ¦ POST / HTTP/1.1⏎Host: a⏎Transfer-Encoding: chunked⏎Content-Length: 3⏎⏎✗8⏎SMUGGLED⏎0⏎⏎ ¦ TRANSFER_ENCODING_WITH_CONTENT_LENGTH
      11.2  ¦ CL.TE with a length of zero ¦ POST / HTTP/1.1⏎Content-Length: 0⏎Transfer-Encoding: chunked⏎⏎✗ ¦ TRANSFER_ENCODING_WITH_CONTENT_LENGTH
      11.2  ¦ CL.TE with two lengths ¦ POST / HTTP/1.1⏎Content-Length: 1⏎Content-Length: 2⏎Transfer-Encoding: chunked⏎⏎✗ ¦ TRANSFER_ENCODING_WITH_CONTENT_LENGTH
      11.2  ¦ CL with an unknown coding ¦ POST / HTTP/1.1⏎Content-Length: 5⏎Transfer-Encoding: identity⏎⏎✗ ¦ TRANSFER_ENCODING_WITH_CONTENT_LENGTH
      11.2  ¦ CL with an empty coding ¦ POST / HTTP/1.1⏎Content-Length: 5⏎Transfer-Encoding:⏎⏎✗ ¦ TRANSFER_ENCODING_WITH_CONTENT_LENGTH
      11.2  ¦ CL with two codings ¦ POST / HTTP/1.1⏎Content-Length: 5⏎Transfer-Encoding: a⏎Transfer-Encoding: chunked⏎⏎✗ ¦ TRANSFER_ENCODING_WITH_CONTENT_LENGTH
      11.2  ¦ TE, space before the colon ¦ POST / HTTP/1.1⏎Transfer-Encoding ✗: chunked⏎⏎ ¦ WHITESPACE_BEFORE_COLON
      11.2  ¦ TE, tab before the colon ¦ POST / HTTP/1.1⏎Transfer-Encoding␉✗: chunked⏎⏎ ¦ WHITESPACE_BEFORE_COLON
      11.2  ¦ TE, NUL before the colon ¦ POST / HTTP/1.1⏎Transfer-Encoding␀✗: chunked⏎⏎ ¦ BAD_FIELD_NAME
      11.2  ¦ TE, leading space ¦ POST / HTTP/1.1⏎Host: a⏎ ✗Transfer-Encoding: chunked⏎⏎ ¦ OBS_FOLD
      11.2  ¦ TE, leading space on the first line ¦ POST / HTTP/1.1⏎ ✗Transfer-Encoding: chunked⏎⏎ ¦ LEADING_WHITESPACE
      11.2  ¦ TE, VT before the value ¦ POST / HTTP/1.1⏎Transfer-Encoding:␋✗chunked⏎⏎ ¦ BAD_FIELD_VALUE
      11.2  ¦ TE, FF after the value ¦ POST / HTTP/1.1⏎Transfer-Encoding: chunked␌✗⏎⏎ ¦ BAD_FIELD_VALUE
      11.2  ¦ TE, NUL after the value ¦ POST / HTTP/1.1⏎Transfer-Encoding: chunked␀✗⏎⏎ ¦ BAD_FIELD_VALUE
      11.2  ¦ TE, CR in the value ¦ POST / HTTP/1.1⏎Transfer-Encoding: chunked␍x✗⏎⏎ ¦ BARE_CR
      11.2  ¦ TE, folded value ¦ POST / HTTP/1.1⏎Transfer-Encoding:⏎ ✗chunked⏎⏎ ¦ OBS_FOLD
      11.2  ¦ TE, hidden behind an LF ¦ POST / HTTP/1.1⏎X: y␊✗Transfer-Encoding: chunked⏎⏎ ¦ BARE_LF
      11.2  ¦ TE, hidden behind a CR ¦ POST / HTTP/1.1⏎X: y␍T✗ransfer-Encoding: chunked⏎⏎ ¦ BARE_CR
      11.2  ¦ TE, hidden behind a CR and a space ¦ POST / HTTP/1.1⏎X: y␍ ✗Transfer-Encoding: chunked⏎⏎ ¦ BARE_CR
      11.2  ¦ TE, no-break space ¦ POST / HTTP/1.1⏎Transfer-Encoding: chunked‹a0›⏎⏎✗ ¦ TRANSFER_ENCODING_NOT_CHUNKED
      11.2  ¦ TE, next line character ¦ POST / HTTP/1.1⏎Transfer-Encoding: ‹85›chunked⏎⏎✗ ¦ TRANSFER_ENCODING_NOT_CHUNKED
      11.2  ¦ TE, a K that folds from Kelvin ¦ POST / HTTP/1.1⏎Transfer-Encoding: chun‹e2›‹84›‹aa›ed⏎⏎✗ ¦ TRANSFER_ENCODING_NOT_CHUNKED
      11.2  ¦ TE, single quotes ¦ POST / HTTP/1.1⏎Transfer-Encoding: 'chunked'⏎⏎✗ ¦ TRANSFER_CODING_UNKNOWN
      11.2  ¦ TE, a colon too many ¦ POST / HTTP/1.1⏎Transfer-Encoding:: chunked⏎⏎✗ ¦ TRANSFER_ENCODING_NOT_CHUNKED
      11.2  ¦ TE, chunk for chunked ¦ POST / HTTP/1.1⏎Transfer-Encoding: chunk⏎⏎✗ ¦ TRANSFER_CODING_UNKNOWN
      11.2  ¦ TE, cow, in two lines ¦ POST / HTTP/1.1⏎Transfer-Encoding: chunked⏎Transfer-Encoding: cow⏎⏎✗ ¦ TRANSFER_ENCODING_REPEATED
      11.2  ¦ TE under another name is another field ¦ POST / HTTP/1.1⏎Transfer_Encoding: chunked⏎⏎ ¦ POST / 1.1 NONE [Transfer_Encoding: chunked]
      11.2  ¦ TE with a name cut short is another field ¦ POST / HTTP/1.1⏎Transfer-Encodin: chunked⏎⏎ ¦ POST / 1.1 NONE
      11.2  ¦ CL under another name is another field ¦ POST / HTTP/1.1⏎Content-Lengths: 5⏎⏎ ¦ POST / 1.1 NONE
      11.2  ¦ CL, space before the colon ¦ POST / HTTP/1.1⏎Content-Length ✗: 5⏎⏎ ¦ WHITESPACE_BEFORE_COLON
      11.2  ¦ CL, hidden behind an LF ¦ POST / HTTP/1.1⏎X: y␊✗Content-Length: 5⏎⏎ ¦ BARE_LF
      11.2  ¦ CL, folded ¦ POST / HTTP/1.1⏎Content-Length: 5⏎ ✗6⏎⏎ ¦ OBS_FOLD
      11.2  ¦ CL, VT before the number ¦ POST / HTTP/1.1⏎Content-Length: ␋✗5⏎⏎ ¦ BAD_FIELD_VALUE
      11.2  ¦ an empty line made of LF ¦ POST / HTTP/1.1⏎Content-Length: 5⏎␊✗GET /admin HTTP/1.1⏎⏎ ¦ BARE_LF
      11.2  ¦ a head in the content of a GET ¦ GET / HTTP/1.1⏎Content-Length: 23⏎⏎ ¦ GET / 1.1 LENGTH 23
      11.2  ¦ the preface of HTTP/2 ¦ PRI * ✗HTTP/2.0⏎⏎SM⏎⏎ ¦ MALFORMED_TARGET
      """;

  private HeadVectors() {}

  static List<Row> rows() {
    return Stream.of(REQUEST_LINE, TARGET, FIELDS, FRAMING, SMUGGLING)
        .flatMap(String::lines)
        .map(HeadVectors::row)
        .toList();
  }

  private static Row row(String line) {
    String[] columns = line.split(" ¦ ", -1);
    if (columns.length != 4) {
      throw new IllegalArgumentException(line);
    }
    return new Row("§" + columns[0].strip(), columns[1], columns[2], columns[3].strip());
  }
}
