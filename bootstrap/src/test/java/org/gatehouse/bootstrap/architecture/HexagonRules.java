package org.gatehouse.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.onionArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The rules of the hexagon, for a tree of packages with any root: that of the server, or that of
 * the bad example on which each rule has to fail.
 */
final class HexagonRules {
  /** JDK packages in which nothing waits, reads, writes or asks the machine. Not {@code java..}. */
  private static final String[] PURE = {
    "java.lang",
    "java.util",
    "java.util.function",
    "java.util.stream",
    "java.time",
    "java.time.format",
    "java.time.temporal",
    "java.nio.charset"
  };

  /** What asks the machine for the time, a number, a variable; by owner and method. */
  private static final String MACHINE =
      "java\\.time\\.(Instant|LocalDate|LocalTime|LocalDateTime|OffsetDateTime|ZonedDateTime"
          + "|Year|YearMonth|Clock)\\.(now|system.*)\\(.*"
          + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime|getenv|getProperty|exit)\\(.*"
          + "|java\\.lang\\.Math\\.random\\(.*"
          + "|java\\.util\\.UUID\\.randomUUID\\(.*"
          + "|java\\.lang\\.ProcessHandle\\..*";

  private final String root;

  HexagonRules(String root) {
    this.root = root;
  }

  /** The parts of the hexagon that the rules speak of: none of them may be empty. */
  List<String> parts() {
    List<String> parts = new ArrayList<>();
    for (String part :
        List.of(
            "domain",
            "application.port.in",
            "application.port.out",
            "application.port.body",
            "application.guard",
            "application.method",
            "application.endpoint",
            "application.route",
            "adapter.socket.http1",
            "adapter.socket.server",
            "adapter.filesystem",
            "adapter.persistence",
            "bootstrap")) {
      parts.add(root + "." + part);
    }
    return parts;
  }

  private String[] in(String... parts) {
    String[] packages = new String[parts.length];
    for (int i = 0; i < parts.length; i++) {
      packages[i] = root + "." + parts[i] + "..";
    }
    return packages;
  }

  private DescribedPredicate<JavaClass> inside(String... parts) {
    return resideInAnyPackage(in(parts));
  }

  private static DescribedPredicate<JavaClass> pure() {
    return resideInAnyPackage(PURE).or(primitiveOrArray());
  }

  private static DescribedPredicate<JavaClass> primitiveOrArray() {
    return DescribedPredicate.describe(
        "primitive or array of primitives", type -> type.getBaseComponentType().isPrimitive());
  }

  ArchRule domainIsPure() {
    return classes()
        .that(inside("domain"))
        .should()
        .onlyDependOnClassesThat(inside("domain").or(pure()))
        .because("the meanings of RFC 9110 need no machine, and can be tested without one");
  }

  ArchRule applicationIsAlmostPure() {
    return classes()
        .that(inside("application"))
        .should()
        .onlyDependOnClassesThat(
            inside("application", "domain")
                .or(pure())
                .or(resideInAnyPackage("java.util.concurrent.atomic", "org.slf4j"))
                .or(belongToAnyOf(ByteBuffer.class, WritableByteChannel.class, IOException.class))
                // What a charset's decoder gives.
                .or(belongToAnyOf(CharBuffer.class)))
        .because("use cases reach the machine through ports only");
  }

  ArchRule channelsAreNamedInPortsOnly() {
    return noClasses()
        .that(inside("application").and(not(inside("application.port.body"))))
        .should()
        .dependOnClassesThat(belongToAnyOf(WritableByteChannel.class, IOException.class))
        .because("bodies are handed over whole: the core counts and the adapters transfer");
  }

  ArchRule coreCallsNoChannel() {
    return noClasses()
        .that(inside("domain", "application"))
        .should()
        .callMethodWhere(target(owner(assignableTo(Channel.class))))
        .because("a channel in a port's signature may be named by the core, but never used");
  }

  ArchRule coreAsksNoMachine() {
    return noClasses()
        .that(inside("domain", "application"))
        .should()
        .callMethodWhere(fullName(MACHINE))
        .orShould()
        .accessTargetWhere(fieldOfSystem())
        .orShould()
        .dependOnClassesThat(
            belongToAnyOf(Thread.class, ThreadLocal.class, Runtime.class, ProcessBuilder.class)
                .or(assignableTo(java.util.Random.class))
                .or(type(ThreadLocalRandom.class)))
        .because("time, chance and the environment come through ports, so that tests can set them");
  }

  private static DescribedPredicate<JavaCall<?>> fullName(String pattern) {
    return DescribedPredicate.describe(
        "asks the machine", call -> call.getTarget().getFullName().matches(pattern));
  }

  private static DescribedPredicate<JavaAccess<?>> fieldOfSystem() {
    return DescribedPredicate.describe(
        "uses System.in, out or err",
        access -> access.getTarget().getFullName().matches("java\\.lang\\.System\\.(in|out|err)"));
  }

  ArchRule wireIsSansIo() {
    return classes()
        .that(inside("adapter.socket.http1"))
        .should()
        .onlyDependOnClassesThat(
            inside("adapter.socket.http1", "domain")
                .or(resideInAnyPackage("java.lang", "java.util", "java.util.function"))
                .or(resideInAPackage("java.nio.charset"))
                .or(belongToAnyOf(ByteBuffer.class))
                .or(primitiveOrArray()))
        .because("RFC 9112 is bytes in, values out: no socket, no stream, no thread, no clock");
  }

  ArchRule adaptersDoNotKnowEachOther() {
    return slices()
        .matching(root + ".adapter.(*)..")
        .should()
        .notDependOnEachOther()
        .because("each adapter can be taken away or swapped by itself");
  }

  ArchRule socketKnowsTheDrivingPort() {
    return noClasses()
        .that(inside("adapter.socket"))
        .should()
        .dependOnClassesThat(
            inside("application")
                .and(not(inside("application.port.in", "application.port.body")))
                .and(not(name(root + ".application.port.out.ServerGauges"))))
        .because(
            "the wire drives the application through port.in; what it tells of itself is all it"
                + " does for port.out");
  }

  ArchRule storageKnowsTheDrivenPorts() {
    return noClasses()
        .that(inside("adapter.filesystem", "adapter.persistence"))
        .should()
        .dependOnClassesThat(
            inside("application").and(not(inside("application.port.out", "application.port.body"))))
        .because("storage serves the application through port.out and knows nothing else of it");
  }

  ArchRule portsInAndOutAreStrangers() {
    return slices()
        .matching(root + ".application.port.(in|out)..")
        .should()
        .notDependOnEachOther()
        .because("who drives and who is driven need not know each other's language");
  }

  ArchRule featuresMeetInRoutesOnly() {
    return slices()
        .matching(root + ".application.(guard|method|endpoint)..")
        .should()
        .notDependOnEachOther()
        .because("OriginServer joins them through route.ExchangeHandler");
  }

  ArchRule onion() {
    return onionArchitecture()
        .domainModels(in("domain"))
        .applicationServices(in("application"))
        .adapter("socket", in("adapter.socket"))
        .adapter("filesystem", in("adapter.filesystem"))
        .adapter("persistence", in("adapter.persistence"))
        .adapter("bootstrap", in("bootstrap"))
        .withOptionalLayers(true)
        .ignoreDependency(inside("bootstrap"), alwaysTrue())
        .ensureAllClassesAreContainedInArchitecture()
        .because("all arrows point inwards, and no class is without a place");
  }

  ArchRule noCyclesIn(String module) {
    return slices()
        .matching(root + "." + module + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("packages that need each other are one package");
  }

  ArchRule oneCompositionRoot() {
    DescribedPredicate<JavaCall<?>> makes =
        DescribedPredicate.describe(
            "makes an adapter of another package",
            call -> makesAdapter(call) && !sameAdapter(call));
    return noClasses()
        .that(not(name(root + ".bootstrap.ServerAssembly")))
        .and(not(name(root + ".bootstrap.StorageAssembly")))
        .should()
        .callCodeUnitWhere(makes)
        .because("objects of different modules are put together in one place");
  }

  /** A constructor, or a static method that stands for one: it gives its own class. */
  private boolean makesAdapter(JavaCall<?> call) {
    JavaClass owner = call.getTargetOwner();
    boolean constructor = call.getTarget().getName().equals("<init>");
    boolean factory =
        call.getTarget().resolveMember().filter(HexagonRules::isStatic).isPresent()
            && owner.equals(call.getTarget().getRawReturnType());
    return inside("adapter").test(owner) && !owner.isRecord() && (constructor || factory);
  }

  private static boolean isStatic(HasModifiers member) {
    return member.getModifiers().contains(JavaModifier.STATIC);
  }

  private boolean sameAdapter(JavaCall<?> call) {
    return adapter(call.getOriginOwner()).equals(adapter(call.getTargetOwner()));
  }

  private String adapter(JavaClass type) {
    String prefix = root + ".adapter.";
    String name = type.getPackageName();
    return name.startsWith(prefix)
        ? name.substring(prefix.length()).split("\\.")[0].toLowerCase(Locale.ROOT)
        : "";
  }

  ArchRule isInhabited(String part) {
    return classes()
        .that(resideInAPackage(part + ".."))
        .and(not(nameMatching(".*package-info")))
        .should()
        .notBeInterfaces()
        .orShould()
        .beInterfaces()
        .because("a rule about an empty package proves nothing");
  }
}
