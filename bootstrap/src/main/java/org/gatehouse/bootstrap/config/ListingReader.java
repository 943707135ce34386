package org.gatehouse.bootstrap.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.application.listing.ListedFolders;
import org.gatehouse.bootstrap.option.Given;
import org.gatehouse.bootstrap.option.Setting;
import org.gatehouse.bootstrap.option.Settings;
import org.gatehouse.bootstrap.option.UsageError;
import org.gatehouse.domain.target.ResourcePath;

/** Reads which folders are listed. */
final class ListingReader {
  /** Takes back what was listed before it, such as by an argument file. */
  private static final String NONE = "none";

  private static final ResourcePath FILES = ResourcePath.of("files").asFolder();

  private final Settings settings;

  ListingReader(Settings settings) {
    this.settings = settings;
  }

  ListedFolders read() {
    List<Given> all = settings.all(Setting.LISTING);
    if (all.isEmpty()) {
      return settings.isSet(Setting.ROOT) ? ListedFolders.none() : new ListedFolders(Set.of(FILES));
    }
    Set<ResourcePath> folders = new LinkedHashSet<>();
    for (Given given : all) {
      if (given.text().equals(NONE)) {
        folders.clear();
      } else {
        folders.add(folder(given));
      }
    }
    return new ListedFolders(folders);
  }

  /** A path as it stands in a request, percent-encoding and all. */
  private static ResourcePath folder(Given given) {
    return ResourcePath.parse(given.text())
        .match(
            path -> {
              if (path.isFolder() && path.isAddressable()) {
                return path;
              }
              throw refused(given);
            },
            fault -> {
              throw refused(given);
            });
  }

  private static UsageError refused(Given given) {
    return given.refused("none, or the path of a folder with a slash at both ends, such as /pub/");
  }
}
