package org.gatehouse.bootstrap.explain;

import java.io.InputStream;
import java.util.Arrays;

/** Content of which only the length is known: so many blanks. */
final class Blanks extends InputStream {
  private long left;

  Blanks(long length) {
    left = length;
  }

  @Override
  public int read() {
    if (left <= 0) {
      return -1;
    }
    left--;
    return ' ';
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (left <= 0) {
      return -1;
    }
    int count = (int) Math.min(left, length);
    Arrays.fill(into, offset, offset + count, (byte) ' ');
    left -= count;
    return count;
  }
}
