package org.gatehouse.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.bootstrap.option.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The files for operators speak of metrics, alerts and settings that there are. Those names are
 * written in many places, and nothing else would notice that one of them has changed.
 */
class OperationsTest {
  private static final Path REPOSITORY = Path.of("..");
  private static final Path OPERATIONS = REPOSITORY.resolve("docs").resolve("operations");

  private static final Pattern METRIC =
      Pattern.compile("\\b(?:http_server|gatehouse|jvm|process)_[a-z0-9_]+");

  private static final Pattern ALERT_ROW = Pattern.compile("(?m)^\\| `(Gatehouse[A-Za-z]+)` \\|");
  private static final Pattern ALERT = Pattern.compile("(?m)^ *- alert: (\\S+)$");
  private static final Pattern VARIABLE = Pattern.compile("\\bGATEHOUSE_[A-Z_]+");

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }

  private static Set<String> found(Pattern pattern, int group, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"grafana-dashboard.json", "alerts.yaml", "alerts-test.yaml"})
  void everyMetricThatIsAskedForIsInTheTable(String file) throws IOException {
    Set<String> used =
        found(METRIC, 0, read(OPERATIONS.resolve(file))).stream()
            .map(MetricTable::family)
            .collect(Collectors.toCollection(TreeSet::new));
    assertFalse(used.isEmpty());
    used.removeAll(MetricTable.names());
    assertEquals(Set.of(), used);
  }

  @Test
  void everyMetricOfTheTableIsShownOnTheDashboard() throws IOException {
    Set<String> hidden = MetricTable.names();
    found(METRIC, 0, read(OPERATIONS.resolve("grafana-dashboard.json"))).stream()
        .map(MetricTable::family)
        .forEach(hidden::remove);
    assertEquals(Set.of(), hidden);
  }

  @Test
  void everyAlertHasItsAdviceAndItsTest() throws IOException {
    Set<String> alerts = found(ALERT, 1, read(OPERATIONS.resolve("alerts.yaml")));
    assertFalse(alerts.isEmpty());
    assertEquals(alerts, found(ALERT_ROW, 1, read(OPERATIONS.resolve("README.md"))));
    String tests = read(OPERATIONS.resolve("alerts-test.yaml"));
    alerts.forEach(alert -> assertTrue(tests.contains("alertname: " + alert), alert));
  }

  @Test
  void everyVariableThatIsSetIsOne() throws IOException {
    Set<String> known =
        Arrays.stream(Setting.values()).map(Setting::variable).collect(Collectors.toSet());
    List<Path> files =
        Stream.of("compose.yaml", "kubernetes.yaml", "kubernetes-writable.yaml", "README.md")
            .map(OPERATIONS::resolve)
            .collect(Collectors.toList());
    files.add(REPOSITORY.resolve("Dockerfile"));
    for (Path file : files) {
      Set<String> set = found(VARIABLE, 0, read(file));
      assertFalse(set.isEmpty(), file.toString());
      set.removeAll(known);
      assertEquals(Set.of(), set, file.toString());
    }
  }
}
