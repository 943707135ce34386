package org.gatehouse.domain.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.gatehouse.domain.message.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "/ | / | §§ | /",
        "/a/b.html | /a/b.html | §§ | /a/b.html",
        "/a?b=c | /a | b=c | /a?b=c",
        "/a? | /a | §§ | /a?",
        "/? | / | §§ | /?",
        "/a?b?c/d:@!$&'()*+,;=-._~ | /a | b?c/d:@!$&'()*+,;=-._~ | /a?b?c/d:@!$&'()*+,;=-._~",
        "//a//b/ | //a//b/ | §§ | //a//b/",
        "/a%20b%zz?%zz | /a%20b%zz | %zz | /a%20b%zz?%zz",
        "/../.. | /../.. | §§ | /../..",
        "/http://a/ | /http://a/ | §§ | /http://a/",
        "/!$&'()*+,;=:@-._~ | /!$&'()*+,;=:@-._~ | §§ | /!$&'()*+,;=:@-._~",
      })
  void originForm(String raw, String path, String query, String both) {
    RequestTarget target = RequestTarget.parse(Method.GET, raw).orElseThrow();
    assertEquals(
        new RequestTarget(
            RequestTarget.Form.ORIGIN,
            raw,
            "",
            Optional.empty(),
            path,
            query,
            ResourcePath.parse(path)),
        target);
    assertEquals(both, target.pathAndQuery());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "http://a | http | a | / | §§ | /",
        "HTTP://A:80/b?c | http | a:80 | /b | c | /b?c",
        "https://[::1]:8443/ | https | [::1]:8443 | / | §§ | /",
        "http://a?b=/c | http | a | / | b=/c | /?b=/c",
        "http://a/b/../c?d?e | http | a | /b/../c | d?e | /b/../c?d?e",
        "a+b-c.9://h/ | a+b-c.9 | h | / | §§ | /",
        "http://a/? | http | a | / | §§ | /?",
        "http://a//b | http | a | //b | §§ | //b",
      })
  void absoluteForm(
      String raw, String scheme, String authority, String path, String query, String both) {
    RequestTarget target = RequestTarget.parse(Method.GET, raw).orElseThrow();
    assertEquals(RequestTarget.Form.ABSOLUTE, target.form());
    assertEquals(raw, target.raw());
    assertEquals(scheme, target.scheme());
    assertEquals(Authority.parse(authority), target.authority());
    assertEquals(path, target.path());
    assertEquals(query, target.query());
    assertEquals(both, target.pathAndQuery());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a/b",
        "index.html",
        "?a",
        "#",
        "*/",
        "**",
        "* ",
        // not in the grammar of a path or a query
        "/a#b",
        "/#",
        "/a b",
        "/a\tb",
        "/a\"",
        "/<a>",
        "/a\\b",
        "/\\..",
        "/a[1]",
        "/a?b[]=1",
        "/{a}",
        "/a|b",
        "/a^b",
        "/`",
        "/a?b#c",
        "/a?\"",
        "/a?b c",
        "/\u0000",
        "/a\u007f",
        "/a\r\nHost:",
        "/é",
        "/a?é",
        "/\u0100",
        "/\ud83d\ude00",
        // absolute forms that are not
        "http:",
        "http:/",
        "http:/a",
        "http://",
        "http:///a",
        "http://?a",
        "://a/",
        "1http://a/",
        "+http://a/",
        "ht tp://a/",
        "ht_tp://a/",
        "http://a b/",
        "http://user@a/",
        "http://user:pw@a/",
        "http://a:b/",
        "http://a:65536/",
        "http://a%41/",
        "http://[::1/",
        "http://a\\b/",
        "http://a#b",
        "http://a/b#c",
        "http://a,b/",
        "hättp://a/",
        "mailto:a@b",
        "a:80"
      })
  void malformed(String raw) {
    assertEquals(Optional.empty(), RequestTarget.parse(Method.GET, raw));
    assertEquals(Optional.empty(), RequestTarget.parse(Method.OPTIONS, raw));
  }

  @Test
  void theCharactersOfPathAndQueryAreThoseOfTheRfc() {
    String unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    String pchar = unreserved + "!$&'()*+,;=:@";
    for (char c = 0; c <= 0x200; c++) {
      String text = Character.toString(c);
      boolean inPath = (pchar + "%/?").contains(text);
      assertEquals(inPath, RequestTarget.parse(Method.GET, "/" + c).isPresent(), "path " + (int) c);
      assertEquals(
          inPath, RequestTarget.parse(Method.GET, "/?" + c).isPresent(), "query " + (int) c);
      String encoded = PercentEncoding.encodeSegment(text);
      assertEquals(pchar.contains(text), encoded.equals(text), "segment " + (int) c);
      boolean inHost = (unreserved + "!$&'()*+;=:").contains(text);
      assertEquals(inHost, Authority.parse("a" + c).isPresent(), "host " + (int) c);
    }
  }

  @Test
  void theCharactersOfASchemeAreThoseOfTheRfc() {
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    for (char c = 0; c <= 0x200; c++) {
      String text = Character.toString(c);
      boolean first = letters.contains(text);
      boolean later = (letters + "0123456789+-.").contains(text);
      // A slash at the beginning makes it the origin form.
      boolean taken = c != '/' && RequestTarget.parse(Method.GET, c + "://h/").isPresent();
      assertEquals(first, taken, "first " + (int) c);
      assertEquals(
          later,
          RequestTarget.parse(Method.GET, "a" + c + "://h/").isPresent(),
          "later " + (int) c);
    }
  }

  @Test
  void theAsteriskIsForOptions() {
    RequestTarget target = RequestTarget.parse(Method.OPTIONS, "*").orElseThrow();
    assertEquals(RequestTarget.Form.ASTERISK, target.form());
    assertEquals("*", target.path());
    assertEquals("", target.query());
    assertEquals("*", target.pathAndQuery());
    assertEquals(Optional.empty(), target.authority());
  }

  @ParameterizedTest
  @EnumSource(value = Method.class, mode = EnumSource.Mode.EXCLUDE, names = "OPTIONS")
  void theAsteriskIsForNoOther(Method method) {
    assertEquals(Optional.empty(), RequestTarget.parse(method, "*"));
  }

  @Test
  void theAuthorityFormIsForConnect() {
    RequestTarget target = RequestTarget.parse(Method.CONNECT, "A.org:443").orElseThrow();
    assertEquals(RequestTarget.Form.AUTHORITY, target.form());
    assertEquals(Optional.of(new Authority("a.org", 443)), target.authority());
    assertEquals("", target.path());
    assertEquals("", target.pathAndQuery());
    assertEquals(
        Optional.of(new Authority("a", 0)),
        RequestTarget.parse(Method.CONNECT, "a:0").flatMap(RequestTarget::authority));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "*", "a", "a:", "http://a/", "a:b", "u@a:80", "a:80/", ""})
  void connectTakesNoOtherForm(String raw) {
    assertEquals(Optional.empty(), RequestTarget.parse(Method.CONNECT, raw));
  }

  @ParameterizedTest
  @EnumSource(value = Method.class, mode = EnumSource.Mode.EXCLUDE, names = "CONNECT")
  void everyOtherMethodTakesOriginAndAbsoluteForm(Method method) {
    assertEquals("/a", RequestTarget.parse(method, "/a").orElseThrow().path());
    assertEquals("/a", RequestTarget.parse(method, "http://h/a").orElseThrow().path());
    assertEquals(Optional.empty(), RequestTarget.parse(method, "h:80"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "/a|none",
        "/a?|none",
        "/a?x|''",
        "/a?x=|''",
        "/a?x=1|1",
        "/a?y=2&x=1&x=3|1",
        "/a?x=1=2|1=2",
        "/a?xx=1|none",
        "/a?&&x=%31|%31",
        "/a?X=1|none",
      })
  void findsAQueryParameter(String raw, String value) {
    RequestTarget target = RequestTarget.parse(Method.GET, raw).orElseThrow();
    assertEquals(Optional.ofNullable(value), target.queryParameter("x"));
  }
}
