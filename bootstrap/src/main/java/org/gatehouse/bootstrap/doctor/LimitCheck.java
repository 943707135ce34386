package org.gatehouse.bootstrap.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.config.Configuration.Limits;
import org.gatehouse.bootstrap.system.Descriptors;

/** Whether the machine has what the limits promise. */
final class LimitCheck implements Check {
  /** Uploads of the largest size that should fit at the same time. */
  private static final int UPLOADS = 4;

  private static final long LITTLE_ROOM = 64L << 20;

  /** A thread's stack, as the JDK reserves it. */
  private static final long STACK = 1L << 20;

  @Override
  public void examine(Configuration configuration, Findings findings) {
    connections(configuration.limits(), findings);
    workers(configuration.limits(), findings);
    if (configuration.writing().policy() != WritePolicy.OFF) {
      room("--root", configuration.site().root(), configuration.limits().content(), findings);
    }
    room("--var", configuration.var(), 0, findings);
  }

  private static void connections(Limits limits, Findings findings) {
    Descriptors descriptors = Descriptors.ofProcess();
    int possible = descriptors.connections(limits.connections(), limits.workers());
    if (possible < limits.connections()) {
      findings.warning(
          "--max-connections " + limits.connections() + " needs more open files",
          "This process may open "
              + descriptors.limit()
              + ", which is enough for "
              + possible
              + " connections and their files; no more will be let in.",
          "raise 'ulimit -n' (LimitNOFILE= of a unit), or lower --max-connections");
    } else {
      findings.ok(limits.connections() + " connections, and files enough for them");
    }
  }

  private static void workers(Limits limits, Findings findings) {
    long stacks = limits.workers() * STACK;
    if (stacks > Runtime.getRuntime().maxMemory()) {
      findings.note(
          limits.workers() + " workers",
          "Their stacks may take more memory than the heap, and more threads than a disk has arms"
              + " or channels only wait for each other.",
          "start with the default, and look at thread_pool of /metrics");
    }
  }

  private static void room(String flag, Path folder, long content, Findings findings) {
    try {
      Path existing = Nearest.existing(folder);
      long free = Files.getFileStore(existing).getUsableSpace();
      if (free < content || free < LITTLE_ROOM) {
        findings.warning(
            flag + " has " + Sizes.of(free) + " left",
            free < content
                ? "An upload may have " + Sizes.of(content) + " (--max-body): it would end in 507."
                : "When it is full, what cannot be stored is answered 507 and logs have gaps.",
            "make room, or lower --max-body");
      } else if (content > 0 && free / UPLOADS < content) {
        findings.note(
            flag + " has " + Sizes.of(free) + " left",
            "Fewer than " + UPLOADS + " uploads of --max-body fit at the same time.",
            "make room, or lower --max-body");
      } else {
        findings.ok(flag + " has " + Sizes.of(free) + " left");
      }
    } catch (IOException unknown) {
      findings.note(
          "how much room " + flag + " has is unknown",
          "Its file system does not tell.",
          "look yourself");
    }
  }
}
