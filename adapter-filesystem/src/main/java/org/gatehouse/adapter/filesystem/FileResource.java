package org.gatehouse.adapter.filesystem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.application.port.out.ResourceState;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.gatehouse.domain.target.ResourcePath;

/**
 * A file as it was when it was looked up. Two of one path are equal if, as far as the file system
 * tells, nothing has changed between them.
 *
 * @param files opens it
 * @param path under which it was found
 * @param stat of the file
 * @param sidecars beside it
 */
record FileResource(FileReading files, ResourcePath path, Stat stat, List<Sidecar> sidecars)
    implements Resource {

  @Override
  public ResourceState state() {
    return stat.state();
  }

  @Override
  public List<Variant> variants() {
    List<Variant> variants = new ArrayList<>(1 + sidecars.size());
    variants.add(plain(stat));
    sidecars.forEach(sidecar -> variants.add(sidecar.variant(stat)));
    return variants;
  }

  /** The variant that a file is by itself. */
  static Variant plain(Stat stat) {
    ResourceState state = stat.state();
    return new Variant(ContentCoding.IDENTITY, state.tag(), state.modified());
  }

  @Override
  public boolean opensAtOnce(ContentCoding coding) {
    return false;
  }

  @Override
  public Optional<Representation> open(ContentCoding coding) {
    return files.open(path, coding);
  }
}
