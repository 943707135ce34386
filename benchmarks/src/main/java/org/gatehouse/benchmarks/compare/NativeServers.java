package org.gatehouse.benchmarks.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * nginx and lighttpd, each with a configuration of its own: see the templates beside this class.
 */
final class NativeServers {
  private static final String CACHE = "open_file_cache max=1000 inactive=60s;";

  private NativeServers() {}

  static List<String> nginx(Place place, Answer answer) throws IOException {
    return nginx(place, "auto", "off", "");
  }

  /** What leaves a core to others, as Gatehouse does. */
  static List<String> nginxSparing(Place place, Answer answer) throws IOException {
    int spared = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    return nginx(place, Integer.toString(spared), "off", CACHE);
  }

  static List<String> nginxCached(Place place, Answer answer) throws IOException {
    return nginx(place, "auto", "off", CACHE);
  }

  static List<String> nginxLogged(Place place, Answer answer) throws IOException {
    return nginx(place, "auto", place.folder().resolve("access.log").toString(), "");
  }

  private static List<String> nginx(Place place, String workers, String accessLog, String cache)
      throws IOException {
    String text =
        filled("nginx.conf", place)
            .replace("{workers}", workers)
            .replace("{access_log}", accessLog)
            .replace("{cache}", cache);
    Path configuration = place.write("nginx.conf", text.getBytes(UTF_8));
    return List.of(
        "nginx",
        "-p",
        place.folder().toString(),
        "-e",
        "error.log",
        "-c",
        configuration.toString());
  }

  static List<String> lighttpd(Place place, Answer answer) throws IOException {
    Files.createDirectories(place.folder().resolve("uploads"));
    Path configuration =
        place.write("lighttpd.conf", filled("lighttpd.conf", place).getBytes(UTF_8));
    // In a session of its own, because at its end it signals all of its process group.
    return List.of("setsid", "lighttpd", "-D", "-f", configuration.toString());
  }

  private static String filled(String template, Place place) throws IOException {
    try (InputStream stream = NativeServers.class.getResourceAsStream(template)) {
      return new String(stream.readAllBytes(), UTF_8)
          .replace("{user}", System.getProperty("user.name"))
          .replace("{folder}", place.folder().toString())
          .replace("{root}", place.root().toString())
          .replace("{port}", Integer.toString(place.port()));
    }
  }
}
