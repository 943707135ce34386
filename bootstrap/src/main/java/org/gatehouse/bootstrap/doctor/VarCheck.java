package org.gatehouse.bootstrap.doctor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;
import org.gatehouse.adapter.persistence.StoredTags;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.system.FileTrouble;

/** The folder of logs and stores, and what the stores hold. */
final class VarCheck implements Check {
  private final Function<Path, StoredTags> tagReader;

  /** A check that reads the tags with this. */
  VarCheck(Function<Path, StoredTags> tagReader) {
    this.tagReader = tagReader;
  }

  @Override
  public void examine(Configuration configuration, Findings findings) {
    Path folder = configuration.var();
    if (!Files.exists(folder)) {
      toBeMade(folder, findings);
      return;
    }
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      findings.error(
          "--var " + folder + (Files.isDirectory(folder) ? " cannot be written" : " is no folder"),
          "Logs and stores are kept there; without it the server does not start.",
          "give it to user '" + System.getProperty("user.name") + "', or name another");
      return;
    }
    findings.ok("--var " + folder.toAbsolutePath().normalize() + " can be written");
    place(configuration, findings);
    tags(folder.resolve("etag.csv"), findings);
    plain(folder, "cookies.txt", findings);
  }

  private static void toBeMade(Path folder, Findings findings) {
    if (Nearest.isWritable(folder)) {
      findings.ok("--var " + folder + " will be made");
    } else {
      findings.error(
          "--var " + folder + " cannot be made",
          "The folder above it is not this user's, and without it the server does not start.",
          "make it, and give it to the server's user");
    }
  }

  private static void place(Configuration configuration, Findings findings) {
    try {
      Path root = configuration.site().root().toRealPath();
      if (configuration.var().toRealPath().startsWith(root)) {
        findings.warning(
            "--var lies under --root",
            "Clients can reach the logs and the stores.",
            "put it beside the root");
      }
    } catch (IOException noRoot) {
      // That is another check's finding.
      return;
    }
  }

  private void tags(Path file, Findings findings) {
    if (isTaken(file.resolveSibling("etag.csv.lock"), findings)) {
      return;
    }
    if (!Files.exists(file)) {
      findings.ok("etag.csv will be made");
      return;
    }
    try {
      StoredTags stored = tagReader.apply(file);
      if (stored.malformed() > 0) {
        findings.warning(
            "etag.csv has " + stored.malformed() + " malformed rows",
            "They are left out when the server starts, which keeps a copy; a path whose row is lost"
                + " could get an old tag again, if its file's time were set back.",
            "look at them, or let the server do so");
      } else {
        findings.ok("etag.csv knows " + stored.size() + " paths");
      }
    } catch (StorageFailure unreadable) {
      unusable("etag.csv", unreadable.getMessage(), findings);
    }
  }

  /** Whether another server has the stores. A lock that is had for a moment is given back. */
  private static boolean isTaken(Path lock, Findings findings) {
    if (!Files.exists(lock)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      FileLock held = channel.tryLock();
      if (held != null) {
        held.release();
        return false;
      }
    } catch (OverlappingFileLockException inThisProcess) {
      // Taken all the same.
    } catch (IOException unreadable) {
      unusable("etag.csv.lock", FileTrouble.reason(unreadable), findings);
      return true;
    }
    findings.error(
        "another server works in this folder",
        "A folder of stores has one server at a time.",
        "stop it, or give this one a --var of its own");
    return true;
  }

  private static void plain(Path folder, String name, Findings findings) {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return;
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file) || !Files.isWritable(file)) {
      unusable(name, "not a file of this user's", findings);
    } else {
      findings.ok(name + " can be read and written");
    }
  }

  private static void unusable(String name, String reason, Findings findings) {
    findings.error(
        name + " cannot be used: " + reason,
        "The server does not start without its stores.",
        "give it to the server's user, or move it away");
  }
}
