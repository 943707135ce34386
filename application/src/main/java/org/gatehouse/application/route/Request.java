package org.gatehouse.application.route;

import java.time.Instant;
import org.gatehouse.application.port.in.ConnectionInfo;
import org.gatehouse.domain.field.Fields;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.RequestHead;
import org.gatehouse.domain.target.ResourcePath;

/**
 * A request as guards and handlers see it.
 *
 * @param head the head as it was parsed
 * @param parsedPath what became of reading the target's path; a handler is only reached by a valid
 *     one; the root for the asterisk of OPTIONS
 * @param connection where it came from
 * @param id the request id
 * @param received when the head was complete
 */
public record Request(
    RequestHead head,
    ResourcePath.Parsed parsedPath,
    ConnectionInfo connection,
    String id,
    Instant received) {

  /** The method. */
  public Method method() {
    return head.method();
  }

  /** The fields. */
  public Fields fields() {
    return head.fields();
  }

  /** Whether the path could be read, so that {@link #path()} has it. */
  public boolean hasPath() {
    return parsedPath.match(path -> true, fault -> false);
  }

  /**
   * The path, once the path guard has passed.
   *
   * @throws IllegalStateException before
   */
  public ResourcePath path() {
    return parsedPath.match(
        path -> path,
        fault -> {
          throw new IllegalStateException("the path guard has not passed");
        });
  }
}
