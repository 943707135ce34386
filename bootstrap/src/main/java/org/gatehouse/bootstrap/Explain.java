package org.gatehouse.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.application.guard.GuardChain;
import org.gatehouse.application.port.in.Origin;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.route.Routes;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.explain.Ask;
import org.gatehouse.bootstrap.explain.Explainer;
import org.gatehouse.bootstrap.explain.Explanation;
import org.gatehouse.bootstrap.explain.Rehearsal;
import org.gatehouse.bootstrap.explain.Stillness;
import org.gatehouse.bootstrap.option.Given;
import org.gatehouse.bootstrap.option.Setting;
import org.gatehouse.bootstrap.option.Settings;
import org.gatehouse.bootstrap.option.UsageError;
import org.gatehouse.bootstrap.system.SystemClock;

/**
 * The command that tells why a request would be answered as it would be: the whole server is
 * assembled, but for its sockets, on ports that write nothing.
 */
final class Explain {
  private static final int LIKELY_PORT = 8080;

  private final Settings settings;

  Explain(Settings settings) {
    this.settings = settings;
  }

  /** Explains the request that the settings name. */
  Explanation run(Configuration configuration) throws StartFailure {
    int port = configuration.listening().port();
    int serverPort = port == 0 ? LIKELY_PORT : port;
    Ask ask = ask(serverPort);
    Folders.requireReadable(configuration.site().root(), Setting.ROOT);
    Clock clock = new SystemClock();
    Rehearsal rehearsal = new Rehearsal(clock);
    try (ServerAssembly assembly =
        new ServerAssembly(configuration, ports(configuration, rehearsal), watch(rehearsal))) {
      assembly.openCredentials();
      Origin origin = assembly.origin(new Stillness(), Optional.empty());
      return new Explainer(origin, assembly.headReader(), rehearsal).explain(ask, serverPort);
    } catch (StorageFailure failure) {
      throw VarFolder.unusable(failure.getMessage());
    } catch (IOException unreadable) {
      throw new StartFailure(
          Setting.CONTENT.flag() + ": the file cannot be read: " + Folders.reason(unreadable));
    }
  }

  private static Ports ports(Configuration configuration, Rehearsal rehearsal) {
    return new Ports(
        Optional.empty(),
        Optional.of(
            rehearsal.tags(StorageAssembly.storedTags(configuration.var().resolve("etag.csv")))),
        Optional.of(rehearsal.ledger()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Stillness()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        true);
  }

  private static Watch watch(Rehearsal rehearsal) {
    return new Watch() {
      @Override
      public ResourceRepository around(ResourceRepository storage) {
        return rehearsal.around(storage);
      }

      @Override
      public GuardChain around(GuardChain guards) {
        return rehearsal.around(guards);
      }

      @Override
      public void sees(Routes routes) {
        rehearsal.sees(routes);
      }
    };
  }

  private Ask ask(int serverPort) throws StartFailure {
    List<String> headers = new ArrayList<>();
    List<Given> given = settings.all(Setting.HEADER);
    if (given.stream().noneMatch(line -> isNamed(line, "host"))) {
      headers.add("Host: localhost:" + serverPort);
    }
    given.forEach(line -> headers.add(line.text()));
    Optional<Path> content = settings.find(Setting.CONTENT).map(Explain::file);
    boolean announced =
        given.stream()
            .anyMatch(
                line -> isNamed(line, "content-length") || isNamed(line, "transfer-encoding"));
    if (content.isPresent() && !announced) {
      headers.add("Content-Length: " + length(content.get()));
    }
    return new Ask(needed(Setting.METHOD), needed(Setting.TARGET), headers, content);
  }

  private static Path file(Given given) {
    try {
      return Path.of(given.text());
    } catch (InvalidPathException invalid) {
      throw given.refused("the path of a file");
    }
  }

  private String needed(Setting setting) {
    return settings
        .find(setting)
        .map(Given::text)
        .orElseThrow(
            () ->
                new UsageError(
                    "explain: "
                        + setting.name()
                        + " is missing; it takes a method and a target, such as GET /index.html"));
  }

  private static boolean isNamed(Given line, String name) {
    return line.text().toLowerCase(Locale.ROOT).startsWith(name + ":");
  }

  private static long length(Path file) throws StartFailure {
    try {
      return Files.size(file);
    } catch (IOException unreadable) {
      throw new StartFailure(
          Setting.CONTENT.flag()
              + ": the file '"
              + file
              + "' cannot be read: "
              + Folders.reason(unreadable));
    }
  }
}
