package org.gatehouse.junit;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.gatehouse.bootstrap.Gatehouse;
import org.gatehouse.bootstrap.GatehouseBuilder;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A server for tests. In a static field it runs for all tests of the class, those of nested classes
 * included; in a field of the instance it runs anew for each:
 *
 * <pre>{@code
 * class ClientTest {
 *   private final InMemoryResourceRepository site = new InMemoryResourceRepository();
 *
 *   @RegisterExtension
 *   final GatehouseExtension server = GatehouseExtension.with(it -> it.resources(site));
 *
 *   @Test
 *   void readsAPage(URI uri) { … uri.resolve("page.html") … }
 * }
 * }</pre>
 *
 * <p>It listens on a free port of loopback. When the tests are over it does not wait for clients: a
 * request that is still in flight is cut off. A parameter of the type {@link URI} gets its address,
 * one of the type {@link Gatehouse} the server; where there are several servers, ask their fields.
 */
public final class GatehouseExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  private static final Set<Class<?>> INJECTED = Set.of(URI.class, Gatehouse.class);

  private final Consumer<GatehouseBuilder> description;
  private Gatehouse server;

  /** Who started it, and so has to stop it: a nested class, or a test, finds it running. */
  private String owner;

  private GatehouseExtension(Consumer<GatehouseBuilder> description) {
    this.description = Objects.requireNonNull(description);
  }

  /**
   * A server.
   *
   * @param description says what it serves and how; called before each start
   */
  public static GatehouseExtension with(Consumer<GatehouseBuilder> description) {
    return new GatehouseExtension(description);
  }

  /**
   * The server.
   *
   * @throws IllegalStateException if it does not run
   */
  public synchronized Gatehouse server() {
    if (server == null) {
      throw new IllegalStateException("the server runs during tests only; is it registered?");
    }
    return server;
  }

  /**
   * Where the server is: {@code uri().resolve("page.html")} names a resource.
   *
   * @throws IllegalStateException if it does not run
   */
  public URI uri() {
    return server().uri();
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    start(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    start(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    stop(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    stop(context);
  }

  private synchronized void start(ExtensionContext context) throws IOException {
    if (server == null) {
      GatehouseBuilder builder = Gatehouse.builder().port(0).shutdownTimeout(Duration.ZERO);
      description.accept(builder);
      server = builder.start();
      owner = context.getUniqueId();
    }
  }

  private synchronized void stop(ExtensionContext context) {
    if (server != null && context.getUniqueId().equals(owner)) {
      Gatehouse ending = server;
      server = null;
      ending.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return INJECTED.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == URI.class ? uri() : server();
  }
}
