package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gatehouse.bootstrap.endtoend.JarServer.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One server after the other is stopped under load, and no client notices. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGTERM to send")
class RollingUpdateIT {
  private static final int CLIENTS = 100;
  private static final int SOME = 1000;

  private final byte[] small = "small".getBytes(StandardCharsets.US_ASCII);
  private final byte[] large = new byte[3_000_000];

  @TempDir Path folder;

  private JarServer start(String name) throws Exception {
    return JarServer.in(folder.resolve(name))
        .file(RollingClients.SMALL, small)
        .file(RollingClients.LARGE, large)
        .options("--unknown-types", "octet-stream")
        .start();
  }

  @Test
  void everyRequestThatWasSentGetsItsAnswer() throws Exception {
    new Random(1).nextBytes(large);
    try (JarServer first = start("first");
        JarServer second = start("second");
        RollingClients clients = new RollingClients(small, large)) {
      clients.use(0, first.port());
      clients.use(1, second.port());
      clients.start(CLIENTS);
      clients.await(SOME);
      clients.announce(0);
      assertCleanEnd(first, first.stop());
      clients.forget(0);
      clients.await(SOME);
      try (JarServer renewed = start("first")) {
        clients.use(0, renewed.port());
        clients.await(SOME);
        clients.announce(1);
        if (JarServer.ignoresInterrupts()) {
          second.terminate();
        } else {
          second.interrupt();
        }
        assertCleanEnd(second, second.awaitEnd());
        clients.forget(1);
        clients.await(SOME);
        assertEquals(List.of(), List.copyOf(clients.finish()));
        assertCleanEnd(renewed, renewed.stop());
        clients.checkStored(0, renewed.root());
        clients.checkStored(1, second.root());
        assertEquals(List.of(), List.copyOf(clients.finish()));
      }
    }
  }

  private static void assertCleanEnd(JarServer server, Ended ended) throws Exception {
    assertEquals(List.of(), ended.err());
    assertEquals("server stopped", ended.out().get(ended.out().size() - 1));
    assertEquals(0, ended.code());
    String log = Files.readString(server.var().resolve("user.log"));
    assertFalse(
        log.contains(" WARN "),
        () -> log.lines().filter(l -> l.contains(" WARN ")).findFirst().orElseThrow());
  }
}
