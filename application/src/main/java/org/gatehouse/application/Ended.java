package org.gatehouse.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.application.port.in.ConnectionInfo;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.message.Status;

/**
 * What became of an exchange.
 *
 * @param request empty where the head never was one
 * @param requestId the id of the exchange
 * @param connection where it came from
 * @param received when the head was complete, or was refused
 * @param duration from then to the last octet
 * @param status of the response
 * @param reason of a refusal or failure, in words; else empty text
 * @param ending how the response ended on the wire
 * @param takenOctets of the request's content that were taken
 * @param sentOctets of the response's content
 */
record Ended(
    Optional<Request> request,
    String requestId,
    ConnectionInfo connection,
    Instant received,
    Duration duration,
    Status status,
    String reason,
    Exchange.Ending ending,
    long takenOctets,
    long sentOctets) {}
