package org.gatehouse.bootstrap.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;
import org.gatehouse.application.contract.JsonSyntaxContract;
import org.gatehouse.application.port.body.Slice;
import org.gatehouse.application.port.out.JsonSyntax;
import org.gatehouse.application.port.out.JsonSyntax.Kind;
import org.gatehouse.application.port.out.StorageFailure;
import org.junit.jupiter.api.Test;

class JacksonJsonSyntaxTest extends JsonSyntaxContract {
  @Override
  protected JsonSyntax syntax() {
    return new JacksonJsonSyntax();
  }

  @Test
  void namesAndNumbersHaveALimit() {
    assertEquals(
        Optional.of(Kind.TOO_LONG), fault("{\"" + "n".repeat(10_001) + "\":1}").map(f -> f.kind()));
    assertEquals(Optional.of(Kind.TOO_LONG), fault("9".repeat(1001)).map(f -> f.kind()));
    assertEquals(Optional.empty(), fault("{\"" + "n".repeat(10_000) + "\":1}"));
    assertEquals(Optional.empty(), fault("9".repeat(1000)));
  }

  @Test
  void contentThatCannotBeReadBackIsAFailureOfStorage() {
    Slice broken =
        new Slice() {
          @Override
          public long length() {
            return 100;
          }

          @Override
          public long transferTo(long position, long count, WritableByteChannel sink)
              throws IOException {
            throw new IOException("the disk is gone");
          }

          @Override
          public void close() {}
        };
    assertThrows(StorageFailure.class, () -> syntax().fault(broken));
  }
}
