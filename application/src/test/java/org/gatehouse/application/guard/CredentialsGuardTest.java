package org.gatehouse.application.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.gatehouse.application.Outcomes;
import org.gatehouse.application.RequestMaker;
import org.gatehouse.application.StubHandler;
import org.gatehouse.application.fake.InMemoryCredentialStore;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.port.in.ConnectionInfo;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Route;
import org.gatehouse.application.route.Routes;
import org.gatehouse.application.route.Trait;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsGuardTest {
  private final Routes routes =
      new Routes(
          List.of(
              Route.of("/echo", StubHandler.resources()),
              Route.of("/files/{name}", StubHandler.resources(), Trait.STORES)),
          StubHandler.resources());
  private final SettableClock clock = new SettableClock();
  private final InMemoryCredentialStore store = new InMemoryCredentialStore().add("ann", "se:cret");
  private final Authenticator keeper =
      new Authenticator(Optional.of(store), Optional.of(new Backoff(clock)));

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "OPEN,          DELETE,  /a,       401",
    "OPEN,          PUT,     /a,       pass",
    "OPEN,          POST,    /a,       pass",
    "OPEN,          GET,     /a,       pass",
    "OPEN,          DELETE,  /files/a, 401",
    "OPEN,          POST,    /files/a, pass",
    "OPEN,          POST,    /echo,    pass",
    "AUTHENTICATED, DELETE,  /a,       401",
    "AUTHENTICATED, PUT,     /a,       401",
    "AUTHENTICATED, POST,    /a,       401",
    "AUTHENTICATED, POST,    /a/,      401",
    "AUTHENTICATED, GET,     /a,       pass",
    "AUTHENTICATED, HEAD,    /a,       pass",
    "AUTHENTICATED, OPTIONS, *,        pass",
    "AUTHENTICATED, POST,    /files/a, 401",
    "AUTHENTICATED, POST,    /echo,    pass",
  })
  void asksForThemBeforeWrites(WritePolicy writes, String method, String target, String expected) {
    CredentialsGuard guard = new CredentialsGuard(routes, writes, keeper);
    RequestMaker request = RequestMaker.of(method, target);
    assertEquals(expected, Outcomes.of(guard.check(request.request())));
    RequestMaker known = request.with("Authorization", basic("ann:se:cret"));
    assertEquals("pass", Outcomes.of(guard.check(known.request())));
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource({
    "ann:se:cret,  pass",
    "ann:se:cre,   401",
    "ann:se:crets, 401",
    "ann:,         401",
    "ann,          401",
    ":se:cret,     401",
    "Ann:se:cret,  401",
    "an:se:cret,   401",
    "ann:SE:CRET,  401",
    "'',           401",
  })
  void takesThePairAndNothingElse(String pair, String expected) {
    CredentialsGuard guard = new CredentialsGuard(routes, WritePolicy.OPEN, keeper);
    RequestMaker request = RequestMaker.of("DELETE", "/a").with("Authorization", basic(pair));
    assertEquals(expected, Outcomes.of(guard.check(request.request())));
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource({"Bearer YW5uOnNlOmNyZXQ=", "Basic", "Basic %%%", "YW5uOnNlOmNyZXQ=", "''"})
  void refusesWhatIsNotBasic(String authorization) {
    CredentialsGuard guard = new CredentialsGuard(routes, WritePolicy.OPEN, keeper);
    RequestMaker request = RequestMaker.of("DELETE", "/a").with("Authorization", authorization);
    assertEquals("401", Outcomes.of(guard.check(request.request())));
  }

  @Test
  void refusesARepeatedField() {
    CredentialsGuard guard = new CredentialsGuard(routes, WritePolicy.OPEN, keeper);
    RequestMaker twice =
        RequestMaker.of("DELETE", "/a")
            .with("Authorization", basic("ann:se:cret"))
            .with("authorization", basic("ann:se:cret"));
    assertEquals("401", Outcomes.of(guard.check(twice.request())));
  }

  @Test
  void refusesEveryoneWhereNobodyIsKnown() {
    Authenticator nobody = Authenticator.ofNobody();
    CredentialsGuard guard = new CredentialsGuard(routes, WritePolicy.OPEN, nobody);
    for (String pair : List.of("admin:admin", ":", "ann:se:cret")) {
      RequestMaker request = RequestMaker.of("DELETE", "/a").with("Authorization", basic(pair));
      assertEquals("401", Outcomes.of(guard.check(request.request())));
    }
  }

  @Test
  void challengesWithoutTellingWhatWasWrong() {
    CredentialsGuard guard = new CredentialsGuard(routes, WritePolicy.OPEN, keeper);
    RequestMaker none = RequestMaker.of("DELETE", "/a");
    Verdict unknown = guard.check(none.request());
    Verdict wrong = guard.check(none.with("Authorization", basic("ann:no")).request());
    assertEquals(unknown, wrong);
    String challenge =
        unknown.match(
            () -> "",
            refusal -> refusal.fields().first("WWW-Authenticate").orElse(""),
            response -> "");
    assertEquals("Basic realm=\"gatehouse\", charset=\"UTF-8\"", challenge);
    assertFalse(unknown.toString().contains("cret"));
  }

  @Test
  void namesTheUserForTheLogOnceHeWasLetIn() {
    RequestMaker known =
        RequestMaker.of("DELETE", "/a").with("Authorization", basic("ann:se:cret"));
    RequestMaker wrong = RequestMaker.of("DELETE", "/a").with("Authorization", basic("ann:x"));
    assertEquals(Optional.empty(), keeper.user(known.request().fields()));
    assertEquals(0, store.verifications(), "a log is no reason to verify");
    assertEquals("pass", Outcomes.of(guard().check(known.request())));
    assertEquals("401", Outcomes.of(guard().check(wrong.request())));
    assertEquals(Optional.of("ann"), keeper.user(known.request().fields()));
    assertEquals(Optional.empty(), keeper.user(wrong.request().fields()));
    assertEquals(Optional.empty(), keeper.user(RequestMaker.get("/a").request().fields()));
  }

  private CredentialsGuard guard() {
    return new CredentialsGuard(routes, WritePolicy.OPEN, keeper);
  }

  private static RequestMaker delete(String pair) {
    return RequestMaker.of("DELETE", "/a").with("Authorization", basic(pair));
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, ann:se:cret, true",
    "DELETE, ann:wrong,   true",
    "DELETE, bob:se:cret, true",
    "DELETE, '',          false",
    "GET,    ann:se:cret, false",
    "PUT,    ann:se:cret, false",
  })
  void onlyWhatIsToBeVerifiedIsWorkForAWorker(String method, String pair, boolean waits) {
    RequestMaker request = RequestMaker.of(method, "/a").with("Authorization", basic(pair));
    assertEquals(waits, guard().waits(request.request()));
    assertEquals(0, store.verifications());
    assertFalse(guard().waits(RequestMaker.of(method, "/a").request()));
  }

  @Test
  void whoWasLetInNeedsNoWorkerAgain() {
    assertEquals("pass", Outcomes.of(guard().check(delete("ann:se:cret").request())));
    assertFalse(guard().waits(delete("ann:se:cret").request()));
    assertEquals("pass", Outcomes.of(guard().check(delete("ann:se:cret").request())));
    assertEquals(1, store.verifications());
  }

  @Test
  void anUnknownUserCostsOneVerificationAsAKnownOneDoes() {
    guard().check(delete("ann:wrong").request());
    assertEquals(1, store.verifications());
    guard().check(delete("nobody:wrong").request());
    assertEquals(2, store.verifications());
  }

  @Test
  void turnsAwayWhoeverGuesses() {
    for (int i = 0; i < Backoff.FREE_FAILURES; i++) {
      assertEquals("401", Outcomes.of(guard().check(delete("ann:guess" + i).request())));
    }
    int worked = store.verifications();
    Verdict turnedAway = guard().check(delete("ann:guess").request());
    Refusal refusal = turnedAway.match(() -> null, refused -> refused, response -> null);
    assertEquals(Status.TOO_MANY_REQUESTS, refusal.status());
    assertEquals(Optional.of("1"), refusal.fields().first("Retry-After"));
    assertEquals(turnedAway, guard().check(delete("ann:se:cret").request()), "right or wrong");
    assertFalse(guard().waits(delete("ann:guess").request()), "that is no work");
    assertEquals(worked, store.verifications());

    clock.advance(Duration.ofSeconds(1));
    assertEquals("pass", Outcomes.of(guard().check(delete("ann:se:cret").request())));
    assertEquals("401", Outcomes.of(guard().check(delete("ann:guess").request())), "forgiven");
  }

  @Test
  void aGuesserIsNoOracleForWhatIsRemembered() {
    guard().check(delete("ann:se:cret").request());
    for (int i = 0; i < Backoff.FREE_FAILURES; i++) {
      guard().check(delete("ann:guess" + i).request());
    }
    assertEquals("429", Outcomes.of(guard().check(delete("ann:se:cret").request())));
  }

  @Test
  void onlyRequestsThatPresentCredentialsAndNeedThemAreTurnedAway() {
    for (int i = 0; i < 2 * Backoff.FREE_FAILURES; i++) {
      guard().check(RequestMaker.of("DELETE", "/a").request());
      guard().check(delete("").request());
      guard().check(RequestMaker.get("/a").with("Authorization", basic("ann:x")).request());
    }
    assertEquals("401", Outcomes.of(guard().check(delete("ann:guess").request())));
    for (int i = 0; i < Backoff.FREE_FAILURES; i++) {
      guard().check(delete("ann:guess" + i).request());
    }
    assertEquals("429", Outcomes.of(guard().check(delete("ann:guess").request())));
    assertEquals("401", Outcomes.of(guard().check(RequestMaker.of("DELETE", "/a").request())));
    RequestMaker get = RequestMaker.get("/a").with("Authorization", basic("ann:x"));
    assertEquals("pass", Outcomes.of(guard().check(get.request())));
  }

  @Test
  void othersAreStillHeard() {
    for (int i = 0; i < Backoff.FREE_FAILURES; i++) {
      guard().check(delete("ann:guess" + i).request());
    }
    ConnectionInfo other = new ConnectionInfo("192.0.2.8", 50_000, 8080, "http");
    assertEquals(
        "pass", Outcomes.of(guard().check(delete("ann:se:cret").connection(other).request())));
  }

  @Test
  void theBackoffCanBeOff() {
    Authenticator patient = new Authenticator(Optional.of(store), Optional.empty());
    CredentialsGuard guard = new CredentialsGuard(routes, WritePolicy.OPEN, patient);
    for (int i = 0; i < 3 * Backoff.FREE_FAILURES; i++) {
      assertEquals("401", Outcomes.of(guard.check(delete("ann:guess").request())));
    }
  }

  @Test
  void aStoreThatFailsLetsNobodyInAndHoldsNothingAgainstAnyone() {
    StorageFailure broken = new StorageFailure(StorageFailure.Kind.BROKEN, "broken", null);
    store.failVerify(Optional.of(broken));
    for (int i = 0; i < 2 * Backoff.FREE_FAILURES; i++) {
      Request request = delete("ann:se:cret").request();
      assertThrows(StorageFailure.class, () -> guard().check(request));
    }
    store.failVerify(Optional.empty());
    assertEquals("pass", Outcomes.of(guard().check(delete("ann:se:cret").request())));
  }
}
