package org.gatehouse.bootstrap.option;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatehouse.application.port.out.LogText;

/**
 * A value as the operator wrote it, and the readers for it. Each of them refuses what it cannot
 * read with a {@link UsageError} in the operator's own terms.
 *
 * @param name where it was written: {@code --port}, {@code PORT} or {@code GATEHOUSE_PORT}
 * @param text what was written
 */
public record Given(String name, String text) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,19})([kKmMgG]?)");
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,12})(ms|s|m|h)");
  private static final Map<String, Integer> SHIFTS = Map.of("", 0, "k", 10, "m", 20, "g", 30);
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L);

  /** The longest duration that can be set. */
  private static final Duration LONGEST = Duration.ofDays(3650);

  /** A whole number between two bounds, both included. */
  public int number(int least, int most) {
    if (NUMBER.matcher(text).matches()) {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return (int) number;
      }
    }
    throw refused("a number from " + least + " to " + most);
  }

  /** A size in octets, {@code k}, {@code M} and {@code G} being powers of 1024. */
  public long size(long least, long most) {
    Matcher matcher = SIZE.matcher(text);
    if (matcher.matches()) {
      int shift = SHIFTS.get(matcher.group(2).toLowerCase(Locale.ROOT));
      BigInteger size = new BigInteger(matcher.group(1)).shiftLeft(shift);
      if (size.compareTo(BigInteger.valueOf(least)) >= 0
          && size.compareTo(BigInteger.valueOf(most)) <= 0) {
        return size.longValueExact();
      }
    }
    throw refused("a size from " + least + " to " + most + " octets, such as 8000, 32k, 64M or 6G");
  }

  /** A duration with its unit. */
  public Duration duration(Duration least) {
    Matcher matcher = DURATION.matcher(text);
    if (matcher.matches()) {
      long unit = MILLIS.get(matcher.group(2));
      Duration duration =
          Duration.ofMillis(Math.multiplyExact(Long.parseLong(matcher.group(1)), unit));
      if (duration.compareTo(least) >= 0 && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    }
    throw refused(
        "a duration from " + least.toMillis() + "ms to 87600h, such as 500ms, 30s, 5m or 12h");
  }

  /** One of the constants, written in lower case with hyphens. */
  public <E extends Enum<E>> E choice(Class<E> type) {
    E[] constants = type.getEnumConstants();
    for (E constant : constants) {
      if (word(constant).equals(text)) {
        return constant;
      }
    }
    throw refused(
        "one of " + Arrays.stream(constants).map(Given::word).collect(Collectors.joining(", ")));
  }

  /** How a constant is written. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Words between commas; empty ones do not count. */
  public List<String> words() {
    return Arrays.stream(text.split(",")).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }

  /** That this value is not what the option takes. */
  public UsageError refused(String allowed) {
    return new UsageError(
        name + ": '" + LogText.escape(text) + "' is not allowed; it takes " + allowed);
  }

  /** The same, without repeating a value that is secret. */
  public UsageError refusedInSecret(String allowed) {
    return new UsageError(name + ": the value is not allowed; it takes " + allowed);
  }
}
