package org.gatehouse.benchmarks.compare;

/**
 * How much time is spent.
 *
 * @param rounds how often each server has its turn
 * @param seconds how long a turn is
 * @param warmUp how long each is driven before the first turn, in seconds
 */
record Effort(int rounds, int seconds, int warmUp) {}
