package org.gatehouse.adapter.socket.http1;

import static org.gatehouse.adapter.socket.http1.ConnectionState.CLOSED;
import static org.gatehouse.adapter.socket.http1.ConnectionState.DRAINING;
import static org.gatehouse.adapter.socket.http1.ConnectionState.IDLE;
import static org.gatehouse.adapter.socket.http1.ConnectionState.LINGERING;
import static org.gatehouse.adapter.socket.http1.ConnectionState.READING_HEAD;
import static org.gatehouse.adapter.socket.http1.ConnectionState.RECEIVING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  void octetsAreLeftAloneWhileAnAnswerIsMade() {
    Set<ConnectionState> wanting =
        Stream.of(ConnectionState.values())
            .filter(ConnectionState::wantsOctets)
            .collect(Collectors.toSet());
    assertEquals(Set.of(IDLE, READING_HEAD, RECEIVING, DRAINING, LINGERING), wanting);
  }

  @Test
  void onlyBetweenRequestsNothingIsLostByAnEnd() {
    Set<ConnectionState> idle =
        Stream.of(ConnectionState.values())
            .filter(state -> !state.isBusy())
            .collect(Collectors.toSet());
    assertEquals(Set.of(IDLE, LINGERING, CLOSED), idle);
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
