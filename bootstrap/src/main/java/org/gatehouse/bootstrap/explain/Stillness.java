package org.gatehouse.bootstrap.explain;

import org.gatehouse.application.port.out.IdSource;
import org.gatehouse.application.port.out.ServerGauges;

/** A server that does nothing: no connections, no work, and ids that anyone can tell are none. */
public final class Stillness implements ServerGauges, IdSource {
  /** What stands where chance would. */
  public static final String TOKEN = "xxxxxxxxxxxxxxxx";

  @Override
  public String requestId() {
    return "explained";
  }

  @Override
  public String visitorId() {
    return "00000000-0000-0000-0000-000000000000";
  }

  @Override
  public String token() {
    return TOKEN;
  }

  @Override
  public int totalWorkers() {
    return 0;
  }

  @Override
  public int activeWorkers() {
    return 0;
  }

  @Override
  public int queueDepth() {
    return 0;
  }

  @Override
  public int queueLimit() {
    return 0;
  }

  @Override
  public long shedRequests() {
    return 0;
  }

  @Override
  public int openConnections() {
    return 0;
  }

  @Override
  public int connectionLimit() {
    return 0;
  }

  @Override
  public long refusedConnections() {
    return 0;
  }

  @Override
  public long acceptedConnections() {
    return 0;
  }
}
