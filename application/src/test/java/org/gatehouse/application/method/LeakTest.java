package org.gatehouse.application.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Set;
import org.gatehouse.application.fake.InMemoryResourceRepository.Step;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.IdSource;
import org.gatehouse.application.port.out.StorageFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails, nothing stays open and nothing is half there. */
class LeakTest {
  private static final String FORM =
      "--b\r\nContent-Disposition: form-data; filename=c.txt\r\n\r\nc\r\n"
          + "--b\r\nContent-Disposition: form-data; filename=d.txt\r\n\r\nd\r\n--b--\r\n";

  private final ResourcesFixture http = new ResourcesFixture();

  @BeforeEach
  void resources() {
    http.repository.put("/a.txt", "original ".repeat(100));
  }

  @AfterEach
  void nothingIsLeftOpen() {
    assertEquals(0, http.repository.openRepresentations());
    assertEquals(0, http.repository.openUploads());
    assertEquals(Set.of("/a.txt"), http.repository.paths());
    assertTrue(http.repository.text("/a.txt").orElseThrow().startsWith("original"));
  }

  @ParameterizedTest
  @CsvSource({
    "FIND, GET, /a.txt",
    "OPEN, GET, /a.txt",
    "OPEN, HEAD, /a.txt",
    "STAGE, PUT, /a.txt",
    "WRITE, PUT, /a.txt",
    "COMMIT, PUT, /a.txt",
    "STAGE, POST, /a.txt",
    "WRITE, POST, /a.txt",
    "COMMIT, POST, /a.txt",
    "COMMIT, POST, /b.txt",
    "WRITE, POST, /folder/",
    "COMMIT, POST, /folder/",
    "REMOVE, DELETE, /a.txt",
  })
  void aFailingStepGoesUpAndLeavesNothing(Step step, String method, String target) {
    http.repository.failAt(step, StorageFailure.Kind.FULL);

    StorageFailure failure =
        assertThrows(StorageFailure.class, () -> http.send(method, target, "content"));

    assertEquals(StorageFailure.Kind.FULL, failure.kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"STAGE", "WRITE", "COMMIT"})
  void aFailingStepOfAFormLeavesNothing(Step step) {
    Decision asked = http.decide("POST", "/", "Content-Type", "multipart/form-data; boundary=b");
    http.repository.failAt(step, StorageFailure.Kind.FULL);

    assertThrows(StorageFailure.class, () -> ResourcesFixture.run(asked, FORM.getBytes(), 5));
  }

  @Test
  void whenTheSecondFileOfAFormCannotBeCommittedTheFirstStays() {
    Decision asked = http.decide("POST", "/", "Content-Type", "multipart/form-data; boundary=b");
    Decision receiving =
        asked.<Decision>match(answer -> answer, later -> later.work().get(), receive -> receive);
    // After both were staged, the second name can no longer be written.
    Decision end =
        receiving.<Decision>match(
            answer -> answer,
            later -> later,
            receive -> {
              receive.receiver().accept(ByteBuffer.wrap(FORM.getBytes()));
              http.repository.protect("/d.txt");
              return receive.receiver().complete();
            });

    assertEquals(403, ResourcesFixture.run(end, new byte[0], 1).code());
    assertEquals(Set.of("/a.txt", "/c.txt"), http.repository.paths());
    http.repository.drop("/c.txt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET  | Range         | bytes=0-1",
        "GET  | Range         | bytes=0-1, 5-6",
        "GET  | Range         | bytes=9999-",
        "GET  | If-None-Match | *",
        "GET  | If-Match      | \"x\"",
        "GET  | Accept-Encoding | gzip",
        "HEAD | Accept-Encoding | gzip",
        "HEAD | Range         | bytes=0-1",
        "PUT  | If-Match      | \"x\"",
        "POST | If-Match      | \"x\"",
      })
  void everyAnswerClosesWhatItOpened(String method, String field, String value) {
    http.send(method, "/a.txt", "content", field, value);
  }

  @Test
  void headHoldsNothingOpenEvenBeforeItIsSent() {
    Decision decision = http.decide("HEAD", "/a.txt");

    assertEquals("answer", ResourcesFixture.kind(decision));
    assertEquals(0, http.repository.openRepresentations());
  }

  @Test
  void aFailureAfterOpeningClosesTheContent() {
    Resources broken =
        new Resources(
            Mount.root(http.repository),
            ResourcesFixture.SETTINGS,
            http.etags,
            http.clock,
            new NoIds(),
            (request, refusal) -> {
              throw new IllegalStateException("no refusals today");
            });

    for (String range : new String[] {"bytes=0-1, 5-6", "bytes=9999-"}) {
      assertThrows(
          IllegalStateException.class,
          () -> broken.handle(http.request("GET", "/a.txt", "Range", range)));
      assertEquals(0, http.repository.openRepresentations());
    }
    assertEquals(2, http.repository.opened());
  }

  @Test
  void anAnswerHoldsItsContentUntilItIsClosed() {
    Decision decision = http.decide("GET", "/a.txt", "Range", "bytes=0-1, 5-6");
    Response response =
        decision.<Response>match(Decision.Answer::response, later -> null, receive -> null);

    assertEquals(1, http.repository.openRepresentations());
    response.body().close();
    response.body().close();
    assertEquals(0, http.repository.openRepresentations());
  }

  private static final class NoIds implements IdSource {
    @Override
    public String requestId() {
      throw new IllegalStateException("no ids today");
    }

    @Override
    public String visitorId() {
      throw new IllegalStateException("no ids today");
    }

    @Override
    public String token() {
      throw new IllegalStateException("no ids today");
    }
  }
}
