package org.gatehouse.bootstrap.log;

/** How the access log is written. */
public enum AccessFormat {
  /** The combined format that web servers have in common. */
  COMBINED,
  /** One JSON object a line. */
  JSON
}
