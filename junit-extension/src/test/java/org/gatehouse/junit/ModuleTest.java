package org.gatehouse.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.gatehouse.bootstrap.Gatehouse;
import org.junit.jupiter.api.Test;

/** The place of this module: outside of everything. */
class ModuleTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.gatehouse");

  private static ArchRule knowsNoJunit(String packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", "org.gatehouse.junit..")
        .because("a server is no test, and its jar has no JUnit");
  }

  @Test
  void theServerKnowsNeitherJunitNorThisModule() {
    for (String part : new String[] {"domain", "application", "adapter", "bootstrap"}) {
      knowsNoJunit("org.gatehouse." + part + "..").check(CLASSES);
    }
    assertTrue(CLASSES.contain(Gatehouse.class));
    assertFalse(CLASSES.contain(ModuleTest.class));
  }

  @Test
  void theRuleWouldNoticeIt() {
    assertTrue(knowsNoJunit("org.gatehouse.junit..").evaluate(CLASSES).hasViolation());
  }

  @Test
  void thisModuleKnowsTheBuilderOnly() {
    classes()
        .that()
        .resideInAPackage("org.gatehouse.junit..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "org.junit.jupiter.api..", "org.gatehouse.bootstrap", "org.gatehouse.junit..")
        .because("it is a user of the server like any other")
        .check(CLASSES);
  }
}
