package org.gatehouse.bootstrap.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.target.ResourcePath;

/**
 * The CRC-32 of contents that were read lately, so that a download that is taken up again needs not
 * have them read again. Safe for use by several threads.
 */
final class Checksums {

  /** A content: two of one path never share a tag. */
  private record Content(Object repository, ResourcePath path, EntityTag tag) {}

  private final Map<Content, Integer> known;

  /**
   * A memory.
   *
   * @param most how many are remembered; the one that was used longest ago is forgotten first
   */
  Checksums(int most) {
    this.known = new Recent(most);
  }

  /** Forgets the one that was used longest ago. */
  private static final class Recent extends LinkedHashMap<Content, Integer> {
    private static final long serialVersionUID = 1L;

    private final int most;

    Recent(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Content, Integer> eldest) {
      return size() > most;
    }
  }

  synchronized OptionalInt find(Object repository, ResourcePath path, EntityTag tag) {
    Integer checksum = known.get(new Content(repository, path, tag));
    return checksum == null ? OptionalInt.empty() : OptionalInt.of(checksum);
  }

  synchronized void remember(Object repository, ResourcePath path, EntityTag tag, int checksum) {
    known.put(new Content(repository, path, tag), checksum);
  }
}
