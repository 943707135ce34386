package org.gatehouse.application.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.port.out.StorageFailure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
  @ParameterizedTest
  @CsvSource({"FULL, 507", "DENIED, 403", "EXHAUSTED, 503", "BROKEN, 500"})
  void tellsTheKindOfAStorageFailure(Kind kind, int status) {
    Refusal refusal = Failures.refusal(new StorageFailure(kind, "/srv/secret/file", null));
    assertEquals(status, refusal.status().code());
    assertFalse(refusal.reason().contains("secret"));
  }

  @Test
  void tellsNothingOfAnyOther() {
    assertEquals(500, Failures.refusal(new IllegalStateException("/srv/x")).status().code());
    assertEquals(500, Failures.refusal(new StackOverflowError()).status().code());
    assertEquals(500, Failures.refusal(new OutOfMemoryError("heap")).status().code());
    assertFalse(Failures.refusal(new IllegalStateException("/srv/x")).reason().contains("srv"));
  }
}
