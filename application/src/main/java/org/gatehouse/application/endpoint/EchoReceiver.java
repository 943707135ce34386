package org.gatehouse.application.endpoint;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gatehouse.application.port.in.ContentReceiver;
import org.gatehouse.application.port.in.Decision;

/**
 * Keeps content in memory, up to a limit; what goes beyond it is taken and forgotten. The room
 * grows with what came, never with what was announced.
 */
final class EchoReceiver implements ContentReceiver {
  private static final int FIRST_ROOM = 1024;

  private final int most;
  private final Function<byte[], Decision> complete;
  private final Supplier<Decision> tooLarge;
  private byte[] content = new byte[0];
  private int size;
  private boolean exceeded;

  EchoReceiver(int most, Function<byte[], Decision> complete, Supplier<Decision> tooLarge) {
    this.most = most;
    this.complete = complete;
    this.tooLarge = tooLarge;
  }

  @Override
  public void accept(ByteBuffer octets) {
    int count = octets.remaining();
    if (count > most - size) {
      exceeded = true;
      size = most;
      content = new byte[0];
      octets.position(octets.limit());
      return;
    }
    makeRoom(size + count);
    octets.get(content, size, count);
    size += count;
  }

  private void makeRoom(int needed) {
    if (needed > content.length) {
      int roomier = Math.max(FIRST_ROOM, Math.max(needed, 2 * content.length));
      content = Arrays.copyOf(content, Math.min(roomier, most));
    }
  }

  @Override
  public Decision complete() {
    return exceeded ? tooLarge.get() : complete.apply(Arrays.copyOf(content, size));
  }

  @Override
  public long held() {
    return content.length;
  }

  @Override
  public void abort() {
    content = new byte[0];
  }
}
