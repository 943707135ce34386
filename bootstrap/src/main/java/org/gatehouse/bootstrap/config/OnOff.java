package org.gatehouse.bootstrap.config;

/** The words of {@code --cookies} and {@code --auth-backoff}. */
enum OnOff {
  ON,
  OFF
}
