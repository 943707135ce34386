package org.gatehouse.application.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.negotiation.AcceptEncoding;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.junit.jupiter.api.Test;

class AcceptedCodingsTest {
  private static final List<ContentCoding> ALL = List.of(ContentCoding.values());

  private final AcceptedCodings codings = new AcceptedCodings();

  private AcceptEncoding of(String... values) {
    FieldLines.Builder fields = FieldLines.builder().add("Host", "h");
    for (String value : values) {
      fields.add("accept-encoding", value);
    }
    return codings.of(fields.build());
  }

  @Test
  void whatIsSaidAgainIsNotReadAgain() {
    AcceptEncoding first = of("gzip, br;q=0.5");
    assertSame(first, of("gzip, br;q=0.5"));
    assertNotSame(first, of("gzip, br;q=0.9"));
  }

  @Test
  void whatWasSaidBeforeChangesNothing() {
    List<String[]> requests =
        List.of(
            new String[] {},
            new String[] {"gzip"},
            new String[] {""},
            new String[] {"br"},
            new String[] {"gzip", "br;q=0"},
            new String[] {"gzip"},
            new String[] {"identity;q=0, *;q=0"});
    for (String[] before : requests) {
      for (String[] request : requests) {
        of(before);
        Optional<String> field =
            request.length == 0 ? Optional.empty() : Optional.of(String.join(", ", request));
        assertEquals(AcceptEncoding.of(field).choose(ALL), of(request).choose(ALL));
      }
    }
  }
}
