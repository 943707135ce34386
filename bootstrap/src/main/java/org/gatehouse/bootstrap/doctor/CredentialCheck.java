package org.gatehouse.bootstrap.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.config.Configuration.Credentials;
import org.gatehouse.bootstrap.credentials.PasswordFile;
import org.gatehouse.bootstrap.option.Setting;
import org.gatehouse.bootstrap.option.Settings;
import org.gatehouse.bootstrap.option.UsageError;
import org.gatehouse.bootstrap.system.FileTrouble;
import org.gatehouse.bootstrap.system.SystemClock;

/** Whether the credentials can be read by the server, and are hard to guess for others. */
final class CredentialCheck implements Check {
  private static final int SHORT = 12;
  private static final Set<String> COMMON =
      Set.of(
          "password",
          "passw0rd",
          "123456",
          "12345678",
          "123456789",
          "1234567890",
          "qwerty",
          "secret",
          "letmein",
          "admin",
          "administrator",
          "changeme",
          "changeit",
          "welcome",
          "iloveyou",
          "gatehouse",
          "test",
          "guest",
          "root",
          "default");

  private final Settings settings;

  CredentialCheck(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void examine(Configuration configuration, Findings findings) {
    Credentials credentials = configuration.writing().credentials();
    if (credentials.areNone()) {
      findings.ok("there are none");
    }
    if (credentials.user().isPresent()) {
      onTheCommandLine(findings);
      strength(findings);
    }
    credentials.file().ifPresent(file -> file(file, configuration, findings));
  }

  private void onTheCommandLine(Findings findings) {
    if (isSeenByAll()) {
      findings.warning(
          "--auth stands on the command line",
          "Everyone on this machine who lists processes reads the password.",
          "put it into --auth-file, an argument file or the environment");
    }
  }

  /** Whether the system lists the option for this process; in an argument file it does not. */
  private static boolean isSeenByAll() {
    return ProcessHandle.current().info().arguments().stream()
        .flatMap(Arrays::stream)
        .anyMatch(word -> word.equals(Setting.AUTH.flag()) || word.startsWith("--auth="));
  }

  private Optional<String> password() {
    Optional<String> pair = settings.find(Setting.AUTH).map(given -> given.text());
    return pair.isPresent()
        ? pair.map(text -> text.substring(text.indexOf(':') + 1))
        : settings.variable("HTTP_AUTH_PASS");
  }

  private Optional<String> user() {
    Optional<String> pair = settings.find(Setting.AUTH).map(given -> given.text());
    return pair.isPresent()
        ? pair.map(text -> text.substring(0, text.indexOf(':')))
        : settings.variable("HTTP_AUTH_USER");
  }

  private void strength(Findings findings) {
    String password = password().orElse("");
    String plain = password.toLowerCase(Locale.ROOT);
    boolean common = COMMON.contains(plain) || user().filter(password::equals).isPresent();
    if (common || password.length() < SHORT || plain.chars().distinct().count() < SHORT / 2) {
      findings.warning(
          common ? "the password is one of the first that are guessed" : "the password is short",
          "Whoever guesses it writes and deletes files here.",
          "take one of 16 or more, such as 'openssl rand -base64 18' prints");
    } else {
      findings.ok("the password is long enough");
    }
  }

  private static void file(Path file, Configuration configuration, Findings findings) {
    try {
      PasswordFile.open(file, new SystemClock());
      Path real = file.toRealPath();
      if (isServed(real, Optional.of(configuration.site().root()))
          || isServed(real, configuration.site().directory())) {
        findings.error(
            "--auth-file " + file + " lies in a folder that is served",
            "Clients could read it, so the server does not start.",
            "move it, best beside --var");
      } else if (isOpenToGroup(file)) {
        findings.note(
            "--auth-file " + file + " can be read by its group",
            "That is right if the group is the server's own, and only then.",
            "look at its members, or 'chmod g-rwx' it");
      } else {
        findings.ok("--auth-file " + file + " is private and in order");
      }
    } catch (UsageError mistake) {
      findings.error(
          mistake.getMessage(),
          "The server does not start with it.",
          "write it with 'htpasswd -B'");
    } catch (IOException unusable) {
      findings.error(
          "--auth-file " + file + " " + FileTrouble.reason(unusable),
          "The server does not start without it.",
          "make it readable for the server's user and for nobody else");
    }
  }

  private static boolean isServed(Path file, Optional<Path> folder) throws IOException {
    return folder.isPresent()
        && Files.exists(folder.get())
        && file.startsWith(folder.get().toRealPath());
  }

  private static boolean isOpenToGroup(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view != null
        && view.readAttributes().permissions().stream()
            .anyMatch(
                Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE)::contains);
  }
}
