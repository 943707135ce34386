package org.gatehouse.distribution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.gatehouse.bootstrap.Completion;

/** Writes the generated files of a package; run by the build. The same sources give the same. */
public final class Generate {
  /** Where a gzip header says how hard was tried. */
  private static final int EXTRA_FLAGS = 8;

  private Generate() {}

  /**
   * Writes them.
   *
   * @param arguments the folder, the version, the time of the build, and the changelog
   */
  public static void main(String... arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    LocalDate day = LocalDate.ofInstant(Instant.parse(arguments[2]), ZoneOffset.UTC);
    String page = new ManPage(arguments[1], day).text();
    Files.writeString(folder.resolve("gatehouse.1"), page);
    compress(page.getBytes(StandardCharsets.UTF_8), folder.resolve("gatehouse.1.gz"));
    compress(Files.readAllBytes(Path.of(arguments[3])), folder.resolve("changelog.gz"));
    Path completion = Files.createDirectories(folder.resolve("completion"));
    Files.writeString(completion.resolve("gatehouse"), Completion.script());
  }

  /**
   * As 'gzip -9n' does it: without a time, and said to be as small as it gets (RFC 1952 §2.3.1).
   */
  private static void compress(byte[] octets, Path file) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new Smallest(compressed)) {
      out.write(octets);
    }
    byte[] whole = compressed.toByteArray();
    whole[EXTRA_FLAGS] = 2;
    Files.write(file, whole);
  }

  /** Takes its time. */
  private static final class Smallest extends GZIPOutputStream {
    private Smallest(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
