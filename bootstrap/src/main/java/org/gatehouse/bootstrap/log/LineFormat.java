package org.gatehouse.bootstrap.log;

/**
 * Makes lines of records. Used by one thread.
 *
 * @param <T> the records
 */
interface LineFormat<T> {

  /** Appends the line of a record, its end included. */
  void append(T item, StringBuilder lines);

  /** Tells that records were lost for want of room or disk: in a line, or elsewhere. */
  void appendLoss(long count, StringBuilder lines);
}
