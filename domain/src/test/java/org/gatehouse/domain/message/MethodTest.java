package org.gatehouse.domain.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.gatehouse.domain.field.Grammar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ACL",
        "BASELINE-CONTROL",
        "BIND",
        "CHECKIN",
        "CHECKOUT",
        "CONNECT",
        "COPY",
        "DELETE",
        "GET",
        "HEAD",
        "LABEL",
        "LINK",
        "LOCK",
        "MERGE",
        "MKACTIVITY",
        "MKCALENDAR",
        "MKCOL",
        "MKREDIRECTREF",
        "MKWORKSPACE",
        "MOVE",
        "OPTIONS",
        "ORDERPATCH",
        "PATCH",
        "POST",
        "PRI",
        "PROPFIND",
        "PROPPATCH",
        "PUT",
        "QUERY",
        "REBIND",
        "REPORT",
        "SEARCH",
        "TRACE",
        "UNBIND",
        "UNCHECKOUT",
        "UNLINK",
        "UNLOCK",
        "UPDATE",
        "UPDATEREDIRECTREF",
        "VERSION-CONTROL"
      })
  void knowsTheRegistry(String token) {
    assertNotEquals(Method.UNREGISTERED, Method.of(token));
    assertEquals(token, Method.of(token).token());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "get", "Get", "GET ", "GETX", "FOO", "UNREGISTERED", "BASELINE_CONTROL", "*"})
  void anyOtherTokenIsUnregistered(String token) {
    assertSame(Method.UNREGISTERED, Method.of(token));
  }

  @Test
  void tokensAreTokensAndFindTheirMethod() {
    for (Method method : Method.values()) {
      assertSame(method, Method.of(method.token()));
      assertEquals(method != Method.UNREGISTERED, Grammar.isToken(method.token()));
    }
  }

  @Test
  void kindsOfMethods() {
    assertEquals(Set.of(Method.GET, Method.HEAD), all(Method::retrieves));
    assertEquals(Set.of(Method.PUT, Method.POST, Method.DELETE), all(Method::writes));
    assertEquals(Set.of(Method.CONNECT), all(Method::asksByAuthority));
    assertEquals(Set.of(Method.OPTIONS), all(Method::asksByAsterisk));
  }

  private static Set<Method> all(Predicate<Method> kind) {
    Set<Method> methods = EnumSet.allOf(Method.class);
    methods.removeIf(kind.negate());
    return methods;
  }
}
