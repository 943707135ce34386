package org.gatehouse.adapter.filesystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the kernel is really asked to do, told by strace where there is one. */
@Timeout(120)
class SystemCallTest {
  @TempDir private Path temp;

  @Test
  void contentGoesOutBySendfileAndWritesAreFlushedInOrder() throws Exception {
    Path trace = temp.resolve("trace");
    Path root = Files.createDirectory(temp.resolve("root"));
    assumeTrue(works(trace), "strace is there and may trace");
    AnotherServer.start(
            "send",
            root,
            "strace",
            "-f",
            "-qq",
            "-y",
            "-e",
            "trace=sendfile,fsync,fdatasync,link,linkat,rename,renameat,unlinkat,mkdir",
            "-o",
            trace.toString())
        .close();
    List<String> steps = steps(Files.readAllLines(trace), root.toString());
    assertTrue(steps.remove("sendfile"), "content goes out by sendfile");
    steps.removeIf("sendfile"::equals);
    assertEquals(
        List.of(
            "mkdir staging",
            "fsync content",
            "mkdir new",
            "fsync root",
            "link",
            "fsync new",
            "unlink staged",
            "fsync content",
            "rename",
            "fsync new",
            "unlink page.txt",
            "fsync new"),
        steps.subList(0, 12));
  }

  private static boolean works(Path trace) throws InterruptedException {
    try {
      return new ProcessBuilder("strace", "-o", trace.toString(), "true").start().waitFor() == 0;
    } catch (IOException none) {
      return false;
    }
  }

  private static List<String> steps(List<String> trace, String root) {
    List<String> steps = new ArrayList<>();
    for (String line : trace) {
      if (line.contains("sendfile(")) {
        steps.add("sendfile");
      } else if (line.contains(root) && !line.contains("resumed>")) {
        String step = step(line.replace(root, "ROOT"));
        // Content is flushed again if its time had to be moved, which depends on the clock's tick.
        if (steps.isEmpty() || !steps.get(steps.size() - 1).equals(step)) {
          steps.add(step);
        }
      }
    }
    return steps;
  }

  private static String step(String line) {
    String staging = Names.STAGING;
    if (line.contains("mkdir(")) {
      return line.contains(staging) ? "mkdir staging" : "mkdir new";
    }
    if (line.contains("sync(")) {
      String which = line.contains("/new>") ? "new" : "root";
      return "fsync " + (line.contains(".part") ? "content" : which);
    }
    if (line.contains("link(") && !line.contains("unlink")) {
      return "link";
    }
    if (line.contains("rename")) {
      return "rename";
    }
    return "unlink " + (line.contains(staging) ? "staged" : "page.txt");
  }
}
