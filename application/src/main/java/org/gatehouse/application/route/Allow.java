package org.gatehouse.application.route;

import java.util.Set;
import org.gatehouse.domain.message.Method;

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
}
