package org.gatehouse.application.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.gatehouse.application.port.out.Spool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Spool} keeps. */
public abstract class SpoolContract {
  private Spool spool;

  /** An empty spool with room for two megabytes. */
  protected abstract Spool open() throws Exception;

  /** Fails if anything of the spool is still open. */
  protected abstract void assertNothingOpen() throws Exception;

  @BeforeEach
  void openSpool() throws Exception {
    spool = open();
  }

  @AfterEach
  void nothingIsLeftOpen() throws Exception {
    assertNothingOpen();
  }

  private static byte[] random(int size, int seed) {
    byte[] octets = new byte[size];
    new Random(seed).nextBytes(octets);
    return octets;
  }

  private Spool.Finished spooled(byte[] content, int piece) {
    try (Spool.Draft draft = spool.begin()) {
      for (int at = 0; at < content.length; at += piece) {
        draft.write(ByteBuffer.wrap(content, at, Math.min(piece, content.length - at)));
      }
      return draft.finish();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1_000_000})
  void givesBackWhatWasWritten(int size) {
    byte[] content = random(size, size);
    for (int piece : new int[] {997, 70_000}) {
      Spool.Finished finished = spooled(content, piece);
      assertEquals(size, finished.content().length());
      assertArrayEquals(content, Octets.of(finished.content()));
      finished.content().close();
      finished.content().close();
    }
  }

  @Test
  void theTagIsMadeOfTheOctetsAlone() {
    byte[] content = random(100_000, 1);
    Spool.Finished one = spooled(content, 100);
    Spool.Finished same = spooled(content, 70_000);
    byte[] changed = content.clone();
    changed[50_000]++;
    Spool.Finished other = spooled(changed, 100);
    assertEquals(one.tag(), same.tag());
    assertNotEquals(one.tag(), other.tag());
    Spool.Finished shorter = spooled(Arrays.copyOf(content, 10), 100);
    assertNotEquals(one.tag(), shorter.tag());
    shorter.content().close();
    assertFalse(one.tag().weak());
    one.content().close();
    same.content().close();
    other.content().close();
  }

  @Test
  void aDraftThatIsNotFinishedLeavesNothing() {
    for (int size : new int[] {10, 100_000}) {
      Spool.Draft draft = spool.begin();
      draft.write(ByteBuffer.wrap(random(size, 2)));
      draft.close();
      draft.close();
    }
  }

  @Test
  void whatIsWrittenMayBeOverwrittenByItsOwner() {
    byte[] piece = {1, 2, 3};
    try (Spool.Draft draft = spool.begin()) {
      draft.write(ByteBuffer.wrap(piece).asReadOnlyBuffer());
      piece[0] = 9;
      draft.write(ByteBuffer.wrap(piece, 1, 1));
      Spool.Finished finished = draft.finish();
      assertArrayEquals(new byte[] {1, 2, 3, 2}, Octets.of(finished.content()));
      finished.content().close();
    }
  }
}
