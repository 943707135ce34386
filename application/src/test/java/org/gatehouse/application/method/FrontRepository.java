package org.gatehouse.application.method;

import java.util.List;
import java.util.Optional;
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

/**
 * A repository that knows nothing without waiting, and in which something happens before an open.
 */
class FrontRepository implements ResourceRepository {
  private final ResourceRepository behind;
  private final Runnable beforeOpen;
  private final boolean knows;

  /**
   * A front.
   *
   * @param knows whether a peek is answered; opening always waits
   * @param beforeOpen run before each opening
   */
  FrontRepository(ResourceRepository behind, boolean knows, Runnable beforeOpen) {
    this.behind = behind;
    this.knows = knows;
    this.beforeOpen = beforeOpen;
  }

  @Override
  public Optional<Lookup> peek(ResourcePath path) {
    return knows ? Optional.of(find(path)) : Optional.empty();
  }

  @Override
  public Lookup find(ResourcePath path) {
    return behind.find(path).match(found -> Lookup.found(new Slow(found)), Lookup::absent);
  }

  @Override
  public Children children(ResourcePath folder, String after, int most) {
    return behind.children(folder, after, most);
  }

  @Override
  public Optional<Obstacle> obstacle(ResourcePath path) {
    return behind.obstacle(path);
  }

  @Override
  public Upload stage(ResourcePath path) {
    return behind.stage(path);
  }

  @Override
  public WriteOutcome remove(ResourcePath path, WriteRule rule) {
    return behind.remove(path, rule);
  }

  @Override
  public void check() {
    behind.check();
  }

  private final class Slow implements Resource {
    private final Resource resource;

    Slow(Resource resource) {
      this.resource = resource;
    }

    @Override
    public ResourceState state() {
      return resource.state();
    }

    @Override
    public List<Variant> variants() {
      return resource.variants();
    }

    @Override
    public boolean opensAtOnce(ContentCoding coding) {
      return false;
    }

    @Override
    public Optional<Representation> open(ContentCoding coding) {
      beforeOpen.run();
      return resource.open(coding);
    }
  }
}
