package org.gatehouse.bootstrap.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.config.Configuration.Site;
import org.gatehouse.bootstrap.option.Setting;
import org.gatehouse.bootstrap.system.FileTrouble;

/** The folders that are served. */
final class RootCheck implements Check {
  /** What lies about hidden and is not for the world. */
  private static final List<String> SECRETS =
      List.of(".git", ".env", ".ssh", ".htpasswd", ".svn", ".aws", ".npmrc", ".netrc");

  @Override
  public void examine(Configuration configuration, Findings findings) {
    Site site = configuration.site();
    boolean writes = configuration.writing().policy() != WritePolicy.OFF;
    if (!isReadable(site.root(), Setting.ROOT, findings)) {
      return;
    }
    writable(site.root(), Setting.ROOT, writes, findings);
    breadth(site.root(), findings);
    index(site.root(), findings);
    hidden(site, findings);
    site.directory().ifPresent(folder -> directory(folder, writes, findings));
  }

  private static boolean isReadable(Path folder, Setting setting, Findings findings) {
    String name = setting.flag() + " " + folder;
    if (!Files.isDirectory(folder)) {
      boolean exists = Files.exists(folder);
      findings.error(
          name + (exists ? " is not a folder" : " does not exist"),
          "Without it the server does not start.",
          "name a folder, or make this one");
      return false;
    }
    try {
      // Opening it is what takes the permission.
      Files.newDirectoryStream(folder).close();
      return true;
    } catch (IOException unreadable) {
      findings.error(
          name + " cannot be read: " + FileTrouble.reason(unreadable),
          "Without it the server does not start.",
          "let user '" + System.getProperty("user.name") + "' read it");
      return false;
    }
  }

  private static void writable(Path folder, Setting setting, boolean writes, Findings findings) {
    String name = setting.flag() + " " + folder.toAbsolutePath().normalize();
    if (!writes) {
      findings.ok(name + " can be read");
    } else if (Files.isWritable(folder)) {
      findings.ok(name + " can be read and written");
    } else {
      findings.warning(
          name + " cannot be written",
          "Whoever may write by --writes is answered 403, unless a folder in it can be written.",
          "give it to the server's user, or say --writes off");
    }
  }

  private static void breadth(Path root, Findings findings) {
    Path real = root.toAbsolutePath().normalize();
    Path home = Path.of(System.getProperty("user.home", "/")).toAbsolutePath().normalize();
    if (real.getParent() == null || real.equals(home)) {
      findings.warning(
          "--root is " + (real.equals(home) ? "a home folder" : "the whole machine"),
          "Everything in it that the server's user may read is served.",
          "serve a folder that holds nothing else");
    }
  }

  private static void index(Path root, Findings findings) {
    if (!Files.exists(root.resolve("index.html"))) {
      findings.note(
          "there is no index.html",
          "'/' is answered with the word hello.",
          "put one there, if visitors are meant to begin at '/'");
    }
  }

  private static void hidden(Site site, Findings findings) {
    List<String> secrets =
        SECRETS.stream().filter(name -> Files.exists(site.root().resolve(name))).toList();
    if (site.dotfiles() && !secrets.isEmpty()) {
      findings.warning(
          "--dotfiles serves " + String.join(", ", secrets),
          "Such files hold passwords and history.",
          "leave --dotfiles out, or move them");
    } else if (site.dotfiles()) {
      findings.note(
          "--dotfiles serves and takes names that begin with a dot",
          "Tools leave such files without telling.",
          "leave it out if only .well-known is needed: that is served anyway");
    }
  }

  private static void directory(Path folder, boolean writes, Findings findings) {
    if (Files.exists(folder)) {
      if (isReadable(folder, Setting.DIRECTORY, findings)) {
        writable(folder, Setting.DIRECTORY, writes, findings);
      }
    } else if (Nearest.isWritable(folder)) {
      findings.ok("--directory " + folder + " will be made");
    } else {
      findings.error(
          "--directory " + folder + " cannot be made",
          "The folder above it is not this user's, and without it the server does not start.",
          "make it, and give it to the server's user");
    }
  }
}
