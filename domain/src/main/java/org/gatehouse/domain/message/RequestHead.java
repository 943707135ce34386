package org.gatehouse.domain.message;

import java.util.Objects;
import org.gatehouse.domain.field.Fields;
import org.gatehouse.domain.target.RequestTarget;

/**
 * A complete, valid request head (RFC 9112 §2.1): its syntax and framing hold, its meaning is yet
 * to be judged.
 *
 * @param methodToken the method as it was sent
 * @param method the registered method, or {@link Method#UNREGISTERED}
 * @param target what is asked for
 * @param version the version of the request line
 * @param fields the field lines, in order
 * @param framing how the content is delimited
 */
public record RequestHead(
    String methodToken,
    Method method,
    RequestTarget target,
    HttpVersion version,
    Fields fields,
    ContentFraming framing) {

  /** Refuses what is missing. */
  public RequestHead {
    Objects.requireNonNull(methodToken);
    Objects.requireNonNull(method);
    Objects.requireNonNull(target);
    Objects.requireNonNull(version);
    Objects.requireNonNull(fields);
    Objects.requireNonNull(framing);
  }
}
