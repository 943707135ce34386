package org.gatehouse.bootstrap.system;

/**
 * The part of the heap that nobody uses. A JVM without options begins with a heap of a sixty-fourth
 * of the machine and fills that with garbage before it collects any: on 24 GiB a server that needs
 * 6 MiB grows to 300. A collection makes the heap as small as its content, and from there it grows
 * by what the load needs.
 */
public final class UnusedHeap {
  private UnusedHeap() {}

  /**
   * Gives it back to the system, at the price of a pause of some ten milliseconds. Does nothing
   * where the operator has said so ({@code -XX:+DisableExplicitGC}), and never goes below the heap
   * he has asked for ({@code -Xms}).
   */
  public static void giveBack() {
    System.gc();
  }
}
