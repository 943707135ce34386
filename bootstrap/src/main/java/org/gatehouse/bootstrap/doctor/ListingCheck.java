package org.gatehouse.bootstrap.doctor;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.config.Configuration.Site;
import org.gatehouse.domain.target.ResourcePath;

/** What is shown of folders. */
final class ListingCheck implements Check {
  private static final ResourcePath FILES = ResourcePath.of("files").asFolder();

  @Override
  public void examine(Configuration configuration, Findings findings) {
    Site site = configuration.site();
    if (site.listing().roots().isEmpty()) {
      findings.ok("no folder is listed");
      return;
    }
    String listed =
        site.listing().roots().stream()
            .map(ResourcePath::toString)
            .sorted()
            .collect(Collectors.joining(", "));
    findings.ok("listed are " + listed + " and all below");
    if (site.dotfiles()) {
      findings.warning(
          "hidden names are listed, too",
          "With --listing and --dotfiles whoever looks finds what is hidden by its name only, such as"
              + " .git or .env, and can take all of it as an archive.",
          "leave out --dotfiles, or list a folder that holds nothing of the kind");
    }
    site.listing().roots().forEach(folder -> look(site, folder, findings));
  }

  private static void look(Site site, ResourcePath folder, Findings findings) {
    if (folder.equals(FILES)) {
      return;
    }
    Path path = site.root().resolve(String.join("/", folder.segments()));
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      findings.note(
          folder + " is no folder of the root",
          "It is 404 until there is one.",
          "make it, or correct --listing");
    }
  }
}
