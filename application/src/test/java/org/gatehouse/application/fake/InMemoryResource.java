package org.gatehouse.application.fake;

import java.util.List;
import java.util.Optional;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.application.port.out.ResourceState;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.gatehouse.domain.target.ResourcePath;

/** A resource as it was when it was looked up; opening it looks again. */
final class InMemoryResource implements Resource {
  private final InMemoryResourceRepository repository;
  private final ResourcePath path;
  private final List<InMemoryVariants.Stored> variants;

  InMemoryResource(
      InMemoryResourceRepository repository,
      ResourcePath path,
      List<InMemoryVariants.Stored> variants) {
    this.repository = repository;
    this.path = path;
    this.variants = variants;
  }

  @Override
  public ResourceState state() {
    return variants.get(0).state();
  }

  @Override
  public List<Variant> variants() {
    return variants.stream().map(InMemoryVariants.Stored::variant).toList();
  }

  @Override
  public boolean opensAtOnce(ContentCoding coding) {
    return true;
  }

  @Override
  public Optional<Representation> open(ContentCoding coding) {
    return repository.open(path, coding);
  }
}
