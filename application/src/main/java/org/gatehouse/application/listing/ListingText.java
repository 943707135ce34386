package org.gatehouse.application.listing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.gatehouse.application.port.out.Spool;

/** Text on its way into a draft: in UTF-8, and some of it at a time. */
final class ListingText {
  private static final int MUCH = 1 << 14;

  private final Spool.Draft draft;
  private final StringBuilder waiting = new StringBuilder(2 * MUCH);

  ListingText(Spool.Draft draft) {
    this.draft = draft;
  }

  /** Adds whole characters: no text ends between two surrogates. */
  ListingText add(String text) {
    waiting.append(text);
    if (waiting.length() >= MUCH) {
      flush();
    }
    return this;
  }

  private void flush() {
    draft.write(ByteBuffer.wrap(waiting.toString().getBytes(StandardCharsets.UTF_8)));
    waiting.setLength(0);
  }

  /** Ends the text. */
  Spool.Finished finish() {
    flush();
    return draft.finish();
  }
}
