package org.gatehouse.bootstrap.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.gatehouse.bootstrap.config.Configuration.Credentials;
import org.gatehouse.bootstrap.option.Given;
import org.gatehouse.bootstrap.option.Setting;
import org.gatehouse.bootstrap.option.Settings;
import org.gatehouse.bootstrap.option.UsageError;
import org.gatehouse.domain.credentials.BasicCredentials;

/** Finds the credentials for writing. No message of its repeats a password. */
final class CredentialsReader {
  private static final String USER = "HTTP_AUTH_USER";
  private static final String PASSWORD = "HTTP_AUTH_PASS";

  private final Settings settings;

  CredentialsReader(Settings settings) {
    this.settings = settings;
  }

  /**
   * Those of one of the two options, else the pair of the environment, else none. Both options
   * together are a mistake: whichever was ignored, somebody would be let in or kept out by
   * surprise.
   */
  Credentials read() {
    Optional<Given> user = settings.find(Setting.AUTH);
    Optional<Given> file = settings.find(Setting.AUTH_FILE);
    if (user.isPresent() && file.isPresent()) {
      throw new UsageError(
          user.get().name() + ", " + file.get().name() + ": only one of them can be given");
    }
    if (file.isPresent()) {
      return new Credentials(Optional.empty(), file.map(CredentialsReader::path));
    }
    return new Credentials(
        user.isPresent() ? user.map(CredentialsReader::pair) : ofEnvironment(), Optional.empty());
  }

  private static Path path(Given given) {
    try {
      if (!given.text().isBlank()) {
        return Path.of(given.text());
      }
    } catch (InvalidPathException invalid) {
      throw given.refused("the path of a file");
    }
    throw given.refused("the path of a file");
  }

  private static BasicCredentials pair(Given given) {
    int colon = given.text().indexOf(':');
    if (colon >= 0) {
      try {
        return BasicCredentials.of(
            given.text().substring(0, colon), given.text().substring(colon + 1));
      } catch (IllegalArgumentException unusable) {
        throw given.refusedInSecret("user:password, neither of them empty or with controls");
      }
    }
    throw given.refusedInSecret("user:password");
  }

  private Optional<BasicCredentials> ofEnvironment() {
    Optional<String> user = settings.variable(USER);
    Optional<String> password = settings.variable(PASSWORD);
    if (user.isPresent() != password.isPresent()) {
      String missing = user.isPresent() ? PASSWORD : USER;
      throw new UsageError(missing + ": is not set; " + USER + " and " + PASSWORD + " go together");
    }
    try {
      return user.map(name -> BasicCredentials.of(name, password.orElseThrow()));
    } catch (IllegalArgumentException unusable) {
      throw new UsageError(
          USER + ", " + PASSWORD + ": a user without colon, and neither of them with controls");
    }
  }
}
