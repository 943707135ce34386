package org.gatehouse.benchmarks.compare;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What wrk says at its end.
 *
 * @param requests answers that it got
 * @param perSecond how many in a second
 * @param p50 half of them took no longer, in milliseconds
 * @param p99 so with 99 of 100
 * @param errors connections that failed, answers that did not come in time or had a wrong status
 */
record WrkReport(long requests, double perSecond, double p50, double p99, long errors) {
  private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ");
  private static final Pattern PER_SECOND = Pattern.compile("Requests/sec: +([\\d.]+)");
  private static final Pattern ERRORS =
      Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");
  private static final Pattern WRONG = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

  /** Reads the text that wrk prints with {@code --latency}. */
  static WrkReport read(String text) {
    return new WrkReport(
        Long.parseLong(find(REQUESTS, text).group(1)),
        Double.parseDouble(find(PER_SECOND, text).group(1)),
        percentile("50", text),
        percentile("99", text),
        errors(text));
  }

  private static Matcher find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException("wrk did not say " + pattern + ": " + text);
    }
    return matcher;
  }

  private static double percentile(String percent, String text) {
    Pattern line = Pattern.compile("\\b" + percent + "% +([\\d.]+)(us|ms|s|m)\\b");
    Matcher found = find(line, text);
    double inMillis =
        switch (found.group(2)) {
          case "us" -> 0.001;
          case "ms" -> 1;
          case "s" -> 1_000;
          default -> 60_000;
        };
    return Double.parseDouble(found.group(1)) * inMillis;
  }

  private static long errors(String text) {
    long errors = 0;
    Matcher socket = ERRORS.matcher(text);
    if (socket.find()) {
      for (int kind = 1; kind <= socket.groupCount(); kind++) {
        errors += Long.parseLong(socket.group(kind));
      }
    }
    Matcher wrong = WRONG.matcher(text);
    return wrong.find() ? errors + Long.parseLong(wrong.group(1)) : errors;
  }
}
