package org.gatehouse.adapter.socket.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code does what the table in the class comment says, for every pair of state and event. */
class ConnectionStateTest {
  private static final Path SOURCE =
      Path.of("src/main/java/org/gatehouse/adapter/socket/http1/ConnectionState.java");
  private static final Pattern ROW = Pattern.compile(" \\* ([A-Z_]+) +([A-Z_]+) +([A-Z_]+)");

  private static Map<String, String> table() throws IOException {
    Map<String, String> table = new HashMap<>();
    for (String line : Files.readAllLines(SOURCE)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        table.put(row.group(1) + " " + row.group(2), row.group(3));
      }
    }
    return table;
  }

  @Test
  void theTableIsTheCode() throws IOException {
    Map<String, String> table = table();
    Map<String, String> code = new HashMap<>();
    for (ConnectionState state : ConnectionState.values()) {
      for (ConnectionEvent event : ConnectionEvent.values()) {
        String pair = state + " " + event;
        if (table.containsKey(pair)) {
          code.put(pair, state.on(event).name());
        } else {
          assertThrows(IllegalStateException.class, () -> state.on(event), pair);
        }
      }
    }
    assertEquals(table, code);
    assertEquals(30, table.size());
  }

  @Test
  void theUsualExchange() {
    assertEquals(
        ConnectionState.IDLE,
        ConnectionState.IDLE
            .on(ConnectionEvent.OCTETS_ARRIVED)
            .on(ConnectionEvent.HEAD_COMPLETE)
            .on(ConnectionEvent.ANSWERED)
            .on(ConnectionEvent.RESPONSE_SENT_PERSIST));
  }

  @Test
  void anUpload() {
    assertEquals(
        ConnectionState.RESPONDING,
        ConnectionState.IDLE
            .on(ConnectionEvent.OCTETS_ARRIVED)
            .on(ConnectionEvent.HEAD_COMPLETE)
            .on(ConnectionEvent.CONTENT_WANTED)
            .on(ConnectionEvent.OCTETS_ARRIVED)
            .on(ConnectionEvent.CONTENT_COMPLETE)
            .on(ConnectionEvent.ANSWERED));
  }

  @Test
  void aRefusedUploadThatIsSkipped() {
    assertEquals(
        ConnectionState.IDLE,
        ConnectionState.DECIDING
            .on(ConnectionEvent.ANSWERED)
            .on(ConnectionEvent.RESPONSE_SENT_UNREAD)
            .on(ConnectionEvent.OCTETS_ARRIVED)
            .on(ConnectionEvent.CONTENT_SKIPPED));
  }
}
