package org.gatehouse.application.endpoint;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.gatehouse.application.port.out.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the checks, and remembers the outcome for a second, so that asking often costs little. The
 * log is told when a check begins to fail and when it is well again, not how often somebody asked.
 * Safe for use by several threads.
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
   * @param byName whether each is well, in the order of the checks
   * @param nanos when they were asked
   */
  record Outcome(Map<String, Boolean> byName, long nanos) {

    /** The names of those that fail, in order. */
    List<String> failing() {
      return byName.entrySet().stream().filter(e -> !e.getValue()).map(Map.Entry::getKey).toList();
    }

    private boolean isWell(String name) {
      return byName.getOrDefault(name, true);
    }
  }

  /** The last outcome, while it is fresh. */
  Optional<Outcome> known() {
    return last.get().filter(outcome -> clock.nanoTime() - outcome.nanos() < VALID_NANOS);
  }

  /** Asks every check. May wait. */
  Outcome run() {
    long nanos = clock.nanoTime();
    Optional<Outcome> before = last.get();
    Map<String, Boolean> byName = new LinkedHashMap<>();
    for (HealthCheck check : checks) {
      boolean wasWell = before.map(outcome -> outcome.isWell(check.name())).orElse(true);
      byName.put(check.name(), isWell(check, wasWell));
    }
    Outcome outcome = new Outcome(byName, nanos);
    last.set(Optional.of(outcome));
    return outcome;
  }

  private static boolean isWell(HealthCheck check, boolean wasWell) {
    try {
      check.check().run();
    } catch (RuntimeException failure) {
      if (wasWell) {
        LOG.warn("health: {} fails", check.name(), failure);
      }
      return false;
    }
    if (!wasWell) {
      LOG.info("health: {} is well again", check.name());
    }
    return true;
  }
}
