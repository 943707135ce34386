package org.gatehouse.application;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.gatehouse.application.port.in.ConnectionInfo;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.field.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns that Basic credentials came from another host over a connection that is not encrypted, so
 * that anyone on the way could read them (RFC 7617 §4). At most once a minute, however many come.
 */
final class PlainCredentials {
  private static final Logger LOG = LoggerFactory.getLogger(PlainCredentials.class);
  private static final long SILENCE = Duration.ofMinutes(1).toNanos();
  private static final String SCHEME = "Basic ";

  private final Clock clock;
  private final AtomicLong silentUntil;

  PlainCredentials(Clock clock) {
    this.clock = clock;
    this.silentUntil = new AtomicLong(clock.nanoTime());
  }

  /** Looks at a request, whether or not it needed what it carries. */
  void notice(Request request) {
    ConnectionInfo connection = request.connection();
    if (carriesPassword(request.fields())
        && connection.scheme().equals("http")
        && !isLoopback(connection.remoteAddress())
        && isTime()) {
      LOG.warn(
          "{} from {} carries Basic credentials over plain HTTP: anyone on the way can read them;"
              + " a proxy that speaks TLS has to stand before this server",
          request.id(),
          connection.remoteAddress());
    }
  }

  private static boolean carriesPassword(Fields fields) {
    int index = fields.indexOf(FieldName.AUTHORIZATION, 0);
    return index >= 0 && fields.value(index).regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  /** 127.0.0.0/8 and ::1 (RFC 6890 §2.2.2, §2.2.3), as a socket's address is written. */
  private static boolean isLoopback(String address) {
    return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
  }

  private boolean isTime() {
    long now = clock.nanoTime();
    long until = silentUntil.get();
    return now - until >= 0 && silentUntil.compareAndSet(until, now + SILENCE);
  }
}
