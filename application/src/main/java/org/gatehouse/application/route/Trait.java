package org.gatehouse.application.route;

/** What the guards and the bookkeeping have to know of a route beside its handler. */
public enum Trait {
  /** Its writes change what the server keeps: they need a length, and credentials where asked. */
  STORES,
  /** Its responses give a cookie to a visitor who has none. */
  GIVES_COOKIE,
  /** Its requests are not counted in the metrics. */
  UNCOUNTED
}
