package org.gatehouse.benchmarks.compare;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Opens connections, asks once on each, keeps them, and looks at how the server's memory has grown:
 * what the kernel keeps for a socket is not in it. One round is enough: nothing competes.
 */
final class IdleRace implements Race {
  private static final int PATIENCE_MILLIS = 20_000;

  @Override
  public Map<Contender, Sample> run(Scenario scenario, List<Contender> contenders, Track track)
      throws IOException, InterruptedException {
    Map<Contender, Sample> samples = new LinkedHashMap<>();
    for (Contender contender : contenders) {
      try (RunningServer server = track.start(contender, scenario)) {
        server.awaitReady(scenario.ask().path());
        String tag = new Agreement().check(server, scenario);
        Wrk.drive(server, Scenario.SMALL, tag, track.effort().warmUp(), track);
        samples.put(contender, measure(server, scenario));
      }
    }
    return samples;
  }

  private static Sample measure(RunningServer server, Scenario scenario) throws IOException {
    long before = server.processes().memoryKib();
    byte[] request = Probe.request(server.port(), scenario.ask().path());
    List<Socket> sockets = new ArrayList<>();
    int errors = 0;
    try {
      for (int i = 0; i < scenario.connections(); i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        sockets.add(socket);
        errors += ask(socket, request, scenario.answer().content().length) ? 0 : 1;
      }
      long after = server.processes().memoryKib();
      Map<Figure, Double> figures = new EnumMap<>(Figure.class);
      figures.put(Figure.PER_CONNECTION, (double) (after - before) / sockets.size());
      figures.put(Figure.ALL_CONNECTIONS, after / 1024.0);
      figures.put(Figure.ERRORS, (double) errors);
      return new Sample(figures);
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  /** Whether an answer with that much content came, and nothing more. */
  private static boolean ask(Socket socket, byte[] request, int length) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.getOutputStream().write(request);
    InputStream input = socket.getInputStream();
    int lineEnds = 0;
    while (lineEnds < 4) {
      int octet = input.read();
      if (octet < 0) {
        return false;
      }
      lineEnds = octet == '\r' || octet == '\n' ? lineEnds + 1 : 0;
    }
    return input.readNBytes(length).length == length && input.available() == 0;
  }
}
