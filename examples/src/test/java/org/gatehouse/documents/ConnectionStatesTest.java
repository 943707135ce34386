package org.gatehouse.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.adapter.socket.http1.ConnectionEvent;
import org.gatehouse.adapter.socket.http1.ConnectionState;
import org.junit.jupiter.api.Test;

/** Draws the connection's states from the code, and holds the page against the drawing. */
class ConnectionStatesTest {
  private static final Path PAGE = Documents.page("docs/architecture.md");
  private static final String WRITE = "gatehouse.documents.write";
  private static final String BEGIN = "```mermaid\nstateDiagram-v2\n";
  private static final String END = "```\n";

  @Test
  void thePictureIsTheCode() throws IOException {
    String text = Documents.read(PAGE);
    int start = text.indexOf(BEGIN);
    int end = text.indexOf(END, start + BEGIN.length()) + END.length();
    String drawn = BEGIN + picture() + END;
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, text.substring(0, start) + drawn + text.substring(end));
      return;
    }
    assertEquals(
        drawn,
        text.substring(start, end),
        "docs/architecture.md shows other states than the code has; draw them anew by: mvn -pl"
            + " examples -am test -Dtest=ConnectionStatesTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -D"
            + WRITE
            + "=true");
  }

  /** What the page says in a sentence, and the picture leaves out. */
  @Test
  void fromEveryStateABrokenConnectionLeadsToTheEnd() {
    for (ConnectionState state : ConnectionState.values()) {
      if (state != ConnectionState.CLOSED) {
        assertSame(ConnectionState.CLOSED, state.on(ConnectionEvent.ABORTED));
      }
    }
    assertThrows(
        IllegalStateException.class, () -> ConnectionState.CLOSED.on(ConnectionEvent.ABORTED));
  }

  private static String picture() {
    StringBuilder lines = new StringBuilder("  [*] --> IDLE\n");
    for (ConnectionState state : ConnectionState.values()) {
      ways(state)
          .forEach(
              (next, events) ->
                  lines.append(
                      "  %s --> %s: %s%n"
                          .formatted(state, next, String.join(", ", events))
                          .replace(System.lineSeparator(), "\n")));
    }
    return lines.append("  CLOSED --> [*]\n").toString();
  }

  /** Where a state leads, and by which events; without those that lead from every state. */
  private static Map<ConnectionState, List<String>> ways(ConnectionState state) {
    Map<ConnectionState, List<String>> ways = new EnumMap<>(ConnectionState.class);
    for (ConnectionEvent event : ConnectionEvent.values()) {
      if (event != ConnectionEvent.ABORTED) {
        next(state, event)
            .ifPresent(
                next -> ways.computeIfAbsent(next, none -> new ArrayList<>()).add(words(event)));
      }
    }
    return ways;
  }

  private static Optional<ConnectionState> next(ConnectionState state, ConnectionEvent event) {
    try {
      return Optional.of(state.on(event));
    } catch (IllegalStateException impossible) {
      return Optional.empty();
    }
  }

  private static String words(ConnectionEvent event) {
    return event.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
