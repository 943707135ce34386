package org.gatehouse.application.route;

import java.util.Set;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;

/** The value of an Allow field (RFC 9110 §10.2.1). */
public final class Allow {
  private Allow() {}

  /** The methods as a list, in the order in which the registry's enum has them. */
  public static String value(Set<Method> methods) {
    StringBuilder list = new StringBuilder(40);
    for (Method method : Method.values()) {
      if (methods.contains(method)) {
        list.append(list.length() == 0 ? "" : ", ").append(method.token());
      }
    }
    return list.toString();
  }

  /** The answer to OPTIONS, for a path and for {@code *} alike (RFC 9110 §9.3.7). */
  public static Response options(Set<Method> methods) {
    FieldLines allow = FieldLines.of(FieldName.ALLOW, value(methods));
    return Response.of(Status.NO_CONTENT, allow, Body.none());
  }
}
