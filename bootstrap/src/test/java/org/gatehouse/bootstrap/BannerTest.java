package org.gatehouse.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatehouse.bootstrap.config.ConfigurationReader;
import org.gatehouse.bootstrap.option.Arguments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BannerTest {
  private static List<String> banner(String... arguments) {
    return Banner.lines(
        ConfigurationReader.read(new Arguments("", Map.of()).read(arguments).settings()), 4711);
  }

  private static String last(List<String> lines, int back) {
    return lines.get(lines.size() - back);
  }

  @Test
  void saysWhereWhatAndHow() {
    assertEquals(
        List.of(
            "Address : http://127.0.0.1:4711",
            "Serving : " + Path.of("www").toAbsolutePath(),
            "Writes  : open, DELETE refused until credentials are set (--auth)",
            "Metrics : http://127.0.0.1:4711/metrics"),
        banner("--port", "0"));
  }

  @ParameterizedTest
  @CsvSource({
    "::1, http://[::1]:4711",
    "::, http://[::]:4711",
    "0.0.0.0, http://0.0.0.0:4711",
    "localhost, http://127.0.0.1:4711"
  })
  void theAddressIsThatOfTheSocket(String bind, String address) {
    assertEquals("Address : " + address, banner("--bind", bind).get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--writes=open --auth=a:b      | open, DELETE with credentials",
        "--writes=authenticated        | refused until credentials are set (--auth)",
        "--writes=authenticated --auth=a:b | authenticated",
        "--writes=off                  | off",
        "--bind=0.0.0.0                | refused until credentials are set (--auth)"
      })
  void writes(String arguments, String said) {
    assertEquals("Writes  : " + said, last(banner(arguments.split(" +")), 2));
  }

  @Test
  void metricsThatAreOff() {
    assertEquals("Metrics : off", last(banner("--endpoints", "health"), 1));
  }

  @Test
  void aWildcardNamesWhereOthersReachIt() throws Exception {
    List<String> lines = banner("--bind", "0.0.0.0");
    List<String> reach = lines.stream().filter(line -> line.startsWith("Reach   : ")).toList();
    long outside =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(each -> !each.isLoopbackAddress() && !each.isLinkLocalAddress())
            .distinct()
            .count();
    assertEquals(outside, reach.size());
    assertEquals(4 + reach.size(), lines.size());
    for (String line : reach) {
      assertTrue(line.matches("Reach   : http://([0-9.]+|\\[[0-9a-f:]+]):4711"), line);
    }
  }

  @Test
  void anAddressThatNobodyMayNameIsNotNamed() {
    assertTrue(
        banner("--bind", "0.0.0.0", "--allowed-host", "files.example").stream()
            .noneMatch(line -> line.startsWith("Reach")));
  }
}
