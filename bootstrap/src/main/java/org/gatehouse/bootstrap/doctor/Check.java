package org.gatehouse.bootstrap.doctor;

import org.gatehouse.bootstrap.config.Configuration;

/** Looks at one subject. */
interface Check {

  /** Adds what it finds, at least one finding, be it that all is well. Changes nothing. */
  void examine(Configuration configuration, Findings findings);
}
