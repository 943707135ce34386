package org.gatehouse.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.bootstrap.config.Configuration.Site;
import org.gatehouse.bootstrap.credentials.PasswordFile;
import org.gatehouse.bootstrap.option.Setting;

/** Opens the file of credentials, and says in words what is wrong with it. */
final class AuthFile {
  private AuthFile() {}

  /**
   * Opens it.
   *
   * @throws StartFailure if the machine does not let it, or the server would serve it
   * @throws org.gatehouse.bootstrap.option.UsageError if a line of it is a mistake
   */
  static PasswordFile open(Path file, Site site, Clock clock) throws StartFailure {
    try {
      PasswordFile opened = PasswordFile.open(file, clock);
      requireOutside(file, site.root(), Setting.ROOT);
      if (site.directory().isPresent()) {
        requireOutside(file, site.directory().get(), Setting.DIRECTORY);
      }
      return opened;
    } catch (IOException unusable) {
      throw problem(file, Folders.reason(unusable));
    }
  }

  private static void requireOutside(Path file, Path folder, Setting setting) throws StartFailure {
    if (Folders.isInside(file, folder)) {
      throw problem(file, "lies under " + setting.flag() + ", where clients could read it");
    }
  }

  private static StartFailure problem(Path file, String what) {
    return new StartFailure(Setting.AUTH_FILE.flag() + ": the file '" + file + "' " + what);
  }
}
