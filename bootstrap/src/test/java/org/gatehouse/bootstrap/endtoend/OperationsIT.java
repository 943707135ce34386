package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gatehouse.bootstrap.MetricTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the page for operators promises of {@code /metrics} is there. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class OperationsIT {
  @TempDir Path folder;

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no file descriptors to count")
  void everyMetricOfTheTableIsExposed() throws Exception {
    Set<String> missing = MetricTable.names();
    assertFalse(missing.isEmpty());
    try (JarServer server = JarServer.in(folder).file("a.txt", "a").start();
        RawClient client = server.connect()) {
      assertEquals(200, client.get("/a.txt").status());
      // The first one was counted before the second is answered: they share a connection.
      String exposed = client.get("/metrics?format=prometheus").text();
      exposed
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("[{ ]", 2)[0])
          .map(MetricTable::family)
          .forEach(missing::remove);
      assertEquals(Set.of(), missing, exposed);
    }
  }
}
