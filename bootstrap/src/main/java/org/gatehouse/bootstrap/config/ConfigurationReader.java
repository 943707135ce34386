package org.gatehouse.bootstrap.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.bootstrap.config.Configuration.Limits;
import org.gatehouse.bootstrap.config.Configuration.Listening;
import org.gatehouse.bootstrap.config.Configuration.Logging;
import org.gatehouse.bootstrap.config.Configuration.Times;
import org.gatehouse.bootstrap.config.Configuration.Writing;
import org.gatehouse.bootstrap.log.AccessFormat;
import org.gatehouse.bootstrap.log.LogStream;
import org.gatehouse.bootstrap.option.Given;
import org.gatehouse.bootstrap.option.Setting;
import org.gatehouse.bootstrap.option.Settings;

/** Makes the configuration from the settings. */
public final class ConfigurationReader {
  private static final Duration NONE = Duration.ZERO;
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final int LEAST_WORKERS = 10;
  private static final int LARGEST = 1 << 24;

  private final Settings settings;

  private ConfigurationReader(Settings settings) {
    this.settings = settings;
  }

  /**
   * Reads every setting.
   *
   * @throws org.gatehouse.bootstrap.option.UsageError for the first value that is not allowed
   */
  public static Configuration read(Settings settings) {
    return new ConfigurationReader(settings).configuration();
  }

  private Configuration configuration() {
    Listening listening = new ListeningReader(settings).read();
    return new Configuration(
        listening,
        new SiteReader(settings).read(),
        writing(listening),
        limits(),
        times(),
        logging(),
        folder(settings.get(Setting.VAR)));
  }

  private Writing writing(Listening listening) {
    WritePolicy usual =
        listening.address().isLoopbackAddress() ? WritePolicy.OPEN : WritePolicy.AUTHENTICATED;
    Optional<Given> given = settings.find(Setting.WRITES);
    return new Writing(
        given.map(value -> value.choice(WritePolicy.class)).orElse(usual),
        new CredentialsReader(settings).read(),
        settings.get(Setting.AUTH_BACKOFF).choice(OnOff.class) == OnOff.ON,
        settings.get(Setting.SYNC).choice(Sync.class) == Sync.ALWAYS);
  }

  private Limits limits() {
    int cores = Runtime.getRuntime().availableProcessors();
    return new Limits(
        threads(Setting.LOOPS, 1_000, usualLoops(cores)),
        threads(Setting.WORKERS, 10_000, Math.max(LEAST_WORKERS, 2 * cores)),
        settings.get(Setting.QUEUE).number(0, LARGEST),
        settings.get(Setting.MAX_CONNECTIONS).number(1, LARGEST),
        settings.get(Setting.MAX_REQUESTS_PER_CONNECTION).number(1, Integer.MAX_VALUE),
        (int) settings.get(Setting.MAX_URI).size(1, LARGEST),
        (int) settings.get(Setting.MAX_HEADERS).size(64, LARGEST),
        settings.get(Setting.MAX_BODY).size(0, Long.MAX_VALUE));
  }

  private int threads(Setting setting, int most, int usual) {
    return settings.find(setting).map(value -> value.number(1, most)).orElse(usual);
  }

  /**
   * One core is left to the workers, the compiler, the collector, the kernel's network and whoever
   * else is there: loops that share it with them wait for each other (ADR 21).
   */
  private static int usualLoops(int cores) {
    return Math.max(1, cores - 1);
  }

  private Times times() {
    return new Times(
        settings.get(Setting.IDLE_TIMEOUT).duration(SHORTEST),
        settings.get(Setting.HEADER_TIMEOUT).duration(SHORTEST),
        settings.get(Setting.BODY_TIMEOUT).duration(SHORTEST),
        settings.get(Setting.WRITE_TIMEOUT).duration(SHORTEST),
        settings.get(Setting.SHUTDOWN_TIMEOUT).duration(NONE),
        settings.get(Setting.DRAIN_DELAY).duration(NONE));
  }

  private Logging logging() {
    int level = settings.get(Setting.LOG_LEVEL).number(0, LogStream.values().length - 1);
    AccessLogging access = settings.get(Setting.ACCESS_LOG).choice(AccessLogging.class);
    return new Logging(
        LogStream.values()[level], access.format, settings.get(Setting.LOG_EXPIRY).duration(NONE));
  }

  /** A folder's path; whether it is there is looked at when the server starts. */
  static Path folder(Given given) {
    try {
      if (!given.text().isBlank()) {
        return Path.of(given.text());
      }
    } catch (InvalidPathException invalid) {
      throw given.refused("the path of a folder");
    }
    throw given.refused("the path of a folder");
  }

  /** The words of {@code --sync}. */
  private enum Sync {
    ALWAYS,
    NEVER
  }

  /** The words of {@code --access-log}. */
  private enum AccessLogging {
    COMBINED(Optional.of(AccessFormat.COMBINED)),
    JSON(Optional.of(AccessFormat.JSON)),
    OFF(Optional.empty());

    private final Optional<AccessFormat> format;

    AccessLogging(Optional<AccessFormat> format) {
      this.format = format;
    }
  }
}
