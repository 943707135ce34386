package org.gatehouse.bootstrap.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.gatehouse.application.endpoint.Lifecycle;
import org.gatehouse.application.fake.FixedCacheGauges;
import org.gatehouse.application.fake.FixedGauges;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.metrics.Figures;
import org.gatehouse.application.metrics.TrafficCounters;
import org.gatehouse.application.port.out.Exposition.Format;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrometheusExpositionTest {
  private final SettableClock clock = new SettableClock();
  private final TrafficCounters traffic = new TrafficCounters();
  private final PrometheusExposition exposition =
      new PrometheusExposition(
          new Figures(traffic, FixedGauges.distinct(), FixedCacheGauges.distinct()),
          new Lifecycle(clock),
          "1.2.3");

  private List<String> lines(Format format) {
    return new String(exposition.write(format), StandardCharsets.UTF_8).lines().toList();
  }

  private void count(Method method, Status status, Duration duration, long received, long sent) {
    traffic.begin();
    traffic.count("/", method, status, duration.toNanos(), received, sent);
  }

  private static void assertHas(List<String> lines, String... expected) {
    for (String line : expected) {
      assertTrue(lines.contains(line), () -> line + " is not in\n" + String.join("\n", lines));
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsEachFigureUnderItsName(Format format) {
    clock.advance(Duration.ofMillis(61_500));
    traffic.begin();
    assertHas(
        lines(format),
        "http_server_active_requests 1.0",
        "gatehouse_build_info{version=\"1.2.3\"} 1",
        "gatehouse_uptime_seconds 61.5",
        "gatehouse_connections_open 17.0",
        "gatehouse_connections_limit 10000.0",
        "gatehouse_connections_accepted_total 4711.0",
        "gatehouse_connections_refused_total 8.0",
        "gatehouse_workers{state=\"active\"} 3.0",
        "gatehouse_workers{state=\"idle\"} 7.0",
        "gatehouse_worker_queue_depth 5.0",
        "gatehouse_worker_queue_limit 1024.0",
        "gatehouse_requests_shed_total 6.0",
        "gatehouse_cache_lookups_total{result=\"hit\"} 90.0",
        "gatehouse_cache_lookups_total{result=\"miss\"} 11.0",
        "gatehouse_cache_entries 12.0",
        "gatehouse_cache_size_bytes 13000.0");
  }

  @Test
  void addsTheClassesOfAHistogramUp() {
    count(Method.GET, Status.OK, Duration.ofMillis(4), 0, 100);
    count(Method.GET, Status.OK, Duration.ofMillis(30), 0, 5000);
    count(Method.GET, Status.OK, Duration.ofSeconds(11), 0, 1L << 30);
    List<String> lines = lines(Format.PROMETHEUS);
    String labels = "{http_request_method=\"GET\",http_response_status_code=\"200\"";
    String duration = "http_server_request_duration_seconds";
    assertHas(
        lines,
        "# TYPE " + duration + " histogram",
        duration + "_bucket" + labels + ",le=\"0.005\"} 1",
        duration + "_bucket" + labels + ",le=\"0.025\"} 1",
        duration + "_bucket" + labels + ",le=\"0.05\"} 2",
        duration + "_bucket" + labels + ",le=\"10.0\"} 2",
        duration + "_bucket" + labels + ",le=\"+Inf\"} 3",
        duration + "_count" + labels + "} 3",
        duration + "_sum" + labels + "} 11.034",
        "http_server_response_body_size_bytes_bucket" + labels + ",le=\"1024.0\"} 1",
        "http_server_response_body_size_bytes_bucket" + labels + ",le=\"1.6777216E7\"} 2",
        "http_server_response_body_size_bytes_sum" + labels + "} 1.073746924E9",
        "http_server_request_body_size_bytes_bucket" + labels + ",le=\"0.0\"} 3");
  }

  @Test
  void callsMethodsThatTheConventionsDoNotKnowOther() {
    count(Method.PROPFIND, Status.METHOD_NOT_ALLOWED, Duration.ZERO, 0, 1);
    count(Method.UNREGISTERED, Status.METHOD_NOT_ALLOWED, Duration.ZERO, 0, 2);
    count(Method.PATCH, Status.METHOD_NOT_ALLOWED, Duration.ZERO, 0, 3);
    String sent = "http_server_response_body_size_bytes_sum";
    assertHas(
        lines(Format.PROMETHEUS),
        sent + "{http_request_method=\"_OTHER\",http_response_status_code=\"405\"} 3.0",
        sent + "{http_request_method=\"PATCH\",http_response_status_code=\"405\"} 3.0");
  }

  @Test
  void tellsOfTheJvmAndTheProcess() {
    List<String> lines = lines(Format.OPEN_METRICS);
    assertEquals("# EOF", lines.get(lines.size() - 1));
    for (String name :
        List.of(
            "jvm_memory_used_bytes{area=\"heap\"}",
            "jvm_threads_current",
            "jvm_gc_collection_seconds_count",
            "process_cpu_seconds_total")) {
      assertTrue(lines.stream().anyMatch(line -> line.startsWith(name)), name);
    }
    assertFalse(lines.stream().anyMatch(String::isBlank));
  }
}
