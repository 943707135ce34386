package org.gatehouse.bootstrap.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LineWriterTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int UNTELLABLE = Integer.MAX_VALUE;

  @TempDir Path folder;
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

  /** Numbers as lines; can be held up, and fail. */
  private static final class Numbers implements LineFormat<Integer> {
    final List<Long> reported = Collections.synchronizedList(new ArrayList<>());
    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch released = new CountDownLatch(1);

    /** Has the thread of a writer come as far as a line, where it waits to be released. */
    void holdUp(LineWriter<Integer> writer) throws InterruptedException {
      writer.take(-1);
      reached.await();
    }

    @Override
    public void append(Integer item, StringBuilder lines) {
      if (item < 0) {
        reached.countDown();
        try {
          released.await();
        } catch (InterruptedException interrupted) {
          throw new IllegalStateException(interrupted);
        }
      }
      lines.append(item);
      if (item == UNTELLABLE) {
        throw new NoClassDefFoundError("Number");
      }
      lines.append('\n');
    }

    @Override
    public void appendLoss(long count, StringBuilder lines) {
      lines.append("lost ").append(count).append('\n');
    }

    @Override
    public void reportLoss(long count) {
      reported.add(count);
    }
  }

  private LineWriter<Integer> open(Path file, LineFormat<Integer> format) throws IOException {
    return LineWriter.open(file, format, complaints::add);
  }

  @Test
  void everyRecordOfEveryThreadIsWrittenInItsOrder() throws Exception {
    Path file = folder.resolve("x.log");
    LineWriter<Integer> writer = open(file, new Numbers());
    List<Thread> threads =
        IntStream.range(0, 8)
            .mapToObj(
                t ->
                    new Thread(
                        () -> IntStream.range(0, 1000).forEach(i -> writer.take(t * 1000 + i))))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertTrue(writer.close(PATIENCE));
    List<Integer> written = Files.readAllLines(file).stream().map(Integer::valueOf).toList();
    assertEquals(8000, written.size());
    Map<Integer, Integer> last = new HashMap<>();
    for (int number : written) {
      int before = last.getOrDefault(number / 1000, -1);
      assertEquals(before + 1, number % 1000);
      last.put(number / 1000, number % 1000);
    }
    assertEquals(List.of(), complaints);
  }

  @Test
  void aFileIsContinuedAndATornLineEnded() throws IOException {
    Path file = Files.writeString(folder.resolve("x.log"), "whole\ntor");
    LineWriter<Integer> writer = open(file, new Numbers());
    writer.take(1);
    writer.close(PATIENCE);
    assertEquals("whole\ntor\n1\n", Files.readString(file));
    LineWriter<Integer> again = open(file, new Numbers());
    again.take(2);
    again.close(PATIENCE);
    assertEquals("whole\ntor\n1\n2\n", Files.readString(file));
  }

  @Test
  void whatFindsNoRoomIsCountedAndTheCountWritten() throws Exception {
    Path file = folder.resolve("x.log");
    Numbers numbers = new Numbers();
    LineWriter<Integer> writer = open(file, numbers);
    numbers.holdUp(writer);
    IntStream.range(0, LineWriter.ROOM + 3).forEach(writer::take);
    numbers.released.countDown();
    writer.close(PATIENCE);
    List<String> lines = Files.readAllLines(file);
    assertEquals(List.of("-1", "lost 3", "0", "1"), lines.subList(0, 4));
    assertEquals(LineWriter.ROOM + 2, lines.size());
  }

  @Test
  void closingDoesNotWaitForEver() throws Exception {
    Path file = folder.resolve("x.log");
    Numbers numbers = new Numbers();
    LineWriter<Integer> writer = open(file, numbers);
    numbers.holdUp(writer);
    assertEquals(false, writer.close(Duration.ofMillis(1)));
    numbers.released.countDown();
    assertTrue(writer.close(PATIENCE));
    writer.take(5);
    assertEquals("-1\n", Files.readString(file));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFullDiskIsComplainedOfOnceAndHarmsNothing() throws Exception {
    BlockingQueue<String> complaints = new LinkedBlockingQueue<>();
    Numbers numbers = new Numbers();
    LineWriter<Integer> writer = LineWriter.open(Path.of("/dev/full"), numbers, complaints::add);
    writer.take(1);
    String complaint = complaints.take();
    assertTrue(complaint.startsWith("/dev/full cannot be written"), complaint);
    // The second batch fails as well, after the first has been told of.
    numbers.holdUp(writer);
    numbers.released.countDown();
    assertTrue(writer.close(PATIENCE));
    assertEquals(0, complaints.size());
  }

  @Test
  void whatADiskTookOnlyAPartOfIsTakenBackAndCounted() throws Exception {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    Numbers numbers = new Numbers();
    SmallDisk disk = new SmallDisk(7);
    Path file = folder.resolve("x.log");
    LineWriter<Integer> writer = LineWriter.on(disk, false, file, numbers, told::add);
    writer.take(11111);
    disk.awaitText("11111\n");
    writer.take(22222);
    told.take();
    assertEquals("11111\n", disk.text());
    // The next attempt fails as well.
    numbers.holdUp(writer);
    numbers.released.countDown();
    disk.awaitFailures(2);
    disk.room = 100;
    writer.take(3);
    assertTrue(writer.close(PATIENCE));
    assertEquals("11111\nlost 2\n3\n", disk.text());
    assertEquals(List.of(2L), numbers.reported, "told once, when it is over");
  }

  /** A file of limited size, whose last write is a part. */
  private static final class SmallDisk implements SeekableByteChannel {
    private final StringBuffer text = new StringBuffer();
    private volatile int room;
    private volatile int failures;

    SmallDisk(int room) {
      this.room = room;
    }

    String text() {
      return text.toString();
    }

    void awaitText(String wanted) {
      while (!text().equals(wanted)) {
        Thread.onSpinWait();
      }
    }

    void awaitFailures(int count) {
      while (failures < count) {
        Thread.onSpinWait();
      }
    }

    @Override
    public int write(ByteBuffer octets) throws IOException {
      int taken = Math.min(octets.remaining(), room - text.length());
      if (taken == 0) {
        throw new IOException("No space left on device");
      }
      for (int i = 0; i < taken; i++) {
        text.append((char) octets.get());
      }
      return taken;
    }

    @Override
    public long size() {
      return text.length();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      text.setLength((int) size);
      failures++;
      return this;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}

    @Override
    public int read(ByteBuffer octets) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
      throw new UnsupportedOperationException();
    }

    @Override
    public SeekableByteChannel position(long wanted) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void whatCannotBeToldIsCountedAndEndsNothing() throws Exception {
    Path file = folder.resolve("x.log");
    Numbers numbers = new Numbers();
    LineWriter<Integer> writer = open(file, numbers);
    numbers.holdUp(writer);
    writer.take(1);
    writer.take(UNTELLABLE);
    writer.take(3);
    numbers.released.countDown();
    while (Files.readAllLines(file).size() < 3) {
      Thread.onSpinWait();
    }
    writer.take(4);
    assertTrue(writer.close(PATIENCE));
    assertEquals(List.of("-1", "1", "3", "lost 1", "4"), Files.readAllLines(file));
    assertEquals(List.of(file + " cannot be written, records are lost: Number"), complaints);
  }

  @Test
  void thatNothingCanBeToldIsSaidOnce() throws Exception {
    Path file = folder.resolve("x.log");
    LineWriter<Integer> writer =
        open(
            file,
            new LineFormat<>() {
              @Override
              public void append(Integer item, StringBuilder lines) {
                throw new IllegalStateException("no time");
              }
            });
    writer.take(1);
    writer.take(2);
    assertTrue(writer.close(PATIENCE));
    assertEquals(List.of(), Files.readAllLines(file));
    assertEquals(List.of(file + " cannot be written, records are lost: no time"), complaints);
  }

  @Test
  void aLossThatNoLineTellsOfIsReportedEvenAtTheEnd() throws Exception {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    List<Long> reported = Collections.synchronizedList(new ArrayList<>());
    LineFormat<Integer> format =
        new LineFormat<>() {
          @Override
          public void append(Integer item, StringBuilder lines) {
            lines.append(item).append('\n');
          }

          @Override
          public void reportLoss(long count) {
            reported.add(count);
          }
        };
    SmallDisk disk = new SmallDisk(0);
    LineWriter<Integer> writer =
        LineWriter.on(disk, false, folder.resolve("x.log"), format, told::add);
    writer.take(1);
    told.take();
    disk.room = 100;
    assertTrue(writer.close(PATIENCE));
    assertEquals(List.of(1L), reported);
    assertEquals("", disk.text());
  }
}
