package org.gatehouse.adapter.filesystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.adapter.filesystem.Stat.Kind;
import org.junit.jupiter.api.Test;

class StatTest {
  private static final Optional<Set<PosixFilePermission>> MODE =
      Optional.of(Set.of(PosixFilePermission.OWNER_READ));

  private static Stat stat(Object key, Instant modified, long size) {
    return new Stat(Kind.FILE, key, modified, size, MODE);
  }

  @Test
  void everyPartCounts() {
    Stat stat = stat("1", Instant.EPOCH, 2);
    Stat same = stat("1", Instant.ofEpochSecond(0), 2);
    assertEquals(stat, same);
    assertEquals(stat.hashCode(), same.hashCode());
    assertNotEquals(stat, new Stat(Kind.FOLDER, "1", Instant.EPOCH, 2, MODE));
    assertNotEquals(stat, stat("2", Instant.EPOCH, 2));
    assertNotEquals(stat, stat(null, Instant.EPOCH, 2));
    assertEquals(stat(null, Instant.EPOCH, 2), stat(null, Instant.EPOCH, 2));
    assertNotEquals(stat, stat("1", Instant.EPOCH.plusNanos(1), 2));
    assertNotEquals(stat, stat("1", Instant.EPOCH, 3));
    assertNotEquals(stat, new Stat(Kind.FILE, "1", Instant.EPOCH, 2, Optional.empty()));
    assertNotEquals(stat, "stat");
  }
}
