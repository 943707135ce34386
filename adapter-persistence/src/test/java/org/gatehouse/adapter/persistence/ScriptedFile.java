package org.gatehouse.adapter.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A {@link LineFile} in memory that fails, or holds its writer up, when it is told to. */
final class ScriptedFile implements LineFile {
  private final List<String> batches = new ArrayList<>();
  private int attempts;
  private int forced;
  private boolean closed;
  private boolean restores;
  private boolean writtenAnew;
  private int restored;
  private Exception appendFailure;
  private IOException forceFailure;
  private IOException closeFailure;
  private volatile CountDownLatch entered = new CountDownLatch(0);
  private volatile CountDownLatch released = new CountDownLatch(0);

  @Override
  public boolean append(ByteBuffer lines) throws IOException {
    if (lines.hasRemaining()) {
      entered.countDown();
      await(released);
    }
    synchronized (this) {
      attempts++;
      if (appendFailure instanceof IOException failure) {
        throw failure;
      }
      if (appendFailure instanceof RuntimeException failure) {
        throw failure;
      }
      boolean anew = writtenAnew;
      writtenAnew = false;
      if (anew) {
        batches.add("all\n");
      } else if (lines.hasRemaining()) {
        batches.add(StandardCharsets.UTF_8.decode(lines).toString());
      }
      return anew;
    }
  }

  @Override
  public synchronized void force() throws IOException {
    if (forceFailure != null) {
      throw forceFailure;
    }
    forced = batches.size();
  }

  @Override
  public synchronized boolean restore() {
    restored += restores ? 1 : 0;
    return restores;
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    if (closeFailure != null) {
      throw closeFailure;
    }
  }

  /** Makes the next write wait until {@link #release}. */
  void hold() {
    entered = new CountDownLatch(1);
    released = new CountDownLatch(1);
  }

  /** Waits until a write is held. */
  void awaitHeld() {
    await(entered);
  }

  void release() {
    released.countDown();
  }

  synchronized void failAppend(Exception failure) {
    appendFailure = failure;
  }

  synchronized void failForce(IOException failure) {
    forceFailure = failure;
  }

  synchronized void failClose(IOException failure) {
    closeFailure = failure;
  }

  /** Lets the next write that succeeds find all lines elsewhere. */
  synchronized void writeAnew() {
    writtenAnew = true;
  }

  synchronized void restoreLost() {
    restores = true;
  }

  synchronized List<String> batches() {
    return List.copyOf(batches);
  }

  synchronized String content() {
    return String.join("", batches);
  }

  synchronized int attempts() {
    return attempts;
  }

  synchronized int forced() {
    return forced;
  }

  synchronized int restored() {
    return restored;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException nobodyDoesThat) {
      throw new IllegalStateException(nobodyDoesThat);
    }
  }
}
