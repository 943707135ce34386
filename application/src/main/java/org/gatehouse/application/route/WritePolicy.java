package org.gatehouse.application.route;

/** Who may write ({@code --writes}). */
public enum WritePolicy {
  /** Everyone may PUT and POST; DELETE takes credentials all the same. */
  OPEN,
  /** Every write takes credentials. */
  AUTHENTICATED,
  /** Nobody may: every write is 405. */
  OFF
}
