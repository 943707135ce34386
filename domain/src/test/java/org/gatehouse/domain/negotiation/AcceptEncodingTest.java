package org.gatehouse.domain.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {
  private static final Set<ContentCoding> ALL = EnumSet.allOf(ContentCoding.class);
  private static final List<ContentCoding> GZIP_OR_PLAIN =
      List.of(ContentCoding.IDENTITY, ContentCoding.GZIP);

  private static String chosen(AcceptEncoding accepted, java.util.Collection<ContentCoding> from) {
    return accepted.choose(from).map(ContentCoding::token).orElse("406");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        // field | of all | of gzip and plain | plain alone | identity allowed
        "§§ | identity | identity | identity | true",
        "gzip, deflate, br, zstd | br | gzip | identity | true",
        "gzip, deflate | gzip | gzip | identity | true",
        "GZIP | gzip | gzip | identity | true",
        "x-gzip | gzip | gzip | identity | true",
        "deflate | identity | identity | identity | true",
        "compress, x-compress | identity | identity | identity | true",
        "gzip;q=1.0, br;q=0.5 | gzip | gzip | identity | true",
        "br;q=0.001 | br | identity | identity | true",
        "gzip;q=0 | identity | identity | identity | true",
        "gzip;q=0, br | br | identity | identity | true",
        "identity | identity | identity | identity | true",
        "identity;q=0.5, gzip;q=0.4 | identity | identity | identity | true",
        "identity;q=0.5, gzip;q=0.5 | gzip | gzip | identity | true",
        "identity;q=0.4, gzip;q=0.5 | gzip | gzip | identity | true",
        "identity;q=0 | 406 | 406 | 406 | false",
        "identity;q=0, gzip | gzip | gzip | 406 | false",
        "identity;q=0, deflate | 406 | 406 | 406 | false",
        "identity;q=0.000, * | br | gzip | 406 | false",
        "* | br | gzip | identity | true",
        "*;q=0.5 | br | gzip | identity | true",
        "*;q=0 | 406 | 406 | 406 | false",
        "*;q=0, identity | identity | identity | identity | true",
        "*;q=0, gzip | gzip | gzip | 406 | false",
        "gzip;q=0.5, *;q=0 | gzip | gzip | 406 | false",
        "gzip;q=0.5, *;q=0.1 | gzip | gzip | identity | true",
        "gzip;q=0.1, *;q=0.5 | br | identity | identity | true",
        "br;q=0, * | zstd | gzip | identity | true",
        // Twice: the first counts.
        "gzip;q=0, gzip | identity | identity | identity | true",
        "x-gzip, gzip;q=0 | gzip | gzip | identity | true",
        "*, *;q=0 | br | gzip | identity | true",
        "*;q=0, * | 406 | 406 | 406 | false",
        // Unreadable weights count for nothing.
        "gzip;q=2 | identity | identity | identity | true",
        "gzip;q=, br;q=x | identity | identity | identity | true",
        "identity;q=-1 | identity | identity | identity | true",
        "gzip;q =0 | identity | identity | identity | true",
        "gzip br | identity | identity | identity | true",
        "§, ,§ | identity | identity | identity | true",
        "gzip;level=9 | gzip | gzip | identity | true",
      })
  void chooses(String field, String ofAll, String ofTwo, String plain, boolean identity) {
    AcceptEncoding accepted = AcceptEncoding.of(Optional.of(field));
    assertEquals(ofAll, chosen(accepted, ALL));
    assertEquals(ofTwo, chosen(accepted, GZIP_OR_PLAIN));
    assertEquals(plain, chosen(accepted, List.of(ContentCoding.IDENTITY)));
    assertEquals(identity, accepted.allowsIdentity());
  }

  @Test
  void withoutTheFieldThePlainContentIsSent() {
    AcceptEncoding absent = AcceptEncoding.of(Optional.empty());
    assertEquals("identity", chosen(absent, ALL));
    assertTrue(absent.allowsIdentity());
  }

  @Test
  void ofNothingNothingIsChosen() {
    assertEquals("406", chosen(AcceptEncoding.of(Optional.of("*")), List.of()));
  }

  @ParameterizedTest
  @CsvSource({"br, BROTLI", "zstd, ZSTANDARD", "gzip, GZIP", "x-gzip, GZIP", "identity, IDENTITY"})
  void codings(String token, ContentCoding coding) {
    assertEquals(Optional.of(coding), ContentCoding.of(token));
  }

  @ParameterizedTest
  @CsvSource({"GZIP", "deflate", "*", "''", "x-br"})
  void noCodings(String token) {
    assertEquals(Optional.empty(), ContentCoding.of(token));
  }

  @Test
  void sidecarSuffixes() {
    assertEquals("br", ContentCoding.BROTLI.suffix());
    assertEquals("zst", ContentCoding.ZSTANDARD.suffix());
    assertEquals("gz", ContentCoding.GZIP.suffix());
    assertEquals("", ContentCoding.IDENTITY.suffix());
  }

  @Property
  void theChoiceIsOneOfThoseAtHandAndPlainIfAllowed(
      @ForAll String noise, @ForAll Set<ContentCoding> available) {
    for (String field : List.of(noise, "gzip," + noise, "*;q=0.1," + noise, "br;q=" + noise)) {
      AcceptEncoding accepted = AcceptEncoding.of(Optional.of(field));
      Optional<ContentCoding> choice = accepted.choose(available);
      assertTrue(choice.isEmpty() || available.contains(choice.get()));
      boolean plain = available.contains(ContentCoding.IDENTITY) && accepted.allowsIdentity();
      assertTrue(choice.isPresent() || !plain);
    }
  }
}
