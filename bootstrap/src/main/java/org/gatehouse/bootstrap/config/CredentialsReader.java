package org.gatehouse.bootstrap.config;

import java.util.Optional;
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

  /** Those of the option, else the pair of the environment, else none. */
  Optional<BasicCredentials> read() {
    Optional<Given> given = settings.find(Setting.AUTH);
    return given.isPresent() ? given.map(CredentialsReader::pair) : ofEnvironment();
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
