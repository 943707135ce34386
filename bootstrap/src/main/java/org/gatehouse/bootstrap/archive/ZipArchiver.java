package org.gatehouse.bootstrap.archive;

import java.util.concurrent.atomic.AtomicLong;
import org.gatehouse.application.port.out.Archiver;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.domain.target.ResourcePath;

/** Packs folders as ZIP archives. */
public final class ZipArchiver implements Archiver {
  /** A remembered checksum takes about so many octets, path and tag included. */
  private static final int CHECKSUM_OCTETS = 300;

  /** The share of the heap that all plans together may take, and that of the checksums. */
  private static final int PLANS_SHARE = 8;

  private static final int CHECKSUMS_SHARE = 64;

  private final long mostHeld;
  private final long mostRead;
  private final Checksums checksums;
  private final AtomicLong held = new AtomicLong();

  /**
   * An archiver.
   *
   * @param heap how much memory there is, in octets; of it plans and checksums take a share
   * @param mostRead how many octets may be read for the checksums in a section of an archive
   */
  public ZipArchiver(long heap, long mostRead) {
    this.mostHeld = heap / PLANS_SHARE;
    this.mostRead = mostRead;
    this.checksums = new Checksums((int) (heap / CHECKSUMS_SHARE / CHECKSUM_OCTETS));
  }

  @Override
  public Plan plan(ResourceRepository repository, ResourcePath base) {
    return new ZipPlan(this, repository, base);
  }

  Checksums checksums() {
    return checksums;
  }

  long mostRead() {
    return mostRead;
  }

  /** Takes memory for a plan. */
  void take(long octets) {
    if (held.addAndGet(octets) > mostHeld) {
      held.addAndGet(-octets);
      throw new StorageFailure(
          StorageFailure.Kind.EXHAUSTED, "archives take too much memory already", null);
    }
  }

  /** Gives memory back. */
  void release(long octets) {
    held.addAndGet(-octets);
  }

  /** How many octets all plans take: 0 when nothing leaks. */
  long held() {
    return held.get();
  }
}
