package org.gatehouse.adapter.filesystem;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.Resource;

/**
 * What was found under a path, and when.
 *
 * <p>Shortly before its time is over one of those who ask is sent to look again, while the others
 * are still answered: so a popular path is renewed without a crowd at its door.
 */
final class Remembered {
  private final Optional<Lookup> answer;
  private final Lookup found;
  private final boolean renewable;
  private final boolean trustworthy;
  private final Runnable forgetting;
  private final AtomicBoolean renewing = new AtomicBoolean();
  private volatile long lookedAt;

  /**
   * An answer to be remembered.
   *
   * @param answer what is answered
   * @param found what storage said
   * @param renewable whether an equal finding later on proves that nothing has changed
   * @param trustworthy whether it may be answered without asking storage
   * @param lookedAt before storage was asked, in nanoseconds
   * @param forgetting what is to be done when it is not remembered any more
   */
  Remembered(
      Lookup answer,
      Lookup found,
      boolean renewable,
      boolean trustworthy,
      long lookedAt,
      Runnable forgetting) {
    this.answer = Optional.of(answer);
    this.found = found;
    this.renewable = renewable;
    this.trustworthy = trustworthy;
    this.lookedAt = lookedAt;
    this.forgetting = forgetting;
  }

  /** What is answered; never empty. */
  Optional<Lookup> answer() {
    return answer;
  }

  /** Whether it is to be answered now without asking storage. */
  boolean isTrusted(long now, long validNanos) {
    long age = now - lookedAt;
    if (!trustworthy || age >= validNanos) {
      return false;
    }
    boolean old = age >= validNanos - validNanos / 4;
    return !old || renewing.get() || !renewing.compareAndSet(false, true);
  }

  /** Whether it answers with this very resource. */
  boolean answers(Resource resource) {
    return answer.get().match(mine -> mine == resource, absence -> false);
  }

  /** What storage said. */
  Lookup found() {
    return found;
  }

  /** Whether what was found now proves that the answer is still true. */
  boolean isStill(Lookup foundNow, boolean trustworthyNow) {
    return renewable && trustworthy == trustworthyNow && found.equals(foundNow);
  }

  /** It is not remembered any more. */
  void forget() {
    forgetting.run();
  }

  /** It was found to be still true. */
  void renew(long now) {
    lookedAt = now;
    renewing.set(false);
  }
}
