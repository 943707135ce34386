package org.gatehouse.application.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.application.method.ResourceSettings.Posting;
import org.gatehouse.application.method.ResourcesFixture.Answer;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.media.MediaTypes;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same classes under another base, where POST makes or replaces: {@code /files/{name}}. */
class MountTest {
  private final ResourcesFixture http = new ResourcesFixture();

  @BeforeEach
  void files() {
    http.use(
        Mount.at(ResourcePath.of("files"), http.repository),
        new ResourceSettings(
            MediaTypes.broad().servingUnknown(),
            Set.of(),
            false,
            WritePolicy.OPEN,
            Posting.OVERWRITE));
  }

  @Test
  void readsBelowItsBase() {
    http.repository.put("/a.unknown", "a");
    http.repository.put("/index.html", "index");
    http.repository.makeFolder("/deep");

    Answer answer = http.get("/files/a.unknown");

    assertEquals("a", answer.text());
    assertEquals("application/octet-stream", answer.field(FieldName.CONTENT_TYPE));
    assertEquals("index", http.get("/files/").text());
    assertEquals("/files/deep/", http.get("/files/deep").field(FieldName.LOCATION));
    assertEquals(404, http.get("/files/missing").code());
    assertEquals(404, http.get("/files/.well-known/x").code());
  }

  @Test
  void postMakesAndReplaces() {
    Answer made = http.post("/files/a.bin", "one");
    Answer replaced = http.post("/files/a.bin", "two");

    assertEquals(201, made.code());
    assertEquals(201, replaced.code());
    assertEquals("/files/a.bin", replaced.field(FieldName.LOCATION));
    assertEquals(http.get("/files/a.bin").field("ETag"), replaced.field("ETag"));
    assertEquals(Optional.of("two"), http.repository.text("/a.bin"));
    assertEquals(1, http.repository.paths().size());
  }

  @ParameterizedTest
  @CsvSource({"/files/, 409", "/files/deep, 409", "/files/a%2Fb, 400", "/files/.env, 403"})
  void postRefusesLikePut(String target, int status) {
    http.repository.makeFolder("/deep");

    assertEquals(status, http.post(target, "x").code());
    assertEquals(0, http.repository.staged());
  }

  @Test
  void preconditionsAndDeletionWorkAsForResources() {
    String tag = http.post("/files/a.bin", "one").field("ETag");

    assertEquals(412, http.post("/files/a.bin", "two", "If-None-Match", "*").code());
    assertEquals(304, http.get("/files/a.bin", "If-None-Match", tag).code());
    assertEquals(200, http.delete("/files/a.bin", "If-Match", tag).code());
  }

  @Test
  void tagsAreKeptUnderTheOutsidePath() {
    http.post("/files/a.bin", "one");

    assertEquals(ResourcePath.of("files", "a.bin"), http.etags.rows().get(0).path());
  }

  @Test
  void takesNoPut() {
    assertEquals(
        EnumSet.of(Method.GET, Method.HEAD, Method.POST, Method.DELETE, Method.OPTIONS),
        http.resources.methods(http.request("GET", "/files/a")));
  }

  @Test
  void aPathFromElsewhereIsAnError() {
    Mount mount = Mount.at(ResourcePath.of("files"), http.repository);

    assertThrows(IllegalArgumentException.class, () -> mount.inside(ResourcePath.of("other", "a")));
    assertThrows(IllegalArgumentException.class, () -> mount.inside(ResourcePath.ROOT));
  }
}
