package org.gatehouse.adapter.filesystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedHandleTest {
  private final AtomicInteger closed = new AtomicInteger();
  private final AtomicLong now = new AtomicLong();

  private SharedHandle<String> handle() {
    return new SharedHandle<>("open", closed::incrementAndGet, now.get());
  }

  @Test
  void whatIsGivenUpUnusedIsClosedAtOnceAndOnce() {
    SharedHandle<String> handle = handle();
    handle.giveUp();
    handle.giveUp();
    assertEquals(1, closed.get());
    assertTrue(handle.acquire(0).isEmpty());
    assertFalse(handle.isThere(0));
    assertTrue(handle.giveUpIfIdle(Long.MAX_VALUE, 1));
    assertEquals(1, closed.get());
  }

  @Test
  void whatIsGivenUpInUseIsClosedByTheLast() {
    SharedHandle<String> handle = handle();
    SharedHandle.Lease<String> first = handle.acquire(0).orElseThrow();
    SharedHandle.Lease<String> second = handle.acquire(0).orElseThrow();
    assertEquals("open", first.resource());
    handle.giveUp();
    assertTrue(handle.acquire(0).isEmpty());
    first.end();
    first.end();
    assertEquals(0, closed.get(), "the second still uses it");
    second.end();
    assertEquals(1, closed.get());
  }

  @Test
  void manyUseItWhileItIsGivenUpAndItIsClosedOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      for (int round = 0; round < 200; round++) {
        closed.set(0);
        SharedHandle<String> handle = handle();
        CountDownLatch begin = new CountDownLatch(1);
        Runnable use =
            () -> {
              await(begin);
              Optional<SharedHandle.Lease<String>> lease = handle.acquire(0);
              while (lease.isPresent()) {
                assertEquals(0, closed.get(), "closed in use");
                lease.get().end();
                lease = handle.acquire(0);
              }
            };
        Future<?> first = threads.submit(use);
        Future<?> second = threads.submit(use);
        begin.countDown();
        handle.giveUp();
        first.get();
        second.get();
        assertEquals(1, closed.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theAttendantClosesWhatIsIdleAndEnds() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    AtomicLong time = new AtomicLong(Duration.ofHours(1).toNanos());
    try (IdleHandles handles = new IdleHandles(2, Duration.ofMillis(1), time::get)) {
      assertTrue(handles.take(new SharedHandle<>("idle", done::countDown, 0)));
      assertTrue(done.await(10, TimeUnit.SECONDS));
      assertEquals(0, handles.size());
    }
  }

  @Test
  void aFullTableTakesNoMoreUnlessSomeAreIdle() {
    AtomicLong time = new AtomicLong();
    try (IdleHandles handles = new IdleHandles(1, Duration.ofHours(1), time::get)) {
      SharedHandle<String> first = handle();
      assertTrue(handles.take(first));
      assertFalse(handles.take(handle()));
      time.set(Duration.ofHours(1).toNanos());
      assertTrue(handles.take(handle()));
      assertFalse(first.isThere(time.get()));
      assertEquals(1, closed.get());
    }
    assertEquals(2, closed.get());
  }

  @Test
  void whoHasClosedTakesNothingMore() {
    IdleHandles handles = new IdleHandles(1, Duration.ofHours(1), now::get);
    handles.close();
    assertFalse(handles.take(handle()));
  }
}
