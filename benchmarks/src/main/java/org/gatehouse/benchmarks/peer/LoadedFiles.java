package org.gatehouse.benchmarks.peer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DateFormatter;
import io.netty.util.AsciiString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder's files as they were at the start: small ones in memory, large ones where they are. */
final class LoadedFiles {
  private static final long MOST_IN_MEMORY = 1 << 20;

  private final Map<String, Loaded> files = new HashMap<>();

  /**
   * A file.
   *
   * @param content null if it is too large to be in memory
   */
  record Loaded(
      Path path,
      long length,
      AsciiString type,
      AsciiString tag,
      AsciiString lastModified,
      ByteBuf content) {}

  private LoadedFiles() {}

  static LoadedFiles in(Path folder) throws IOException {
    LoadedFiles loaded = new LoadedFiles();
    List<Path> paths;
    try (Stream<Path> listed = Files.list(folder)) {
      paths = listed.filter(Files::isRegularFile).toList();
    }
    for (Path path : paths) {
      loaded.files.put("/" + path.getFileName(), load(path));
    }
    return loaded;
  }

  private static Loaded load(Path path) throws IOException {
    long length = Files.size(path);
    long modified = Files.getLastModifiedTime(path).toMillis();
    ByteBuf content = null;
    if (length <= MOST_IN_MEMORY) {
      byte[] octets = Files.readAllBytes(path);
      content = Unpooled.unreleasableBuffer(Unpooled.directBuffer(octets.length));
      content.writeBytes(octets);
    }
    return new Loaded(
        path,
        length,
        new AsciiString(path.toString().endsWith(".html") ? "text/html" : "image/png"),
        new AsciiString("\"" + modified + "-" + length + "\""),
        new AsciiString(DateFormatter.format(new Date(modified))),
        content);
  }

  /** The file behind a path, or null. */
  Loaded at(String path) {
    return files.get(path);
  }
}
