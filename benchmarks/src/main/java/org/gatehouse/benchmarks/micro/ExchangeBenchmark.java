package org.gatehouse.benchmarks.micro;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A whole exchange without sockets: the server's defaults, a file of 1 KiB that is in memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ExchangeBenchmark {
  private static final Pattern TAG = Pattern.compile("ETag: (\\S+)");

  private final ByteBuffer request = ByteBuffer.wrap(Heads.SHORT);
  private final ByteBuffer browser = ByteBuffer.wrap(Heads.BROWSER);
  private ByteBuffer conditional;
  private InMemoryExchange exchange;

  /** Puts the server together, and asks once, so that the file is in memory. */
  @Setup
  public void open() throws IOException {
    exchange = new InMemoryExchange();
    Matcher tag = TAG.matcher(US_ASCII.decode(hotGet()));
    tag.find();
    String head = new String(Heads.SHORT, US_ASCII).replaceFirst("\r\n\r\n$", "\r\n");
    String field = "If-None-Match: " + tag.group(1) + "\r\n\r\n";
    conditional = ByteBuffer.wrap((head + field).getBytes(US_ASCII));
  }

  /** Removes the folder. */
  @TearDown
  public void close() throws IOException {
    exchange.close();
  }

  /** A GET of a visitor who is new, and gets a cookie. */
  @Benchmark
  public ByteBuffer hotGet() {
    return exchange.answer(request.rewind());
  }

  /** A browser's GET. */
  @Benchmark
  public ByteBuffer hotGetOfBrowser() {
    return exchange.answer(browser.rewind());
  }

  /** A GET that is answered with 304. */
  @Benchmark
  public ByteBuffer notModified() {
    return exchange.answer(conditional.rewind());
  }
}
