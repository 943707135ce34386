package org.gatehouse.bootstrap.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatehouse.application.endpoint.EndpointName;
import org.gatehouse.application.guard.RedirectGuard;
import org.gatehouse.bootstrap.config.Configuration.Site;
import org.gatehouse.bootstrap.option.Given;
import org.gatehouse.bootstrap.option.Setting;
import org.gatehouse.bootstrap.option.Settings;
import org.gatehouse.domain.media.MediaTypes;

/** Reads what is served. */
final class SiteReader {
  private static final String KNOWN_ENDPOINTS =
      Arrays.stream(EndpointName.values()).map(Given::word).collect(Collectors.joining(", "));

  private static final Pattern EXTENSION = Pattern.compile("[A-Za-z0-9_+-]+");

  private final Settings settings;

  SiteReader(Settings settings) {
    this.settings = settings;
  }

  Site read() {
    return new Site(
        ConfigurationReader.folder(settings.get(Setting.ROOT)),
        settings.find(Setting.DIRECTORY).map(ConfigurationReader::folder),
        endpoints(settings.get(Setting.ENDPOINTS)),
        types(),
        settings.isOn(Setting.DOTFILES),
        settings.find(Setting.ATTACHMENT).map(SiteReader::extensions).orElse(Set.of()),
        redirects(settings.all(Setting.REDIRECT)),
        new ListingReader(settings).read(),
        settings.get(Setting.COOKIES).choice(OnOff.class) == OnOff.ON,
        settings.get(Setting.CACHE_VALID).duration(Duration.ZERO));
  }

  private static Set<EndpointName> endpoints(Given given) {
    if (given.text().equals("all")) {
      return EnumSet.allOf(EndpointName.class);
    }
    if (given.text().equals("none")) {
      return Set.of();
    }
    Set<EndpointName> chosen = EnumSet.noneOf(EndpointName.class);
    List<String> words = given.words();
    for (EndpointName endpoint : EndpointName.values()) {
      if (words.contains(Given.word(endpoint))) {
        chosen.add(endpoint);
      }
    }
    if (words.isEmpty() || chosen.size() < Set.copyOf(words).size()) {
      throw given.refused("all, none, or any of " + KNOWN_ENDPOINTS);
    }
    return chosen;
  }

  private MediaTypes types() {
    MediaTypes types =
        settings.find(Setting.TYPES).map(SiteReader::narrowed).orElseGet(MediaTypes::broad);
    UnknownTypes unknown = settings.get(Setting.UNKNOWN_TYPES).choice(UnknownTypes.class);
    return unknown == UnknownTypes.OCTET_STREAM ? types.servingUnknown() : types;
  }

  private static MediaTypes narrowed(Given given) {
    try {
      return MediaTypes.broad().narrowedTo(extensions(given));
    } catch (IllegalArgumentException unknown) {
      throw given.refused("extensions of known media types, but " + unknown.getMessage());
    }
  }

  private static Set<String> extensions(Given given) {
    List<String> words = given.words();
    if (words.isEmpty() || !words.stream().allMatch(EXTENSION.asMatchPredicate())) {
      throw given.refused("extensions without their dot, such as html,txt,png");
    }
    return words.stream().map(w -> w.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  private static Map<String, String> redirects(List<Given> all) {
    Map<String, String> redirects = new HashMap<>();
    for (Given given : all) {
      int equals = given.text().indexOf('=');
      String from = given.text().substring(0, Math.max(0, equals));
      String to = given.text().substring(equals + 1);
      if (from.equals(to) || !isRedirect(from, to)) {
        throw given.refused(
            "FROM=TO, a path such as /old.html and another path or URL to which it has moved");
      }
      redirects.put(from, to);
    }
    return redirects;
  }

  /** What a redirect is, its guard knows. */
  private static boolean isRedirect(String from, String to) {
    try {
      new RedirectGuard(Map.of(from, to));
      return true;
    } catch (IllegalArgumentException unusable) {
      return false;
    }
  }

  /** The words of {@code --unknown-types}. */
  private enum UnknownTypes {
    REFUSE,
    OCTET_STREAM
  }
}
