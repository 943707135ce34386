package org.gatehouse.bootstrap.endtoend.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.RawClient;
import org.gatehouse.bootstrap.endtoend.browser.Browser.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of figures: it tells what the server does, and what is amiss with it. */
@Timeout(600)
class DashboardIT {
  /** How many seconds there are to be seen in a picture. */
  private static final int READINGS = Integer.getInteger("pictures.seconds", 3);

  /** At first it tries again in a second. */
  private static final String LONGER = "(?s).* in ([4-9]|\\d\\d) s\\..*";

  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void leave() {
    browser.leave();
  }

  private static JarServer server(Path folder, String... options) throws IOException {
    return JarServer.in(folder).file("a.txt", "some content").options(options).start();
  }

  private static void ask(JarServer server, int times, String target) throws IOException {
    try (RawClient client = server.connect()) {
      for (int i = 0; i < times; i++) {
        client.get(target);
      }
    }
  }

  /** Asks itself, as only the last seconds are told of. */
  private static boolean tellsOfNow(JarServer server) {
    try {
      ask(server, 1, "/a.txt");
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
    return browser.text("#p50").endsWith("ms") && browser.text("#hits").endsWith("%");
  }

  private static void openLive(JarServer server) {
    browser.open(server.uri("/dashboard"));
    browser.until("live", () -> browser.text("#state").contains("Live"));
  }

  @Test
  void tellsWhatTheServerDoes(@TempDir Path own) throws IOException {
    try (JarServer server = server(own)) {
      ask(server, 30, "/a.txt");
      ask(server, 3, "/%3Cb%3Emissing%3C/b%3E");
      openLive(server);
      browser.until("a rate", () -> browser.text("#rate").equals("0"));
      assertEquals("33 in all", browser.text("#rate-note"));
      assertEquals("no requests just now", browser.text("#p50-note"));
      assertEquals(
          List.of("/a.txt", "/<b>missing</b>"),
          browser.texts("#paths bdi"),
          "names are text, whatever is in them");
      ask(server, 200, "/a.txt");
      browser.until("the sum", () -> browser.text("#rate-note").equals("233 in all"));
      // These tell of the last seconds: a slow look may come too late for the first requests.
      browser.until("a median and hits", () -> tellsOfNow(server));
      assertEquals(6, browser.all(".plot canvas").size());
      browser.assertNoComplaints();
    }
  }

  @Test
  void saysThatTheServerIsAwayAndComesBack(@TempDir Path own) throws Exception {
    String port;
    try (JarServer server = server(own)) {
      port = Integer.toString(server.port());
      openLive(server);
      server.stop();
      browser.until("away", () -> browser.text("#trouble-text").contains("does not answer"));
      assertEquals("Away", browser.text("#state"));
      browser.until("more patience", () -> browser.text("#trouble-text").matches(LONGER));
    }
    try (JarServer again = server(own, "--port", port)) {
      browser.click("#retry");
      browser.until("live", () -> browser.text("#state").contains("Live"));
      assertFalse(browser.shows("#trouble"));
      assertEquals(port, Integer.toString(again.port()));
    }
    browser.assertNoComplaints(
        "ERR_CONNECTION_REFUSED", "ERR_EMPTY_RESPONSE", "ERR_CONNECTION_RESET");
  }

  @Test
  void saysThatFiguresAreSwitchedOff(@TempDir Path own) throws IOException {
    try (JarServer server = server(own, "--endpoints", "dashboard")) {
      browser.open(server.uri("/dashboard"));
      browser.until("trouble", () -> browser.text("#trouble-text").contains("switched off"));
      assertEquals("No figures", browser.text("#state"));
      browser.assertNoComplaints("404 (Not Found)");
    }
  }

  @Test
  void asksNothingWhilePausedOrHidden(@TempDir Path own) throws IOException {
    try (JarServer server = server(own, "--access-log", "json")) {
      openLive(server);
      browser.click("#pause");
      browser.until("paused", () -> browser.text("#state").equals("Paused"));
      assertEquals("true", browser.find("#pause").getDomAttribute("aria-pressed"));
      ask(server, 5, "/a.txt");
      assertFalse(browser.text("#rate-note").startsWith("5 "));
      browser.click("#pause");
      browser.until("the sum", () -> browser.text("#rate-note").equals("5 in all"));
      Runnable back = browser.hide();
      ask(server, 5, "/a.txt");
      back.run();
      browser.until("the sum", () -> browser.text("#rate-note").equals("10 in all"));
      browser.assertNoComplaints();
    }
  }

  @ParameterizedTest
  @CsvSource({"WIDE, false", "WIDE, true", "NARROW, false", "NARROW, true"})
  void isReadableForEveryone(Screen screen, boolean dark, @TempDir Path own) throws IOException {
    try (JarServer server = server(own)) {
      browser.screen(screen, dark);
      openLive(server);
      for (int i = 0; i < READINGS; i++) {
        String before = browser.text("#rate-note");
        ask(server, 40 + 7 * (i % 5) + (i % 23), "/a.txt");
        ask(server, i % 4, "/missing");
        ask(server, 9, "/echo/" + i % 3);
        browser.until("news", () -> !browser.text("#rate-note").equals(before));
      }
      browser.picture("dashboard-" + (screen + (dark ? "-dark" : "-light")).toLowerCase());
      browser.assertAccessible();
      assertEquals(
          0L,
          browser.script("return Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
      browser.assertNoComplaints();
    } finally {
      browser.screen(Screen.WIDE, false);
    }
  }

  @Test
  void withoutJavaScriptItNamesTheFigures(@TempDir Path own) throws IOException {
    try (JarServer server = server(own);
        RawClient client = server.connect()) {
      String page = client.get("/dashboard").text();
      assertTrue(page.contains("<noscript>"), page);
    }
  }
}
