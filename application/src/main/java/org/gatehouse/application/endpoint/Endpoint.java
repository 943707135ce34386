package org.gatehouse.application.endpoint;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.route.Allow;
import org.gatehouse.application.route.ExchangeHandler;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.message.Method;

/**
 * A handler with a fixed set of methods, which answers OPTIONS by itself (RFC 9110 §9.3.7). It
 * answers HEAD as GET: whoever finishes the response withholds the content.
 */
public final class Endpoint implements ExchangeHandler {
  private final Set<Method> methods;
  private final Response options;
  private final Function<Request, Decision> answer;

  private Endpoint(Set<Method> methods, Function<Request, Decision> answer) {
    this.methods = Collections.unmodifiableSet(methods);
    this.options = Allow.options(methods);
    this.answer = answer;
  }

  /** An endpoint that is read. */
  public static Endpoint reading(Function<Request, Decision> answer) {
    return new Endpoint(EnumSet.of(Method.GET, Method.HEAD, Method.OPTIONS), answer);
  }

  /** An endpoint that content is posted to. */
  public static Endpoint posting(Function<Request, Decision> answer) {
    return new Endpoint(EnumSet.of(Method.POST, Method.OPTIONS), answer);
  }

  @Override
  public Set<Method> methods(Request request) {
    return methods;
  }

  @Override
  public Decision handle(Request request) {
    return request.method() == Method.OPTIONS ? Decision.answer(options) : answer.apply(request);
  }
}
