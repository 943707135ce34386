package org.gatehouse.bootstrap.endtoend.confinement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.RawResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No spelling of a path leads out of the root, for any method, by any route that touches storage:
 * each has its exact answer, none tells a secret, and nothing outside is made or changed.
 */
@Timeout(180)
class PathsIT {
  /** Where a spelling stands; what is wanted lies one folder up, or many. */
  private static final List<String> PLACES =
      List.of(
          "/%s/secret.txt",
          "/%s/www-secret/secret.txt",
          "/folder/%1$s/%1$s/secret.txt",
          "/upload/%1$s/none/%1$s/%1$s/%1$s/%1$s/%1$s/%1$s/%1$s/etc/passwd");

  @TempDir static Path top;
  private static Surroundings around;
  private static JarServer server;
  private static Map<String, String> before;

  @BeforeAll
  static void start() throws IOException {
    around = Surroundings.in(top);
    before = around.everything();
    server =
        around
            .launch()
            .options("--directory", around.site().resolve("kept").toString())
            .options("--redirect", "/old.html=/new.html", "--attachment", "txt")
            .start();
  }

  @AfterAll
  static void stopAndLookAround() throws IOException {
    server.close();
    assertEquals(before, around.everything());
  }

  @Test
  void noSpellingLeadsOutOfTheRoot() throws IOException {
    try (Conversation client = new Conversation(server)) {
      for (Spelling spelling : Spelling.all()) {
        Spelling.Meaning meaning = spelling.meaning();
        for (String place : PLACES) {
          String target = place.formatted(spelling.text());
          assertReads(client, meaning.reading, target);
          assertEquals(meaning.writing, client.status("PUT", target), "PUT " + target);
          assertRemoves(client, meaning, target);
        }
        String target = PLACES.get(0).formatted(spelling.text());
        assertEquals(meaning.options, client.status("OPTIONS", target), "OPTIONS " + target);
        assertEquals(meaning.writing, client.status("POST", target), "POST " + target);
        assertRemoves(client, meaning, target);
      }
    }
  }

  /** What was made is taken away again, so that the next spelling may be of the same name. */
  private static void assertRemoves(Conversation client, Spelling.Meaning meaning, String target)
      throws IOException {
    int status = meaning.writing == 201 ? 200 : meaning.writing;
    assertEquals(status, client.status("DELETE", target), "DELETE " + target);
  }

  private static void assertReads(Conversation client, int status, String target)
      throws IOException {
    assertEquals(status, client.status("GET", target), "GET " + target);
    assertEquals(status, client.status("HEAD", target), "HEAD " + target);
  }

  @Test
  void noSpellingLeadsOutOfTheDirectoryOfFiles() throws IOException {
    try (Conversation client = new Conversation(server)) {
      for (Spelling spelling : Spelling.all()) {
        Spelling.Meaning meaning = spelling.meaning();
        String target = "/files/" + spelling.text() + "/kept-secret/secret.txt";
        assertReads(client, meaning.reading, target);
        assertEquals(meaning.writing, client.status("POST", target), "POST " + target);
        assertRemoves(client, meaning, target);
      }
    }
  }

  @Test
  void anEchoReadsNothing() throws IOException {
    try (Conversation client = new Conversation(server)) {
      for (Spelling spelling : Spelling.all()) {
        String target = "/echo/" + spelling.text() + "/secret.txt";
        Spelling.Meaning meaning = spelling.meaning();
        boolean refused = meaning.reading < 404;
        assertReads(client, refused ? meaning.reading : 200, target);
        int status = refused ? meaning.writing : 405;
        assertEquals(status, client.status("PUT", target), "PUT " + target);
      }
    }
  }

  /**
   * Rows for targets that are no path with a file below it; AT stands for the secret's own path.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          403 ! GET ! /..
          403 ! GET ! /../
          403 ! GET ! /%2e%2e?page.txt
          403 ! GET ! /page.txt/..
          403 ! GET ! /page.txt/../../secret.txt
          403 ! GET ! /old.html/../../secret.txt
          403 ! GET ! /./old.html
          301 ! GET ! /%6fld.html?to=../../secret.txt
          404 ! GET ! /old.html%2f..%2fsecret.txt
          404 ! GET ! /old.html/
          200 ! GET ! /?../../secret.txt
          200 ! GET ! /page.txt?/../secret.txt
          200 ! GET ! /page.txt?file=%2e%2e%2fsecret.txt
          200 ! GET ! /user-agent?/../secret.txt
          400 ! GET ! /page.txt#/../secret.txt
          400 ! GET ! #/../secret.txt
          400 ! GET ! ../secret.txt
          400 ! GET ! ..
          400 ! GET ! secret.txt
          400 ! GET ! *
          400 ! GET ! *../secret.txt
          204 ! OPTIONS ! *
          400 ! OPTIONS ! */../secret.txt
          400 ! PUT ! *
          404 ! GET ! AT
          404 ! GET ! /AT
          404 ! GET ! /filesAT
          404 ! GET ! /files/AT
          200 ! GET ! /echoAT
          400 ! PUT ! /AT
          400 ! POST ! /files/AT
          400 ! DELETE ! /AT
          404 ! GET ! //secret.txt
          404 ! GET ! /C:AT
          404 ! GET ! /file:AT
          404 ! GET ! /file://AT
          404 ! GET ! /http://localhost/page.txt
          400 ! GET ! file:AT
          400 ! GET ! file://AT
          421 ! GET ! file://localhostAT
          400 ! PUT ! file://AT
          421 ! PUT ! file://localhostAT
          421 ! DELETE ! jar://localhostAT
          200 ! GET ! http://localhost/page.txt
          404 ! GET ! http://localhostAT
          403 ! GET ! http://localhost/../secret.txt
          403 ! GET ! http://localhost/%2e%2e/secret.txt
          403 ! PUT ! http://localhost/../secret.txt
          400 ! GET ! http://localhost/%c0%ae%c0%ae/secret.txt
          404 ! GET ! http://localhost/..%2fsecret.txt
          404 ! GET ! http://localhost//secret.txt
          403 ! GET ! http://../secret.txt
          403 ! GET ! http://..AT
          400 ! GET ! http://localhost\\../secret.txt
          400 ! GET ! http:///../secret.txt
          400 ! GET ! http:/../secret.txt
          200 ! GET ! http://localhost?/../secret.txt
          400 ! GET ! http://localhost#/../secret.txt
          403 ! OPTIONS ! /..
          403 ! POST ! /..
          403 ! POST ! /folder/../
          403 ! PUT ! /folder/..
          403 ! DELETE ! /folder/..
          403 ! POST ! /echo/..
          403 ! GET ! /echo/..
          403 ! GET ! /files/..
          403 ! GET ! /files/../secret.txt
          403 ! POST ! /files/../www/page.txt
          403 ! POST ! /upload/..
          403 ! POST ! /upload/../secret.txt
          403 ! GET ! /about/../page.txt
          403 ! GET ! /health/../page.txt
          403 ! GET ! /metrics/..
          405 ! TRACE ! /../secret.txt
          405 ! PROPFIND ! /../secret.txt
          405 ! CONNECT ! localhost:80
          400 ! CONNECT ! /../secret.txt
          501 ! FETCH ! /../secret.txt
          """)
  void aTargetInAnyForm(int status, String method, String target) throws IOException {
    String at = around.outside().resolve("secret.txt").toString();
    try (Conversation client = new Conversation(server)) {
      RawResponse response = client.ask(method, target.replace("AT", at), "");
      assertEquals(status, response.status(), response::toString);
    }
  }

  /** The name of a file in a form loses the folders before it, and then is a name or refused. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          201 ! ../secret.txt              ! /folder/secret.txt
          201 ! ../../www-secret/other.txt ! /folder/other.txt
          201 ! /etc/one.txt               ! /folder/one.txt
          201 ! ..\\..\\two.txt            ! /folder/two.txt
          201 ! C:\\three.txt              ! /folder/three.txt
          201 ! C:four.txt                 ! /folder/C:four.txt
          201 ! file:///five.txt           ! /folder/five.txt
          201 ! %2e%2e%2fsix.txt           ! /folder/%252e%252e%252fsix.txt
          201 ! ..%2fseven.txt/eight.txt   ! /folder/eight.txt
          400 ! ..                         ! ''
          400 ! .                          ! ''
          400 ! ../..                      ! ''
          400 ! ../                        ! ''
          400 ! /                          ! ''
          400 ! \\                         ! ''
          400 ! \\..                       ! ''
          400 ! ''                         ! ''
          403 ! ..%2fseven.txt             ! ''
          403 ! ../.htaccess               ! ''
          403 ! .gatehouse-staging         ! ''
          403 ! ..;                        ! ''
          400 ! a\u0000b                   ! ''
          400 ! \u00c0\u00ae\u00c0\u00ae   ! ''
          400 ! \u00c0\u00afnine.txt        ! ''
          201 ! \u00ef\u00bc\u008e.txt      ! /folder/%EF%BC%8E.txt
          """)
  void theNameOfAFileInAForm(int status, String name, String location) throws IOException {
    String form =
        "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\""
            + name
            + "\"\r\n\r\nnew\r\n--x--\r\n";
    String type = "Content-Type: multipart/form-data; boundary=x\r\n";
    try (Conversation client = new Conversation(server)) {
      RawResponse response = client.ask("POST", "/folder/", type, form);
      assertEquals(status, response.status(), response::toString);
      assertEquals(location, response.field("Location"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filename*=UTF-8''..%2Fsecret.txt",
        "filename=\"ten.txt\"; filename*=UTF-8''..%2Fsecret.txt",
        "filename=../secret.txt",
        "name=\"../../secret.txt\"; filename=\"ten.txt\""
      })
  void theOtherParametersOfAFormLeadNowhere(String parameters) throws IOException {
    String part = "Content-Disposition: form-data; " + parameters;
    String form = "--x\r\n" + part + "\r\n\r\nnew\r\n--x--\r\n";
    String type = "Content-Type: multipart/form-data; boundary=x\r\n";
    try (Conversation client = new Conversation(server)) {
      RawResponse response = client.ask("POST", "/folder/", type, form);
      assertTrue(List.of(201, 400).contains(response.status()), response::toString);
    }
  }

  @Test
  void whatIsUploadedChoosesNoPath() throws IOException {
    String type = "Content-Type: application/json\r\n";
    String json = "{\"filepath\":\"../../secret.txt\",\"name\":\"../secret.txt\"}";
    try (Conversation client = new Conversation(server)) {
      for (String target : List.of("/upload", "/upload?filepath=../../secret.txt")) {
        RawResponse response = client.ask("POST", target, type, json);
        assertEquals(201, response.status(), response::toString);
        assertTrue(response.field("Location").startsWith("/uploads/upload_"));
      }
    }
  }
}
