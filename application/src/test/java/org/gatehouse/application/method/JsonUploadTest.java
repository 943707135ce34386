package org.gatehouse.application.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.gatehouse.application.fake.InMemoryETagStore;
import org.gatehouse.application.fake.InMemoryResourceRepository;
import org.gatehouse.application.fake.RecursiveJsonSyntax;
import org.gatehouse.application.fake.SequentialIds;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.method.ResourceSettings.Posting;
import org.gatehouse.application.method.ResourcesFixture.Answer;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.IdSource;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.domain.media.MediaTypes;
import org.gatehouse.domain.message.Method;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonUploadTest {
  private static final String JSON = "application/json";

  private final ResourcesFixture requests = new ResourcesFixture();
  private final SettableClock clock = requests.clock;
  private final InMemoryResourceRepository repository = requests.repository;
  private final InMemoryETagStore etags = requests.etags;

  @BeforeEach
  void setTheClock() {
    clock.set(Instant.parse("2026-03-30T10:02:22.5Z"));
  }

  private JsonUpload upload(WritePolicy writes, IdSource ids) {
    ResourceSettings settings =
        new ResourceSettings(MediaTypes.broad(), Set.of(), false, writes, Posting.NEW_NAME);
    return new JsonUpload(
        Mount.root(repository),
        settings,
        etags,
        clock,
        ids,
        new RecursiveJsonSyntax(),
        (request, refusal) ->
            Response.of(
                refusal.status(),
                refusal.fields(),
                Body.of(refusal.reason().getBytes(StandardCharsets.UTF_8))));
  }

  private Answer post(JsonUpload upload, String content, String... fields) {
    Decision decision = upload.handle(requests.request("POST", "/upload", fields));
    return ResourcesFixture.run(decision, content.getBytes(StandardCharsets.UTF_8), 3);
  }

  private Answer post(String content, String... fields) {
    return post(upload(WritePolicy.OPEN, new SequentialIds()), content, fields);
  }

  @Test
  void keepsJsonUnderATimeAndLettersAndSaysWhere() {
    Answer answer = post("{\"a\": [1, 2]}", "Content-Type", JSON);
    assertEquals(201, answer.code());
    String path = answer.field("Location");
    assertTrue(path.matches("/uploads/upload_20260330_100222_[a-z0-9]{4}\\.json"), path);
    assertEquals("{\"status\":\"success\",\"filepath\":\"" + path + "\"}\n", answer.text());
    assertEquals(JSON, answer.field("Content-Type"));
    assertEquals("{\"a\": [1, 2]}", repository.text(path).orElseThrow());
    assertEquals(requests.get(path).field("ETag"), answer.field("ETag"));
    assertEquals(0, repository.openUploads());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=utf-8",
        "APPLICATION/JSON;CHARSET=\"UTF-8\"",
        "application/ld+json",
        "application/json; indent=2"
      })
  void takesWhateverIsJson(String type) {
    assertEquals(201, post("[]", "Content-Type", type).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/json; charset=iso-8859-1",
        "application/jsonp",
        "json",
        "application/xml"
      })
  void refusesOtherTypesBeforeAnyContent(String type) {
    Answer answer = post("[]", "Content-Type", type);
    assertEquals(415, answer.code());
    assertEquals(JSON, answer.field("Accept"));
    assertFalse(answer.received());
  }

  @Test
  void refusesContentWithoutAType() {
    assertEquals(415, post("[]").code());
  }

  @Test
  void refusesWhatIsNotJsonSaysWhereAndKeepsNothing() {
    Answer answer = post("{\n  \"a\": 1,\n  \"b\": x\n}", "Content-Type", JSON);
    assertEquals(400, answer.code());
    assertEquals(
        "the content is not JSON: its syntax breaks at line 3, column 8", answer.text().strip());
    assertEquals(400, post("\u0000", "Content-Type", JSON).code());
    assertEquals(400, post("[".repeat(513), "Content-Type", JSON).code());
    assertEquals(Set.of(), repository.paths());
    assertEquals(0, repository.openUploads());
  }

  @Test
  void refusesAPartAndCodedContent() {
    assertEquals(400, post("[]", "Content-Type", JSON, "Content-Range", "bytes 0-1/2").code());
    assertEquals(415, post("[]", "Content-Type", JSON, "Content-Encoding", "gzip").code());
  }

  @Test
  void evaluatesPreconditionsOnTheTarget() {
    assertEquals(412, post("[]", "Content-Type", JSON, "If-Match", "*").code());
    assertEquals(201, post("[]", "Content-Type", JSON, "If-None-Match", "*").code());
  }

  @Test
  void takesTheNextNameWhereOneIsTaken() {
    IdSource ids = new Repeating();
    JsonUpload upload = upload(WritePolicy.OPEN, ids);
    Set<String> paths = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      Answer answer = post(upload, "[" + i + "]", "Content-Type", JSON);
      assertEquals(201, answer.code());
      paths.add(answer.field("Location"));
      assertEquals("[" + i + "]", repository.text(answer.field("Location")).orElseThrow());
    }
    assertEquals(50, paths.size());
  }

  @Test
  void tellsItsMethodsByThePolicy() {
    JsonUpload open = upload(WritePolicy.OPEN, new SequentialIds());
    assertEquals(
        Set.of(Method.POST, Method.OPTIONS), open.methods(requests.request("GET", "/upload")));
    JsonUpload off = upload(WritePolicy.OFF, new SequentialIds());
    assertEquals(Set.of(Method.OPTIONS), off.methods(requests.request("GET", "/upload")));
    Decision options = open.handle(requests.request("OPTIONS", "/upload"));
    Answer answer = ResourcesFixture.run(options, new byte[0], 1);
    assertEquals(204, answer.code());
    assertEquals("POST, OPTIONS", answer.field("Allow"));
  }

  @Test
  void aStorageThatIsFullLeavesNothingOpen() {
    repository.failAt(InMemoryResourceRepository.Step.COMMIT, StorageFailure.Kind.FULL);
    assertThrows(StorageFailure.class, () -> post("[]", "Content-Type", JSON));
    assertEquals(0, repository.openUploads());
  }

  /** Gives every token twice. */
  private static final class Repeating implements IdSource {
    private int tokens;

    @Override
    public String requestId() {
      return "request";
    }

    @Override
    public String visitorId() {
      return "00000000-0000-4000-8000-000000000000";
    }

    @Override
    public String token() {
      return String.format("%08d", tokens++ / 2);
    }
  }
}
