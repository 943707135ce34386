package org.gatehouse.application.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gatehouse.application.Outcomes;
import org.gatehouse.application.RequestMaker;
import org.gatehouse.application.StubHandler;
import org.gatehouse.application.fake.InMemoryResourceRepository;
import org.gatehouse.application.fake.InMemoryResourceRepository.Step;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.route.Refusals;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Routes;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GuardChainTest {
  private static final Refusals REFUSALS =
      (request, refusal) -> Response.of(refusal.status(), refusal.fields(), Body.none());

  private final InMemoryResourceRepository repository =
      new InMemoryResourceRepository(new SettableClock());
  private final StubHandler resources = StubHandler.resources();

  private GuardChain chain(ResourceRepository asked) {
    Routes routes = new Routes(List.of(), resources);
    GuardOptions options =
        new GuardOptions(
            100,
            100,
            AllowedHosts.only(List.of("localhost")),
            Map.of("/old.html", "/new.html", "/favicon.ico", "/icon.svg"),
            WritePolicy.AUTHENTICATED);
    return GuardChain.of(options, routes, asked, Authenticator.ofNobody(), REFUSALS);
  }

  private int status(RequestMaker request) {
    Decision decision = chain(repository).decide(request.request(), resources::handle);
    return Outcomes.answered(decision).status().code();
  }

  @Test
  void whoWatchesIsToldOfEveryVerdictAndChangesNone() {
    for (String target : List.of("/fine", "/a/../b", "/old.html", "/" + "x".repeat(200))) {
      List<String> told = new ArrayList<>();
      GuardChain plain = chain(repository);
      GuardChain watched =
          plain.watchedBy((guard, request, verdict) -> told.add(guard + " " + verdict.passes()));
      Request request = RequestMaker.get(target).request();
      Decision expected = plain.decide(request, resources::handle);
      Decision decision = watched.decide(request, resources::handle);
      assertEquals(Outcomes.answered(expected).status(), Outcomes.answered(decision).status());
      assertEquals(plain.names().subList(0, told.size()), names(told), target);
      assertEquals(target.equals("/fine"), told.stream().allMatch(line -> line.endsWith("true")));
      assertEquals(
          target.equals("/fine") ? 0 : 1, told.stream().filter(l -> l.endsWith("false")).count());
    }
    assertEquals(
        List.of(
            "TargetLength",
            "Method",
            "Version",
            "Host",
            "Path",
            "Redirect",
            "FixedResponse",
            "Content",
            "Credentials"),
        chain(repository).watchedBy((guard, request, verdict) -> {}).names());
  }

  private static List<String> names(List<String> told) {
    return told.stream().map(line -> line.split(" ")[0]).toList();
  }

  @Test
  void whatFollowsSeesOnlyWhatTheChainLetsPass() {
    List<String> seen = new ArrayList<>();
    Guard teapot =
        request -> {
          seen.add(request.path().toString());
          return Verdict.refuse(Refusal.of(Status.TOO_MANY_REQUESTS, "Later."));
        };
    GuardChain longer = chain(repository).followedBy(List.of(teapot));
    for (String target : List.of("/a/../b", "/old.html", "/fine")) {
      longer.decide(RequestMaker.get(target).request(), resources::handle);
    }
    assertEquals(List.of("/fine"), seen);
    Decision refused = longer.decide(RequestMaker.get("/fine").request(), resources::handle);
    assertEquals(Status.TOO_MANY_REQUESTS, Outcomes.answered(refused).status());
  }

  /** One fault for each row of the contract, in its order, and what it is answered alone. */
  private enum Fault {
    LONG(414, request -> retarget(request, request.target() + "?" + "x".repeat(100))),
    METHOD(405, request -> method(request, "PATCH")),
    VERSION(505, request -> request.version(2, 0)),
    HOST(400, request -> request.fields(FieldLines.empty())),
    PATH(403, request -> retarget(request, "/a/../b")),
    REDIRECT(301, request -> retarget(request, "/old.html")),
    FIXED(200, request -> retarget(request, "/")),
    CONTENT(417, request -> request.with("Expect", "the unexpected")),
    CREDENTIALS(401, request -> method(request, "DELETE"));

    private final int status;
    private final UnaryOperator<RequestMaker> make;

    Fault(int status, UnaryOperator<RequestMaker> make) {
      this.status = status;
      this.make = make;
    }

    private static RequestMaker retarget(RequestMaker r, String target) {
      return new RequestMaker(
          r.method(), target, r.version(), r.fields(), r.framing(), r.connection());
    }

    private static RequestMaker method(RequestMaker r, String method) {
      return new RequestMaker(
          method, r.target(), r.version(), r.fields(), r.framing(), r.connection());
    }

    /** Two paths, two methods, or a method and what only concerns readers, exclude each other. */
    private boolean canMeet(Fault other) {
      return !(hasPath() && other.hasPath())
          && !(hasMethod() && other.hasMethod())
          && !(readersOnly() && other.hasMethod())
          && !(hasMethod() && other.readersOnly());
    }

    private boolean hasPath() {
      return this == PATH || readersOnly();
    }

    private boolean readersOnly() {
      return this == REDIRECT || this == FIXED;
    }

    private boolean hasMethod() {
      return this == METHOD || this == CREDENTIALS;
    }
  }

  @TestFactory
  List<DynamicTest> theFirstOfTwoFaultsDecides() {
    List<DynamicTest> pairs = new ArrayList<>();
    for (Fault first : Fault.values()) {
      for (Fault second : Fault.values()) {
        if (second.ordinal() >= first.ordinal() && first.canMeet(second) || first == second) {
          // The target grows at the last, so that a path of another fault does not undo it.
          RequestMaker both = first.make.apply(second.make.apply(RequestMaker.get("/a")));
          pairs.add(
              DynamicTest.dynamicTest(
                  first + " before " + second, () -> assertEquals(first.status, status(both))));
        }
      }
    }
    assertTrue(pairs.size() > 30);
    return pairs;
  }

  @Test
  void aRedirectComesBeforeAFixedResponse() {
    assertEquals(301, status(RequestMaker.get("/favicon.ico")));
  }

  @Test
  void whatIsFaultlessReachesItsHandler() {
    assertEquals(200, status(RequestMaker.get("/a")));
    assertEquals(1, resources.asked.size());
  }

  @Test
  void aRefusedWriteNeverReachesItsHandler() {
    assertEquals(401, status(RequestMaker.of("PUT", "/a").content(5)));
    assertEquals(413, status(RequestMaker.of("PUT", "/a").content(101)));
    assertEquals(411, status(RequestMaker.of("POST", "/a")));
    assertEquals(List.of(), resources.asked);
  }

  @Test
  void onlyTheFixedResponsesTouchTheRepository() {
    GuardChain untouching = chain(Untouchable.repository());
    for (RequestMaker request :
        List.of(
            RequestMaker.get("/a"),
            RequestMaker.get("/old.html"),
            RequestMaker.get("/a/../b"),
            RequestMaker.of("PUT", "/a").content(5),
            RequestMaker.of("DELETE", "/a"),
            RequestMaker.of("PATCH", "/a"))) {
      Outcomes.answered(untouching.decide(request.request(), resources::handle));
    }
    Request root = RequestMaker.get("/").request();
    assertThrows(AssertionError.class, () -> untouching.decide(root, resources::handle));
  }

  @Test
  void whatWouldWaitIsWorkForAWorkerAndSoIsWhatComesAfter() {
    repository.put("/index.html", "<h1>Hi</h1>");
    repository.failAt(Step.FIND, StorageFailure.Kind.BROKEN);
    Decision decision =
        chain(repository).decide(RequestMaker.get("/").request(), resources::handle);
    assertEquals(List.of(), resources.asked);
    repository.heal();
    assertEquals(200, Outcomes.answered(Outcomes.worked(decision)).status().code());
    assertEquals(1, resources.asked.size());
  }

  @Test
  void guardsAfterTheOneThatWaitsAreAskedOnTheWorker() {
    repository.put("/index.html", "<h1>Hi</h1>");
    repository.failAt(Step.FIND, StorageFailure.Kind.BROKEN);
    Request request = RequestMaker.get("/").with("Expect", "the unexpected").request();
    Decision decision = chain(repository).decide(request, resources::handle);
    repository.heal();
    assertEquals(417, Outcomes.answered(Outcomes.worked(decision)).status().code());
  }

  @Test
  void noGuardIsAskedAfterOneThatRefused() {
    List<String> asked = new ArrayList<>();
    Guard passing = guard(asked, "passing", Verdict.pass());
    Guard refusing = guard(asked, "refusing", Verdict.refuse(Refusal.of(Status.CONFLICT, "No.")));
    Guard never = guard(asked, "never", Verdict.pass());
    GuardChain chain = new GuardChain(List.of(passing, refusing, never), REFUSALS);
    Decision decision = chain.decide(RequestMaker.get("/a").request(), resources::handle);
    assertEquals(409, Outcomes.answered(decision).status().code());
    assertEquals(List.of("passing", "refusing"), asked);
    assertEquals(List.of(), resources.asked);
  }

  private static Guard guard(List<String> asked, String name, Verdict verdict) {
    return request -> {
      asked.add(name);
      return verdict;
    };
  }
}
