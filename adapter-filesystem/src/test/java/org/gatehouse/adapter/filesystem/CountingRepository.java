package org.gatehouse.adapter.filesystem;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.application.port.out.Children;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.ResourceState;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.application.port.out.WriteRule;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.gatehouse.domain.target.ResourcePath;

/** Counts what reaches the repository behind it, and may do something in between. */
final class CountingRepository implements ResourceRepository {
  final AtomicInteger finds = new AtomicInteger();
  final AtomicInteger opens = new AtomicInteger();
  volatile Runnable beforeOpening = () -> {};
  volatile Runnable afterFinding = () -> {};
  private final ResourceRepository inner;

  CountingRepository(ResourceRepository inner) {
    this.inner = inner;
  }

  @Override
  public Optional<Lookup> peek(ResourcePath path) {
    return inner.peek(path);
  }

  @Override
  public Lookup find(ResourcePath path) {
    finds.incrementAndGet();
    Lookup lookup = inner.find(path);
    afterFinding.run();
    return lookup.match(resource -> Lookup.found(new Counted(this, resource)), absence -> lookup);
  }

  @Override
  public Children children(ResourcePath folder, String after, int most) {
    return inner.children(folder, after, most);
  }

  @Override
  public Optional<Obstacle> obstacle(ResourcePath path) {
    return inner.obstacle(path);
  }

  @Override
  public Upload stage(ResourcePath path) {
    return inner.stage(path);
  }

  @Override
  public WriteOutcome remove(ResourcePath path, WriteRule rule) {
    return inner.remove(path, rule);
  }

  @Override
  public void check() {
    inner.check();
  }

  private record Counted(CountingRepository owner, Resource inner) implements Resource {
    @Override
    public ResourceState state() {
      return inner.state();
    }

    @Override
    public List<Variant> variants() {
      return inner.variants();
    }

    @Override
    public boolean opensAtOnce(ContentCoding coding) {
      return inner.opensAtOnce(coding);
    }

    @Override
    public Optional<Representation> open(ContentCoding coding) {
      owner.opens.incrementAndGet();
      owner.beforeOpening.run();
      return inner.open(coding);
    }
  }
}
