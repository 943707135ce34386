package org.gatehouse.application.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gatehouse.application.Outcomes;
import org.gatehouse.application.RequestMaker;
import org.gatehouse.application.fake.InMemoryResourceRepository;
import org.gatehouse.application.fake.InMemoryResourceRepository.Step;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.route.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedResponseGuardTest {
  private final InMemoryResourceRepository repository =
      new InMemoryResourceRepository(new SettableClock());
  private final FixedResponseGuard guard = new FixedResponseGuard(repository, true);

  private String judge(String method, String target) {
    return Outcomes.of(guard.check(RequestMaker.of(method, target).request()));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "GET,     /,             200",
    "HEAD,    /,             200",
    "GET,     /?x=y,         200",
    "GET,     /favicon.ico,  200",
    "HEAD,    /favicon.ico,  200",
    "GET,     /%66avicon.ico, 200",
    "GET,     /index.html,   pass",
    "GET,     /Favicon.ico,  pass",
    "GET,     /favicon.ico/, pass",
    "GET,     /a/,           pass",
    "GET,     //,            pass",
    "PUT,     /favicon.ico,  pass",
    "POST,    /,             pass",
    "DELETE,  /favicon.ico,  pass",
    "OPTIONS, /,             pass",
    "OPTIONS, *,             pass",
  })
  void answersInTheSteadOfTwoMissingFiles(String method, String target, String expected) {
    assertEquals(expected, judge(method, target));
  }

  @Test
  void saysHelloInPlainText() {
    Verdict verdict = guard.check(RequestMaker.get("/favicon.ico").request());
    Response response = verdict.match(() -> null, refusal -> null, answer -> answer);
    assertEquals("hello", Outcomes.text(response));
    assertEquals("text/plain; charset=utf-8", Outcomes.field(response, "Content-Type"));
  }

  @Test
  void leavesFilesThatAreThereToTheirHandler() {
    repository.put("/index.html", "<h1>Hi</h1>");
    repository.put("/favicon.ico", "icon");
    assertEquals("pass", judge("GET", "/"));
    assertEquals("pass", judge("GET", "/favicon.ico"));
  }

  @Test
  void looksForEachFileByItself() {
    repository.put("/index.html", "<h1>Hi</h1>");
    assertEquals("pass", judge("GET", "/"));
    assertEquals("200", judge("GET", "/favicon.ico"));
  }

  @Test
  void leavesAFileThatMayNotBeReadToItsHandler() {
    repository.put("/index.html", "<h1>Hi</h1>");
    repository.deny("/index.html");
    assertEquals("pass", judge("GET", "/"));
  }

  @Test
  void takesAFolderOfTheNameForNoFile() {
    repository.makeFolder("/index.html");
    assertEquals("200", judge("GET", "/"));
  }

  @Test
  void leavesARootThatIsListedToItsHandler() {
    FixedResponseGuard silent = new FixedResponseGuard(repository, false);
    assertEquals("pass", Outcomes.of(silent.check(RequestMaker.get("/").request())));
    assertEquals("200", Outcomes.of(silent.check(RequestMaker.get("/favicon.ico").request())));
  }

  @Test
  void waitsOnlyWhereNothingIsKnownAndAFileIsInQuestion() {
    Request root = RequestMaker.get("/").request();
    assertFalse(guard.waits(root));
    repository.failAt(Step.FIND, StorageFailure.Kind.BROKEN);
    assertTrue(guard.waits(root));
    assertTrue(guard.waits(RequestMaker.get("/favicon.ico").request()));
    assertFalse(guard.waits(RequestMaker.get("/a").request()));
    assertFalse(guard.waits(RequestMaker.of("PUT", "/favicon.ico").request()));
  }

  @Test
  void asksStorageWhereNothingIsKnown() {
    repository.failAt(Step.FIND, StorageFailure.Kind.BROKEN);
    Request root = RequestMaker.get("/").request();
    assertThrows(StorageFailure.class, () -> guard.check(root));
  }

  @Test
  void asksStorageForNothingThatIsKnown() {
    Lookup missing = Lookup.absent(Lookup.Absence.MISSING);
    FixedResponseGuard knowing =
        new FixedResponseGuard(Untouchable.repositoryThatKnows(missing), true);
    assertEquals("200", Outcomes.of(knowing.check(RequestMaker.get("/").request())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a", "/index.html", "/health", "/a/b/c/"})
  void touchesTheRepositoryForNoOtherPath(String target) {
    FixedResponseGuard untouching = new FixedResponseGuard(Untouchable.repository(), true);
    Request request = RequestMaker.get(target).request();
    assertFalse(untouching.waits(request));
    assertEquals("pass", Outcomes.of(untouching.check(request)));
    Request root = RequestMaker.get("/").request();
    assertThrows(AssertionError.class, () -> untouching.check(root));
  }
}
