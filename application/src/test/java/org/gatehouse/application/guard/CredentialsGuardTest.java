package org.gatehouse.application.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.gatehouse.application.Outcomes;
import org.gatehouse.application.RequestMaker;
import org.gatehouse.application.StubHandler;
import org.gatehouse.application.route.Route;
import org.gatehouse.application.route.Routes;
import org.gatehouse.application.route.Trait;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.domain.credentials.BasicCredentials;
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
  private final Authenticator keeper =
      new Authenticator(Optional.of(BasicCredentials.of("ann", "se:cret")));

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
    Authenticator nobody = new Authenticator(Optional.empty());
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
  void namesTheUserForTheLog() {
    RequestMaker request = RequestMaker.get("/a");
    assertEquals(Optional.empty(), keeper.user(request.request().fields()));
    RequestMaker known = request.with("Authorization", basic("ann:se:cret"));
    assertEquals(Optional.of("ann"), keeper.user(known.request().fields()));
    RequestMaker wrong = request.with("Authorization", basic("ann:x"));
    assertEquals(Optional.empty(), keeper.user(wrong.request().fields()));
  }
}
