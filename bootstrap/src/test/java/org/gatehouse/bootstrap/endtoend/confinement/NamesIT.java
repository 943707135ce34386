package org.gatehouse.bootstrap.endtoend.confinement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The longest names and the deepest paths, and what stands where something else is expected. */
@Timeout(60)
class NamesIT {
  @TempDir static Path top;
  private static JarServer server;

  @BeforeAll
  static void start() throws IOException {
    server = Surroundings.in(top).launch().start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void assertStatuses(String path, int get, int put, int post, int delete)
      throws IOException {
    try (Conversation client = new Conversation(server)) {
      assertEquals(List.of(get, get, put, post, delete), client.statuses(path), path);
    }
  }

  /** 255 octets each: a number makes them too long, so a POST finds no other name. */
  @ParameterizedTest
  @ValueSource(strings = {"n", "%C3%BC", "%F0%9F%98%80", "%2b"})
  void theLongestNameIsANameLikeAnyOther(String letter) throws IOException {
    int octets = letter.startsWith("%") ? letter.length() / 3 : 1;
    String name = "/" + letter.repeat(251 / octets) + "n".repeat(251 % octets) + ".txt";
    assertStatuses(name, 404, 201, 409, 200);
    assertStatuses("/" + name.substring(1, name.length() - 4) + "/page.txt", 404, 201, 201, 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "%C3%BC", "%F0%9F%98%80", "%2b"})
  void aLongerNameIsNone(String letter) throws IOException {
    int octets = letter.startsWith("%") ? letter.length() / 3 : 1;
    String name = "/" + letter.repeat(251 / octets) + "n".repeat(251 % octets + 1) + ".txt";
    assertStatuses(name, 404, 400, 400, 400);
    assertStatuses(name + "/page.txt", 404, 400, 400, 400);
    assertStatuses("/page.txt" + name, 404, 409, 409, 409);
  }

  @Test
  void aPathMayBeAHundredDeep() throws IOException {
    assertStatuses("/d".repeat(99) + "/page.txt", 404, 201, 201, 200);
    assertStatuses("/d".repeat(100) + "/page.txt", 404, 400, 400, 400);
    assertStatuses("/d".repeat(3_000), 404, 400, 400, 400);
    assertStatuses(("/" + "n".repeat(200)).repeat(30), 404, 400, 400, 400);
  }

  @Test
  void whatStandsWhereSomethingElseIsExpected() throws IOException {
    assertStatuses("/folder", 301, 409, 409, 409);
    assertStatuses("/page.txt/", 404, 409, 409, 400);
    assertStatuses("/page.txt/below.txt", 404, 409, 409, 409);
    assertStatuses("/page.txt/deep/below.txt", 404, 409, 409, 409);
    assertStatuses("/none/", 404, 409, 201, 409);
  }
}
