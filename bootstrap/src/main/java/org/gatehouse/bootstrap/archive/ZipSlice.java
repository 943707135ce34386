package org.gatehouse.bootstrap.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.gatehouse.application.port.body.Slice;
import org.gatehouse.bootstrap.archive.ZipRecords.Member;

/**
 * An archive as it is sent: a worker makes the next octets in a buffer, the loop hands them to the
 * network. Made for being read on from wherever it is begun.
 */
final class ZipSlice implements Slice {
  /** How much is made at a time; and held for a client that does not take it. */
  static final int STEP = 1 << 16;

  private final ZipLayout layout;
  private final Members members;
  private final Runnable onClose;
  private final DirectoryCursor directory;

  /** What is ready, and from where: written by workers, read by the loop. */
  private ByteBuffer buffer;

  private volatile long start;

  /** Where the section ends that is sent: what lies behind may need checksums nobody knows. */
  private volatile long end;

  private MemberReader reader;
  private int readerOf;

  // Guarded by this.
  private boolean busy;
  private boolean closed;

  ZipSlice(ZipLayout layout, Members members, Runnable onClose) {
    this.layout = layout;
    this.members = members;
    this.onClose = onClose;
    this.directory = new DirectoryCursor(layout);
    this.end = layout.length();
  }

  /** Says, before anything is made, that nothing behind a position is wanted. */
  void endAt(long position) {
    end = position;
  }

  @Override
  public long length() {
    return layout.length();
  }

  @Override
  public boolean isReady(long position) {
    return buffer != null && position >= start && position < start + buffer.limit();
  }

  @Override
  public long held() {
    return layout.held() + STEP;
  }

  @Override
  public void prepare(long position) throws IOException {
    synchronized (this) {
      if (closed) {
        throw new IOException("closed");
      }
      busy = true;
    }
    try {
      fill(position);
    } finally {
      boolean late;
      synchronized (this) {
        busy = false;
        late = closed;
      }
      if (late) {
        release();
      }
    }
  }

  private void fill(long position) throws IOException {
    if (buffer == null) {
      buffer = ByteBuffer.allocate(STEP);
    }
    buffer.clear();
    start = position;
    while (buffer.hasRemaining() && start + buffer.position() < end) {
      make(start + buffer.position());
    }
    buffer.flip();
  }

  /** Makes some of the octets from a position on. */
  private void make(long position) throws IOException {
    if (position >= layout.endOffset()) {
      put(layout.end(), position - layout.endOffset());
    } else if (position >= layout.directoryOffset()) {
      int index = directory.seek(position);
      byte[] entry = ZipRecords.entry(layout.member(index), members.checksum(index));
      put(entry, position - directory.offset());
    } else {
      makeMember(layout.memberAt(position), position);
    }
  }

  private void makeMember(int index, long position) throws IOException {
    Member member = layout.member(index);
    long content = position - member.offset() - member.headerLength();
    if (content < 0) {
      put(ZipRecords.localHeader(member), position - member.offset());
    } else if (content < member.size()) {
      read(index, content);
    } else {
      byte[] descriptor = ZipRecords.descriptor(member, members.checksum(index));
      put(descriptor, content - member.size());
    }
  }

  private void put(byte[] record, long from) {
    int count = (int) Math.min(record.length - from, buffer.remaining());
    buffer.put(record, (int) from, count);
  }

  private void read(int index, long from) throws IOException {
    if (reader == null || readerOf != index) {
      closeReader();
      reader = members.open(index);
      readerOf = index;
    }
    reader.skipTo(from);
    reader.read(buffer);
    if (reader.position() == layout.member(index).size()) {
      if (reader.hasChecksum()) {
        members.learn(index, reader.checksum());
      }
      closeReader();
    }
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel sink) throws IOException {
    if (!isReady(position)) {
      throw new IOException("an archive is sent before it is made");
    }
    int from = (int) (position - start);
    int step = (int) Math.min(count, buffer.limit() - from);
    return sink.write(buffer.duplicate().limit(from + step).position(from));
  }

  private void closeReader() {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }

  private void release() {
    buffer = null;
    closeReader();
    onClose.run();
  }

  /** A worker that is busy with it lets go of it when it is done. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      if (busy) {
        return;
      }
    }
    release();
  }
}
