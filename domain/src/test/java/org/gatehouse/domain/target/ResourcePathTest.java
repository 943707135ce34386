package org.gatehouse.domain.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gatehouse.domain.target.ResourcePath.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourcePathTest {

  static ResourcePath path(String raw) {
    return ResourcePath.parse(raw)
        .match(
            path -> path,
            fault -> {
              throw new AssertionError(raw + " is " + fault);
            });
  }

  private static String fault(String raw) {
    return ResourcePath.parse(raw).match(path -> "valid " + path, Fault::name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "/ | [] | true | true",
        "/a | [a] | false | true",
        "/a/ | [a] | true | true",
        "/a/b.txt | [a, b.txt] | false | true",
        "/a%20b/%C3%A9 | [a b, é] | false | true",
        "/a+b;v=1/c,d:@ | [a+b;v=1, c,d:@] | false | true",
        "/%2541 | [%41] | false | true",
        "/%252e%252e/a | [%2e%2e, a] | false | true",
        // Names that only look like dot segments
        "/... | [...] | false | true",
        "/..a/b.. | [..a, b..] | false | true",
        "/.%20/a | [. , a] | false | true",
        "/..;/a | [..;, a] | false | true",
        "/.a | [.a] | false | true",
        "/%EF%BC%8E%EF%BC%8E/a | [．．, a] | false | true",
        "/%E2%80%AE | [\u202e] | false | true",
        // Names of the machine's, not ours
        "/C: | [C:] | false | true",
        "/~root | [~root] | false | true",
        "/CON | [CON] | false | true",
        // Empty segments and encoded separators address nothing
        "// | [] | true | false",
        "/a//b | [a, , b] | false | false",
        "//a | [, a] | false | false",
        "/a// | [a, ] | true | false",
        "/a%2fb | [a/b] | false | false",
        "/a%2F | [a/] | false | false",
        "/%2f | [/] | false | false",
        "/a%5Cb/c | [a\\b, c] | false | false",
        "/..%2fa | [../a] | false | false",
        "/%2e%2e%2f%2e%2e%2fetc%2fpasswd | [../../etc/passwd] | false | false",
        "/..%5c..%5cboot.ini | [..\\..\\boot.ini] | false | false",
        "/a/%2f.. | [a, /..] | false | false",
      })
  void valid(String raw, String segments, boolean folder, boolean addressable) {
    ResourcePath path = path(raw);
    assertEquals(segments, path.segments().toString());
    assertEquals(folder, path.isFolder());
    assertEquals(addressable, path.isAddressable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.",
        "/..",
        "/./",
        "/../",
        "/../a",
        "/a/..",
        "/a/../b",
        "/a/.",
        "/a/./b",
        "//../a",
        "/a//..",
        "/%2e",
        "/%2E",
        "/%2e%2e",
        "/%2E%2e",
        "/.%2e",
        "/%2e.",
        "/%2e/",
        "/%2e%2E/a",
        "/a/%2e%2e/b",
        "/a/.%2E",
        "/a/%2e",
        "/../../../../etc/passwd",
        "/a/b/c/../../..",
        "/%2f/..",
        "/.%2e/%2e./a"
      })
  void dotSegments(String raw) {
    assertEquals("DOT_SEGMENT", fault(raw));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "*",
        "a/b",
        "%2f",
        "../a",
        ".",
        // NUL and other controls, raw and encoded
        "/a\u0000",
        "/a%00.txt",
        "/%00",
        "/%0a",
        "/%0D%0A",
        "/%1f",
        "/%7f",
        "/%09",
        "/%C2%85",
        "/%C2%9F",
        "/a\tb",
        "/a\nb",
        "/\u007f",
        // backslashes
        "/a\\b",
        "\\a",
        "/..\\a",
        "/\\",
        // broken triplets
        "/%",
        "/a%",
        "/a%2",
        "/%zz",
        "/%2/e",
        "/%%32e",
        // not UTF-8
        "/%ff",
        "/%C0%AE%C0%AE/a",
        "/%C0%AF",
        "/%E0%80%AE/",
        "/%ED%A0%80",
        "/é",
        // Whatever else is wrong, this comes first
        "/../%00",
        "/%00/..",
        "/..%",
        "/../a\\b"
      })
  void malformed(String raw) {
    assertEquals("MALFORMED", fault(raw));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/ | / | /",
        "/a%20b | /a b | /a%20b",
        "/a/%62/ | /a/b/ | /a/b/",
        "/%c3%a9 | /é | /%C3%A9",
        "/a%2fb | /a/b | /a%2Fb",
        "/a//b/ | /a//b/ | /a//b/",
        "// | // | //",
        "/100%25 | /100% | /100%25",
        "/a;b=c,d | /a;b=c,d | /a;b=c,d",
        "/%3Cb%3E%22 | /<b>\" | /%3Cb%3E%22",
        "/a%3fb%23c | /a?b#c | /a%3Fb%23c",
      })
  void printsDecodedAndEncoded(String raw, String decoded, String encoded) {
    assertEquals(decoded, path(raw).toString());
    assertEquals(encoded, path(raw).encoded());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "/ | §§ | §§",
        "/a | a | §§",
        "/a/b.TXT | b.TXT | txt",
        "/a.tar.GZ | a.tar.GZ | gz",
        "/a. | a. | §§",
        "/.png | .png | png",
        "/a.b/c | c | §§",
        "/a.b/ | a.b | b",
        "/index.GIF | index.GIF | gif",
      })
  void nameAndExtension(String raw, String name, String extension) {
    assertEquals(name, path(raw).name());
    assertEquals(extension, path(raw).extension());
  }

  @ParameterizedTest
  @CsvSource({
    "/, false",
    "/a, false",
    "/a.b, false",
    "/.a, true",
    "/a/.b, true",
    "/.a/b, true",
    "/%2egit/config, true",
    "/.well-known, false",
    "/.well-known/a, false",
    "/.well-known/.a, true",
    "/a/.well-known/b, true",
    "/.well-known2/b, true",
    "/.Well-Known/a, true",
    "/.../a, true",
  })
  void hidden(String raw, boolean expected) {
    assertEquals(expected, path(raw).isHidden());
  }

  @Test
  void theRootIsOne() {
    assertSame(ResourcePath.ROOT, path("/"));
    assertSame(ResourcePath.ROOT, ResourcePath.of());
    assertSame(ResourcePath.ROOT, ResourcePath.ROOT.asFolder());
    assertTrue(ResourcePath.ROOT.isFolder());
  }

  @Test
  void pathsAreMadeOfNames() {
    ResourcePath report = ResourcePath.of("docs", "report 1.txt");
    assertEquals(path("/docs/report%201.txt"), report);
    assertEquals(path("/docs/report%201.txt/a"), report.child("a"));
    assertEquals(path("/docs/b"), report.sibling("b"));
    assertEquals(path("/docs/b"), report.asFolder().sibling("b"));
    assertEquals(path("/b"), path("/a").sibling("b"));
    assertEquals(path("/docs/report%201.txt/"), report.asFolder());
    assertEquals(path("/a"), ResourcePath.ROOT.child("a"));
    assertEquals("/docs/report 1.txt/", report.asFolder().toString());
    assertEquals(List.of("docs", "report 1.txt"), report.segments());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "/",
        "\\",
        "a/b",
        "a\\b",
        "../a",
        "a\u0000",
        "a\n",
        "\u007f",
        "\u0085",
        "\ud83d",
        "\ude00\ud83d"
      })
  void whatIsNoNameMakesNoPath(String name) {
    assertFalse(ResourcePath.isName(name));
    assertThrows(IllegalArgumentException.class, () -> ResourcePath.of("a", name));
    assertThrows(IllegalArgumentException.class, () -> ResourcePath.ROOT.child(name));
    assertThrows(IllegalArgumentException.class, () -> path("/a").sibling(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "...", ".a", "a b", " ", "é", "😀", "%2e%2e", "\ufffd", "a(1).txt"})
  void names(String name) {
    assertTrue(ResourcePath.isName(name));
  }

  @Test
  void theRootHasNoSibling() {
    assertThrows(IllegalArgumentException.class, () -> ResourcePath.ROOT.sibling("a"));
  }

  @Test
  void equalityIsBySegments() {
    assertEquals(path("/a/b"), path("/%61/b"));
    assertEquals(path("/a/b").hashCode(), path("/%61/b").hashCode());
    assertNotEquals(path("/a/b").hashCode(), path("/a/c").hashCode());
    assertNotEquals(path("/a/b"), path("/a%2fb"));
    assertNotEquals(path("/a"), path("/a/"));
    assertNotEquals(path("/a"), path("/A"));
    assertNotEquals(path("//"), path("/"));
    assertNotEquals(path("/a%2f"), path("/a/"));
    assertNotEquals(path("/a"), null);
  }

  @Test
  void segmentsCannotBeChanged() {
    List<String> segments = path("/a/b").segments();
    assertThrows(UnsupportedOperationException.class, () -> segments.set(0, ".."));
    assertThrows(UnsupportedOperationException.class, () -> path("/%61/b").segments().add(".."));
  }
}
