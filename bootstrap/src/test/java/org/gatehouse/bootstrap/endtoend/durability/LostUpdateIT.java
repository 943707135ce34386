package org.gatehouse.bootstrap.endtoend.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.RawClient;
import org.gatehouse.bootstrap.endtoend.RawResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of many who write to one file under a condition, each sees what the others did. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LostUpdateIT {
  private static final int CLIENTS = 32;

  /** How many increments each client makes. */
  private static final int TIMES = Integer.getInteger("update.times", 1);

  @TempDir Path folder;

  private JarServer start(String sync) throws IOException {
    return JarServer.in(folder)
        .options("--sync", sync, "--max-requests-per-connection", "1000000")
        .start();
  }

  /** An increment that was answered: the number it made and the tag that number got. */
  private record Increment(int number, String tag) {}

  @ParameterizedTest
  // Where the counter is there from the beginning, its tag is yet to be seen by the server.
  @CsvSource({"always, true", "always, false", "never, true"})
  void noIncrementIsLost(String sync, boolean exists) throws Exception {
    if (exists) {
      JarServer.in(folder).file("counter.txt", "0");
    }
    List<Increment> increments = new ArrayList<>();
    try (JarServer server = start(sync)) {
      Crowd.of(CLIENTS, server, (client, number) -> increment(client)).forEach(increments::addAll);
    }
    int total = CLIENTS * TIMES;
    assertEquals(
        IntStream.rangeClosed(1, total).boxed().toList(),
        increments.stream().map(Increment::number).sorted().toList());
    assertEquals(total, increments.stream().map(Increment::tag).distinct().count());
    assertEquals(
        Integer.toString(total), Files.readString(folder.resolve("www/counter.txt")), "on disk");
  }

  private static List<Increment> increment(RawClient client) throws IOException {
    List<Increment> made = new ArrayList<>();
    while (made.size() < TIMES) {
      RawResponse now = client.get("/counter.txt");
      boolean exists = now.status() == 200;
      int next = exists ? Integer.parseInt(now.text()) + 1 : 1;
      RawResponse answer =
          client.exchange(
              "PUT /counter.txt",
              Integer.toString(next),
              exists ? "If-Match: " + now.field("ETag") : "If-None-Match: *");
      if (answer.status() != 412) {
        assertEquals(exists ? 200 : 201, answer.status(), answer.toString());
        made.add(new Increment(next, answer.field("ETag")));
      }
    }
    return made;
  }

  @Test
  void ofManyWhoCreateOneSucceeds() throws Exception {
    try (JarServer server = start("always")) {
      for (String name : List.of("/new.txt", "/a/new.txt", "/files/new")) {
        String method = name.startsWith("/files/") ? "POST " : "PUT ";
        List<RawResponse> answers =
            Crowd.of(
                CLIENTS,
                server,
                (client, number) ->
                    client.exchange(method + name, "content " + number, "If-None-Match: *"));
        Set<Integer> winners = new HashSet<>();
        for (int i = 0; i < CLIENTS; i++) {
          int status = answers.get(i).status();
          assertTrue(status == 412 || status == 201, answers.get(i).toString());
          if (status == 201) {
            winners.add(i);
          }
        }
        assertEquals(1, winners.size(), "how many made " + name);
        try (RawClient reader = server.connect()) {
          assertEquals("content " + winners.iterator().next(), reader.get(name).text());
        }
      }
    }
  }
}
