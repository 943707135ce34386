package org.gatehouse.application.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.application.port.out.ETagStore;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.Test;

class SeenTagsTest {
  private static final ResourcePath PATH = ResourcePath.of("a.txt");

  private final Calls calls = new Calls();
  private final SeenTags seen = new SeenTags(calls);

  private static Variant variant() {
    EntityTag tag = EntityTag.of(Instant.EPOCH, 1);
    return new Variant(ContentCoding.IDENTITY, tag, Instant.EPOCH);
  }

  @Test
  void asksTheStoreOnceForTheSameObject() {
    Variant variant = variant();

    seen.saw(PATH, variant);
    seen.saw(PATH, variant);

    assertEquals(List.of(PATH), calls.recorded);
  }

  @Test
  void neverTakesOnePathForAnother() {
    ResourcePath other = ResourcePath.of("b.txt");

    seen.saw(PATH, variant());
    seen.saw(other, variant());
    seen.saw(PATH, variant());

    assertEquals(List.of(PATH, other, PATH), calls.recorded);
  }

  /** A store that notes when it is asked to record. */
  private static final class Calls implements ETagStore {
    private final List<ResourcePath> recorded = new ArrayList<>();

    @Override
    public Optional<Instant> lastKnown(ResourcePath path) {
      return Optional.empty();
    }

    @Override
    public void record(ResourcePath path, EntityTag tag, Instant modified) {
      recorded.add(path);
    }

    @Override
    public long size() {
      return recorded.size();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
