package org.gatehouse.bootstrap.endtoend.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.browser.Browser.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The page of a folder as its users have it. */
@Timeout(180)
class ListingPageIT {
  private static final String[] HOSTILE = {
    "<img src=x onerror=alert(1)>.txt",
    "\"><script>alert(2)</script>",
    "'&amp;%41 #?.txt",
    "javascript:alert(3)",
    "\u202Etxt.exe",
    "${alert(4)}`",
  };

  private static Browser browser;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterEach
  void leave() {
    browser.leave();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private JarServer.Launch launch(String... options) {
    return JarServer.in(folder)
        .environment("HTTP_AUTH_USER", "me")
        .environment("HTTP_AUTH_PASS", "s\u00e9cret")
        .options("--listing", "/pub/", "--listing", "/files/")
        .options(options);
  }

  private JarServer.Launch filled() {
    return launch()
        .file("pub/one.txt", "1")
        .file("pub/two.md", "a longer text")
        .file("pub/Three.csv", "a,b")
        .file("pub/deeper/four.txt", "4");
  }

  private static ListingPage open(JarServer server) {
    return ListingPage.open(browser, server.uri("/pub/"));
  }

  private String stored(String name) throws IOException {
    return Files.readString(folder.resolve("www/pub").resolve(name));
  }

  @Test
  void sortsInPlaceAndKeepsItInTheAddress() throws IOException {
    try (JarServer server = filled().start()) {
      ListingPage page = open(server);
      browser.script("window.same = true");
      page.awaitNames("deeper/", "Three.csv", "one.txt", "two.md");
      browser.click("[data-key=size] a");
      page.awaitNames("deeper/", "one.txt", "Three.csv", "two.md");
      browser.click("[data-key=size] a");
      page.awaitNames("deeper/", "two.md", "Three.csv", "one.txt");
      assertEquals("descending", browser.find("[data-key=size]").getDomAttribute("aria-sort"));
      assertEquals(1, browser.all("[aria-sort]").size());
      assertTrue(browser.address().endsWith("/pub/?sort=size&order=desc"), browser.address());
      assertEquals(true, browser.script("return window.same"), "the page was not loaded anew");
      browser.open(server.uri("/pub/?sort=size&order=desc"));
      page.awaitNames("deeper/", "two.md", "Three.csv", "one.txt");
      browser.assertNoComplaints();
    }
  }

  @Test
  void searchesWhileTypingAndIsWalkedThroughByKeys() throws IOException {
    try (JarServer server = filled().start()) {
      ListingPage page = open(server);
      assertEquals("4 entries, 17 B", browser.text(".summary"));
      browser.press("/");
      browser.press("t");
      page.awaitNames("Three.csv", "one.txt", "two.md");
      assertEquals("3 of 4 entries, 17 B", browser.text(".summary"));
      browser.press("wo");
      page.awaitNames("two.md");
      browser.press("zz");
      page.awaitNames();
      assertEquals("No name here contains this.", browser.text(".empty"));
      browser.press(Keys.ESCAPE);
      page.awaitNames("deeper/", "Three.csv", "one.txt", "two.md");
      browser.press(Keys.ARROW_DOWN);
      browser.press(Keys.ARROW_DOWN);
      assertEquals("Three.csv", browser.script("return document.activeElement.innerText"));
      browser.press(Keys.END);
      assertEquals("two.md", browser.script("return document.activeElement.innerText"));
      browser.press(Keys.HOME);
      browser.press(Keys.ENTER);
      browser.until("deeper", () -> browser.address().endsWith("/pub/deeper/"));
      browser.find("html.quick");
      browser.press("/");
      browser.press("four", Keys.ENTER);
      browser.until("a file", () -> browser.address().endsWith("/pub/deeper/four.txt"));
      browser.assertNoComplaints();
    }
  }

  @Test
  void aSearchThatCameWithTheAddressCanBeWidened() throws IOException {
    try (JarServer server = filled().start()) {
      ListingPage page = ListingPage.open(browser, server.uri("/pub/?q=two"));
      page.awaitNames("two.md");
      browser.until("the rest", () -> browser.text(".summary").startsWith("1 of 4 entries"));
      browser.press("/");
      browser.press(Keys.DELETE);
      page.awaitNames("deeper/", "Three.csv", "one.txt", "two.md");
    }
  }

  @Test
  void hostileNamesAreText() throws IOException {
    JarServer.Launch launch = launch("--unknown-types", "octet-stream");
    for (String name : HOSTILE) {
      launch.file("pub/" + name.replace('/', '_'), "harmless");
    }
    try (JarServer server = launch.start()) {
      ListingPage page = open(server);
      List<String> expected =
          List.of(HOSTILE).stream().map(name -> name.replace('/', '_')).sorted().toList();
      assertEquals(expected, page.names().stream().sorted().toList());
      browser.click("[data-key=time] a");
      browser.press("/");
      browser.press("alert");
      browser.until("fewer", () -> page.names().size() == 4);
      page.press(HOSTILE[0], "preview");
      page.awaitDialog(HOSTILE[0]);
      browser.until("text", () -> browser.text("dialog pre").equals("harmless"));
      browser.press(Keys.ESCAPE);
      page.press(HOSTILE[0], "delete");
      page.awaitDialog("Delete “" + HOSTILE[0] + "”?");
      page.identify("me", "s\u00e9cret");
      page.choose("delete");
      browser.until("gone", () -> page.names().size() == 3);
      assertEquals(0, browser.all("main img, main script").size());
      browser.assertNoComplaints();
    }
  }

  @Test
  void takesWhatIsDropped() throws IOException {
    try (JarServer server = filled().start()) {
      ListingPage page = open(server);
      page.drop(Map.of("new & old.txt", "dropped", "empty.txt", "", "100%.txt", "percent"));
      page.awaitNames(
          "deeper/", "100%.txt", "Three.csv", "empty.txt", "new & old.txt", "one.txt", "two.md");
      assertEquals("dropped", stored("new & old.txt"));
      assertEquals("", stored("empty.txt"));
      assertEquals("percent", stored("100%.txt"));
      assertTrue(page.transfer("new & old.txt").contains("7 B, uploaded"), "it says so");
      browser.until("news", () -> browser.texts("[role=status]").contains("3 uploaded"));
      browser.assertNoComplaints();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/pub/", "/files/"})
  void takesAWholeFolder(String listed) throws IOException {
    Path own = Files.createDirectories(folder.resolve("mine/inner"));
    Files.writeString(own.resolve("a.txt"), "a");
    Files.writeString(own.resolveSibling("b.txt"), "b");
    try (JarServer server = filled().file("files/x.txt", "x").start()) {
      ListingPage page = ListingPage.open(browser, server.uri(listed));
      browser.find("#folders").sendKeys(own.getParent().toString());
      browser.until("the folder", () -> page.names().contains("mine/"));
      page.awaitTransfer("mine/b.txt", "uploaded");
      page.awaitTransfer("mine/inner/a.txt", "uploaded");
      assertEquals("a", Files.readString(server.root().resolve("." + listed + "mine/inner/a.txt")));
      assertEquals("b", Files.readString(server.root().resolve("." + listed + "mine/b.txt")));
      browser.assertNoComplaints();
    }
  }

  @Test
  void showsTheProgressOfAnUploadWhichCanBeCancelled() throws IOException {
    try (JarServer server = filled().start()) {
      ListingPage page = open(server);
      slowly(400_000);
      page.dropLarge("large.bin", 16 << 20);
      browser.until("a bar that moves", () -> progress() > 0 && progress() < 1);
      double before = progress();
      browser.until("more of it", () -> progress() > before);
      assertTrue(page.transfer("large.bin").matches("(?s).* of 16 MiB, .*/s, .* left.*"));
      browser.assertAccessible();
      browser.click(".transfers [data-act=cancel]");
      page.awaitTransfer("large.bin", "Cancelled");
      slowly(-1);
      assertFalse(Files.exists(server.root().resolve("pub/large.bin")));
      browser.click(".transfers [data-act=cancel]");
      browser.until("dismissed", () -> browser.all(".transfers li").isEmpty());
      browser.assertNoComplaints();
    }
  }

  private static double progress() {
    Object value = browser.script("return document.querySelector('progress').value");
    return ((Number) value).doubleValue();
  }

  /** So many octets a second, -1 for as many as can be. */
  private static void slowly(int octets) {
    browser.command("Network.enable", Map.of());
    browser.command(
        "Network.emulateNetworkConditions",
        Map.of(
            "offline", false, "latency", 0, "downloadThroughput", -1, "uploadThroughput", octets));
  }

  @Test
  void asksBeforeItReplaces() throws IOException {
    try (JarServer server = filled().start()) {
      ListingPage page = open(server);
      page.drop(Map.of("one.txt", "another"));
      page.awaitDialog("Replace “one.txt”?");
      browser.assertAccessible();
      page.choose("");
      page.awaitTransfer("one.txt", "Not uploaded");
      assertEquals("1", stored("one.txt"));
      page.drop(Map.of("one.txt", "another"));
      page.awaitDialog("Replace “one.txt”?");
      page.choose("replace");
      page.awaitTransfer("one.txt", "Not uploaded");
      browser.until("replaced", () -> browser.text(".transfers").contains("7 B, replaced"));
      assertEquals("another", stored("one.txt"));
      browser.assertNoComplaints();
    }
  }

  /** The name is not on the page, so only the server can know; and all are answered at once. */
  @Test
  void asksTooWhereSomebodyWasFaster() throws IOException {
    try (JarServer server = filled().start()) {
      ListingPage page = open(server);
      Files.writeString(server.root().resolve("pub/a.txt"), "theirs");
      Files.writeString(server.root().resolve("pub/b.txt"), "theirs");
      page.drop(Map.of("a.txt", "mine", "b.txt", "mine"));
      browser.until("a question", () -> page.dialog().startsWith("Replace"));
      browser.click("dialog [type=checkbox]");
      page.choose("replace");
      page.awaitNames("deeper/", "Three.csv", "a.txt", "b.txt", "one.txt", "two.md");
      browser.until("both", () -> browser.text(".transfers").split("replaced", -1).length == 3);
      assertEquals("mine", stored("a.txt"));
      assertEquals("mine", stored("b.txt"));
      browser.assertNoComplaints("412 (Precondition Failed)");
    }
  }

  @Test
  void deletesForWhoeverMay() throws IOException {
    try (JarServer server = filled().start()) {
      ListingPage page = open(server);
      page.press("one.txt", "delete");
      page.awaitDialog("Delete “one.txt”?");
      page.choose("");
      browser.until("closed", () -> page.dialog().isEmpty());
      page.press("one.txt", "delete");
      page.awaitDialog("Delete “one.txt”?");
      browser.assertAccessible();
      page.identify("me", "wrong");
      page.choose("delete");
      browser.until("a word", () -> browser.text("dialog .wrong").contains("is not right"));
      assertEquals("1", stored("one.txt"));
      page.identify("me", "s\u00e9cret");
      page.choose("delete");
      page.awaitNames("deeper/", "Three.csv", "two.md");
      page.press("two.md", "delete");
      page.awaitDialog("Delete “two.md”?");
      assertTrue(browser.all("dialog input").isEmpty(), "who it is is known by now");
      page.choose("delete");
      page.awaitNames("deeper/", "Three.csv");
      assertFalse(Files.exists(server.root().resolve("pub/two.md")));
      browser.assertNoComplaints("401 (Unauthorized)");
    }
  }

  @Test
  void askWhoItIsWhereWritesTakeCredentials() throws IOException {
    try (JarServer server = filled().options("--writes", "authenticated").start()) {
      ListingPage page = open(server);
      page.drop(Map.of("x.txt", "x", "y.txt", "y"));
      page.awaitDialog("Sign in to upload");
      browser.assertAccessible();
      page.identify("me", "wrong");
      page.choose("go");
      browser.until("a word", () -> browser.text("dialog .wrong").contains("is not right"));
      page.identify("me", "s\u00e9cret");
      browser.press(Keys.ENTER);
      page.awaitNames("deeper/", "Three.csv", "one.txt", "two.md", "x.txt", "y.txt");
      assertEquals("x", stored("x.txt"));
      browser.assertNoComplaints("401 (Unauthorized)", "412 (Precondition Failed)");
    }
  }

  @Test
  void saysInWordsWhatTheServerRefuses() throws IOException {
    try (JarServer server = filled().options("--max-body", "2k").start()) {
      ListingPage page = open(server);
      page.drop(Map.of("small.txt", "x".repeat(3000), ".hidden", "x", "deeper", "a folder"));
      page.awaitTransfer("small.txt", "larger than this server takes");
      page.awaitTransfer(".hidden", "may not be changed here");
      page.awaitTransfer("deeper", "There is a folder of this name");
      page.dropLarge("large.bin", 8 << 20);
      page.awaitTransfer("large.bin", "larger than this server takes");
      server.terminate();
      server.awaitOutput("server stopped");
      page.drop(Map.of("late.txt", "x"));
      page.awaitTransfer("late.txt", "The connection broke");
      browser.assertNoComplaints("413 (", "403 (", "ERR_");
    }
  }

  @Test
  void nothingIsOfferedThatIsOff() throws IOException {
    try (JarServer server = filled().options("--writes", "off").start()) {
      ListingPage page = open(server);
      page.awaitNames("deeper/", "Three.csv", "one.txt", "two.md");
      assertFalse(page.offers("delete"));
      assertTrue(page.offers("preview"));
      assertTrue(browser.all("[type=file]").isEmpty());
      browser.assertNoComplaints();
    }
  }

  @Test
  void previewsTextAndPicturesWithoutLeaving() throws IOException {
    JarServer.Launch launch =
        filled()
            .file("pub/page.html", "<script>alert(1)</script>")
            .file("pub/empty.txt", "")
            .file(
                "pub/picture.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")
            .file("pub/broken.png", "no picture");
    try (JarServer server = launch.start()) {
      ListingPage page = open(server);
      page.press("page.html", "preview");
      browser.until("text", () -> browser.text("dialog pre").equals("<script>alert(1)</script>"));
      browser.assertAccessible();
      browser.press(Keys.ARROW_RIGHT);
      page.awaitDialog("picture.svg");
      browser.until(
          "a picture",
          () ->
              browser
                  .script("return document.querySelector('dialog img').naturalWidth")
                  .equals(9L));
      browser.press(Keys.ARROW_LEFT);
      browser.press(Keys.ARROW_LEFT);
      page.awaitDialog("one.txt");
      browser.press(Keys.ARROW_LEFT);
      page.awaitDialog("empty.txt");
      browser.press(Keys.ARROW_LEFT);
      page.awaitDialog("broken.png");
      browser.until("a word", () -> browser.text("dialog .content").contains("cannot be shown"));
      browser.press(Keys.ESCAPE);
      browser.until("closed", () -> page.dialog().isEmpty());
      browser.assertNoComplaints();
    }
  }

  @Test
  void worksWithoutItsScript() throws IOException {
    try (JarServer server = filled().start()) {
      browser.command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
      browser.open(server.uri("/pub/"));
      browser.click("[data-key=size] a");
      browser.until("sorted", () -> browser.address().endsWith("/pub/?sort=size&order=asc"));
      browser.find("#q").sendKeys("two", Keys.ENTER);
      browser.until("found", () -> browser.address().contains("q=two"));
      assertEquals(1, browser.all("tbody tr").size());
      Path own = Files.writeString(folder.resolve("own.txt"), "mine");
      browser.find("#files").sendKeys(own.toString());
      browser.click("form.upload button");
      browser.until("kept", () -> Files.exists(server.root().resolve("pub/own.txt")));
      browser.assertNoComplaints();
    } finally {
      browser.command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
  }

  @Test
  void tenThousandEntriesAreSortedAndSearchedInPlace() throws IOException {
    JarServer.Launch launch = filled();
    Path many = Files.createDirectories(folder.resolve("www/pub/many"));
    for (int i = 0; i < 10_000; i++) {
      Files.createFile(many.resolve("file-" + i + ".txt"));
    }
    try (JarServer server = launch.start()) {
      ListingPage page = ListingPage.open(browser, server.uri("/pub/many/"));
      browser.press("/");
      browser.press("-777.");
      page.awaitNames("file-777.txt");
      browser.press(Keys.ESCAPE);
      browser.click("[data-key=name] a");
      browser.until("turned", () -> browser.text("tbody bdi").equals("file-9999.txt"));
      int there = browser.all("tbody tr").size();
      assertTrue(there < 1_000, "no more than one can see: " + there);
      browser.script("scrollTo(0, document.body.scrollHeight)");
      browser.until("more", () -> browser.all("tbody tr").size() > there);
      browser.assertNoComplaints();
    }
  }

  @ParameterizedTest
  @CsvSource({"WIDE, false", "WIDE, true", "NARROW, false", "NARROW, true"})
  void isReadableForEveryone(Screen screen, boolean dark) throws IOException {
    JarServer.Launch launch = launch().file("pub/holiday in Norway/fjord.jpg", "x");
    launch.file("pub/archive/2024.zip", "x").file("pub/meeting notes.md", "# Notes\n");
    launch.file("pub/annual report.pdf", "x".repeat(1_234_567));
    launch
        .file("pub/budget.xlsx", "x".repeat(48_213))
        .file("pub/interview.mp3", "x".repeat(7_654_321));
    launch.file("pub/gatehouse.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    launch
        .file("pub/measurements.csv", "a,b\n".repeat(900))
        .file("pub/photo.jpg", "x".repeat(2_345_678));
    try (JarServer server = launch.start()) {
      browser.screen(screen, dark);
      ListingPage page = open(server);
      String name = "listing-" + (screen + (dark ? "-dark" : "-light")).toLowerCase(Locale.ROOT);
      browser.assertAccessible();
      assertEquals(
          0L,
          browser.script("return Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
      slowly(2_000_000);
      // So much that the picture and the click have their time before its end.
      page.dropLarge("conference talk.mp4", 40 << 20);
      page.drop(Map.of("thank you.txt", "x".repeat(2000)));
      page.awaitTransfer("thank you.txt", "uploaded");
      browser.until(
          "a bar that moves", () -> progress() > 0.2 && page.names().contains("thank you.txt"));
      browser.picture(name);
      browser.click(".transfers [data-act=cancel]");
      page.awaitTransfer("conference talk.mp4", "Cancelled");
      browser.assertNoComplaints();
    } finally {
      slowly(-1);
      browser.screen(Screen.WIDE, false);
    }
  }

  @Test
  void manyAtOnceAreThreeAtATime() throws IOException {
    try (JarServer server = filled().start()) {
      ListingPage page = open(server);
      slowly(200_000);
      IntStream.range(0, 6).forEach(i -> page.dropLarge("part" + i + ".bin", 2 << 20));
      browser.until("three", () -> browser.all(".transfers li").size() == 3);
      slowly(-1);
      browser.until("all", () -> browser.texts("tbody bdi").contains("part5.bin"));
      browser.assertNoComplaints();
    } finally {
      slowly(-1);
    }
  }
}
