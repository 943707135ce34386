package org.gatehouse.bootstrap.endtoend.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.RawClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a power cut would find: content is on the disk before it gets its name, and the name before
 * the answer goes out. Told by strace, where there is one.
 */
@Timeout(180)
class FlushIT {
  // me:secret
  private static final String CREDENTIALS = "Authorization: Basic bWU6c2VjcmV0";
  private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\((.*)");
  private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>.*");

  @TempDir Path folder;

  @Test
  void theAnswerComesLast() throws Exception {
    assertEquals(
        List.of(
            "flush content, name it, flush folder, answer",
            "flush content, rename it, flush folder, answer",
            "flush content, name it, flush folder, answer",
            "remove, flush folder, answer"),
        steps("always"));
  }

  @Test
  void withoutFlushingItIsTheSame() throws Exception {
    assertEquals(
        List.of("name it, answer", "rename it, answer", "name it, answer", "remove, answer"),
        steps("never"));
  }

  /** What is done for a PUT, another of the same name, a POST and a DELETE. */
  private List<String> steps(String sync) throws Exception {
    Path trace = folder.resolve("trace");
    String calls = "trace=fsync,fdatasync,link,linkat,rename,renameat,unlinkat,write,writev,sendto";
    List<String> strace = List.of("strace", "-D", "-f", "-y", "-s", "16", "-e", calls, "-o");
    assumeTrue(works(strace, trace), "strace is there and may trace");
    List<String> command = new ArrayList<>(strace);
    command.add(trace.toString());
    try (JarServer server =
            JarServer.in(folder)
                .within(command.toArray(String[]::new))
                .options("--sync", sync, "--auth", "me:secret", "--cookies", "off")
                .start();
        RawClient client = server.connect()) {
      assertEquals(201, client.exchange("PUT /a.txt", "first").status());
      assertEquals(200, client.exchange("PUT /a.txt", "second").status());
      assertEquals(201, client.exchange("POST /a.txt", "third").status());
      assertEquals(200, client.sendHead("DELETE /a.txt", CREDENTIALS).read().status());
      assertEquals(0, server.stop().code());
    }
    return new Reading(folder.resolve("www").toString()).read(Files.readAllLines(trace));
  }

  private static boolean works(List<String> strace, Path trace) throws InterruptedException {
    List<String> command = new ArrayList<>(strace);
    command.addAll(List.of(trace.toString(), "true"));
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException none) {
      return false;
    }
  }

  /** Reads a trace. A call counts when it returns. */
  private static final class Reading {
    private final String root;
    private final Map<String, String> unfinished = new HashMap<>();
    private final List<String> answers = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();

    Reading(String root) {
      this.root = root;
    }

    List<String> read(List<String> trace) {
      for (String line : trace) {
        Matcher call = CALL.matcher(line);
        Matcher resumed = RESUMED.matcher(line);
        if (call.matches()) {
          String step = step(call.group(2), call.group(3));
          if (line.endsWith("<unfinished ...>")) {
            unfinished.put(call.group(1), step);
          } else {
            note(step);
          }
        } else if (resumed.matches()) {
          note(unfinished.remove(resumed.group(1)));
        }
      }
      assertTrue(steps.isEmpty(), "after the last answer: " + steps);
      return answers;
    }

    private String step(String name, String arguments) {
      if (arguments.contains("\"HTTP/1.1 20")) {
        return "answer";
      }
      if (!arguments.contains(root)) {
        return "";
      }
      boolean staged = arguments.contains(".part");
      return switch (name) {
        case "fsync", "fdatasync" -> staged ? "flush content" : "flush folder";
        case "link", "linkat" -> "name it";
        case "rename", "renameat" -> "rename it";
        // The other name of what was staged goes, and its lock in the end.
        case "unlinkat" -> arguments.contains("a.txt") ? "remove" : "";
        default -> "";
      };
    }

    private void note(String step) {
      if (step.equals("answer")) {
        answers.add(String.join(", ", steps) + ", answer");
        steps.clear();
      } else if (!step.isEmpty() && (steps.isEmpty() || !last().equals(step))) {
        // Content is flushed again if its time had to be moved.
        steps.add(step);
      }
    }

    private String last() {
      return steps.get(steps.size() - 1);
    }
  }
}
