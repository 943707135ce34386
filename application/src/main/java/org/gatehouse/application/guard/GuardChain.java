package org.gatehouse.application.guard;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.route.Refusals;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Routes;

/**
 * The guards in order; the first that refuses or answers decides, and no later one is asked.
 *
 * <p>They are asked on the caller's thread. From the first one that would wait for storage, the
 * rest of the chain and what follows it are work for a worker.
 */
public final class GuardChain {
  private final Guard[] guards;
  private final Refusals refusals;

  /** A chain. */
  public GuardChain(List<Guard> guards, Refusals refusals) {
    this.guards = guards.toArray(Guard[]::new);
    this.refusals = refusals;
  }

  /**
   * The chain of this server, in the order of its contract.
   *
   * @param options what the operator chose
   * @param routes tells which guards concern a request
   * @param repository asked for the files in whose stead there are fixed responses
   * @param authenticator judges credentials
   * @param refusals makes the responses
   * @throws IllegalArgumentException if a redirect is not one
   */
  public static GuardChain of(
      GuardOptions options,
      Routes routes,
      ResourceRepository repository,
      Authenticator authenticator,
      Refusals refusals) {
    List<Guard> guards =
        List.of(
            new TargetLengthGuard(options.longestTarget()),
            new MethodGuard(routes),
            new VersionGuard(),
            new HostGuard(options.hosts()),
            new PathGuard(),
            new RedirectGuard(options.redirects()),
            new FixedResponseGuard(repository, options.greets()),
            new ContentGuard(routes, options.largestContent()),
            new CredentialsGuard(routes, options.writes(), authenticator));
    return new GuardChain(guards, refusals);
  }

  /** This chain with more guards behind it, which see only what all of these let pass. */
  public GuardChain followedBy(List<Guard> more) {
    return new GuardChain(Stream.concat(Stream.of(guards), more.stream()).toList(), refusals);
  }

  /**
   * This chain, watched: the same guards are asked in the same order, and what each says is told.
   *
   * @param watch told of every verdict, on the thread on which it was given
   */
  public GuardChain watchedBy(GuardWatch watch) {
    return new GuardChain(
        Stream.of(guards).map(guard -> (Guard) new WatchedGuard(guard, watch)).toList(), refusals);
  }

  /** The names of the guards, in order. */
  public List<String> names() {
    return Stream.of(guards).map(Guard::name).toList();
  }

  /** Decides a request: by a guard, or, where all let it pass, by what comes next. */
  public Decision decide(Request request, Function<Request, Decision> next) {
    return decideFrom(0, false, request, next);
  }

  private Decision decideFrom(
      int first, boolean onWorker, Request request, Function<Request, Decision> next) {
    for (int i = first; i < guards.length; i++) {
      if (!onWorker && guards[i].waits(request)) {
        int waiting = i;
        return Decision.later(() -> decideFrom(waiting, true, request, next));
      }
      Verdict verdict = guards[i].check(request);
      if (!verdict.passes()) {
        return settled(request, verdict, next);
      }
    }
    return next.apply(request);
  }

  private Decision settled(Request request, Verdict verdict, Function<Request, Decision> next) {
    return verdict.match(
        () -> next.apply(request),
        refusal -> Decision.answer(refusals.of(request, refusal)),
        Decision::answer);
  }
}
