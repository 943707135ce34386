package org.gatehouse.bootstrap.log;

/**
 * Makes lines of records. Used by one thread.
 *
 * @param <T> the records
 */
interface LineFormat<T> {
  /** Of a time that people and programs can read (RFC 3339), with milliseconds and the offset. */
  String TIME = "uuuu-MM-dd'T'HH:mm:ss.SSSXXX";

  /** Appends the line of a record, its end included. */
  void append(T item, StringBuilder lines);

  /** Appends that records were lost here for want of room or disk, where such a line may stand. */
  default void appendLoss(long count, StringBuilder lines) {}

  /** The file is written again after so many were lost: to be told elsewhere, if at all. */
  default void reportLoss(long count) {}
}
