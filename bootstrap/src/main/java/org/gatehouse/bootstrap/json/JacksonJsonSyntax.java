package org.gatehouse.bootstrap.json;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gatehouse.application.port.body.Slice;
import org.gatehouse.application.port.out.JsonSyntax;
import org.gatehouse.application.port.out.StorageFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON token by token and keeps none. Jackson skips the characters of a string that nobody
 * asks for, so a string may be as long as the content.
 */
public final class JacksonJsonSyntax implements JsonSyntax {
  private static final int LONGEST_NAME = 10_000;
  private static final int LONGEST_NUMBER = 1000;

  /** Made when JSON first comes: its classes take longer to load than a start should. */
  private static final class Reading {
    private static final JsonFactory FACTORY =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();
  }

  @Override
  public Optional<Fault> fault(Slice content) {
    // Octets would be guessed at: Jackson takes UTF-16 and UTF-32 for JSON as well.
    Reader text =
        new InputStreamReader(
            new SliceInput(content),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    try (JsonParser parser = Reading.FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return fault(parser);
    }
  }

  private static Optional<Fault> fault(JsonParser parser) {
    try {
      if (parser.nextToken() == null) {
        return Optional.of(fault(Kind.SYNTAX, parser.currentLocation()));
      }
      parser.skipChildren();
      return parser.nextToken() == null
          ? Optional.empty()
          : Optional.of(fault(Kind.SYNTAX, parser.currentTokenLocation()));
    } catch (StreamConstraintsException beyond) {
      boolean deep = parser.streamReadContext().getNestingDepth() >= DEEPEST;
      return Optional.of(fault(deep ? Kind.TOO_DEEP : Kind.TOO_LONG, parser.currentLocation()));
    } catch (JacksonException broken) {
      return Optional.of(fault(parser, broken));
    }
  }

  private static Fault fault(JsonParser parser, JacksonException broken) {
    if (broken.getCause() instanceof CharacterCodingException) {
      return fault(Kind.ENCODING, parser.currentLocation());
    }
    if (broken.getCause() instanceof IOException unreadable) {
      throw new StorageFailure(
          StorageFailure.Kind.BROKEN, "reading new content back: " + unreadable, unreadable);
    }
    return fault(Kind.SYNTAX, broken.getLocation());
  }

  private static Fault fault(Kind kind, TokenStreamLocation at) {
    return new Fault(kind, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }
}
