package org.gatehouse.adapter.socket.http1;

/** What happens to a connection, as {@link ConnectionState} sees it. */
public enum ConnectionEvent {
  /** The client sent something. */
  OCTETS_ARRIVED,
  /** A request head is complete and valid. */
  HEAD_COMPLETE,
  /** A request head broke a rule. */
  HEAD_REJECTED,
  /** The server refuses by itself, without a request: too many connections, or a time ran out. */
  REFUSED,
  /** The application has the answer. */
  ANSWERED,
  /** The application wants the request's content. */
  CONTENT_WANTED,
  /** All content was received. */
  CONTENT_COMPLETE,
  /** The content broke a rule, or there is more to skip than is worth it. */
  CONTENT_REJECTED,
  /** The response is out, the request was read, and the connection goes on. */
  RESPONSE_SENT_PERSIST,
  /** The response is out, and what is left of the request's content is worth skipping. */
  RESPONSE_SENT_UNREAD,
  /** The response is out and it was the last one. */
  RESPONSE_SENT_CLOSE,
  /** The content that nobody wanted has been skipped. */
  CONTENT_SKIPPED,
  /** The client has closed too, or had time enough to read the last response. */
  LINGER_OVER,
  /** The connection broke, was idle for too long, or the server stops. */
  ABORTED
}
