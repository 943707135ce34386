package org.gatehouse.adapter.socket.server;

import java.time.Duration;
import org.gatehouse.adapter.socket.http1.ConnectionState;

/** Until when a connection waits for what it waits for. Only its event loop touches it. */
final class Deadline {
  private final EventLoop loop;
  private boolean set;
  private long at;

  Deadline(EventLoop loop) {
    this.loop = loop;
  }

  /** Waits this long from now on. */
  void in(Duration patience) {
    set = true;
    at = loop.now() + patience.toNanos();
  }

  /** Waits for as long as it takes. */
  void none() {
    set = false;
  }

  /** Whether there is none. */
  boolean isNone() {
    return !set;
  }

  /** Whether the time has run out. */
  boolean isOver(long now) {
    return set && now - at >= 0;
  }

  /** Waits for whatever the client has to do in this state, once nothing waits to be sent. */
  void forClient(ConnectionState state, boolean withWorker) {
    ServerOptions.Timeouts timeouts = loop.options().timeouts();
    if (withWorker) {
      none();
      return;
    }
    switch (state) {
      case IDLE -> forRequest();
      case READING_HEAD -> in(timeouts.header());
      case RECEIVING, DRAINING -> in(timeouts.body());
      default -> none();
    }
  }

  /** Waits for the next request; when the server stops, only for one that is on its way. */
  void forRequest() {
    in(loop.isDraining() ? grace() : idle());
  }

  /** Leaves an idle connection no more than the grace, counted from when it became idle. */
  void onlyGrace() {
    at = at - idle().toNanos() + grace().toNanos();
  }

  /** Waits for the client to have read the last response. */
  void forLinger() {
    Farewell farewell = loop.farewell();
    in(loop.isDraining() ? farewell.lastLinger() : farewell.linger());
  }

  /** Leaves a lingering connection no more than the server has when it stops. */
  void onlyLastLinger() {
    long last = loop.now() + loop.farewell().lastLinger().toNanos();
    at = last - at < 0 ? last : at;
  }

  private Duration idle() {
    return loop.options().timeouts().idle();
  }

  private Duration grace() {
    Duration grace = loop.farewell().grace();
    return grace.compareTo(idle()) < 0 ? grace : idle();
  }
}
