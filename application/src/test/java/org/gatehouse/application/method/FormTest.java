package org.gatehouse.application.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.application.method.ResourcesFixture.Answer;
import org.gatehouse.application.port.in.ContentReceiver;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.domain.field.FieldName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** multipart/form-data to a folder (RFC 7578). */
class FormTest {
  private final ResourcesFixture http = new ResourcesFixture();

  @AfterEach
  void nothingIsLeftOpen() {
    assertEquals(0, http.repository.openUploads());
  }

  private static String file(String name, String content) {
    return "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\""
        + (name + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n");
  }

  private Answer send(String target, String form, String... fields) {
    return run(http.decide("POST", target, withType(fields)), form, 7);
  }

  private static String[] withType(String... fields) {
    String[] all = Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = FieldName.CONTENT_TYPE;
    all[fields.length + 1] = "multipart/form-data; boundary=b";
    return all;
  }

  private static Answer run(Decision decision, String form, int pieces) {
    return ResourcesFixture.run(decision, form.getBytes(StandardCharsets.UTF_8), pieces);
  }

  @Test
  void eachFileGetsItsOwnName() {
    String form = file("a.txt", "one") + file("д.txt", "two") + "--b--\r\n";

    Answer answer = send("/in/", form);

    assertEquals(201, answer.code());
    assertEquals("/in/a.txt", answer.field(FieldName.LOCATION));
    assertEquals("application/json", answer.field(FieldName.CONTENT_TYPE));
    assertEquals(
        "{\"files\":[{\"name\":\"a.txt\",\"location\":\"/in/a.txt\"},"
            + "{\"name\":\"д.txt\",\"location\":\"/in/%D0%B4.txt\"}]}\n",
        answer.text());
    assertEquals(Optional.of("one"), http.repository.text("/in/a.txt"));
    assertEquals(Optional.of("two"), http.repository.text("/in/д.txt"));
  }

  @Test
  void anyPieceSizeGivesTheSame() {
    String form = file("a.txt", "one\r\n--\r\n") + file("b.txt", "") + "--b--\r\n";
    for (int size = 1; size <= form.length(); size++) {
      ResourcesFixture other = new ResourcesFixture();
      Answer answer = run(other.decide("POST", "/", withType()), form, size);

      assertEquals(201, answer.code());
      assertEquals(Optional.of("one\r\n--\r\n"), other.repository.text("/a.txt"));
      assertEquals(Optional.of(""), other.repository.text("/b.txt"));
    }
  }

  @Test
  void aTakenNameIsNumbered() {
    http.repository.put("/a.txt", "original");
    http.repository.makeFolder("/b.txt");

    Answer answer =
        send("/", file("a.txt", "one") + file("a.txt", "two") + file("b.txt", "b") + "--b--");

    assertEquals("/a(1).txt", answer.field(FieldName.LOCATION));
    assertEquals(Set.of("/a.txt", "/a(1).txt", "/a(2).txt", "/b(1).txt"), http.repository.paths());
    assertEquals(Optional.of("original"), http.repository.text("/a.txt"));
    assertEquals(Optional.of("two"), http.repository.text("/a(2).txt"));
  }

  @Test
  void fieldsAndFileFieldsWithNothingChosenAreLeftOut() {
    String field = "--b\r\nContent-Disposition: form-data; name=\"t\"\r\n\r\ntext\r\n";

    Answer answer = send("/", field + file("", "") + file("a.txt", "a") + field + "--b--");

    assertEquals(201, answer.code());
    assertEquals(Set.of("/a.txt"), http.repository.paths());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "..        | 400", ".         | 400", "dir/      | 400", "/         | 400",
        ".env      | 403", "x/.env    | 403", "../a.txt  | 201", "C:\\a.txt | 201",
      })
  void aNameIsTheLastOfItsPathOrNone(String name, int status) {
    Answer answer = send("/in/", file("good.txt", "good") + file(name, "x") + "--b--");

    assertEquals(status, answer.code());
    assertEquals(
        status == 201 ? new TreeSet<>(Set.of("/in/a.txt", "/in/good.txt")) : new TreeSet<>(),
        http.repository.paths());
  }

  @Test
  void aNameThatStorageCannotKeepRefusesAll() {
    Answer answer = send("/", file("a.txt", "a") + file("x".repeat(256), "b") + "--b--");

    assertEquals(400, answer.code());
    assertTrue(http.repository.paths().isEmpty());
  }

  /** A broken form for each fault that is found while it is read; a tilde is a line end. */
  private static final Map<FormFault, List<String>> BROKEN =
      Map.ofEntries(
          Map.entry(FormFault.ENDS_EARLY, List.of("", "FILE", "FILE--b")),
          Map.entry(
              FormFault.NO_FILE,
              List.of("--b--", "--b~Content-Disposition: form-data; name=t~~x~--b--")),
          Map.entry(FormFault.BROKEN_DELIMITER, List.of("FILE--bx")),
          Map.entry(FormFault.HEAD_MALFORMED, List.of("FILE--b~x~~")),
          Map.entry(FormFault.HEAD_TOO_LARGE, List.of("FILE--b~X: " + "x".repeat(9000))),
          Map.entry(FormFault.NOT_FORM_DATA, List.of("FILE--b~~x~--b--")),
          Map.entry(
              FormFault.CODED_PART,
              List.of(
                  "FILE--b~Content-Transfer-Encoding: base64~"
                      + "Content-Disposition: form-data~~x~--b--")),
          Map.entry(FormFault.TOO_MANY_PARTS, List.of("FILE".repeat(129) + "--b--")),
          Map.entry(
              FormFault.ILLEGAL_NAME,
              List.of("FILE--b~Content-Disposition: form-data; filename=..~~x~--b--")));

  @Test
  void refusesABrokenFormAndKeepsNothingOfIt() {
    BROKEN.forEach(
        (fault, forms) -> {
          for (String form : forms) {
            String text = form.replace("FILE", file("a.txt", "a")).replace("~", "\r\n");
            for (int size : new int[] {1, 100_000}) {
              Answer answer = run(http.decide("POST", "/", withType()), text, size);

              assertEquals(fault.refusal().status(), answer.status(), form);
              assertEquals(fault.refusal().reason() + "\n", answer.text(), form);
              assertTrue(http.repository.paths().isEmpty(), form);
              assertEquals(0, http.repository.openUploads(), form);
            }
          }
        });
  }

  @Test
  void everyFaultHasAnExample() {
    Set<FormFault> found = EnumSet.copyOf(BROKEN.keySet());
    found.add(FormFault.NO_BOUNDARY); // the next test's

    assertEquals(EnumSet.allOf(FormFault.class), found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "multipart/form-data",
        "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=ä"
      })
  void refusesAFormWithoutBoundaryUnread(String type) {
    Answer answer = http.post("/", "--b--", FieldName.CONTENT_TYPE, type);

    assertEquals(FormFault.NO_BOUNDARY.refusal().status(), answer.status());
    assertFalse(answer.received());
    assertEquals(0, http.repository.staged());
  }

  @ParameterizedTest
  @CsvSource({"/a.txt/, 409", "/vault/, 403", "/.hidden/, 403", "/x//, 400"})
  void refusesAFolderThatCannotBeWrittenUnread(String target, int status) {
    http.repository.put("/a.txt", "a");
    http.repository.makeFolder("/vault");
    http.repository.protect("/vault");

    Answer answer = send(target, file("a.txt", "a") + "--b--");

    assertEquals(status, answer.code());
    assertFalse(answer.received());
  }

  @Test
  void heedsPreconditionsBeforeAndAfter() {
    http.repository.put("/docs/index.html", "docs");
    String form = file("index.html", "one") + file("b.txt", "two") + "--b--";

    assertEquals(412, send("/docs/", form, "If-None-Match", "*").code());
    assertEquals(0, http.repository.staged());
    Answer fresh = send("/new/", form, "If-None-Match", "*");

    assertEquals(201, fresh.code());
    assertTrue(http.repository.paths().contains("/new/b.txt"));
  }

  private ContentReceiver receiver() {
    Decision asked =
        http.decide("POST", "/", withType())
            .<Decision>match(answer -> answer, later -> later.work().get(), receive -> receive);
    return asked.<ContentReceiver>match(answer -> null, later -> null, Decision.Receive::receiver);
  }

  private static ByteBuffer octets(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aSenderWhoVanishesLeavesNothing() {
    ContentReceiver receiver = receiver();

    receiver.accept(octets(file("a.txt", "a") + file("b.txt", "b")));
    receiver.abort();

    assertEquals(2, http.repository.staged());
    assertTrue(http.repository.paths().isEmpty());
  }

  @Test
  void whatWasStagedIsThrownAwayAtOnceAndTheRestIsPassedOver() {
    ContentReceiver receiver = receiver();

    receiver.accept(octets(file("a.txt", "a") + file("..", "b")));
    assertEquals(0, http.repository.openUploads());
    receiver.accept(octets(file("c.txt", "c") + "--b--"));

    assertEquals(1, http.repository.staged());
    assertEquals(400, ResourcesFixture.run(receiver.complete(), new byte[0], 1).code());
  }
}
