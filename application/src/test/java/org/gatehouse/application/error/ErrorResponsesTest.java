package org.gatehouse.application.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gatehouse.application.Outcomes;
import org.gatehouse.application.RequestMaker;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorResponsesTest {
  private static final String HTML = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";
  private static final Refusal MISSING = Refusal.of(Status.NOT_FOUND, "There is no such resource.");
  private static final Refusal CONFLICT = Refusal.of(Status.CONFLICT, "It is <taken> & \"gone\".");

  private final ErrorResponses errors = new ErrorResponses();

  private Response of(Refusal refusal, String target, String accept) {
    return errors.of(RequestMaker.get(target).with("Accept", accept).request(), refusal);
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      value = {
        HTML + "                                            | text/html; charset=utf-8",
        "text/html                                          | text/html; charset=utf-8",
        "TEXT/HTML                                          | text/html; charset=utf-8",
        "text/html, text/plain, */*;q=0.1                   | text/html; charset=utf-8",
        "text/html, application/json;q=0.9                  | text/html; charset=utf-8",
        "application/json                                   | application/problem+json",
        "application/problem+json                           | application/problem+json",
        "application/*                                      | application/problem+json",
        "application/json, */*                              | application/problem+json",
        "application/json, text/html;q=0.9                  | application/problem+json",
        "application/json;q=0.5, text/html;q=0.4            | application/problem+json",
        "application/problem+json, application/json;q=0     | application/problem+json",
        "*/*                                                | text/plain; charset=utf-8",
        "text/plain                                         | text/plain; charset=utf-8",
        "text/plain, application/json;q=0.5                 | text/plain; charset=utf-8",
        "text/plain, text/html;q=0.9                        | text/plain; charset=utf-8",
        "text/html;q=0                                      | text/plain; charset=utf-8",
        "application/json;q=0                               | text/plain; charset=utf-8",
        "image/png                                          | text/plain; charset=utf-8",
        "''                                                 | text/plain; charset=utf-8",
        ";;;,,,q=                                           | text/plain; charset=utf-8",
      })
  void takesTheFormThatTheClientPrefers(String accept, String type) {
    Response response = of(CONFLICT, "/a", accept);
    assertEquals(type, Outcomes.field(response, "Content-Type"));
    assertEquals("Accept", Outcomes.field(response, "Vary"));
    assertEquals(Status.CONFLICT, response.status());
  }

  @Test
  void takesALineOfTextWhereNothingIsPreferred() {
    Response response = errors.of(RequestMaker.get("/a").request(), CONFLICT);
    assertEquals(
        "409 Conflict: It is <taken> & \"gone\". (request request-0)\n", Outcomes.text(response));
  }

  @Test
  void tellsWhatIsMissingInText() {
    Response response = errors.of(RequestMaker.get("/a%20b/c.txt?d=e").request(), MISSING);
    assertEquals(
        "404 Not Found: There is no such resource. /a b/c.txt (request request-0)\n",
        Outcomes.text(response));
  }

  @Test
  void tellsAProblem() {
    assertEquals(
        "{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,"
            + "\"detail\":\"It is <taken> & \\\"gone\\\".\",\"request_id\":\"request-0\"}\n",
        Outcomes.text(of(CONFLICT, "/a", "application/json")));
    assertEquals(
        "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
            + "\"detail\":\"There is no such resource. /a \\\"b\u00e9\","
            + "\"instance\":\"/a%20%22b%C3%A9\",\"request_id\":\"request-0\"}\n",
        Outcomes.text(of(MISSING, "/a%20%22b%c3%a9", "application/json")));
  }

  @Test
  void showsAPage() {
    String page = Outcomes.text(of(CONFLICT, "/a", HTML));
    assertTrue(page.startsWith("<!DOCTYPE html>\n"), page);
    assertTrue(page.contains("<title>409 Conflict</title>"), page);
    assertTrue(page.contains("<h1>409 Conflict</h1>"), page);
    assertTrue(page.contains("<p>It is &lt;taken&gt; &amp; &quot;gone&quot;.</p>"), page);
    assertTrue(page.contains("Request <code>request-0</code>"), page);
    assertFalse(page.contains("<bdi>"), page);
    assertTrue(page.endsWith("</html>\n"), page);
  }

  @Test
  void escapesThePathOnThePage() {
    String target = "/%3Cscript%3Ealert(1)%3C/script%3E%22'&amp;";
    String page = Outcomes.text(of(MISSING, target, HTML));
    assertTrue(
        page.contains("/&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;amp;</code>"), page);
    assertFalse(page.contains("<script"), page);
  }

  @Test
  void keepsEncodedWhatWouldReadLikeAnotherPath() {
    assertTrue(Outcomes.text(of(MISSING, "/a%2Fb", "*/*")).contains(" /a%2Fb (request"));
    assertTrue(Outcomes.text(of(MISSING, "/a/b", "*/*")).contains(" /a/b (request"));
  }

  @Test
  void letsNoInvisibleCharacterIntoALineOfText() {
    String line = Outcomes.text(of(MISSING, "/a%E2%80%AEtxt%E2%80%A8b", "*/*"));
    assertTrue(line.contains("/a\\u202etxt\\u2028b"), line);
  }

  @Test
  void namesThePathOnlyWhereItIsMissing() {
    assertFalse(Outcomes.text(of(CONFLICT, "/secret", "*/*")).contains("/secret"));
    assertFalse(Outcomes.text(of(CONFLICT, "/secret", HTML)).contains("/secret"));
    assertFalse(Outcomes.text(of(CONFLICT, "/secret", "application/json")).contains("/secret"));
  }

  @Test
  void canRefuseAPathThatCouldNotBeRead() {
    Refusal refusal = Refusal.of(Status.BAD_REQUEST, "The path cannot be decoded.");
    assertEquals(Status.BAD_REQUEST, of(refusal, "/%00", HTML).status());
  }

  @Test
  void carriesTheFieldsOfTheRefusal() {
    Refusal refusal =
        new Refusal(
            Status.METHOD_NOT_ALLOWED, "No.", FieldLines.of("Allow", "GET", "X-Other", "b"));
    Response response = of(refusal, "/a", "*/*");
    assertEquals("GET", Outcomes.field(response, "Allow"));
    assertEquals("b", Outcomes.field(response, "X-Other"));
  }

  @Test
  void keepsTheReasonForTheLog() {
    assertEquals(CONFLICT.reason(), of(CONFLICT, "/a", HTML).reason());
  }

  @Test
  void answersWhatNeverBecameARequest() {
    Response response = errors.of("id-7", Refusal.of(Status.BAD_REQUEST, "A line has no end."));
    assertEquals("400 Bad Request: A line has no end. (request id-7)\n", Outcomes.text(response));
    assertEquals("text/plain; charset=utf-8", Outcomes.field(response, "Content-Type"));
  }
}
