package org.gatehouse.benchmarks.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder with a root, in which there is one file of 1 KiB, and a var. */
record Folder(Path path) implements AutoCloseable {
  static final int LENGTH = 1024;

  static Folder make() throws IOException {
    Folder folder = new Folder(Files.createTempDirectory("gatehouse-micro"));
    Files.createDirectory(folder.root());
    Files.createDirectory(folder.var());
    Files.write(folder.root().resolve(Heads.FILE), new byte[LENGTH]);
    return folder;
  }

  Path root() {
    return path.resolve("root");
  }

  Path var() {
    return path.resolve("var");
  }

  @Override
  public void close() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(path)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.delete(each);
    }
  }
}
