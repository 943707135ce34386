package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gatehouse.bootstrap.endtoend.JarServer.Ended;
import org.gatehouse.bootstrap.terminal.DrawnCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the start says of the addresses is true: they answer, and the QR code names the first. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class AddressesIT {
  private static final String REACH = "Reach   : ";

  @TempDir Path folder;

  private static String uri(String line) {
    return line.substring(REACH.length());
  }

  private static boolean hasOutside() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .anyMatch(each -> !each.isLoopbackAddress() && !each.isLinkLocalAddress());
  }

  @Test
  void theFirstAddressAnswersAndIsDrawn() throws Exception {
    assumeTrue(hasOutside(), "this machine has loopback only");
    try (JarServer server =
        JarServer.in(folder)
            .file("index.html", "<p>")
            .options("--bind", "0.0.0.0", "--qr")
            .jvm("-Dfile.encoding=US-ASCII")
            .start()) {
      String first = server.awaitOutput("Reach   : ").substring(REACH.length());
      URI uri = URI.create(first);
      try (RawClient client = new RawClient(uri.getHost(), uri.getPort())) {
        assertEquals(200, client.get("/").status());
      }
      server.terminate();
      Ended ended = server.awaitEnd();
      assertEquals("Address : http://0.0.0.0:" + server.port(), ended.out().get(0));
      List<String> reach =
          ended.out().stream()
              .filter(line -> line.startsWith(REACH))
              .map(AddressesIT::uri)
              .toList();
      int code = ended.out().indexOf("QR code : " + reach.get(0));
      assertTrue(code > 0, ended.out()::toString);
      List<String> drawn = ended.out().subList(code + 1, ended.out().size() - 1);
      assertEquals(reach.get(0), DrawnCode.read(drawn));
    }
  }

  @Test
  void onLoopbackItSaysThatOnlyThisMachineReachesIt() throws Exception {
    try (JarServer server = JarServer.in(folder).options("--qr").start()) {
      assertEquals(
          "QR code : none, only this machine can reach it (--bind 0.0.0.0 lets others in)",
          server.awaitOutput("QR code : "));
      Ended ended = server.stop();
      assertTrue(ended.out().stream().noneMatch(line -> line.startsWith(REACH)));
    }
  }
}
