package org.gatehouse.domain.field;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * HTTP's three date formats (RFC 9110 §5.6.7): all are read, IMF-fixdate is written.
 *
 * <p>Read by position rather than with a formatter: the grammar is fixed, the domain stays free of
 * locale tables, and a date costs nanoseconds.
 */
public final class HttpDate {
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final List<String> LONG_DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  /** How far ahead a two-digit year may lie, in years. */
  private static final int FARTHEST = 50;

  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private HttpDate() {}

  /**
   * The instant as IMF-fixdate, {@code Sun, 06 Nov 1994 08:49:37 GMT}; fractions of a second are
   * cut off. An instant outside the years 0000 to 9999, which the format cannot say, becomes the
   * nearest that it can.
   */
  public static String format(Instant instant) {
    Instant near = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
    LocalDateTime time = LocalDateTime.ofInstant(near, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(29);
    text.append(DAYS.get(time.getDayOfWeek().getValue() - 1)).append(", ");
    twoDigits(text, time.getDayOfMonth()).append(' ');
    text.append(MONTHS.get(time.getMonthValue() - 1)).append(' ');
    int year = time.getYear();
    twoDigits(twoDigits(text, year / 100), year % 100).append(' ');
    twoDigits(text, time.getHour()).append(':');
    twoDigits(text, time.getMinute()).append(':');
    return twoDigits(text, time.getSecond()).append(" GMT").toString();
  }

  private static StringBuilder twoDigits(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  /**
   * Reads a date.
   *
   * @param now decides the century of the obsolete two-digit year: one that would lie more than 50
   *     years ahead is in the past (RFC 9110 §5.6.7)
   * @return empty for anything that is not an HTTP date, such as a wrong day of the week or a 31st
   *     of February
   */
  public static Optional<Instant> parse(String text, Instant now) {
    int comma = text.indexOf(',');
    if (comma < 0) {
      return asctime(text);
    }
    return comma == 3 ? fixdate(text) : rfc850(text, comma, now);
  }

  /** {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
  private static Optional<Instant> fixdate(String text) {
    if (!hasShape(text, "___, __ ___ ____ __:__:__ GMT")) {
      return Optional.empty();
    }
    int dayOfWeek = DAYS.indexOf(text.substring(0, 3));
    int month = MONTHS.indexOf(text.substring(8, 11)) + 1;
    Optional<LocalDate> date = date(number(text, 12, 16), month, number(text, 5, 7));
    return instant(dayOfWeek, date, secondOfDay(text, 17));
  }

  /** {@code Sun Nov 6 08:49:37 1994}. */
  private static Optional<Instant> asctime(String text) {
    if (!hasShape(text, "___ ___ __ __:__:__ ____")) {
      return Optional.empty();
    }
    int dayOfWeek = DAYS.indexOf(text.substring(0, 3));
    int month = MONTHS.indexOf(text.substring(4, 7)) + 1;
    int day = number(text, text.charAt(8) == ' ' ? 9 : 8, 10);
    return instant(dayOfWeek, date(number(text, 20, 24), month, day), secondOfDay(text, 11));
  }

  /** {@code Sunday, 06-Nov-94 08:49:37 GMT}. */
  private static Optional<Instant> rfc850(String text, int comma, Instant now) {
    String rest = text.substring(comma);
    int digits = hasShape(rest, ", __-___-__ __:__:__ GMT") ? number(rest, 9, 11) : -1;
    if (digits < 0) {
      return Optional.empty();
    }
    int dayOfWeek = LONG_DAYS.indexOf(text.substring(0, comma));
    int month = MONTHS.indexOf(rest.substring(5, 8)) + 1;
    int day = number(rest, 2, 4);
    OffsetDateTime limit = now.atOffset(ZoneOffset.UTC).plusYears(FARTHEST);
    int year = limit.getYear() - Math.floorMod(limit.getYear() - digits, 100);
    Optional<LocalDate> date = date(year, month, day);
    int second = secondOfDay(rest, 12);
    if (date.isPresent() && epochSecond(date.get(), second) > limit.toEpochSecond()) {
      date = date(year - 100, month, day);
    }
    return instant(dayOfWeek, date, second);
  }

  /** Whether the text has this length and these characters; an underscore stands for any. */
  private static boolean hasShape(String text, String shape) {
    if (text.length() != shape.length()) {
      return false;
    }
    for (int i = 0; i < shape.length(); i++) {
      if (shape.charAt(i) != '_' && shape.charAt(i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    boolean valid = year >= 0 && month > 0 && day > 0;
    return valid && day <= YearMonth.of(year, month).lengthOfMonth()
        ? Optional.of(LocalDate.of(year, month, day))
        : Optional.empty();
  }

  /** The time of day, {@code 08:49:37}, that begins at an index; -1 if there is none. */
  private static int secondOfDay(String text, int at) {
    int hour = number(text, at, at + 2);
    int minute = number(text, at + 3, at + 5);
    int second = number(text, at + 6, at + 8);
    // 60 is a leap second, which the grammar allows and which runs into the next minute.
    boolean valid = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0;
    return valid && second <= 60 ? 3600 * hour + 60 * minute + second : -1;
  }

  private static Optional<Instant> instant(int dayOfWeek, Optional<LocalDate> date, int second) {
    return second < 0
        ? Optional.empty()
        : date.filter(day -> day.getDayOfWeek().getValue() == dayOfWeek + 1)
            .map(day -> Instant.ofEpochSecond(epochSecond(day, second)));
  }

  private static long epochSecond(LocalDate date, int secondOfDay) {
    return 86_400 * date.toEpochDay() + secondOfDay;
  }

  /** The number of these digits; -1 if one is not a digit. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
