package org.gatehouse.adapter.socket.http1;

import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.message.RequestHead;

/** What a client waits for before it sends content (RFC 9110 §10.1.1). */
public final class Expectation {
  private Expectation() {}

  /**
   * Whether the client may be waiting for {@code 100 Continue}: it said so, in HTTP/1.1, and there
   * is content to come. In HTTP/1.0 the field must be ignored.
   */
  public static boolean expectsContinue(RequestHead head) {
    return head.version().major() == 1
        && head.version().isAtLeast11()
        && head.framing().hasContent()
        && Tokens.contains(head.fields(), FieldName.EXPECT, "100-continue");
  }
}
