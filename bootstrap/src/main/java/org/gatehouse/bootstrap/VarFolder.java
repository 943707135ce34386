package org.gatehouse.bootstrap;

import java.io.IOException;
import java.time.Instant;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.config.Configuration.Logging;
import org.gatehouse.bootstrap.log.Logs;
import org.gatehouse.bootstrap.option.Setting;

/** The folder for logs and stores, as the commands use it. */
final class VarFolder {
  private VarFolder() {}

  /** Opens the logs in it; the folder is made if there is none. */
  static Logs openLogs(Configuration configuration, Console console) throws StartFailure {
    Folders.create(configuration.var(), Setting.VAR);
    Logging logging = configuration.logging();
    try {
      return Logs.open(
          configuration.var(),
          logging.stream(),
          logging.access(),
          logging.expiry(),
          Instant.now(),
          console::warn);
    } catch (IOException unwritable) {
      throw unusable(Folders.reason(unwritable));
    }
  }

  /** That the server cannot work with it. */
  static StartFailure unusable(String reason) {
    return new StartFailure(Setting.VAR.flag() + ": the folder cannot be used: " + reason);
  }
}
