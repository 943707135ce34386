package org.gatehouse.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program with a server in it, alone in its process, without the libraries of the process. */
@Timeout(120)
class EmbeddedProcessTest {
  @TempDir private Path folder;

  /** The class path without those libraries that are for {@code server.jar} only. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.matches(".*/(logback|picocli)-[^/]*\\.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void leavesNothingBehindAndSaysNothing() throws Exception {
    Path work = Files.createDirectory(folder.resolve("work"));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                classPath(),
                EmbeddedProgram.class.getName())
            .directory(work.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertTrue(program.waitFor(60, TimeUnit.SECONDS), "a thread keeps the process alive");
    } finally {
      program.destroyForcibly();
    }
    assertEquals("", Files.readString(out));
    assertEquals(List.of(), complaints(err));
    assertEquals(0, program.exitValue());
    try (Stream<Path> left = Files.list(work)) {
      assertEquals(List.of(), left.toList());
    }
  }

  /** What is on standard error, but that SLF4J found nobody to log to. */
  private static List<String> complaints(Path err) throws Exception {
    try (Stream<String> lines = Files.lines(err)) {
      return lines.filter(line -> !line.startsWith("SLF4J(W): ")).toList();
    }
  }
}
