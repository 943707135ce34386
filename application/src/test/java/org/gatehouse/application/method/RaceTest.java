package org.gatehouse.application.method;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.gatehouse.application.method.ResourcesFixture.Answer;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.field.FieldName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many clients at once; the clock stands still, so that no tag differs by luck. */
@Timeout(60)
class RaceTest {
  private final ResourcesFixture http = new ResourcesFixture();

  @AfterEach
  void nothingIsLeftOpen() {
    assertEquals(0, http.repository.openUploads());
    assertEquals(0, http.repository.openRepresentations());
  }

  private static <T> List<T> together(int clients, IntFunction<Callable<T>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    CyclicBarrier start = new CyclicBarrier(clients);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        Callable<T> each = work.apply(client);
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  return each.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
      assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void writersWithIfMatchLoseNoUpdate() throws Exception {
    http.repository.put("/counter.txt", "0");
    int each = 5;

    together(
        32,
        client ->
            () -> {
              for (int done = 0; done < each; ) {
                Answer seen = http.get("/counter.txt");
                String next = String.valueOf(Integer.parseInt(seen.text()) + 1);
                Answer written =
                    http.put("/counter.txt", next, FieldName.IF_MATCH, seen.field("ETag"));
                done += written.code() == 200 ? 1 : 0;
              }
              return null;
            });

    assertEquals("160", http.get("/counter.txt").text());
  }

  @Test
  void ofManyWhoCreateOnlyOneDoes() throws Exception {
    List<Integer> codes =
        together(
            32, client -> () -> http.put("/a.txt", "by " + client, "If-None-Match", "*").code());

    assertEquals(1, Collections.frequency(codes, 201));
    assertEquals(31, Collections.frequency(codes, 412));
  }

  @Test
  void collidingPostsLoseNothing() throws Exception {
    http.repository.put("/a.txt", "original");

    List<Answer> answers = together(64, client -> () -> http.post("/a.txt", "by " + client));

    Set<String> locations = new HashSet<>();
    for (int client = 0; client < 64; client++) {
      String location = answers.get(client).field(FieldName.LOCATION);
      assertEquals("by " + client, http.get(location).text());
      locations.add(location);
    }
    assertEquals(64, locations.size());
    assertEquals("original", http.get("/a.txt").text());
    assertEquals(65, http.repository.paths().size());
    assertTrue(http.repository.paths().contains("/a(64).txt"));
  }

  @Test
  void noTwoContentsEverShareATag() throws Exception {
    Set<String> tags = Collections.synchronizedSet(new HashSet<>());

    together(
        8,
        client ->
            () -> {
              for (int i = 0; i < 50; i++) {
                Answer written = http.put("/a.txt", "x");
                assertTrue(tags.add(written.field("ETag")), "a tag was given twice");
                if (i % 3 == 0) {
                  http.delete("/a.txt");
                }
              }
              return null;
            });

    assertEquals(400, tags.size());
  }

  @Test
  void aRewriteByAnotherProgramIsNotForgottenWithTheResource() {
    http.put("/a.txt", "x");
    // Not through the server, which never saw this state.
    Instant later = http.clock.now().plusSeconds(100);
    http.repository.put("/a.txt", "y".getBytes(UTF_8), later);
    http.delete("/a.txt");

    Answer again = http.put("/a.txt", "z");

    assertEquals(EntityTag.of(later.plusNanos(1), 1).toString(), again.field("ETag"));
  }
}
