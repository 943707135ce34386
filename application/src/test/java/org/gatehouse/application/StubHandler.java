package org.gatehouse.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.route.ExchangeHandler;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;

/** A handler that answers as it is told, and remembers what it was asked. */
public final class StubHandler implements ExchangeHandler {
  private final Set<Method> methods;
  private final Function<Request, Decision> answer;
  public final List<Request> asked = new ArrayList<>();

  public StubHandler(Set<Method> methods, Function<Request, Decision> answer) {
    this.methods = methods;
    this.answer = answer;
  }

  /** Takes all methods that a resource takes, and answers with a text. */
  public static StubHandler resources() {
    return new StubHandler(
        EnumSet.range(Method.GET, Method.OPTIONS), request -> Decision.answer(text("resource")));
  }

  /** Is read, and answers with a text. */
  public static StubHandler reading() {
    return new StubHandler(
        EnumSet.of(Method.GET, Method.HEAD, Method.OPTIONS),
        request -> Decision.answer(text("endpoint")));
  }

  /** Answers as it is told to any method that a resource takes. */
  public static StubHandler answering(Function<Request, Decision> answer) {
    return new StubHandler(EnumSet.range(Method.GET, Method.OPTIONS), answer);
  }

  /** 200 with a text. */
  public static Response text(String text) {
    FieldLines fields = FieldLines.of("Content-Type", "text/plain; charset=utf-8");
    return Response.of(Status.OK, fields, Body.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public Set<Method> methods(Request request) {
    return methods;
  }

  @Override
  public Decision handle(Request request) {
    asked.add(request);
    return answer.apply(request);
  }
}
