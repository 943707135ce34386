package org.gatehouse.bootstrap.doctor;

import java.io.IOException;
import java.net.BindException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.config.Configuration.Listening;
import org.gatehouse.bootstrap.system.FileTrouble;

/** Whether the port can be had. It is bound as the server would bind it, and let go of at once. */
final class PortCheck implements Check {
  private static final Path FIRST_FREE = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");
  private static final int PRIVILEGED = 1024;

  @Override
  public void examine(Configuration configuration, Findings findings) {
    Listening listening = configuration.listening();
    String where = listening.host() + ":" + listening.port();
    try (ServerSocketChannel socket = ServerSocketChannel.open()) {
      socket.bind(listening.socketAddress());
      found(listening, where, findings);
    } catch (IOException refused) {
      refused(listening, where, refused, findings);
    }
  }

  private static void found(Listening listening, String where, Findings findings) {
    if (listening.port() == 0) {
      findings.note(
          "every start picks another port",
          "Nobody can know the address beforehand.",
          "name a --port, unless a program reads the first line of the output");
    } else {
      findings.ok(where + " is free");
    }
  }

  private static void refused(
      Listening listening, String where, IOException refused, Findings findings) {
    String reason = FileTrouble.reason(refused);
    boolean privileged = listening.port() > 0 && listening.port() < firstFree();
    if (privileged && reason.contains("denied")) {
      findings.error(
          "port " + listening.port() + " is reserved for root",
          "This user may only listen from port " + firstFree() + " on.",
          "take a port such as 8080 behind a proxy, or give the service CAP_NET_BIND_SERVICE");
    } else if (refused instanceof BindException && reason.contains("in use")) {
      findings.error(
          where + " is in use",
          "Another server, maybe this one, listens there already.",
          "stop it ('ss -ltnp' names it), or choose another --port");
    } else {
      findings.error(
          "cannot listen on " + where + ": " + reason,
          "The address is perhaps not one of this machine.",
          "choose a --bind that 'ip address' lists, or 0.0.0.0 for all");
    }
  }

  private static int firstFree() {
    try {
      return Integer.parseInt(Files.readString(FIRST_FREE).strip());
    } catch (IOException | NumberFormatException otherSystem) {
      return PRIVILEGED;
    }
  }
}
