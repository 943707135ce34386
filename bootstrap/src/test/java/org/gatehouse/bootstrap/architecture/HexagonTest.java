package org.gatehouse.bootstrap.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.bootstrap.architecture.bad.adapter.filesystem.KnowsPersistence;
import org.gatehouse.bootstrap.architecture.bad.adapter.filesystem.KnowsRoutes;
import org.gatehouse.bootstrap.architecture.bad.adapter.socket.http1.ReadsSockets;
import org.gatehouse.bootstrap.architecture.bad.adapter.socket.server.KnowsEndpoints;
import org.gatehouse.bootstrap.architecture.bad.application.UsesThreads;
import org.gatehouse.bootstrap.architecture.bad.application.endpoint.TellsTime;
import org.gatehouse.bootstrap.architecture.bad.application.error.NeedsRoutes;
import org.gatehouse.bootstrap.architecture.bad.application.guard.KnowsEndpoint;
import org.gatehouse.bootstrap.architecture.bad.application.method.CallsChannel;
import org.gatehouse.bootstrap.architecture.bad.application.method.NamesChannel;
import org.gatehouse.bootstrap.architecture.bad.application.port.in.KnowsPortOut;
import org.gatehouse.bootstrap.architecture.bad.bootstrap.SecondAssembly;
import org.gatehouse.bootstrap.architecture.bad.domain.KnowsApplication;
import org.gatehouse.bootstrap.architecture.bad.domain.ReadsFiles;
import org.gatehouse.bootstrap.architecture.bad.elsewhere.Unplaced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of the hexagon, each run on the server, where it holds, and on a bad example, where it
 * fails and names the class that broke it.
 */
class HexagonTest {
  private static final String SERVER = "org.gatehouse";
  private static final String BAD = HexagonTest.class.getPackageName() + ".bad";

  private static final JavaClasses SERVER_CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(HexagonTest::isProduction)
          .importPackages(SERVER);
  private static final JavaClasses BAD_CLASSES = new ClassFileImporter().importPackages(BAD);

  /**
   * A rule.
   *
   * @param name what it says
   * @param rule makes it
   * @param broken the class of the bad example that breaks it
   */
  private record Case(String name, Function<HexagonRules, ArchRule> rule, Class<?> broken) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** The test-jars hold fakes and contract tests: they may do what the server may not. */
  private static boolean isProduction(Location location) {
    return !location.matches(Pattern.compile(".*(-tests\\.jar|/test-classes/).*"));
  }

  static List<Case> cases() {
    return List.of(
        new Case("domain is pure", HexagonRules::domainIsPure, ReadsFiles.class),
        new Case("application is almost", HexagonRules::applicationIsAlmostPure, UsesThreads.class),
        new Case(
            "channels are named in ports only",
            HexagonRules::channelsAreNamedInPortsOnly,
            NamesChannel.class),
        new Case("no channel is called", HexagonRules::coreCallsNoChannel, CallsChannel.class),
        new Case("no machine is asked: time", HexagonRules::coreAsksNoMachine, TellsTime.class),
        new Case("no machine is asked: thread", HexagonRules::coreAsksNoMachine, UsesThreads.class),
        new Case("http1 is sans-IO", HexagonRules::wireIsSansIo, ReadsSockets.class),
        new Case(
            "adapters do not know each other",
            HexagonRules::adaptersDoNotKnowEachOther,
            KnowsPersistence.class),
        new Case(
            "the socket side knows port.in",
            HexagonRules::socketKnowsTheDrivingPort,
            KnowsEndpoints.class),
        new Case(
            "storage knows port.out", HexagonRules::storageKnowsTheDrivenPorts, KnowsRoutes.class),
        new Case(
            "port.in and port.out are strangers",
            HexagonRules::portsInAndOutAreStrangers,
            KnowsPortOut.class),
        new Case(
            "guards, methods, endpoints meet in routes",
            HexagonRules::featuresMeetInRoutesOnly,
            KnowsEndpoint.class),
        new Case("arrows point inwards", HexagonRules::onion, KnowsApplication.class),
        new Case("no class without a place", HexagonRules::onion, Unplaced.class),
        new Case(
            "no cycles in application",
            rules -> rules.noCyclesIn("application"),
            NeedsRoutes.class),
        new Case("one composition root", HexagonRules::oneCompositionRoot, SecondAssembly.class));
  }

  static Stream<String> parts() {
    return new HexagonRules(SERVER).parts().stream();
  }

  static Stream<String> modules() {
    return Stream.of("domain", "adapter", "bootstrap");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void holdsInTheServer(Case rule) {
    rule.rule().apply(new HexagonRules(SERVER)).check(SERVER_CLASSES);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void failsOnTheBadExample(Case rule) {
    assertBroken(rule.rule().apply(new HexagonRules(BAD)), rule.broken().getName());
  }

  private static void assertBroken(ArchRule rule, String by) {
    String report = rule.evaluate(BAD_CLASSES).getFailureReport().toString();
    assertTrue(report.contains(by), () -> by + " should break it: " + report);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void noCyclesInTheOtherModules(String module) {
    new HexagonRules(SERVER).noCyclesIn(module).check(SERVER_CLASSES);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void noPartIsEmpty(String part) {
    new HexagonRules(SERVER).isInhabited(part).check(SERVER_CLASSES);
  }

  @Test
  void anEmptyPartWouldBeNoticed() {
    // The bad example has no classes there.
    ArchRule rule = new HexagonRules(BAD).isInhabited(BAD + ".adapter.database");
    assertThrows(AssertionError.class, () -> rule.evaluate(BAD_CLASSES));
  }

  @Test
  void everyRuleGivesItsReason() {
    for (Case rule : cases()) {
      String description = rule.rule().apply(new HexagonRules(SERVER)).getDescription();
      assertTrue(description.contains(", because "), description);
    }
  }

  @Test
  void theServerIsImportedWithoutItsTests() {
    assertTrue(SERVER_CLASSES.contain("org.gatehouse.domain.message.Method"));
    assertFalse(SERVER_CLASSES.contain(HexagonTest.class));
    assertFalse(SERVER_CLASSES.contain(Unplaced.class));
    assertFalse(
        SERVER_CLASSES.contain("org.gatehouse.application.fake.InMemoryResourceRepository"));
  }
}
