package org.gatehouse.application.fake;

import java.util.concurrent.atomic.AtomicLong;
import org.gatehouse.application.port.out.IdSource;

/**
 * Ids that count: {@code request-1}, {@code 00000000-0000-4000-8000-000000000001}, {@code token1}.
 * Each kind has its own count, so that a test can say beforehand what it will see. They can be
 * guessed: not for use outside tests.
 */
public final class SequentialIds implements IdSource {
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong visitors = new AtomicLong();
  private final AtomicLong tokens = new AtomicLong();

  @Override
  public String requestId() {
    return "request-" + requests.incrementAndGet();
  }

  @Override
  public String visitorId() {
    return String.format("00000000-0000-4000-8000-%012x", visitors.incrementAndGet());
  }

  @Override
  public String token() {
    return "token" + tokens.incrementAndGet();
  }
}
