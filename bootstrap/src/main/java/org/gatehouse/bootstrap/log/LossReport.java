package org.gatehouse.bootstrap.log;

/** Is told how many records of another log were lost. */
@FunctionalInterface
interface LossReport {

  /** So many were lost since the last report. */
  void report(long count);
}
