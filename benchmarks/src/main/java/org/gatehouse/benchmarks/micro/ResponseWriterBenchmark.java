package org.gatehouse.benchmarks.micro;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.gatehouse.adapter.socket.http1.Persistence;
import org.gatehouse.adapter.socket.http1.ResponseWriter;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.message.ResponseHead;
import org.gatehouse.domain.message.Status;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Writing a response head. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ResponseWriterBenchmark {
  private static final int ROOM = 64 * 1024;

  private final ResponseWriter writer = new ResponseWriter();
  private final ByteBuffer output = ByteBuffer.allocateDirect(ROOM);
  private final Persistence persistence = new Persistence(true, 30, 999);
  private final ResponseHead head =
      new ResponseHead(
          Status.OK,
          FieldLines.of(
              "Content-Type", "image/png",
              "ETag", "\"1767225600000000000-1024\"",
              "Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT",
              "Accept-Ranges", "bytes",
              "Date", "Thu, 01 Jan 2026 00:00:00 GMT",
              "X-Content-Type-Options", "nosniff"));

  /** The head of a file's response, into a direct buffer. */
  @Benchmark
  public boolean writeHead() {
    return writer.writeHead(head, 1024, persistence, output.clear());
  }
}
