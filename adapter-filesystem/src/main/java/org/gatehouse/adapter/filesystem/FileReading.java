package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.Lookup.Absence;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.gatehouse.domain.target.ResourcePath;

/** Looks up and opens files. */
final class FileReading {
  private final ReadWalk walk;
  private final AtomicInteger open = new AtomicInteger();

  FileReading(ReadWalk walk) {
    this.walk = walk;
  }

  /** What stands under a path. */
  Lookup find(ResourcePath path) {
    return walk.visit(
        path, (folder, name, stat) -> lookup(path, folder, name, stat), Lookup::absent);
  }

  private Lookup lookup(ResourcePath path, Folder folder, String name, Stat stat)
      throws IOException {
    if (!stat.isFile()) {
      return Lookup.absent(Absence.FOLDER);
    }
    if (!stat.isReadable() || !Files.isReadable(folder.path().resolve(name))) {
      return Lookup.absent(Absence.DENIED);
    }
    return Lookup.found(resource(path, folder, name, stat, Sidecar.beside(folder, name)));
  }

  /** The resource that a file is, with what is beside it. */
  FileResource resource(
      ResourcePath path, Folder folder, String name, Stat stat, List<Sidecar> beside) {
    return new FileResource(this, path, stat, Sidecar.current(beside, folder, name, stat));
  }

  /**
   * Opens a variant of what stands under a path by now.
   *
   * @throws StorageFailure if it may not or cannot be read
   */
  Optional<Representation> open(ResourcePath path, ContentCoding coding) {
    return walk.visit(
        path,
        (folder, name, stat) -> stat.isFile() ? open(folder, name, coding) : Optional.empty(),
        absence -> absent(path, absence));
  }

  private static Optional<Representation> absent(ResourcePath path, Absence absence) {
    if (absence == Absence.DENIED) {
      throw new StorageFailure(StorageFailure.Kind.DENIED, "opening " + path, null);
    }
    return Optional.empty();
  }

  private Optional<Representation> open(Folder folder, String name, ContentCoding coding)
      throws IOException {
    if (coding != ContentCoding.IDENTITY) {
      return openSidecar(folder, name, coding);
    }
    OpenFile file = OpenFile.open(folder, name);
    return Optional.of(representation(FileResource.plain(file.stat()), file));
  }

  private Optional<Representation> openSidecar(Folder folder, String name, ContentCoding coding)
      throws IOException {
    Stat plain = folder.look(name);
    if (Sidecar.look(folder, name, coding, plain).isEmpty()) {
      return Optional.empty();
    }
    OpenFile file = OpenFile.open(folder, Sidecar.name(name, coding));
    try {
      // Both must have been so at one time: the sidecar's tag tells of the file as well.
      boolean unchanged =
          folder.look(name).equals(plain)
              && Sidecar.look(folder, name, coding, plain)
                  .equals(Optional.of(new Sidecar(coding, file.stat())));
      if (!unchanged) {
        throw new Raced("a file or its sidecar changed", null);
      }
    } catch (IOException e) {
      file.channel().close();
      throw e;
    }
    return Optional.of(representation(new Sidecar(coding, file.stat()).variant(plain), file));
  }

  private Representation representation(Variant variant, OpenFile file) throws IOException {
    if (!file.stat().isReadable()) {
      file.channel().close();
      throw new AccessDeniedException(null);
    }
    return new Representation(variant, Part.of(new FileSlice(file, open)));
  }

  /** How many slices are open. */
  int openCount() {
    return open.get();
  }
}
