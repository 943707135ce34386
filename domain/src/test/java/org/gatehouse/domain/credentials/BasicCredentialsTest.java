package org.gatehouse.domain.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {
  private static final BasicCredentials ALADDIN = BasicCredentials.of("Aladdin", "open sesame");

  private static String basic(String pair, Charset charset) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(charset));
  }

  private static boolean accepts(BasicCredentials credentials, String authorization) {
    return BasicCredentials.parse(authorization).filter(credentials::accept).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        "basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        "BASIC   QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ",
      })
  void theExampleOfTheRfc(String authorization) {
    assertTrue(accepts(ALADDIN, authorization));
  }

  @Test
  void utf8AsInTheRfc() {
    BasicCredentials pound = BasicCredentials.of("test", "123£");
    assertTrue(accepts(pound, "Basic dGVzdDoxMjPCow=="));
    assertFalse(accepts(pound, basic("test:123£", StandardCharsets.ISO_8859_1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Aladdin:open sesam",
        "Aladdin:open sesame!",
        "Aladdin:open sesameopen sesame",
        "Aladdin:Open sesame",
        "aladdin:open sesame",
        "Aladdi:open sesame",
        "AladdinAladdin:open sesame",
        "Aladdin::open sesame",
        "Aladdi:nopen sesame",
        "x:y",
      })
  void anyOtherPairIsNotAccepted(String pair) {
    String authorization = basic(pair, StandardCharsets.UTF_8);
    assertTrue(BasicCredentials.parse(authorization).isPresent());
    assertFalse(accepts(ALADDIN, authorization));
  }

  @Test
  void thePasswordMayHoldColons() {
    assertTrue(
        accepts(BasicCredentials.of("a", ":b:c:"), basic("a::b:c:", StandardCharsets.UTF_8)));
  }

  @Test
  void octetsThatAreNotUtf8MatchNoTextThatStandsForThem() {
    String octet = basic("a:\u00ff", StandardCharsets.ISO_8859_1);
    assertTrue(BasicCredentials.parse(octet).isPresent());
    assertFalse(accepts(BasicCredentials.of("a", "\ufffd"), octet));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Basic",
        "Basic ",
        "Basic  ",
        "Basic\tYTpi",
        "BasicYTpi",
        "Bearer YTpi",
        "Digest YTpi",
        "xBasic YTpi",
        "Basic YTpi YTpi",
        "Basic YTp!",
        "Basic YTpi=",
        "Basic Y",
        "Basic YTpi,",
        "Basic =",
        "Basic YTpi\u0000",
        "Basic é",
        "Basic a:b",
        "YTpi"
      })
  void malformed(String authorization) {
    assertEquals(Optional.empty(), BasicCredentials.parse(authorization));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ab",
        ":",
        ":b",
        "a:",
        "a\u0000:b",
        "a:b\n",
        "a:\u007f",
        "\ra:b",
        "a:\u0085",
        "a\u009b:b"
      })
  void pairsThatAreNone(String pair) {
    assertEquals(Optional.empty(), BasicCredentials.parse(basic(pair, StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "§§ | b",
        "a:b | c",
        ":a | c",
        "§a\n§ | b",
        "a | §§",
        "a | §b\u0000§",
        "§a\u0085§ | b",
        "a | §\u007f§"
      })
  void refusesToBeSetUpWith(String user, String password) {
    assertThrows(IllegalArgumentException.class, () -> BasicCredentials.of(user, password));
  }

  @Test
  void aRefusalDoesNotRepeatThePassword() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> BasicCredentials.of("a", "sesame\n"));
    assertFalse(refusal.getMessage().contains("sesame"));
  }

  @Test
  void printsNoSecret() {
    assertEquals("Basic credentials of a user", ALADDIN.toString());
    assertEquals("Aladdin", ALADDIN.user());
  }

  @Property
  void exactlyThePairIsAccepted(
      @ForAll String user, @ForAll String password, @ForAll String other) {
    BasicCredentials credentials;
    try {
      credentials = BasicCredentials.of(user, password);
    } catch (IllegalArgumentException refused) {
      return;
    }
    assertTrue(accepts(credentials, basic(user + ":" + password, StandardCharsets.UTF_8)));
    byte[] octets = password.getBytes(StandardCharsets.UTF_8);
    boolean same = java.util.Arrays.equals(octets, other.getBytes(StandardCharsets.UTF_8));
    assertEquals(same, accepts(credentials, basic(user + ":" + other, StandardCharsets.UTF_8)));
  }

  @Property
  void noTextMakesTheReaderFail(@ForAll String text) {
    BasicCredentials.parse(text);
    BasicCredentials.parse("Basic " + text);
    assertFalse(accepts(ALADDIN, text));
  }
}
