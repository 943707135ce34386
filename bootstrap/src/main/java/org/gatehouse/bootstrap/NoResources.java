package org.gatehouse.bootstrap;

import java.util.Optional;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.Lookup.Absence;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.application.port.out.WriteRule;
import org.gatehouse.domain.target.ResourcePath;

/** Keeps nothing: an empty root that may not be written. For a server that is all routes. */
final class NoResources implements ResourceRepository {

  @Override
  public Optional<Lookup> peek(ResourcePath path) {
    return Optional.of(find(path));
  }

  @Override
  public Lookup find(ResourcePath path) {
    return Lookup.absent(path.segments().isEmpty() ? Absence.FOLDER : Absence.MISSING);
  }

  @Override
  public Optional<Obstacle> obstacle(ResourcePath path) {
    return Optional.of(Obstacle.DENIED);
  }

  @Override
  public Upload stage(ResourcePath path) {
    throw new StorageFailure(StorageFailure.Kind.DENIED, "this server keeps no resources", null);
  }

  @Override
  public WriteOutcome remove(ResourcePath path, WriteRule rule) {
    return WriteOutcome.missing();
  }

  @Override
  public void check() {
    // There is nothing that could be out of reach.
  }
}
