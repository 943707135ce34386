package org.gatehouse.application.port.out;

/** Texts that do not repeat. Safe for use by several threads; never waits. */
public interface IdSource {

  /** A new request id: short, visible ASCII, unique within a server's life and likely beyond. */
  String requestId();

  /** A new visitor id: a UUID that cannot be guessed (RFC 9562 §5.4). */
  String visitorId();

  /** Letters and digits that cannot be guessed, for boundaries and generated names. */
  String token();
}
