package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.negotiation.ContentCoding;

/**
 * A file beside another that holds its content coded: {@code name.br}, {@code name.zst}, {@code
 * name.gz} (RFC 9110 §8.4.1). A regular file, no link, and not older than the other.
 *
 * @param coding how it is coded
 * @param stat of the sidecar
 */
record Sidecar(ContentCoding coding, Stat stat) {

  /** All that is beside a file by the names of sidecars, best coding first, current or not. */
  static List<Sidecar> beside(Folder folder, String name) throws IOException {
    List<Sidecar> sidecars = new ArrayList<>(0);
    for (ContentCoding coding : ContentCoding.values()) {
      if (coding != ContentCoding.IDENTITY) {
        look(folder, name, coding).ifPresent(sidecars::add);
      }
    }
    return List.copyOf(sidecars);
  }

  /** Those that may be sent in the file's place. */
  static List<Sidecar> current(List<Sidecar> beside, Folder folder, String name, Stat plain) {
    return beside.stream()
        .filter(side -> side.codes(plain))
        .filter(side -> Files.isReadable(folder.path().resolve(name(name, side.coding()))))
        .toList();
  }

  /** The name of a file's sidecar. */
  static String name(String name, ContentCoding coding) {
    return name + "." + coding.suffix();
  }

  /** The latest time of any of them: what replaces the file must be later still. */
  static Optional<Instant> latest(List<Sidecar> beside) {
    return beside.stream().map(side -> side.stat.modified()).max(Comparator.naturalOrder());
  }

  /** A file's sidecar of a coding, if it may be sent in the file's place. */
  static Optional<Sidecar> look(Folder folder, String name, ContentCoding coding, Stat plain)
      throws IOException {
    return look(folder, name, coding).filter(side -> side.codes(plain));
  }

  private static Optional<Sidecar> look(Folder folder, String name, ContentCoding coding)
      throws IOException {
    String sidecar = name(name, coding);
    if (!Names.isStorable(folder.path().getFileSystem(), sidecar) || folder.lacks(sidecar)) {
      return Optional.empty();
    }
    try {
      Stat stat = folder.look(sidecar);
      return Spelling.isExact(folder, sidecar)
          ? Optional.of(new Sidecar(coding, stat))
          : Optional.empty();
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  private boolean codes(Stat plain) {
    return stat.isFile() && stat.isReadable() && !stat.modified().isBefore(plain.modified());
  }

  /** The variant it is; its tag changes when it or the file changes. */
  Variant variant(Stat plain) {
    EntityTag own = stat.state().tag();
    EntityTag tag = plain.state().tag().variant(own.opaque()).variant(coding.token());
    return new Variant(coding, tag, stat.modified());
  }
}
