package org.gatehouse.bootstrap.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomOctetsTest {
  private static final int LENGTH = 16_384;

  @TempDir Path folder;

  /** By chance, an octet is missing among so many about once in 10^25 times. */
  private static void assertRandom(RandomOctets source) {
    byte[] first = new byte[LENGTH];
    byte[] second = new byte[LENGTH];
    source.fill(first);
    source.fill(second);
    assertFalse(Arrays.equals(first, second));
    boolean[] seen = new boolean[256];
    for (byte octet : first) {
      seen[octet & 0xff] = true;
    }
    for (int i = 0; i < seen.length; i++) {
      assertTrue(seen[i], "no octet is " + i);
    }
  }

  @Test
  void thoseOfThisMachineAreRandomToTheLast() {
    assertRandom(RandomOctets.ofThisMachine());
  }

  @Test
  void areThoseOfTheFile() throws IOException {
    Path file = folder.resolve("octets");
    Files.writeString(file, "firstsecond");
    RandomOctets source = new RandomOctets(file);
    byte[] octets = new byte[5];
    source.fill(octets);
    assertArrayEquals("first".getBytes(StandardCharsets.US_ASCII), octets);
  }

  @Test
  void areTheJdksWhereThereIsNoFile() {
    assertRandom(new RandomOctets(folder.resolve("missing")));
    assertRandom(new RandomOctets(folder));
  }

  @Test
  void areTheJdksWhereTheFileEnds() throws IOException {
    Path file = folder.resolve("octets");
    Files.writeString(file, "short");
    assertRandom(new RandomOctets(file));
  }
}
