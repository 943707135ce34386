package org.gatehouse.benchmarks.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class WrkReportTest {
  private static final String TEXT =
      """
      Running 3s test @ http://127.0.0.1:8080/1k.png
        1 threads and 64 connections
        Thread Stats   Avg      Stdev     Max   +/- Stdev
          Latency     1.43ms    3.04ms  60.45ms   96.51%
          Req/Sec    61.21k     7.94k   70.65k    80.00%
        Latency Distribution
           50%  850.00us
           75%    1.22ms
           90%    2.10ms
           99%    1.20s
        183002 requests in 3.01s, 222.52MB read
      """;

  @Test
  void readsWhatWrkSays() {
    WrkReport report = WrkReport.read(TEXT + "Requests/sec:  60833.91\nTransfer/sec:  73.97MB\n");
    assertEquals(new WrkReport(183_002, 60_833.91, 0.85, 1_200, 0), report);
  }

  @Test
  void addsUpWhatWentWrong() {
    String wrong =
        """
          Socket errors: connect 1, read 20, write 300, timeout 4000
          Non-2xx or 3xx responses: 50000
        Requests/sec:      1.00
        """;
    assertEquals(54_321, WrkReport.read(TEXT + wrong).errors());
  }

  @Test
  void refusesWhatIsNoReport() {
    assertThrows(
        IllegalArgumentException.class, () -> WrkReport.read("unable to connect to 127.0.0.1"));
  }
}
