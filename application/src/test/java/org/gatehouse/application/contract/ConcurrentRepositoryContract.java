package org.gatehouse.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.application.port.out.WriteRule;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.Test;

/** What every {@link ResourceRepository} keeps while many threads use it. */
public abstract class ConcurrentRepositoryContract extends ResourceRepositoryContract {
  private static final ResourcePath PAGE = ResourcePath.of("docs", "page.txt");

  @Test
  void ofThoseWhoSawTheSameStateOneMayWrite() throws Exception {
    ResourceRepository repository = repository();
    int writers = 32;
    EntityTag seen = put(repository, PAGE, "first").state().orElseThrow().tag();
    CyclicBarrier start = new CyclicBarrier(writers);
    List<WriteOutcome.Kind> kinds =
        together(
            writers,
            i -> {
              try (Upload upload = repository.stage(PAGE)) {
                upload.write(octets("writer " + i));
                start.await();
                return upload.replace(PAGE, ifMatch(seen)).kind();
              }
            });
    assertEquals(1, kinds.stream().filter(k -> k == WriteOutcome.Kind.REPLACED).count());
    assertEquals(31, kinds.stream().filter(k -> k == WriteOutcome.Kind.REFUSED).count());
  }

  @Test
  void noUpdateIsLost() throws Exception {
    ResourceRepository repository = repository();
    put(repository, PAGE, "0");
    together(
        6,
        i -> {
          for (int done = 0; done < 8; ) {
            if (increment(repository).kind() == WriteOutcome.Kind.REPLACED) {
              done++;
            }
          }
          return i;
        });
    assertEquals("48", read(repository, PAGE).text());
  }

  private static WriteOutcome increment(ResourceRepository repository) {
    Read read = read(repository, PAGE);
    try (Upload upload = repository.stage(PAGE)) {
      upload.write(octets(String.valueOf(Integer.parseInt(read.text()) + 1)));
      return upload.replace(PAGE, ifMatch(read.tag()));
    }
  }

  @Test
  void ofThoseWhoWantANameOneGetsIt() throws Exception {
    ResourceRepository repository = repository();
    for (int round = 0; round < 10; round++) {
      ResourcePath path = ResourcePath.of("round" + round, "new", "name.txt");
      CyclicBarrier start = new CyclicBarrier(8);
      List<WriteOutcome.Kind> kinds =
          together(
              8,
              i -> {
                try (Upload upload = repository.stage(path)) {
                  upload.write(octets("by " + i));
                  start.await();
                  return upload.create(path, always()).kind();
                }
              });
      int winner = kinds.indexOf(WriteOutcome.Kind.CREATED);
      assertEquals(1, kinds.stream().filter(k -> k == WriteOutcome.Kind.CREATED).count());
      assertEquals(7, kinds.stream().filter(k -> k == WriteOutcome.Kind.TAKEN).count());
      assertEquals("by " + winner, read(repository, path).text());
    }
  }

  @Test
  void aReaderSeesOneVersionWholeAndNoneOlderThanWasAnswered() throws Exception {
    ResourceRepository repository = repository();
    put(repository, PAGE, version(0));
    AtomicInteger answered = new AtomicInteger();
    AtomicBoolean over = new AtomicBoolean();
    together(
        3,
        i -> {
          if (i > 0) {
            readUntil(over, repository, answered);
            return i;
          }
          try {
            for (int version = 1; version <= 50; version++) {
              put(repository, PAGE, version(version));
              answered.set(version);
            }
          } finally {
            over.set(true);
          }
          return i;
        });
    assertEquals(version(50), read(repository, PAGE).text());
  }

  private static void readUntil(
      AtomicBoolean over, ResourceRepository repository, AtomicInteger answered) {
    int last = 0;
    while (!over.get()) {
      int least = Math.max(last, answered.get());
      Read read = read(repository, PAGE);
      int version = Integer.parseInt(read.text().substring(0, 6));
      assertEquals(version(version), read.text());
      assertTrue(version >= least, version + " was read after " + least);
      assertTrue(read.tag().opaque().endsWith("-" + version(version).length()), "tag and octets");
      last = version;
    }
  }

  /** Every version has another length, so that octets of two cannot be taken for one. */
  private static String version(int number) {
    return "%06d".formatted(number) + ("" + (char) ('a' + number % 26)).repeat(number * 37 + 1);
  }

  @Test
  void whatWasAnsweredIsTrueForWhoeverLooksNext() throws Exception {
    ResourceRepository repository = repository();
    ResourcePath path = ResourcePath.of("now", "and", "then.txt");
    AtomicBoolean over = new AtomicBoolean();
    together(
        3,
        i -> {
          try {
            // The others look all the time, so that an old look may come to its end at any moment.
            while (i > 0 && !over.get()) {
              look(repository, path);
            }
            for (int step = 0; i == 0 && step < 40; step++) {
              put(repository, path, "there");
              assertEquals("FOUND", presence(repository, path));
              assertEquals("FOLDER", presence(repository, ResourcePath.of("now", "and")));
              repository.remove(path, always());
              assertEquals("MISSING", presence(repository, path));
            }
          } finally {
            over.set(true);
          }
          return i;
        });
  }

  private static String presence(ResourceRepository repository, ResourcePath path) {
    return look(repository, path).match(found -> "FOUND", Lookup.Absence::name);
  }

  // What the tests are written in.

  private record Read(EntityTag tag, String text) {}

  private interface Task<T> {
    T run(int number) throws Exception;
  }

  private static <T> List<T> together(int threads, Task<T> task) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<T>> tasks = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        tasks.add(() -> task.run(number));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(tasks, 5, TimeUnit.MINUTES)) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static WriteRule always() {
    return current -> Optional.of(current.map(r -> r.state().modified()).orElse(Instant.EPOCH));
  }

  private static WriteRule ifMatch(EntityTag tag) {
    return current ->
        current
            .map(Resource::state)
            .filter(state -> state.tag().equals(tag))
            .map(state -> state.modified());
  }

  private static ByteBuffer octets(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static WriteOutcome put(ResourceRepository repository, ResourcePath path, String text) {
    try (Upload upload = repository.stage(path)) {
      upload.write(octets(text));
      return upload.replace(path, always());
    }
  }

  private static Read read(ResourceRepository repository, ResourcePath path) {
    try (Representation opened =
        found(repository, path).open(ContentCoding.IDENTITY).orElseThrow()) {
      return new Read(opened.variant().tag(), string(opened));
    }
  }
}
