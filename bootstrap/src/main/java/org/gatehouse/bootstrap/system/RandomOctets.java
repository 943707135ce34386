package org.gatehouse.bootstrap.system;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * Octets that nobody can guess: the kernel's own where it hands them out as a file, else those of
 * the JDK. That takes the same ones and stirs them once more, which costs a start 20 ms of loading
 * and each visitor's id as much as half of parsing a request. Safe for use by several threads.
 */
final class RandomOctets {
  private static final RandomOctets OF_THIS_MACHINE = new RandomOctets(Path.of("/dev/urandom"));

  /** Null where there is no such file. */
  private final InputStream kernel;

  RandomOctets(Path file) {
    kernel = open(file);
  }

  private static InputStream open(Path file) {
    try {
      return new FileInputStream(file.toFile());
    } catch (IOException none) {
      return null;
    }
  }

  static RandomOctets ofThisMachine() {
    return OF_THIS_MACHINE;
  }

  /** Fills an array. */
  void fill(byte[] octets) {
    if (!fillFromKernel(octets)) {
      Jdk.RANDOM.nextBytes(octets);
    }
  }

  private boolean fillFromKernel(byte[] octets) {
    try {
      return kernel != null && kernel.readNBytes(octets, 0, octets.length) == octets.length;
    } catch (IOException failed) {
      return false;
    }
  }

  /** Loaded only where it is needed. */
  private static final class Jdk {
    private static final SecureRandom RANDOM = new SecureRandom();
  }
}
