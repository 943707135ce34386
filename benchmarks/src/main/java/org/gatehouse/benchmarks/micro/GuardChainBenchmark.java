package org.gatehouse.benchmarks.micro;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.gatehouse.adapter.filesystem.FileResourceRepository;
import org.gatehouse.adapter.filesystem.Sync;
import org.gatehouse.application.error.ErrorResponses;
import org.gatehouse.application.guard.AllowedHosts;
import org.gatehouse.application.guard.Authenticator;
import org.gatehouse.application.guard.GuardChain;
import org.gatehouse.application.guard.GuardOptions;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.route.ExchangeHandler;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Routes;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** All guards, which let a request pass. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GuardChainBenchmark {
  private record Readable(Decision answer) implements ExchangeHandler {
    @Override
    public Set<Method> methods(Request request) {
      return EnumSet.of(Method.GET, Method.HEAD);
    }

    @Override
    public Decision handle(Request request) {
      return answer;
    }
  }

  private final Decision passed =
      Decision.answer(Response.of(Status.OK, FieldLines.of(), Body.none()));
  private final Function<Request, Decision> next = request -> passed;
  private final Request request = Requests.of(Heads.read(Heads.SHORT));
  private final Request browser = Requests.of(Heads.read(Heads.BROWSER));

  private Folder folder;
  private FileResourceRepository files;
  private GuardChain guards;

  /** Makes the chain of the contract. */
  @Setup
  public void open() throws IOException {
    folder = Folder.make();
    files = new FileResourceRepository(folder.root(), Sync.NEVER);
    GuardOptions options =
        new GuardOptions(
            8000,
            64 << 20,
            AllowedHosts.only(List.of("localhost", "127.0.0.1", "[::1]")),
            Map.of(),
            WritePolicy.OPEN);
    Routes routes = new Routes(List.of(), new Readable(passed));
    guards = GuardChain.of(options, routes, files, Authenticator.ofNobody(), new ErrorResponses());
  }

  /** Removes the folder. */
  @TearDown
  public void close() throws IOException {
    files.close();
    folder.close();
  }

  /** A request with no fields but Host. */
  @Benchmark
  public Decision pass() {
    return guards.decide(request, next);
  }

  /** A browser's request. */
  @Benchmark
  public Decision passBrowser() {
    return guards.decide(browser, next);
  }
}
