package org.gatehouse.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.benchmarks.floor.Floor;
import org.gatehouse.benchmarks.peer.JettyPeer;
import org.gatehouse.benchmarks.peer.NettyPeer;

/** Gatehouse, the floor and the peers in Java: all without an option of the JVM. */
final class JavaServers {
  private static final Path JAR = Path.of("bootstrap/target/server.jar").toAbsolutePath();

  private JavaServers() {}

  static List<String> floor(Place place, Answer answer) throws IOException {
    Path content = place.write("answer", answer.content());
    List<String> command = main(Floor.class, place);
    command.addAll(List.of(content.toString(), answer.status()));
    return command;
  }

  static List<String> gatehouse(Place place, Answer answer) {
    return gatehouse(place, "2");
  }

  static List<String> unsynced(Place place, Answer answer) {
    return gatehouse(place, "2", "--sync", "never");
  }

  static List<String> logged(Place place, Answer answer) {
    return gatehouse(place, "0");
  }

  private static List<String> gatehouse(Place place, String logLevel, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(place.java(), "-jar", JAR.toString(), Integer.toString(place.port())));
    command.add(logLevel);
    command.addAll(List.of("--root", place.root().toString()));
    command.addAll(List.of("--var", place.folder().resolve("var").toString()));
    command.addAll(List.of(options));
    return command;
  }

  static List<String> jetty(Place place, Answer answer) {
    return peer(JettyPeer.class, place);
  }

  static List<String> netty(Place place, Answer answer) {
    return peer(NettyPeer.class, place);
  }

  private static List<String> peer(Class<?> type, Place place) {
    List<String> command = main(type, place);
    command.add(place.root().toString());
    return command;
  }

  private static List<String> main(Class<?> type, Place place) {
    String classes = System.getProperty("java.class.path");
    return new ArrayList<>(
        List.of(place.java(), "-cp", classes, type.getName(), Integer.toString(place.port())));
  }
}
