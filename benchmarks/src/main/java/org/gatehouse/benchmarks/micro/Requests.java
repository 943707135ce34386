package org.gatehouse.benchmarks.micro;

import java.time.Instant;
import org.gatehouse.application.port.in.ConnectionInfo;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.message.RequestHead;
import org.gatehouse.domain.target.ResourcePath;

/** Requests as the application sees them. */
final class Requests {
  static final ConnectionInfo CONNECTION =
      new ConnectionInfo("127.0.0.1", 50_000, Heads.PORT, "http");

  private Requests() {}

  static Request of(RequestHead head) {
    return new Request(
        head, ResourcePath.parse(head.target().path()), CONNECTION, "benchmark", Instant.EPOCH);
  }
}
