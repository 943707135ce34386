package org.gatehouse.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import org.gatehouse.application.port.out.ETagStore;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.log.Logs;
import org.gatehouse.bootstrap.option.Setting;
import org.gatehouse.domain.target.ResourcePath;

/** The command that records the entity tag of every resource under the root. */
final class InitEtags {
  private final Console console;

  InitEtags(Console console) {
    this.console = console;
  }

  /** Records them, prints how many, and comes back with the exit code. */
  int run(Configuration configuration) throws StartFailure {
    Path root = configuration.site().root();
    Folders.requireReadable(root, Setting.ROOT);
    try (Closings closings = new Closings()) {
      Logs logs = VarFolder.openLogs(configuration, console);
      closings.add(logs::close);
      ServerAssembly assembly = new ServerAssembly(configuration);
      closings.add(assembly::close);
      ETagStore etags = assembly.etags();
      ResourceRepository files = assembly.files(root);
      TreeWalk walk = new TreeWalk(root, configuration.site().dotfiles());
      Recorder recorder = new Recorder(files, etags);
      walk.forEach(recorder::record);
      etags.flush();
      console.say(recorder.count + " entity tags recorded");
      return Main.DONE;
    } catch (StorageFailure failure) {
      throw VarFolder.unusable(failure.getMessage());
    } catch (IOException unreadable) {
      throw new StartFailure("--root: cannot be read: " + Folders.reason(unreadable));
    }
  }

  /** Asks the repository for each path, as a request would. */
  private static final class Recorder {
    private final ResourceRepository files;
    private final ETagStore etags;
    private long count;

    private Recorder(ResourceRepository files, ETagStore etags) {
      this.files = files;
      this.etags = etags;
    }

    private void record(ResourcePath path) {
      files
          .find(path)
          .match(
              resource -> {
                etags.record(path, resource.state().tag(), resource.state().modified());
                count++;
                return true;
              },
              absence -> false);
    }
  }
}
