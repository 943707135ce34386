package org.gatehouse.application.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.gatehouse.application.port.out.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the checks, and remembers the outcome for a second, so that asking often costs little. Safe
 * for use by several threads.
 */
final class HealthChecks {
  private static final Logger LOG = LoggerFactory.getLogger(HealthChecks.class);
  private static final long VALID_NANOS = Duration.ofSeconds(1).toNanos();

  private final List<HealthCheck> checks;
  private final Clock clock;
  private final AtomicReference<Optional<Outcome>> last = new AtomicReference<>(Optional.empty());

  HealthChecks(List<HealthCheck> checks, Clock clock) {
    this.checks = List.copyOf(checks);
    this.clock = clock;
  }

  /**
   * What the checks said.
   *
   * @param failing the name of the first that failed; empty if all is well
   * @param nanos when they were asked
   */
  record Outcome(Optional<String> failing, long nanos) {}

  /** The last outcome, while it is fresh. */
  Optional<Outcome> known() {
    return last.get().filter(outcome -> clock.nanoTime() - outcome.nanos() < VALID_NANOS);
  }

  /** Asks every check until one fails. May wait. */
  Outcome run() {
    long nanos = clock.nanoTime();
    Outcome outcome = new Outcome(firstFailing(), nanos);
    last.set(Optional.of(outcome));
    return outcome;
  }

  private Optional<String> firstFailing() {
    for (HealthCheck check : checks) {
      try {
        check.check().run();
      } catch (RuntimeException failure) {
        LOG.warn("health: {} fails", check.name(), failure);
        return Optional.of(check.name());
      }
    }
    return Optional.empty();
  }
}
