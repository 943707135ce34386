package org.gatehouse.bootstrap.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptorsTest {
  @ParameterizedTest
  @CsvSource({
    "1048576, 10000, 10, 10000",
    "20000, 10000, 10, 10000",
    "20000, 19000, 10, 15552",
    "1024, 10000, 10, 792",
    "256, 10000, 10, 120",
    "256, 100, 10, 100",
    "256, 10000, 48, 1",
    "64, 10000, 10, 1",
    "9223372036854775807, 2147483647, 10, 2147483647"
  })
  void someAreKeptForFiles(long limit, int wanted, int workers, int connections) {
    assertEquals(connections, new Descriptors(limit).connections(wanted, workers));
  }

  @Test
  void theProcessHasSome() {
    assertTrue(Descriptors.ofProcess().limit() > 0);
  }
}
