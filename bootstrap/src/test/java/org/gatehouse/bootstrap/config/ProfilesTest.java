package org.gatehouse.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.application.endpoint.EndpointName;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.bootstrap.option.Arguments;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.Test;

/** The profiles that come with the server say what the contract says (section 9). */
class ProfilesTest {
  private static final Path PROFILES = Path.of("..", "profiles");

  private static Configuration read(String profile, String... more) {
    String[] arguments =
        Stream.concat(Stream.of("@" + PROFILES.resolve(profile)), Stream.of(more))
            .toArray(String[]::new);
    return ConfigurationReader.read(new Arguments("", Map.of()).read(arguments).settings());
  }

  @Test
  void thereAreNoOthers() throws IOException {
    try (Stream<Path> files = Files.list(PROFILES)) {
      assertEquals(
          Set.of("classic", "downloads", "observed", "filedrop"),
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
    }
  }

  @Test
  void classic() {
    Configuration classic = read("classic");
    assertEquals(50, classic.limits().target());
    assertEquals(512_000, classic.limits().content());
    assertEquals(20, classic.limits().connections());
    assertEquals(Map.of("/old.html", "/new.html"), classic.site().redirects());
  }

  @Test
  void downloads() {
    Configuration downloads = read("downloads");
    assertTrue(downloads.site().types().of(ResourcePath.of("a.jpeg")).isPresent());
    assertTrue(downloads.site().types().of(ResourcePath.of("a.css")).isEmpty());
    assertEquals(Set.of("txt", "png", "jpg", "jpeg"), downloads.site().attachments());
    assertEquals(100, downloads.limits().requestsPerConnection());
    assertEquals(8192, downloads.limits().content());
    assertEquals(10, downloads.limits().workers());
  }

  @Test
  void observed() {
    Configuration observed = read("observed");
    assertTrue(observed.listening().address().isAnyLocalAddress());
    assertEquals(WritePolicy.AUTHENTICATED, observed.writing().policy());
    assertEquals(10, observed.limits().workers());
    assertEquals(Duration.ofSeconds(5), observed.times().header());
  }

  @Test
  void filedrop() {
    Configuration filedrop = read("filedrop");
    assertEquals(4221, filedrop.listening().port());
    assertEquals(Optional.of(Path.of("public")), filedrop.site().directory());
    assertEquals(
        Set.of(EndpointName.ECHO, EndpointName.USER_AGENT, EndpointName.FILES),
        filedrop.site().endpoints());
  }

  @Test
  void whatStandsAfterAProfileOverridesIt() {
    assertEquals(9000, read("filedrop", "9000").listening().port());
    assertEquals(30, read("classic", "--max-connections", "30").limits().connections());
  }
}
