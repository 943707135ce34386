package org.gatehouse.bootstrap.endtoend.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** A browser and the page in it. What it waits for has to come within half a minute. */
final class Browser implements AutoCloseable {
  /** A window of a desktop and that of a phone, in CSS pixels. */
  enum Screen {
    WIDE(1280, 800),
    NARROW(390, 844);

    private final int width;
    private final int height;

    Screen(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long PAUSE_NANOS = 20_000_000;
  private static final Path PICTURES = Path.of("target", "screenshots");

  private final Chromium chromium;
  private final ChromeDriver driver;

  private Browser(Chromium chromium) {
    this.chromium = chromium;
    this.driver = chromium.driver();
  }

  /** Starts one with a wide, light window. */
  static Browser start() {
    Browser browser = new Browser(Chromium.start());
    browser.driver.manage().timeouts().scriptTimeout(PATIENCE).pageLoadTimeout(PATIENCE);
    browser.screen(Screen.WIDE, false);
    return browser;
  }

  /** Gives it another window, as a user would have it. */
  void screen(Screen screen, boolean dark) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            screen.width,
            "height",
            screen.height,
            "deviceScaleFactor",
            1,
            "mobile",
            screen == Screen.NARROW));
    command(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** A command of the DevTools protocol. */
  Map<String, Object> command(String name, Map<String, Object> parameters) {
    return driver.executeCdpCommand(name, parameters);
  }

  /** Opens a page. */
  void open(URI uri) {
    driver.get(uri.toString());
  }

  /** Leaves the page, and forgets what its scripts complained of. */
  void leave() {
    driver.get("about:blank");
    driver.manage().logs().get(LogType.BROWSER);
  }

  /** The address of the page. */
  String address() {
    return driver.getCurrentUrl();
  }

  /** The one element of this CSS selector, once it is there. */
  WebElement find(String selector) {
    return await("element " + selector, () -> all(selector).stream().findFirst().orElse(null));
  }

  /** All elements of this CSS selector. */
  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** The texts of all elements of this CSS selector, in one moment. */
  @SuppressWarnings("unchecked")
  List<String> texts(String selector) {
    return (List<String>)
        script(
            "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText.trim())",
            selector);
  }

  /** The text of the first element of this CSS selector, empty where there is none. */
  String text(String selector) {
    return texts(selector).stream().findFirst().orElse("");
  }

  /** Whether the first element of this CSS selector is to be seen. */
  boolean shows(String selector) {
    return Boolean.TRUE.equals(
        script(
            "const e = document.querySelector(arguments[0]);"
                + " return !!e && e.checkVisibility({visibilityProperty: true})",
            selector));
  }

  /** Waits until something holds. */
  void until(String what, Supplier<Boolean> condition) {
    await(what, () -> condition.get() ? Boolean.TRUE : null);
  }

  /** Waits for a value. */
  <T> T await(String what, Supplier<T> value) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    WebDriverException last = null;
    while (System.nanoTime() < end) {
      try {
        T found = value.get();
        if (found != null) {
          return found;
        }
      } catch (WebDriverException changing) {
        last = changing;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new AssertionError("never came: " + what + "; the page says:\n" + text("body"), last);
  }

  /** Runs a script in the page; {@code return} gives a value. */
  Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Clicks. */
  void click(String selector) {
    find(selector).click();
  }

  /** Presses keys, wherever the focus is. */
  void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** Types into a field, in place of what it holds. */
  void type(String selector, String text) {
    find(selector).sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, text);
  }

  /** Opens a tab in front, so that the page is hidden; gives back the way to return. */
  Runnable hide() {
    String page = driver.getWindowHandle();
    driver.switchTo().newWindow(org.openqa.selenium.WindowType.TAB);
    return () -> {
      driver.close();
      driver.switchTo().window(page);
    };
  }

  /** Keeps a picture of the whole page in {@code target/screenshots}. */
  void picture(String name) {
    Map<String, Object> taken =
        command("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", false));
    try {
      Files.createDirectories(PICTURES);
      Files.write(
          PICTURES.resolve(name + ".png"), Base64.getDecoder().decode((String) taken.get("data")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails if a script complained, but for lines with one of these words in them. */
  void assertNoComplaints(String... expected) {
    List<String> complaints = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      boolean isExpected = List.of(expected).stream().anyMatch(entry.getMessage()::contains);
      if (entry.getLevel().intValue() >= Level.WARNING.intValue() && !isExpected) {
        complaints.add(entry.getMessage());
      }
    }
    assertEquals(List.of(), complaints, "what the console says");
  }

  /** Fails if axe finds a serious or critical obstacle for people who see or move otherwise. */
  void assertAccessible() {
    script(axe());
    Object found =
        driver.executeAsyncScript(
            "const done = arguments[0];"
                + "axe.run().then(r => done(r.violations"
                + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                + ".map(v => v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary)"
                + ".join('; '))), e => done([String(e)]))");
    assertEquals(List.of(), found, "what axe finds");
  }

  private static String axe() {
    try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    chromium.close();
  }
}
