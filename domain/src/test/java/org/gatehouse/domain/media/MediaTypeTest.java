package org.gatehouse.domain.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "text/html ¦ text/html",
        "Text/HTML; Charset=\"UTF-8\" ¦ text/html; Charset=\"UTF-8\"",
        "application/json; ¦ application/json",
        "multipart/form-data ;boundary=\"a;b\" ; x=1 ¦ multipart/form-data; boundary=\"a;b\"; x=1",
        "application/vnd.api+json ¦ application/vnd.api+json",
      })
  void parses(String text, String expected) {
    assertEquals(expected, MediaType.parse(text).orElseThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "text",
        "/",
        "text/",
        "/html",
        "text/html/x",
        "text /html",
        "text/ html",
        "te xt/html",
        "*",
        "text/html, text/plain",
        "; text/html",
        "text/\"html\"",
        "text/html\r\nX: 1",
        "text/html; a=\"\n\"",
        "téxt/html",
        "text/html;a=\u0100"
      })
  void isNoMediaType(String text) {
    assertEquals(Optional.empty(), MediaType.parse(text));
  }

  @Test
  void refusesWhatCannotStandInAField() {
    List<String> none = List.of();
    assertThrows(IllegalArgumentException.class, () -> new MediaType("", "html"));
    assertThrows(IllegalArgumentException.class, () -> new MediaType("text", "html\n"));
    assertThrows(IllegalArgumentException.class, () -> new MediaType("te/xt", "html", none));
    assertThrows(
        IllegalArgumentException.class, () -> new MediaType("text", "html", List.of("a=\r\nb")));
    assertEquals("text/html", new MediaType("Text", "HTML").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "a/b;boundary=x ¦ x",
        "a/b;BOUNDARY=x ¦ x",
        "a/b;x=1;Boundary=\"a b;c\\\"d\" ¦ a b;c\"d",
        "a/b;boundary=x;boundary=y ¦ x",
        "a/b;boundary=\"\" ¦ §§",
      })
  void parameters(String text, String boundary) {
    assertEquals(Optional.of(boundary), MediaType.parse(text).orElseThrow().parameter("boundary"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b",
        "a/b;boundary",
        "a/b;boundary=",
        "a/b;boundary=a b",
        "a/b;boundary=\"a",
        "a/b;x-boundary=x",
        "a/b;boundary =x",
        "a/b; x=\"boundary=y\""
      })
  void noParameter(String text) {
    assertEquals(Optional.empty(), MediaType.parse(text).orElseThrow().parameter("boundary"));
  }

  @ParameterizedTest
  @CsvSource({
    // type, JSON, text-like
    "application/json, true, true",
    "application/problem+json, true, true",
    "application/ld+json, true, true",
    "text/json, false, true",
    "application/jsonl, false, false",
    "text/html, false, true",
    "text/x-anything, false, true",
    "image/svg+xml, false, true",
    "application/xml, false, true",
    "application/javascript, false, true",
    "application/wasm, false, true",
    "image/png, false, false",
    "image/xml, false, false",
    "application/zip, false, false",
    "application/octet-stream, false, false",
    "video/mp4, false, false",
  })
  void kinds(String text, boolean json, boolean textLike) {
    MediaType type = MediaType.parse(text).orElseThrow();
    assertEquals(json, type.isJson());
    assertEquals(textLike, type.isTextLike());
  }

  @Test
  void textCarriesACharset() {
    assertEquals("text/css; charset=utf-8", new MediaType("text", "css").withCharset().toString());
    assertEquals("image/png", new MediaType("image", "png").withCharset().toString());
    MediaType latin = MediaType.parse("text/html;charset=iso-8859-1").orElseThrow();
    assertEquals(latin, latin.withCharset());
    assertEquals("text/html; charset=utf-8", MediaType.HTML.toString());
    assertTrue(MediaType.HTML.isSameTypeAs(latin));
    assertFalse(MediaType.HTML.isSameTypeAs(MediaType.TEXT));
    assertEquals("text/html", MediaType.HTML.essence());
  }

  @Property
  void anyTextIsATypeForAFieldOrNone(@ForAll String noise) {
    for (String text : List.of(noise, "text/html;" + noise, "text/html;a=\"" + noise + "\"")) {
      MediaType.parse(text)
          .ifPresent(
              type -> {
                String sent = FieldLines.of("Content-Type", type.toString()).value(0);
                assertEquals(Optional.of(type), MediaType.parse(sent));
                type.parameter("a");
              });
    }
  }

  // ---- the table

  private static String typeOf(MediaTypes types, String name) {
    return types.of(ResourcePath.of(name)).map(MediaType::toString).orElse("415");
  }

  @ParameterizedTest
  @CsvSource({
    "index.html, text/html; charset=utf-8",
    "INDEX.HTML, text/html; charset=utf-8",
    "a.b.css, text/css; charset=utf-8",
    "a.js, text/javascript; charset=utf-8",
    "a.txt, text/plain; charset=utf-8",
    "a.json, application/json",
    "a.svg, image/svg+xml",
    "a.png, image/png",
    "a.jpg, image/jpeg",
    "a.xhtml, application/xhtml+xml",
    "a.tar.gz, application/gzip",
    "a.mp4, video/mp4",
    "a.woff2, font/woff2",
    "a.wasm, application/wasm",
    "favicon.ico, image/vnd.microsoft.icon",
    "a.bin, application/octet-stream",
    "a.xyz, 415",
    "a, 415",
    "html, 415",
    "a., 415",
    "a.html~, 415",
    "a.html.bak, 415",
    "a.php, 415",
  })
  void theBroadTable(String name, String expected) {
    assertEquals(expected, typeOf(MediaTypes.broad(), name));
  }

  @Test
  void aNarrowedTableRefusesTheRest() {
    MediaTypes narrow = MediaTypes.broad().narrowedTo(Set.of("html", "PNG"));
    assertEquals("text/html; charset=utf-8", typeOf(narrow, "a.html"));
    assertEquals("image/png", typeOf(narrow, "a.png"));
    assertEquals("415", typeOf(narrow, "a.txt"));
  }

  @Test
  void narrowingNamesTheExtensionThatIsUnknown() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> MediaTypes.broad().narrowedTo(Set.of("html", "nope")));
    assertTrue(refusal.getMessage().contains("'nope'"));
  }

  @Test
  void unknownTypesMayBeServedAsOctets() {
    MediaTypes all = MediaTypes.broad().servingUnknown();
    assertEquals("application/octet-stream", typeOf(all, "a.xyz"));
    assertEquals("application/octet-stream", typeOf(all, "a"));
    assertEquals("image/png", typeOf(all, "a.png"));
    MediaTypes narrow = all.narrowedTo(Set.of("html"));
    assertEquals("application/octet-stream", typeOf(narrow, "a.png"));
    assertEquals("415", typeOf(MediaTypes.broad(), "a.xyz"));
  }

  @Test
  void noExtensionStandsTwiceInTheTable() {
    Set<String> seen = new HashSet<>();
    for (String line : MediaTypes.TABLE.split("\n")) {
      String[] words = line.trim().split(" +");
      assertTrue(words.length > 1, line);
      for (int i = 1; i < words.length; i++) {
        assertTrue(seen.add(words[i]), words[i]);
      }
    }
    assertTrue(seen.size() > 80);
  }
}
