package org.gatehouse.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.application.cookie.VisitorCookies;
import org.gatehouse.application.error.ErrorResponses;
import org.gatehouse.application.fake.InMemoryCookieLedger;
import org.gatehouse.application.fake.InMemoryCredentialStore;
import org.gatehouse.application.fake.InMemoryResourceRepository;
import org.gatehouse.application.fake.RecordingAccessLog;
import org.gatehouse.application.fake.SequentialIds;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.guard.AllowedHosts;
import org.gatehouse.application.guard.Authenticator;
import org.gatehouse.application.guard.Backoff;
import org.gatehouse.application.guard.GuardChain;
import org.gatehouse.application.guard.GuardOptions;
import org.gatehouse.application.metrics.TrafficCounters;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Route;
import org.gatehouse.application.route.Routes;
import org.gatehouse.application.route.Trait;
import org.gatehouse.application.route.WritePolicy;

/** A whole origin server of real parts over fakes, whose resources answer as a test tells them. */
final class OriginFixture {
  final SettableClock clock = new SettableClock();
  final InMemoryResourceRepository repository = new InMemoryResourceRepository(clock);
  final InMemoryCookieLedger ledger = new InMemoryCookieLedger();
  final RecordingAccessLog accessLog = new RecordingAccessLog();
  final TrafficCounters traffic = new TrafficCounters();
  final StubHandler resources;
  final OriginServer origin;

  OriginFixture(Function<Request, Decision> answer) {
    this(answer, true);
  }

  OriginFixture(Function<Request, Decision> answer, boolean cookies) {
    resources = StubHandler.answering(answer);
    Routes routes =
        new Routes(
            List.of(
                Route.of("/health", StubHandler.reading(), Trait.UNCOUNTED),
                Route.of("/user-agent", StubHandler.reading()),
                Route.of("/files/{name}", StubHandler.resources(), Trait.STORES)),
            resources);
    SequentialIds ids = new SequentialIds();
    ErrorResponses errors = new ErrorResponses();
    Authenticator authenticator =
        new Authenticator(
            Optional.of(new InMemoryCredentialStore().addKnown("ann", "secret")),
            Optional.of(new Backoff(clock)));
    GuardOptions options =
        new GuardOptions(
            200, 1_000, AllowedHosts.any(), Map.of("/old", "/new"), WritePolicy.AUTHENTICATED);
    origin =
        new OriginServer(
            GuardChain.of(options, routes, repository, authenticator, errors),
            routes,
            errors,
            new VisitorCookies(ids, cookies ? Optional.of(ledger) : Optional.empty()),
            new ExchangeReport(traffic, Optional.of(accessLog), authenticator, clock),
            clock,
            ids);
  }

  /** A server whose resources answer at once with a text. */
  static OriginFixture answering(String text) {
    return new OriginFixture(request -> Decision.answer(StubHandler.text(text)));
  }

  Exchange exchange(RequestMaker request) {
    return origin.accept(request.head(), request.connection());
  }

  /** The response to a request that is answered without work. */
  Response answer(RequestMaker request) {
    return Outcomes.answered(exchange(request).decision());
  }
}
