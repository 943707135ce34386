package org.gatehouse.bootstrap.endtoend.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The Chromium of this machine, running. Nothing is downloaded, and nothing is left behind: it has
 * a temporary folder of its own, as it forgets to delete its sockets.
 */
final class Chromium implements AutoCloseable {
  private static final List<String> BROWSERS = List.of("chromium", "chromium-browser");
  private static final String ADVICE =
      "no chromium and chromedriver on the path: apt install chromium chromium-driver";

  /** Kept, as the level of a logger that nobody holds is forgotten. */
  private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

  private final ChromeDriver driver;
  private final TemporaryFolder temporary;

  private Chromium(ChromeDriver driver, TemporaryFolder temporary) {
    this.driver = driver;
    this.temporary = temporary;
  }

  /**
   * Starts one, headless and with an empty profile. Where there is none, the test is skipped; with
   * {@code -Dgatehouse.browser=required} it fails.
   */
  static Chromium start() {
    Optional<Path> browser = BROWSERS.stream().flatMap(name -> found(name).stream()).findFirst();
    Optional<Path> driver = found("chromedriver");
    if (browser.isEmpty() || driver.isEmpty()) {
      return "required".equals(System.getProperty("gatehouse.browser"))
          ? fail(ADVICE)
          : abort(ADVICE);
    }
    // It says that it has no classes for this version; commands go out without any.
    DEVTOOLS.setLevel(Level.OFF);
    TemporaryFolder temporary = TemporaryFolder.make();
    try {
      return new Chromium(
          new ChromeDriver(service(driver.get(), temporary), options(browser.get())), temporary);
    } catch (RuntimeException failure) {
      temporary.close();
      throw failure;
    }
  }

  /** The driver hands its environment down to the browser. */
  private static ChromeDriverService service(Path driver, TemporaryFolder temporary) {
    return new ChromeDriverService.Builder()
        .usingDriverExecutable(driver.toFile())
        .usingAnyFreePort()
        .withEnvironment(Map.of("TMPDIR", temporary.path().toString()))
        .build();
  }

  private static ChromeOptions options(Path browser) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.toFile());
    // The pages under test are our own, and as root there is no sandbox to be had.
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--lang=en",
        "--disable-background-networking",
        "--no-first-run",
        "--hide-scrollbars");
    LoggingPreferences logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logging);
    return options;
  }

  /** What gives it orders. */
  ChromeDriver driver() {
    return driver;
  }

  @Override
  public void close() {
    try {
      driver.quit();
    } finally {
      temporary.close();
    }
  }

  private static Optional<Path> found(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
