package org.gatehouse.adapter.persistence;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.target.ResourcePath;

/** A second process that uses a store and prints what it did, to be killed. */
final class OtherServer implements Closeable {
  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  private final Process process;
  private final BufferedReader lines;

  /** What it does. */
  enum Task {
    /**
     * Records ids, prints each one after it was flushed, while other threads record without end.
     */
    COOKIES_AND_NOISE {
      @Override
      void run(Path file) {
        TextCookieLedger ledger = TextCookieLedger.open(file);
        for (int t = 0; t < 2; t++) {
          Thread noise = new Thread(() -> makeNoise(ledger));
          noise.setDaemon(true);
          noise.start();
        }
        record(ledger);
      }
    },
    /**
     * Records ids into a ledger that is rolled all the time, prints each one after it was flushed.
     */
    ROLLED_COOKIES {
      @Override
      void run(Path file) {
        record(TextCookieLedger.open(file, 100));
      }
    },
    /** Records tags into a file that is compacted all the time, prints each path's number. */
    COMPACTED_TAGS {
      @Override
      void run(Path file) {
        Warnings silent = new Warnings(text -> {}, text -> {}, System::nanoTime);
        CsvETagStore store = CsvETagStore.open(file, 100_000, 1, silent);
        for (long i = store.size(); ; i++) {
          Instant time = Instant.EPOCH.plusNanos(i);
          store.record(ResourcePath.of("n" + i), EntityTag.of(time, i), time);
          store.flush();
          OUT.println(i);
        }
      }
    },
    /** Opens a ledger and prints how that went. */
    OPEN_ONLY {
      @Override
      void run(Path file) {
        try {
          TextCookieLedger.open(file).close();
          OUT.println("opened");
        } catch (StorageFailure failure) {
          OUT.println(failure.getMessage());
        }
      }
    };

    abstract void run(Path file);

    private static void record(TextCookieLedger ledger) {
      for (int i = 0; ; i++) {
        String id = "a-" + ProcessHandle.current().pid() + "-" + i;
        ledger.record(id);
        ledger.flush();
        OUT.println(id);
      }
    }

    private static void makeNoise(TextCookieLedger ledger) {
      for (int i = 0; ; i++) {
        ledger.record("noise-" + i);
        if (i % 10_000 == 0) {
          // On a slow disk more would wait than a ledger holds for it.
          ledger.flush();
        }
      }
    }
  }

  private OtherServer(Process process) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts a process. */
  static OtherServer start(Task task, Path file) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new OtherServer(
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                OtherServer.class.getName(),
                task.name(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Runs in the other process. */
  public static void main(String[] args) {
    Task.valueOf(args[0]).run(Path.of(args[1]));
  }

  /** The next line it prints; null if it has ended. */
  String line() throws IOException {
    return lines.readLine();
  }

  /** Lets it print some lines, kills it, and gives all it printed. */
  List<String> killAfter(int count) throws IOException, InterruptedException {
    List<String> printed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      printed.add(line());
    }
    // The process's own method would throw away what it has printed.
    process.toHandle().destroyForcibly();
    for (String line = line(); line != null; line = line()) {
      printed.add(line);
    }
    process.waitFor();
    return printed;
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    lines.close();
  }
}
