package org.gatehouse.bootstrap;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.config.ConfigurationReader;
import org.gatehouse.bootstrap.explain.Explanation;
import org.gatehouse.bootstrap.option.Given;
import org.gatehouse.bootstrap.option.Setting;
import org.gatehouse.bootstrap.option.Settings;
import org.slf4j.LoggerFactory;

/**
 * Has a request explained that nobody has sent, while the server starts. Most of a start is the
 * loading of classes, and the explanation needs the same ones as the first exchange, so they come
 * from a second core meanwhile. Like every explanation it changes nothing, and it leaves no record.
 */
final class Prelude implements Callable<Explanation> {
  /** A file that is there wherever Java is; without it, the answer is another and does as well. */
  private static final String FILE = "/release";

  private static final String FOLDER = System.getProperty("java.home");

  private final CountDownLatch logging;

  /**
   * A prelude.
   *
   * @param logging reached when loggers can be had
   */
  Prelude(CountDownLatch logging) {
    this.logging = logging;
  }

  /** Starts it, where there is a second core, and the logging library beside it. */
  static void play() {
    CountDownLatch logging = new CountDownLatch(1);
    if (Runtime.getRuntime().availableProcessors() > 1) {
      // In a task, which keeps a failure to itself: whatever is wrong, the server will tell.
      Thread thread = new Thread(new FutureTask<>(new Prelude(logging)), "prelude");
      thread.setDaemon(true);
      thread.start();
    }
    LoggerFactory.getILoggerFactory();
    logging.countDown();
  }

  @Override
  public Explanation call() throws StartFailure, InterruptedException {
    Settings settings =
        new Settings(
            Map.of(
                Setting.METHOD, value("GET"),
                Setting.TARGET, value(FILE),
                Setting.ROOT, value(FOLDER),
                Setting.VAR, value(FOLDER),
                Setting.UNKNOWN_TYPES, value("octet-stream")),
            Map.of());
    Configuration configuration = ConfigurationReader.read(settings);
    // Whoever asks for a logger before there are any is given a substitute, which he keeps.
    logging.await();
    return new Explain(settings).run(configuration);
  }

  private static List<Given> value(String text) {
    return List.of(new Given("prelude", text));
  }
}
