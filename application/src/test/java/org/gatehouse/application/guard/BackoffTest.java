package org.gatehouse.application.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gatehouse.application.fake.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  private static final String ADDRESS = "192.0.2.7";

  private final SettableClock clock = new SettableClock();
  private final Backoff backoff = new Backoff(clock);

  private void fail(String address, int times) {
    for (int i = 0; i < times; i++) {
      backoff.failed(address);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "9, 0",
    "10, 1",
    "11, 2",
    "12, 4",
    "18, 256",
    "19, 300",
    "20, 300",
    "1000, 300",
  })
  void growsWithTheFailures(int failures, int seconds) {
    fail(ADDRESS, failures);
    Optional<Duration> left =
        Optional.of(Duration.ofSeconds(seconds)).filter(wait -> !wait.isZero());
    assertEquals(left, backoff.left(ADDRESS));
  }

  @Test
  void endsWhenItsTimeIsOver() {
    fail(ADDRESS, 12);
    clock.advance(Duration.ofMillis(3_999));
    assertEquals(Optional.of(Duration.ofMillis(1)), backoff.left(ADDRESS));
    clock.advance(Duration.ofMillis(1));
    assertEquals(Optional.empty(), backoff.left(ADDRESS));
    backoff.failed(ADDRESS);
    assertEquals(Optional.of(Duration.ofSeconds(8)), backoff.left(ADDRESS));
  }

  @Test
  void aSuccessForgives() {
    fail(ADDRESS, 9);
    backoff.succeeded(ADDRESS);
    fail(ADDRESS, 9);
    assertEquals(Optional.empty(), backoff.left(ADDRESS));
  }

  @Test
  void aQuarterOfAnHourForgives() {
    fail(ADDRESS, 9);
    clock.advance(Backoff.MEMORY);
    fail(ADDRESS, 9);
    assertEquals(Optional.empty(), backoff.left(ADDRESS));
    fail(ADDRESS, 1);
    assertTrue(backoff.left(ADDRESS).isPresent());
    clock.advance(Backoff.MEMORY);
    assertEquals(Optional.empty(), backoff.left(ADDRESS));
    assertEquals(0, backoff.size());
  }

  @Test
  void theTimeOfDayMayJump() {
    fail(ADDRESS, 10);
    clock.set(SettableClock.START.plus(Duration.ofDays(365)));
    assertEquals(Optional.of(Duration.ofSeconds(1)), backoff.left(ADDRESS));
  }

  @Test
  void othersAreNotConcerned() {
    fail(ADDRESS, 20);
    assertEquals(Optional.empty(), backoff.left("192.0.2.8"));
  }

  @Test
  void anIpv6SubscriberIsOneClientWhateverAddressHeTakes() {
    for (int i = 0; i < 10; i++) {
      backoff.failed("2001:db8:0:1:0:0:0:" + i);
    }
    assertTrue(backoff.left("2001:db8:0:1:ffff:0:0:1").isPresent());
    assertEquals(Optional.empty(), backoff.left("2001:db8:0:2:0:0:0:1"));
  }

  @Test
  void whoFillsTheTableForgivesOthersAndLocksOutNobody() {
    fail("198.51.100.1", 10);
    fail(ADDRESS, 10);
    backoff.failed("198.51.100.1");
    for (int i = 0; i < Backoff.MOST_ADDRESSES - 2; i++) {
      backoff.failed("10.0." + i / 256 + "." + i % 256);
    }
    backoff.failed("10.0.0.7");
    assertEquals(Backoff.MOST_ADDRESSES, backoff.size());
    assertTrue(backoff.left(ADDRESS).isPresent(), "who is in the table already pushes out nobody");
    backoff.failed("203.0.113.1");
    assertEquals(Backoff.MOST_ADDRESSES, backoff.size());
    assertEquals(Optional.empty(), backoff.left(ADDRESS), "its last failure was the oldest");
    assertTrue(backoff.left("198.51.100.1").isPresent(), "it failed again since");
    assertEquals(Optional.empty(), backoff.left("203.0.113.1"));
  }

  @Property(tries = 200)
  void neverWaitsLongerThanTheLongestAndNeverForNothing(
      @ForAll @Size(max = 60) int[] steps, @ForAll @IntRange(min = 0, max = 900) int pause) {
    SettableClock time = new SettableClock();
    Backoff table = new Backoff(time);
    int inARow = 0;
    for (int step : steps) {
      if (step % 5 == 0) {
        table.succeeded(ADDRESS);
        inARow = 0;
      } else {
        table.failed(ADDRESS);
        inARow++;
      }
      Optional<Duration> left = table.left(ADDRESS);
      assertEquals(inARow >= Backoff.FREE_FAILURES, left.isPresent());
      assertTrue(left.orElse(Duration.ZERO).compareTo(Backoff.LONGEST) <= 0);
      if (step % 7 == 0) {
        time.advance(Duration.ofSeconds(pause));
        inARow = pause >= 900 ? 0 : inARow;
      }
    }
  }
}
