package org.gatehouse.application.fake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.out.Archiver;
import org.gatehouse.application.port.out.Child;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.target.ResourcePath;

/** An archiver whose archives are lists: a line for each member, with its path and its size. */
public final class PlainArchiver implements Archiver {
  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean cutsNothing;

  @Override
  public Plan plan(ResourceRepository repository, ResourcePath base) {
    open.incrementAndGet();
    return new Lines();
  }

  /** Makes every section cost too much from now on, the whole apart. */
  public void cutNothing() {
    cutsNothing = true;
  }

  /** How many plans and archives are open: 0 when nothing leaks. */
  public int open() {
    return open.get();
  }

  private final class Lines implements Plan {
    private final List<String> lines = new ArrayList<>();
    private boolean mine = true;

    @Override
    public void add(ResourcePath path, Child member) {
      lines.add(path + " " + member.state().size() + "\n");
    }

    @Override
    public Archive finish() {
      mine = false;
      byte[] content = String.join("", lines).getBytes(StandardCharsets.UTF_8);
      EntityTag tag = new EntityTag(false, "lines-" + String.join("", lines).hashCode());
      return new Listed(tag, new InMemorySlice(content, open::decrementAndGet));
    }

    @Override
    public void close() {
      if (mine) {
        mine = false;
        open.decrementAndGet();
      }
    }
  }

  private final class Listed implements Archive {
    private final EntityTag tag;
    private final InMemorySlice content;

    Listed(EntityTag tag, InMemorySlice slice) {
      this.tag = tag;
      this.content = slice;
    }

    @Override
    public EntityTag tag() {
      return tag;
    }

    @Override
    public long length() {
      return content.length();
    }

    @Override
    public Optional<Part> section(long position, long length) {
      return cutsNothing && length < length()
          ? Optional.empty()
          : Optional.of(Part.of(content).section(position, length));
    }

    @Override
    public void close() {
      content.close();
    }
  }
}
