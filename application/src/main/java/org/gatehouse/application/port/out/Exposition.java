package org.gatehouse.application.port.out;

/**
 * Writes the figures of the server, and those of the machine under it, in the text formats of
 * Prometheus. Safe for use by several threads.
 */
@FunctionalInterface
public interface Exposition {

  /** The figures of this moment. May wait. */
  byte[] write(Format format);

  /** The formats. */
  enum Format {
    /** The text format of Prometheus, version 0.0.4. */
    PROMETHEUS,
    /** OpenMetrics, version 1.0.0. */
    OPEN_METRICS
  }
}
