package org.gatehouse.bootstrap.archive;

/** Finds the entry of the central directory at a position; fast for whoever goes on reading. */
final class DirectoryCursor {
  private final ZipLayout layout;
  private int index;
  private long offset;

  DirectoryCursor(ZipLayout layout) {
    this.layout = layout;
    this.offset = layout.directoryOffset();
  }

  /** Goes to the entry in which a position lies; the number of its member. */
  int seek(long position) {
    if (position < offset) {
      index = 0;
      offset = layout.directoryOffset();
    }
    int length = layout.member(index).entryLength();
    while (position >= offset + length) {
      offset += length;
      index++;
      length = layout.member(index).entryLength();
    }
    return index;
  }

  /** Where the entry begins. */
  long offset() {
    return offset;
  }
}
