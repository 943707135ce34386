package org.gatehouse.examples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.Lookup.Absence;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.ResourceState;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.application.port.out.WriteRule;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.gatehouse.domain.target.ResourcePath;

/** Serves a site that comes as one ZIP archive, such as a program has in its jar. */
public final class ZipRepository implements ResourceRepository {
  private final Map<ResourcePath, Lookup> known = new HashMap<>();

  /** Reads an archive; its names become paths, and none of them can climb. */
  public ZipRepository(InputStream archive) throws IOException {
    known.put(ResourcePath.ROOT, Lookup.absent(Absence.FOLDER));
    ZipInputStream zip = new ZipInputStream(archive);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String[] names = entry.getName().split("/");
      int folders = entry.isDirectory() ? names.length : names.length - 1;
      for (int depth = 1; depth <= folders; depth++) {
        ResourcePath folder = ResourcePath.of(Arrays.copyOf(names, depth));
        known.put(folder, Lookup.absent(Absence.FOLDER));
        known.put(folder.asFolder(), Lookup.absent(Absence.FOLDER));
      }
      if (!entry.isDirectory()) {
        ByteBuffer octets = ByteBuffer.wrap(zip.readAllBytes());
        ResourceState state =
            new ResourceState(entry.getLastModifiedTime().toInstant(), octets.remaining());
        known.put(ResourcePath.of(names), Lookup.found(new Page(state, octets)));
      }
    }
  }

  private record Page(ResourceState state, ByteBuffer octets) implements Resource {
    @Override
    public List<Variant> variants() {
      return List.of(new Variant(ContentCoding.IDENTITY, state.tag(), state.modified()));
    }

    @Override
    public boolean opensAtOnce(ContentCoding coding) {
      return true;
    }

    @Override
    public Optional<Representation> open(ContentCoding coding) {
      return variants().stream()
          .filter(variant -> variant.coding() == coding)
          .map(variant -> new Representation(variant, Part.shared(octets)))
          .findFirst();
    }
  }

  @Override
  public Optional<Lookup> peek(ResourcePath path) {
    return Optional.of(find(path));
  }

  @Override
  public Lookup find(ResourcePath path) {
    return known.getOrDefault(path, Lookup.absent(Absence.MISSING));
  }

  @Override
  public Optional<Obstacle> obstacle(ResourcePath path) {
    return Optional.of(Obstacle.DENIED);
  }

  @Override
  public Upload stage(ResourcePath path) {
    throw new StorageFailure(StorageFailure.Kind.DENIED, "an archive is only read", null);
  }

  @Override
  public WriteOutcome remove(ResourcePath path, WriteRule rule) {
    boolean missing = find(path).match(page -> false, why -> why == Absence.MISSING);
    return missing ? WriteOutcome.missing() : WriteOutcome.hindered(Obstacle.DENIED);
  }

  @Override
  public void check() {
    // It is in memory: nothing can have happened to it.
  }
}
