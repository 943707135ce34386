package org.gatehouse.adapter.socket.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What content waits in. */
class ContentBuffersTest {
  private final ContentBuffers buffers = new ContentBuffers();

  @Test
  void usesALargeOneAgain() {
    ByteBuffer first = buffers.take(20_000);
    first.position(7);
    buffers.giveBack(first);
    ByteBuffer second = buffers.take(30_000);

    assertSame(first, second);
    assertTrue(second.isDirect());
    assertEquals(0, second.position());
    assertEquals(30_000, second.limit());
  }

  @Test
  void givesNobodyWhatAnotherHas() {
    assertNotSame(buffers.take(20_000), buffers.take(20_000));
  }

  @Test
  void holdsNoMoreThanOnePiece() {
    assertEquals(ContentBuffers.SIZE, buffers.take(ContentBuffers.SIZE + 1).remaining());
  }

  @Test
  void takesALittleFromTheHeap() {
    ByteBuffer small = buffers.take(100);

    assertFalse(small.isDirect());
    assertEquals(100, small.capacity());
    assertEquals(0, buffers.take(0).capacity());
  }

  @Test
  void countsWhatIsOnTheHeap() {
    assertEquals(100, ContentBuffers.held(buffers.take(100)));
    assertEquals(0, ContentBuffers.held(buffers.take(20_000)));
    for (int i = 0; i < 100; i++) {
      buffers.take(ContentBuffers.SIZE);
    }
    assertEquals(20_000, ContentBuffers.held(buffers.take(20_000)));
  }

  @Test
  void hasNoMoreOutsideTheHeapThanItsBound() {
    List<ByteBuffer> taken = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      taken.add(buffers.take(ContentBuffers.SIZE));
    }
    long direct = taken.stream().filter(ByteBuffer::isDirect).count();

    assertEquals(32, direct);
    taken.forEach(buffers::giveBack);
    for (int i = 0; i < direct; i++) {
      assertTrue(buffers.take(ContentBuffers.SIZE).isDirect());
    }
    assertFalse(buffers.take(ContentBuffers.SIZE).isDirect());
  }
}
