package org.gatehouse.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingsTest {
  private final List<String> closed = new ArrayList<>();
  private final Closings closings = new Closings();

  @Test
  void theLastOneFirstAndEachOnce() {
    closings.add(() -> closed.add("first"));
    closings.add(() -> closed.add("second"));
    closings.close();
    closings.close();
    assertEquals(List.of("second", "first"), closed);
  }

  @Test
  void aFailureKeepsNothingOpen() {
    RuntimeException failure = new RuntimeException("no");
    closings.add(() -> closed.add("first"));
    closings.add(
        () -> {
          throw failure;
        });
    assertSame(failure, assertThrows(RuntimeException.class, closings::close));
    assertEquals(List.of("first"), closed);
    closings.close();
  }
}
