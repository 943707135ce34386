package org.gatehouse.bootstrap.endtoend.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.RawClient;
import org.gatehouse.bootstrap.endtoend.RawResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many clients want the same name at once: each gets one, and nobody's file is touched. */
@Timeout(180)
class CollisionIT {
  private static final int CLIENTS = 64;
  private static final String FORM = "Content-Type: multipart/form-data; boundary=B";
  private static final Pattern LOCATION = Pattern.compile("\"location\":\"([^\"]*)\"");

  @TempDir Path folder;
  private JarServer.Launch launch;

  @BeforeEach
  void prepare() {
    launch = JarServer.in(folder).file("race/a.txt", "original");
  }

  /** The content of one client; some are so large that they are under way at the same time. */
  private static String content(int number) {
    return "client " + number + ".".repeat(number % 8 == 0 ? 300_000 : number) + "end";
  }

  private Map<String, String> onDisk() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("www/race"))) {
      for (Path file : files.toList()) {
        contents.put("/race/" + file.getFileName(), Files.readString(file));
      }
    }
    return contents;
  }

  @Test
  void eachPostGetsANameOfItsOwn() throws Exception {
    Map<String, String> expected = new TreeMap<>(Map.of("/race/a.txt", "original"));
    try (JarServer server = launch.start()) {
      List<RawResponse> answers =
          Crowd.of(
              CLIENTS,
              server,
              (client, number) -> client.exchange("POST /race/a.txt", content(number)));
      for (int i = 0; i < CLIENTS; i++) {
        assertEquals(201, answers.get(i).status(), answers.get(i).toString());
        expected.put(answers.get(i).field("Location"), content(i));
      }
      assertEquals(1 + CLIENTS, expected.size(), "different names: " + expected.keySet());
    }
    assertEquals(names(CLIENTS), expected.keySet(), "and the next free ones");
    assertEquals(expected, onDisk());
  }

  @Test
  void eachFileOfAFormGetsANameOfItsOwn() throws Exception {
    Map<String, String> expected = new TreeMap<>(Map.of("/race/a.txt", "original"));
    try (JarServer server = launch.start()) {
      Crowd.of(CLIENTS, server, CollisionIT::postForm).forEach(expected::putAll);
      assertEquals(1 + 2 * CLIENTS, expected.size(), "different names: " + expected.keySet());
    }
    assertEquals(names(2 * CLIENTS), expected.keySet(), "and the next free ones");
    assertEquals(expected, onDisk());
  }

  /** Two files of the same name; which content went where. */
  private static Map<String, String> postForm(RawClient client, int number) throws IOException {
    List<String> contents = List.of("first of " + content(number), "second of " + content(number));
    StringBuilder form = new StringBuilder();
    for (String content : contents) {
      form.append("--B\r\nContent-Disposition: form-data; name=f; filename=a.txt\r\n\r\n")
          .append(content)
          .append("\r\n");
    }
    RawResponse answer = client.exchange("POST /race/", form.append("--B--\r\n").toString(), FORM);
    assertEquals(201, answer.status(), answer.toString());
    List<String> locations =
        LOCATION.matcher(answer.text()).results().map(found -> found.group(1)).toList();
    assertEquals(2, locations.size(), answer.toString());
    assertEquals(locations.get(0), answer.field("Location"));
    Map<String, String> made = new HashMap<>();
    for (int i = 0; i < contents.size(); i++) {
      made.put(locations.get(i), contents.get(i));
    }
    return made;
  }

  private static Set<String> names(int made) {
    Set<String> names = new TreeSet<>(Set.of("/race/a.txt"));
    for (int i = 1; i <= made; i++) {
      names.add("/race/a(" + i + ").txt");
    }
    return names;
  }
}
