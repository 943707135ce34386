package org.gatehouse.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.gatehouse.application.fake.InMemoryResourceRepository;
import org.gatehouse.bootstrap.Gatehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs small classes of tests that tell which servers they saw, and looks for those afterwards. */
@Timeout(60)
class GatehouseExtensionTest {
  private static final List<Gatehouse> SEEN = new ArrayList<>();

  @AfterEach
  void forget() {
    SEEN.clear();
  }

  private static void run(Class<?> tests, int succeeded, int failed) {
    EngineTestKit.engine("junit-jupiter")
        .configurationParameter("junit.jupiter.conditions.deactivate", "*")
        .selectors(selectClass(tests))
        .execute()
        .testEvents()
        .assertStatistics(s -> s.succeeded(succeeded).failed(failed));
  }

  private static void assertAllAreGone() {
    for (Gatehouse server : SEEN) {
      assertThrows(
          IOException.class,
          () -> new Socket(InetAddress.getLoopbackAddress(), server.port()).close());
    }
  }

  static class InAStaticField {
    @RegisterExtension static final GatehouseExtension SERVER = GatehouseExtension.with(it -> {});

    @Test
    void one(Gatehouse server) {
      SEEN.add(server);
    }

    @Test
    void two(Gatehouse server, URI uri) {
      assertSame(SERVER.server(), server);
      assertEquals(server.uri(), uri);
      SEEN.add(server);
    }

    @Nested
    class Inside {
      @Test
      void three(Gatehouse server) {
        SEEN.add(server);
      }
    }
  }

  @Test
  void inAStaticFieldItRunsForTheClassAndThoseInside() {
    run(InAStaticField.class, 3, 0);
    assertEquals(3, SEEN.size());
    assertEquals(1, new HashSet<>(SEEN).size());
    assertAllAreGone();
    assertThrows(IllegalStateException.class, InAStaticField.SERVER::uri);
  }

  static class InAField {
    private final InMemoryResourceRepository site = new InMemoryResourceRepository();

    @RegisterExtension
    final GatehouseExtension server = GatehouseExtension.with(it -> it.resources(site));

    @Test
    void one(URI uri) throws Exception {
      readWhatWasPut(uri, "one");
    }

    @Test
    void two(URI uri) throws Exception {
      readWhatWasPut(uri, "two");
    }

    private void readWhatWasPut(URI uri, String text) throws Exception {
      SEEN.add(server.server());
      assertTrue(site.paths().isEmpty());
      site.put("/a.txt", text);
      HttpRequest request = HttpRequest.newBuilder(uri.resolve("a.txt")).build();
      HttpClient client = HttpClient.newHttpClient();
      assertEquals(text, client.send(request, BodyHandlers.ofString()).body());
    }
  }

  @Test
  void inAFieldOfTheInstanceItRunsAnewForEachTest() {
    run(InAField.class, 2, 0);
    assertEquals(2, new HashSet<>(SEEN).size());
    assertAllAreGone();
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class InAFieldOfAnInstanceForAll extends InAStaticField {
    @RegisterExtension final GatehouseExtension own = GatehouseExtension.with(it -> {});

    @Override
    @Test
    void one(Gatehouse inherited) {
      // Never reached: two servers want to fill the parameter.
    }
  }

  @Test
  void ofTwoServersNeitherIsInjected() {
    run(InAFieldOfAnInstanceForAll.class, 0, 3);
  }

  static class Failing {
    @RegisterExtension final GatehouseExtension server = GatehouseExtension.with(it -> {});

    @Test
    void fails() {
      SEEN.add(server.server());
      throw new IllegalStateException("meant");
    }
  }

  @Test
  void aTestThatFailsLeavesNoServerBehind() {
    run(Failing.class, 0, 1);
    assertEquals(1, SEEN.size());
    assertAllAreGone();
  }

  static class Misdescribed {
    @RegisterExtension final GatehouseExtension server = GatehouseExtension.with(it -> it.port(-1));

    @Test
    void isNeverReached() {}
  }

  @Test
  void aServerThatCannotStartFailsTheTest() {
    run(Misdescribed.class, 0, 1);
  }
}
