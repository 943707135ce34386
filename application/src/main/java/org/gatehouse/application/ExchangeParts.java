package org.gatehouse.application;

import org.gatehouse.application.cookie.VisitorCookies;
import org.gatehouse.application.error.ErrorResponses;
import org.gatehouse.application.guard.GuardChain;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.route.Routes;

/**
 * What all exchanges of a server share.
 *
 * @param guards asked before the route
 * @param routes who answers what
 * @param errors makes the responses for what goes wrong
 * @param cookies gives ids to visitors
 * @param fields adds what every response has
 * @param report takes what became of it
 * @param clock tells the time
 */
record ExchangeParts(
    GuardChain guards,
    Routes routes,
    ErrorResponses errors,
    VisitorCookies cookies,
    CommonFields fields,
    ExchangeReport report,
    Clock clock) {}
