package org.gatehouse.benchmarks.micro;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.gatehouse.adapter.socket.http1.ContentDecoder;
import org.gatehouse.domain.message.ContentFraming;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Taking the chunked coding off 64 KiB of content. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ChunkedDecoderBenchmark {
  private static final int CONTENT = 64 * 1024;
  private static final int CHUNK = 4 * 1024;

  private final ByteBuffer input = chunked();
  private final ByteBuffer output = ByteBuffer.allocate(CONTENT);

  private static ByteBuffer chunked() {
    ByteBuffer chunks = ByteBuffer.allocate(CONTENT + CONTENT / CHUNK * 16 + 16);
    byte[] size = (Integer.toHexString(CHUNK) + "\r\n").getBytes(US_ASCII);
    for (int i = 0; i < CONTENT / CHUNK; i++) {
      chunks.put(size).put(new byte[CHUNK]).put("\r\n".getBytes(US_ASCII));
    }
    return chunks.put("0\r\n\r\n".getBytes(US_ASCII)).flip();
  }

  /** All of it, in chunks of 4 KiB that lie in one buffer. */
  @Benchmark
  public ContentDecoder.Step decode() {
    ContentDecoder decoder = ContentDecoder.of(ContentFraming.CHUNKED, Heads.LIMITS);
    return decoder.decode(input.rewind(), output.clear());
  }
}
