package org.gatehouse.application.endpoint;

import java.util.Locale;

/** What an operator can turn on ({@code --endpoints}). */
public enum EndpointName {
  HEALTH,
  METRICS,
  DASHBOARD,
  ROUTES,
  HELLO,
  ABOUT,
  ECHO,
  USER_AGENT,
  FILES,
  UPLOAD;

  /** How the option names it: {@code user-agent}. */
  public String option() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
