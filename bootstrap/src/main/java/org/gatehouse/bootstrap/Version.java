package org.gatehouse.bootstrap;

import java.util.Optional;

/** Which server this is, as the manifest of the jar has it. */
final class Version {
  private Version() {}

  /** The number, {@code 1.0.0}. */
  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }

  /** The line that {@code --version} prints. */
  static String line() {
    return "gatehouse " + number() + " (Java " + System.getProperty("java.version") + ")";
  }
}
