package org.gatehouse.bootstrap;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.jar.JarFile;

/** Which server this is, as the manifest of the jar has it. */
final class Version {
  private static final String COMMIT = "Implementation-Commit";

  private Version() {}

  /** The number, {@code 1.0.0}. */
  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }

  /** The line that {@code --version} prints: number, Java, and the commit if it is known. */
  static String line() {
    return "gatehouse "
        + number()
        + " (Java "
        + System.getProperty("java.version")
        + commit().map(commit -> ", commit " + commit).orElse("")
        + ")";
  }

  /** What the jar was built from, where whoever built it told ({@code -Dbuild.commit}). */
  private static Optional<String> commit() {
    try {
      File jar =
          new File(Version.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!jar.isFile()) {
        return Optional.empty();
      }
      try (JarFile open = new JarFile(jar)) {
        return Optional.ofNullable(open.getManifest().getMainAttributes().getValue(COMMIT))
            .filter(value -> !value.isBlank());
      }
    } catch (IOException | URISyntaxException unreadable) {
      return Optional.empty();
    }
  }
}
