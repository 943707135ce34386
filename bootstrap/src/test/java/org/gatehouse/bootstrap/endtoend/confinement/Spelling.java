package org.gatehouse.bootstrap.endtoend.confinement;

import java.util.List;
import java.util.stream.Stream;

/**
 * A way to write something that somebody might take for {@code ..}.
 *
 * @param text as it stands in a target
 * @param meaning what it is by the contract
 */
record Spelling(String text, Meaning meaning) {

  /** What a segment is, and so what is answered. */
  enum Meaning {
    /** Really a dot segment. */
    DOTS(403, 403, 403),
    /** Nothing that can be decoded. */
    MALFORMED(400, 400, 400),
    /** Empty, or with an encoded separator, which is data: nothing has such a name. */
    NO_NAME(404, 400, 204),
    /** A name that begins with a dot. */
    HIDDEN(404, 403, 204),
    /** A name like any other. */
    NAME(404, 201, 204);

    final int reading;
    final int writing;
    final int options;

    Meaning(int reading, int writing, int options) {
      this.reading = reading;
      this.writing = writing;
      this.options = options;
    }
  }

  private static final String DOTS =
      """
      .. %2e%2e %2E%2E .%2e .%2E %2e. %2E. %2e%2E . %2e %2E ;/.. ..;/.. ..;x/.. /.. ../ a/../..
      """;

  private static final String MALFORMED =
      """
      %c0%ae%c0%ae %C0%AE%C0%AE .%c0%ae %c0%ae. %c0%2e%c0%2e %c1%9c..
      %e0%80%ae%e0%80%ae %f0%80%80%ae%f0%80%80%ae %f8%80%80%80%ae%f8%80%80%80%ae
      %fc%80%80%80%80%ae%fc%80%80%80%80%ae ..%c0%af ..%e0%80%af ..%c1%9c ..%c0%5c ..%c0%2f
      ..%00 %00.. ..%00.txt .%00. ..%0a ..%0d%0a ..%09 ..%7f ..%c2%80 ..%ff ..%fe%ff
      %u002e%u002e %u002E. %uff0e%uff0e ..%u2215 ..%u2216 %%32%65%%32%65 %%2e%%2e %2%65%2%65
      %2e%2 %2e% %..%.. %zz.. ..%2g %-1.. %ed%a0%80.. %ed%b0%ae.. %f4%90%80%80..
      ..\\ \\..\\ ..\\.. {..} <..> |.. ^.. `..` "..
      """;

  private static final String NO_NAMES =
      """
      ..%2f ..%2F ..%5c ..%5C %2e%2e%2f %2e%2e%5c %2f.. %5c.. %2f%2e%2e ..%2f..%2f.. ..%5c..%5c..
      %2f %5c %2f%2f %5c%5c ..%2f..%5c.. .%2f. .%2f .%5c ..;/ ...// a/ a%2f.. a%5c..%5c..
      """;

  private static final String HIDDEN =
      """
      ... .... ..... ..; ..;x=1 ..%3b ..%3B %2e%2e; %2e%2e%3b ..%20 ..%20%20 ..%20. .%20. .%20
      ..%3f ..%23 ..%25 ..%2525 .%252e ..%252f ..%255c ..%2500 ..%25c0%25af ..%26 ..$ ..! ..~ ..*
      ..:: ..::$DATA ..:$I30 ..%e2%80%8b .%e2%80%8b. ..%c2%ad ..%ef%bc%8f ..%e2%88%95 ..%ef%bc%bc
      .htaccess %2ehtaccess .gatehouse-staging .GATEHOUSE-STAGING .a,.. .%e2%81%84
      """;

  private static final String NAMES =
      """
      %252e%252e %252E%252E %252e. %25252e%25252e %252f..%252f %255c..%255c %2525c0%2525ae
      %25c0%25ae%25c0%25ae %25u002e%25u002e %ef%bc%8e%ef%bc%8e %e2%80%a5 %e2%80%a4%e2%80%a4
      %e3%80%82%e3%80%82 %ef%b9%92%ef%b9%92 %ef%bd%a1%ef%bd%a1 %20.. %20..%20 %e2%80%8b..
      %c2%ad.. %ef%bb%bf.. %e2%80%ae.. ;.. C: c%3a C:.. file: http%3a ~ %7eroot $HOME
      %25HOME%25 -.. =.. &.. @.. ',.. (..) +.. a.. a... a..%20 a:..:b CON nul aux.. %ef%bc%8f..
      """;

  /** All of them. */
  static List<Spelling> all() {
    return Stream.of(
            of(DOTS, Meaning.DOTS),
            of(MALFORMED, Meaning.MALFORMED),
            of(NO_NAMES, Meaning.NO_NAME),
            of(HIDDEN, Meaning.HIDDEN),
            of(NAMES, Meaning.NAME))
        .flatMap(spellings -> spellings)
        .toList();
  }

  private static Stream<Spelling> of(String texts, Meaning meaning) {
    return Stream.of(texts.strip().split("\\s+")).map(text -> new Spelling(text, meaning));
  }
}
