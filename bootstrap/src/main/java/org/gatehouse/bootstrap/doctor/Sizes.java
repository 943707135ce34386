package org.gatehouse.bootstrap.doctor;

/** Sizes as people read them. */
final class Sizes {
  private static final String[] UNITS = {"octets", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  private Sizes() {}

  /** Rounded down to the largest unit of which there are at least ten. */
  static String of(long octets) {
    long number = octets;
    int unit = 0;
    while (number >= 10 * 1024 && unit < UNITS.length - 1) {
      number /= 1024;
      unit++;
    }
    return number + " " + UNITS[unit];
  }
}
