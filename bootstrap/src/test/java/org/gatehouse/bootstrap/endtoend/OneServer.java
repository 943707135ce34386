package org.gatehouse.bootstrap.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * The frame of tests that ask one and the same server: it is started before the first of them, and
 * each gets a connection of its own. What has to be done to its files once it runs, such as links,
 * goes into a {@code @BeforeAll} of the tests.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class OneServer {
  /** Where its root and its var are. */
  Path folder;

  JarServer server;

  /** The connection of the test that runs. */
  RawClient client;

  /** Says what the server is started with; the folder is known by then. */
  abstract JarServer.Launch prepare(JarServer.Launch launch);

  @BeforeAll
  void startServer(@TempDir Path empty) throws IOException {
    folder = empty;
    server = prepare(JarServer.in(folder)).start();
  }

  @AfterAll
  void closeServer() {
    server.close();
  }

  @BeforeEach
  void connect() throws IOException {
    client = server.connect();
  }

  @AfterEach
  void disconnect() throws IOException {
    client.close();
  }
}
