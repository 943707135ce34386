package org.gatehouse.bootstrap.doctor;

import java.time.Duration;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.config.Configuration.Times;

/** Whether the times go together, and with whoever stops the server. */
final class TimeCheck implements Check {
  /** What systemd and compose wait by default is more; Docker and Kubernetes wait this or more. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration SLOW_HEAD = Duration.ofMinutes(1);

  @Override
  public void examine(Configuration configuration, Findings findings) {
    Times times = configuration.times();
    Duration stop = times.shutdown().plus(times.drainDelay());
    if (stop.compareTo(PATIENCE) > 0) {
      findings.note(
          "a stop may take " + stop.toSeconds() + " s and a little",
          "Who kills it earlier cuts off requests: that is --drain-delay and --shutdown-timeout"
              + " together.",
          "have the supervisor wait longer: TimeoutStopSec= of a unit, stop_grace_period,"
              + " terminationGracePeriodSeconds");
    } else {
      findings.ok("a stop takes no longer than " + stop.toSeconds() + " s and a little");
    }
    if (times.header().compareTo(SLOW_HEAD) > 0) {
      findings.note(
          "--header-timeout is " + times.header().toSeconds() + " s",
          "That long a client may hold a connection by sending nothing but the beginning of a"
              + " request.",
          "10s are enough for all but the slowest lines");
    }
  }
}
