package org.gatehouse.application.port.in;

import java.util.Objects;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.message.ResponseHead;
import org.gatehouse.domain.message.Status;

/**
 * A response: its head and its content (RFC 9110 §3.4).
 *
 * @param head status and fields, without those of the connection
 * @param body to be closed by whoever takes the response
 * @param reason of a refusal or failure, in words for the log; else empty text
 */
public record Response(ResponseHead head, Body body, String reason) {

  /** Refuses what is missing. */
  public Response {
    Objects.requireNonNull(head);
    Objects.requireNonNull(body);
    Objects.requireNonNull(reason);
  }

  /** A response that needs no explanation. */
  public Response(ResponseHead head, Body body) {
    this(head, body, "");
  }

  /** A response of these parts. */
  public static Response of(Status status, FieldLines fields, Body body) {
    return new Response(new ResponseHead(status, fields), body);
  }

  /** The status code. */
  public Status status() {
    return head.status();
  }

  /** This response with one more field line. */
  public Response with(String name, String value) {
    return new Response(head.with(name, value), body, reason);
  }

  /** The response to HEAD: the same fields and length, no content (RFC 9110 §9.3.2). */
  public Response withoutContent() {
    return new Response(head, body.withheld(), reason);
  }

  /** This response with more field lines. */
  public Response with(FieldLines more) {
    return withFields(head.fields().with(more));
  }

  /** This response with other field lines. */
  public Response withFields(FieldLines fields) {
    return new Response(new ResponseHead(head.status(), fields), body, reason);
  }

  /** This response with its reason for the log. */
  public Response because(String why) {
    return new Response(head, body, why);
  }
}
