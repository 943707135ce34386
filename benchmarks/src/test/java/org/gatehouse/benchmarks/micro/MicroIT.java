package org.gatehouse.benchmarks.micro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** That every micro benchmark runs, and what an exchange may allocate. No time is asserted. */
class MicroIT {
  private static final List<Class<?>> ALL =
      List.of(
          HeadReaderBenchmark.class,
          ChunkedDecoderBenchmark.class,
          ResponseWriterBenchmark.class,
          GuardChainBenchmark.class,
          ExchangeBenchmark.class);

  @Test
  void everyBenchmarkRuns() throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    ALL.forEach(type -> options.include(type.getName()));
    options
        .forks(0)
        .warmupIterations(0)
        .measurementIterations(1)
        .measurementTime(TimeValue.milliseconds(50))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
    assertEquals(benchmarks(), new Runner(options.build()).run().size());
  }

  private static long benchmarks() {
    return ALL.stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Benchmark.class))
        .count();
  }

  /** The least of the rounds: what is measured before all is compiled allocates more. */
  @ParameterizedTest
  @CsvSource({"hotGet, 1400", "hotGetOfBrowser, 750", "notModified, 1400"})
  void anExchangeAllocatesAtMost(String benchmark, int bound) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(ExchangeBenchmark.class.getName() + "." + benchmark + "$")
        .addProfiler(GCProfiler.class)
        .forks(1)
        .jvmArgsAppend("-XX:-BackgroundCompilation")
        .warmupIterations(4)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(3)
        .measurementTime(TimeValue.seconds(1))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
    double octets =
        new Runner(options.build())
            .runSingle()
            .getSecondaryResults()
            .get("gc.alloc.rate.norm")
            .getStatistics()
            .getMin();
    assertTrue(octets <= bound, () -> octets + " octets for " + benchmark);
  }
}
