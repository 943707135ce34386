package org.gatehouse.adapter.filesystem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gatehouse.application.port.out.Children;
import org.gatehouse.application.port.out.Clock;
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
 * Adds a gzip variant to resources that are worth it and have none (RFC 9110 §8.4.1.3): of {@value
 * #LEAST_OCTETS} octets or more, of a type that shrinks, not larger than memory allows. Its tag is
 * known at once; it is made when somebody opens it.
 */
public final class CodedVariants implements ResourceRepository {
  /** Smaller content gains nothing. */
  static final int LEAST_OCTETS = 256;

  private final ResourceRepository storage;
  private final Predicate<ResourcePath> compressible;
  private final int largest;
  private final Gzips gzips;

  /**
   * A repository around another.
   *
   * @param storage what keeps the resources
   * @param compressible whether a path's content, by its type, shrinks
   * @param limits of memory
   * @param clock tells how old a version is
   */
  public CodedVariants(
      ResourceRepository storage,
      Predicate<ResourcePath> compressible,
      MemoryLimits limits,
      Clock clock) {
    this.storage = storage;
    this.compressible = compressible;
    this.largest = limits.largestGzip();
    this.gzips = new Gzips(limits, clock);
  }

  @Override
  public Optional<Lookup> peek(ResourcePath path) {
    return storage.peek(path).map(lookup -> coded(path, lookup));
  }

  @Override
  public Lookup find(ResourcePath path) {
    return coded(path, storage.find(path));
  }

  private Lookup coded(ResourcePath path, Lookup lookup) {
    return lookup.match(resource -> Lookup.found(coded(path, resource)), absent -> lookup);
  }

  private Resource coded(ResourcePath path, Resource resource) {
    long size = resource.state().size();
    boolean worthIt =
        size >= LEAST_OCTETS
            && size <= largest
            && compressible.test(path)
            && resource.variants().stream().noneMatch(v -> v.coding() == ContentCoding.GZIP);
    return worthIt ? new Coded(path, resource, gzips) : resource;
  }

  private WriteRule coded(ResourcePath path, WriteRule rule) {
    return current -> rule.judge(current.map(resource -> coded(path, resource)));
  }

  @Override
  public Children children(ResourcePath folder, String after, int most) {
    return storage.children(folder, after, most);
  }

  @Override
  public Optional<Obstacle> obstacle(ResourcePath path) {
    return storage.obstacle(path);
  }

  @Override
  public Upload stage(ResourcePath path) {
    return new RuledUpload(storage.stage(path));
  }

  @Override
  public WriteOutcome remove(ResourcePath path, WriteRule rule) {
    return storage.remove(path, coded(path, rule));
  }

  @Override
  public void check() {
    storage.check();
  }

  /** How many octets of gzip are kept. */
  long octets() {
    return gzips.octets();
  }

  /**
   * A resource with a gzip variant.
   *
   * @param plain the resource without
   */
  private record Coded(ResourcePath path, Resource plain, Gzips gzips) implements Resource {
    @Override
    public ResourceState state() {
      return plain.state();
    }

    @Override
    public List<Variant> variants() {
      List<Variant> variants = new ArrayList<>(plain.variants());
      variants.add(Gzips.variant(variants.get(0)));
      return variants;
    }

    @Override
    public boolean opensAtOnce(ContentCoding coding) {
      return coding == ContentCoding.GZIP ? gzips.has(path, plain) : plain.opensAtOnce(coding);
    }

    @Override
    public Optional<Representation> open(ContentCoding coding) {
      return coding == ContentCoding.GZIP ? gzips.open(path, plain) : plain.open(coding);
    }
  }

  /** Shows a rule the resource with all its variants: If-Match takes the tag of any. */
  private final class RuledUpload extends ForwardingUpload {
    private RuledUpload(Upload upload) {
      super(upload);
    }

    @Override
    public WriteOutcome replace(ResourcePath path, WriteRule rule) {
      return upload.replace(path, coded(path, rule));
    }

    @Override
    public WriteOutcome create(ResourcePath path, WriteRule rule) {
      return upload.create(path, coded(path, rule));
    }
  }
}
