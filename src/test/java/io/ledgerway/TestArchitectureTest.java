package io.ledgerway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ledgerway.local.SkewedEngine;

/** What tests may not do. */
@AnalyzeClasses(packages = "io.ledgerway", importOptions = ImportOption.OnlyIncludeTests.class)
class TestArchitectureTest {

  @ArchTest
  static final ArchRule tests_wait_for_a_condition_not_for_a_time =
      noClasses().should().callMethod(Thread.class, "sleep", long.class);

  @ArchTest
  static final ArchRule tests_use_the_real_thing_not_mocks =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("org.mockito..");

  @ArchTest
  static final ArchRule the_demo_is_the_only_program =
      noMethods()
          .that()
          .haveName("main")
          .and()
          .haveRawParameterTypes(String[].class)
          .and()
          .areNotDeclaredIn(SkewedEngine.class)
          .should()
          .beDeclaredInClassesThat()
          .resideOutsideOfPackage("io.ledgerway.demo..")
          .because(
              "spring-boot:test-run runs the demo, and an engine with a wrong clock is the one other");
}
