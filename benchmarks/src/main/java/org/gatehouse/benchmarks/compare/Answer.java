package org.gatehouse.benchmarks.compare;

/**
 * What every server has to answer.
 *
 * @param status the status code and its reason
 * @param content the content once it is decoded
 */
record Answer(String status, byte[] content) {
  int code() {
    return Integer.parseInt(status.substring(0, 3));
  }
}
