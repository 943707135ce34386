package org.gatehouse.domain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.credentials.BasicCredentials;
import org.gatehouse.domain.disposition.ContentDisposition;
import org.gatehouse.domain.field.Grammar;
import org.gatehouse.domain.field.HttpDate;
import org.gatehouse.domain.field.Weighted;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.negotiation.Accept;
import org.gatehouse.domain.negotiation.AcceptEncoding;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.gatehouse.domain.target.Authority;
import org.gatehouse.domain.target.PercentEncoding;
import org.gatehouse.domain.target.RequestTarget;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.params.provider.MethodSource;

/** No text makes the reader of a field throw, and what was read and is written reads the same. */
class FieldValuesFuzzTest {
  private static final Instant NOW = Instant.parse("2026-07-28T12:00:00Z");

  static Stream<byte[]> seeds() {
    return Stream.of(
            "",
            "text/html, application/json;q=0.5, */*;q=0.001",
            "gzip;q=1.0, identity; q=0, *;q=0.5",
            "br, zstd;q=0.999",
            "Basic bWU6c2VjcmV0",
            "basic  OjpiOjo=",
            "text/plain; charset=\"utf\\-8\"; x",
            "multipart/form-data; boundary=\"a b\"",
            "Mon, 30 Mar 2026 10:02:22 GMT",
            "Monday, 30-Mar-26 10:02:22 GMT",
            "Mon Mar 30 10:02:22 2026",
            "Sat Feb 29 23:59:60 2025",
            "example.org:8080",
            "[::ffff:1.2.3.4]:65535",
            "[v1.x]:1",
            "W/\"a\", \"b\\\", \"c\"",
            "http://user@host:80/p?q",
            "/caf%C3%A9?x#y",
            "a\"b\\c%.txt",
            "\u00e9t\u00e9;q=0.1234")
        .map(text -> text.getBytes(ISO_8859_1));
  }

  @MethodSource("seeds")
  @FuzzTest
  void everyReaderTakesAnyText(byte[] octets) {
    String text = new String(octets, ISO_8859_1);
    negotiation(text);
    credentials(text, octets);
    mediaType(text);
    date(text);
    names(text);
    tags(text);
    lists(text);
    disposition(new String(octets, UTF_8));
  }

  private static void negotiation(String text) {
    for (Weighted weighted : Weighted.list(text)) {
      assertTrue(weighted.weight() >= 0 && weighted.weight() <= 1000);
    }
    int preference = Accept.of(Optional.of(text)).preferenceFor(MediaType.JSON);
    assertTrue(preference >= 0 && preference <= 1000);
    AcceptEncoding encoding = AcceptEncoding.of(Optional.of(text));
    List<ContentCoding> plain = List.of(ContentCoding.IDENTITY);
    assertEquals(encoding.allowsIdentity(), encoding.choose(plain).isPresent());
    encoding.choose(List.of(ContentCoding.values()));
  }

  private static void credentials(String text, byte[] octets) {
    BasicCredentials.parse(text).ifPresent(FieldValuesFuzzTest::acceptsItself);
    String encoded = Base64.getEncoder().encodeToString(octets);
    BasicCredentials.parse("Basic " + encoded).ifPresent(FieldValuesFuzzTest::acceptsItself);
  }

  private static void acceptsItself(BasicCredentials read) {
    assertTrue(read.accept(read));
    assertTrue(read.user().chars().noneMatch(Character::isISOControl), "a control in a name");
  }

  private static void mediaType(String text) {
    MediaType.parse(text)
        .ifPresent(
            type -> {
              assertEquals(Optional.of(type), MediaType.parse(type.toString()));
              type.parameter("boundary");
              type.withCharset();
            });
  }

  private static void date(String text) {
    HttpDate.parse(text, NOW)
        .ifPresent(
            date ->
                assertEquals(Optional.of(date), HttpDate.parse(HttpDate.format(date), NOW), text));
  }

  private static void names(String text) {
    Authority.parse(text)
        .ifPresent(
            authority ->
                assertEquals(Optional.of(authority), Authority.parse(authority.toString())));
    for (Method method : List.of(Method.GET, Method.OPTIONS, Method.CONNECT)) {
      RequestTarget.parse(method, text)
          .ifPresent(
              target -> {
                assertEquals(text, target.raw());
                assertTrue(method == Method.CONNECT || target.pathAndQuery().matches("[*/].*"));
                ResourcePath.parse(target.path());
              });
    }
    PercentEncoding.decode(text)
        .ifPresent(
            decoded ->
                assertEquals(
                    Optional.of(decoded),
                    PercentEncoding.decode(PercentEncoding.encodeSegment(decoded))));
  }

  private static void tags(String text) {
    EntityTag.parse(text).ifPresent(tag -> assertEquals(text, tag.toString()));
    for (EntityTag tag : EntityTag.parseList(text)) {
      assertEquals(Optional.of(tag), EntityTag.parse(tag.toString()));
    }
  }

  private static void lists(String text) {
    List<String> elements = Grammar.elements(text);
    assertEquals(elements, Grammar.elements(String.join(", ", elements)));
    Grammar.parameters(text);
    Grammar.unquoted(text);
  }

  private static void disposition(String name) {
    if (ResourcePath.isName(name)) {
      String value = ContentDisposition.attachment(name);
      assertTrue(value.chars().allMatch(c -> c >= ' ' && c <= '~'), value);
      assertTrue(value.matches("attachment; filename=\"[^\"\\\\]*\"(; filename\\*=UTF-8''\\S+)?"));
    }
  }
}
