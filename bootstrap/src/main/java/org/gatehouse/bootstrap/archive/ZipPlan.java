package org.gatehouse.bootstrap.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.gatehouse.application.port.out.Archiver;
import org.gatehouse.application.port.out.Child;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.target.ResourcePath;

/** Members on their way into an archive. */
final class ZipPlan implements Archiver.Plan {
  /** Another number for every change in how members are written, so that no old tag is true. */
  private static final String FORMAT = "zip-1";

  private static final int TAG_OCTETS = 16;
  private static final int LONGEST_NAME = 0xFFFF;

  private final ZipArchiver archiver;
  private final ResourceRepository repository;
  private final ResourcePath base;
  private final ZipLayout layout = new ZipLayout();
  private final MessageDigest digest = sha256();
  private long taken;
  private boolean mine = true;

  ZipPlan(ZipArchiver archiver, ResourceRepository repository, ResourcePath base) {
    this.archiver = archiver;
    this.repository = repository;
    this.base = base;
    digest.update(FORMAT.getBytes(StandardCharsets.US_ASCII));
    take();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      // Every Java platform has it.
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void add(ResourcePath path, Child member) {
    List<String> below = path.segments().subList(base.segments().size(), path.segments().size());
    String text = String.join("/", below) + (member.isFolder() ? "/" : "");
    byte[] name = text.getBytes(StandardCharsets.UTF_8);
    if (name.length > LONGEST_NAME) {
      throw new IllegalArgumentException("a name is longer than an archive takes");
    }
    Instant modified = member.state().modified();
    layout.add(name, member.state().size(), modified.getEpochSecond(), modified.getNano());
    digest.update(ByteBuffer.allocate(4).putInt(name.length).flip());
    digest.update(name);
    long size = member.state().size();
    digest.update(
        ByteBuffer.allocate(20)
            .putLong(size)
            .putLong(modified.getEpochSecond())
            .putInt(modified.getNano())
            .flip());
    take();
  }

  private void take() {
    long now = layout.held();
    if (now != taken) {
      archiver.take(now - taken);
      taken = now;
    }
  }

  @Override
  public Archiver.Archive finish() {
    mine = false;
    long held = taken;
    String hash = HexFormat.of().formatHex(digest.digest(), 0, TAG_OCTETS);
    return new ZipArchive(
        layout,
        new Members(layout, repository, base, archiver.checksums()),
        new EntityTag(false, hash),
        archiver.mostRead(),
        () -> archiver.release(held));
  }

  @Override
  public void close() {
    if (mine) {
      mine = false;
      archiver.release(taken);
    }
  }
}
