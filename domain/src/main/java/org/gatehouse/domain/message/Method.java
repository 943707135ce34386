package org.gatehouse.domain.message;

import java.util.HashMap;
import java.util.Map;
import org.gatehouse.domain.target.RequestTarget;

/**
 * The methods of the IANA registry (RFC 9110 §9, §16.1.1), and one constant for every other token.
 *
 * <p>A registered method that a resource does not take is answered 405, an unregistered one 501, so
 * the server must know the whole registry to tell them apart.
 */
public enum Method implements RequestTarget.FormRule {
  GET,
  HEAD,
  POST,
  PUT,
  DELETE,
  OPTIONS,
  CONNECT,
  TRACE,
  PATCH,
  ACL,
  BASELINE_CONTROL("BASELINE-CONTROL"),
  BIND,
  CHECKIN,
  CHECKOUT,
  COPY,
  LABEL,
  LINK,
  LOCK,
  MERGE,
  MKACTIVITY,
  MKCALENDAR,
  MKCOL,
  MKREDIRECTREF,
  MKWORKSPACE,
  MOVE,
  ORDERPATCH,
  PRI,
  PROPFIND,
  PROPPATCH,
  QUERY,
  REBIND,
  REPORT,
  SEARCH,
  UNBIND,
  UNCHECKOUT,
  UNLINK,
  UNLOCK,
  UPDATE,
  UPDATEREDIRECTREF,
  VERSION_CONTROL("VERSION-CONTROL"),
  /** Any token that the registry does not list. */
  UNREGISTERED("");

  private static final Map<String, Method> BY_TOKEN = new HashMap<>();

  static {
    for (Method method : values()) {
      BY_TOKEN.put(method.token, method);
    }
  }

  private final String token;

  Method() {
    this.token = name();
  }

  Method(String token) {
    this.token = token;
  }

  /** The registered method with this token, which is case-sensitive; else {@link #UNREGISTERED}. */
  public static Method of(String token) {
    return BY_TOKEN.getOrDefault(token, UNREGISTERED);
  }

  /** How the method stands on the wire; empty for {@link #UNREGISTERED}. */
  public String token() {
    return token;
  }

  @Override
  public boolean asksByAuthority() {
    return this == CONNECT;
  }

  @Override
  public boolean asksByAsterisk() {
    return this == OPTIONS;
  }

  /** Whether the method only retrieves: GET or HEAD. */
  public boolean retrieves() {
    return this == GET || this == HEAD;
  }

  /** Whether the method changes what this server keeps: PUT, POST or DELETE. */
  public boolean writes() {
    return this == PUT || this == POST || this == DELETE;
  }
}
