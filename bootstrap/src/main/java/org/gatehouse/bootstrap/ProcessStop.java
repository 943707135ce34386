package org.gatehouse.bootstrap;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGINT and SIGTERM. The JVM tells of them by running its shutdown hooks and would then exit with
 * 128 plus the signal's number; so the hook waits for the server to end and takes the exit code
 * from it.
 */
final class ProcessStop implements StopSignal {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile int exitCode;

  @Override
  public void arm() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopProcess, "stop"));
  }

  @Override
  public boolean await(Duration patience) throws InterruptedException {
    return asked.await(patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void await() throws InterruptedException {
    asked.await();
  }

  private void stopProcess() {
    asked.countDown();
    boolean interrupted = false;
    while (true) {
      try {
        ended.await();
        break;
      } catch (InterruptedException again) {
        // Nobody has a reason to interrupt this thread; the server still has to end first.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(exitCode);
  }

  /** Ends the process with this code. Does not return. */
  void end(int code) {
    exitCode = code;
    ended.countDown();
    // Waits for ever if a signal is being handled: then the hook is what ends the process.
    System.exit(code);
  }
}
