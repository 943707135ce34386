package org.gatehouse.application;

import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.port.in.ConnectionInfo;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.message.ContentFraming;
import org.gatehouse.domain.message.HttpVersion;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.RequestHead;
import org.gatehouse.domain.target.RequestTarget;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Requests for tests, beginning with one that every guard lets pass: HTTP/1.1, {@code Host:
 * localhost}, no content, from 192.0.2.7 to port 8080.
 *
 * @param method the token
 * @param target as sent
 * @param version of the request line
 * @param fields all of them
 * @param framing of the content
 * @param connection where it came from
 */
public record RequestMaker(
    String method,
    String target,
    HttpVersion version,
    FieldLines fields,
    ContentFraming framing,
    ConnectionInfo connection) {

  public static final ConnectionInfo CONNECTION =
      new ConnectionInfo("192.0.2.7", 50_000, 8080, "http");

  /** A good request. */
  public static RequestMaker of(String method, String target) {
    FieldLines host = FieldLines.of("Host", "localhost");
    return new RequestMaker(
        method, target, HttpVersion.HTTP_1_1, host, ContentFraming.NONE, CONNECTION);
  }

  /** A good GET. */
  public static RequestMaker get(String target) {
    return of("GET", target);
  }

  public RequestMaker version(int major, int minor) {
    HttpVersion other = HttpVersion.of(major, minor);
    return new RequestMaker(method, target, other, fields, framing, connection);
  }

  public RequestMaker with(String name, String value) {
    return fields(fields.with(name, value));
  }

  /** All fields, Host included. */
  public RequestMaker fields(FieldLines all) {
    return new RequestMaker(method, target, version, all, framing, connection);
  }

  public RequestMaker framing(ContentFraming other) {
    return new RequestMaker(method, target, version, fields, other, connection);
  }

  public RequestMaker content(long octets) {
    return framing(ContentFraming.length(octets));
  }

  public RequestMaker connection(ConnectionInfo other) {
    return new RequestMaker(method, target, version, fields, framing, other);
  }

  public RequestHead head() {
    Method known = Method.of(method);
    return new RequestHead(
        method, known, RequestTarget.parse(known, target).orElseThrow(), version, fields, framing);
  }

  public Request request() {
    RequestHead head = head();
    boolean asterisk = head.target().form() == RequestTarget.Form.ASTERISK;
    ResourcePath.Parsed path = ResourcePath.parse(asterisk ? "/" : head.target().path());
    return new Request(head, path, connection, "request-0", SettableClock.START);
  }
}
