package org.gatehouse.adapter.socket.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Random walks through the table. */
class ConnectionStateProperties {
  private static final Set<ConnectionState> ON_THE_WAY_OUT =
      EnumSet.of(ConnectionState.REFUSING, ConnectionState.LINGERING, ConnectionState.CLOSED);

  private static final Set<ConnectionEvent> REFUSALS =
      EnumSet.of(
          ConnectionEvent.HEAD_REJECTED, ConnectionEvent.CONTENT_REJECTED, ConnectionEvent.REFUSED);

  /** The events that can happen in a state. */
  private static List<ConnectionEvent> possible(ConnectionState state) {
    List<ConnectionEvent> events = new ArrayList<>();
    for (ConnectionEvent event : ConnectionEvent.values()) {
      try {
        assertNotNull(state.on(event));
        events.add(event);
      } catch (IllegalStateException notInTheTable) {
        assertTrue(notInTheTable.getMessage().contains(state.name()));
      }
    }
    return events;
  }

  @Property
  void afterARefusalAConnectionOnlyCloses(@ForAll @Size(max = 60) List<Integer> choices) {
    ConnectionState state = ConnectionState.IDLE;
    boolean refused = false;
    for (int choice : choices) {
      List<ConnectionEvent> events = possible(state);
      assertEquals(state == ConnectionState.CLOSED, events.isEmpty());
      if (events.isEmpty()) {
        return;
      }
      ConnectionEvent event = events.get(Math.floorMod(choice, events.size()));
      state = state.on(event);
      refused |= REFUSALS.contains(event);
      if (refused) {
        assertTrue(ON_THE_WAY_OUT.contains(state), () -> "not closing");
      }
    }
  }

  @Example
  void everyStateIsReachedAndEndsInClosed() {
    Set<ConnectionState> reached = reachable(ConnectionState.IDLE);
    assertEquals(EnumSet.allOf(ConnectionState.class), reached);
    for (ConnectionState state : reached) {
      assertTrue(reachable(state).contains(ConnectionState.CLOSED));
    }
  }

  private static Set<ConnectionState> reachable(ConnectionState from) {
    Set<ConnectionState> reached = EnumSet.of(from);
    List<ConnectionState> open = new ArrayList<>(reached);
    while (!open.isEmpty()) {
      ConnectionState state = open.remove(open.size() - 1);
      for (ConnectionEvent event : possible(state)) {
        if (reached.add(state.on(event))) {
          open.add(state.on(event));
        }
      }
    }
    return reached;
  }
}
