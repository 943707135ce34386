package org.gatehouse.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a server lives while it is measured.
 *
 * @param folder its own, for configuration, logs and stores
 * @param root what it serves
 * @param port where it has to listen, on loopback
 * @param javaHome the JDK of those that need one
 */
record Place(Path folder, Path root, int port, Path javaHome) {

  /** The program that runs Java. */
  String java() {
    return javaHome.resolve("bin/java").toString();
  }

  /** Writes a file into the folder. */
  Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }
}
