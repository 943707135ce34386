package org.gatehouse.benchmarks.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {

  @Test
  void findsTheTimesBehindANameWithBlanks() {
    String stat = "42 (a ) b) S 1 42 42 0 -1 4194560 5 6 7 8 120 34 9 10 20 0 1 0 11";
    assertEquals(154, ProcessTree.cpuTicks(stat));
  }

  @Test
  void whatHasEndedCountsNoMore() {
    assertEquals(0, ProcessTree.cpuTicks(""));
    assertEquals(0, ProcessTree.kib("", "VmHWM:"));
  }

  @Test
  void findsALineByItsName() {
    assertEquals(5_120, ProcessTree.kib("VmPeak:\t 9999 kB\nVmHWM:\t    5120 kB\n", "VmHWM:"));
  }

  @Test
  void knowsThisProcess() throws IOException {
    ProcessTree self = new ProcessTree(ProcessHandle.current());
    assertTrue(self.cpuMicros() > 0);
    long now = self.memoryKib();
    assertTrue(now > 0);
    assertTrue(self.peakKib() >= now);
  }
}
