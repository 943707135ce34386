package org.gatehouse.benchmarks.micro;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.gatehouse.adapter.socket.http1.HeadReader;
import org.gatehouse.domain.message.RequestHead;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reading a request head. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HeadReaderBenchmark {
  private final HeadReader reader = new HeadReader(Heads.LIMITS);
  private final ByteBuffer head = ByteBuffer.wrap(Heads.SHORT);
  private final ByteBuffer browser = ByteBuffer.wrap(Heads.BROWSER);

  /** A short head that arrives whole. */
  @Benchmark
  public RequestHead oneBuffer() {
    return read(head.clear());
  }

  /** The same in two pieces: the second time, all of it is given again. */
  @Benchmark
  public RequestHead split() {
    reader.reset();
    reader.read(head.clear().limit(Heads.SHORT.length / 2));
    reader.read(head.limit(Heads.SHORT.length));
    return reader.head();
  }

  /** A browser's head that arrives whole. */
  @Benchmark
  public RequestHead browser() {
    return read(browser.clear());
  }

  private RequestHead read(ByteBuffer input) {
    reader.reset();
    reader.read(input);
    return reader.head();
  }
}
