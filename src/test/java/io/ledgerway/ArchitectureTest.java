package io.ledgerway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What DESIGN calls the direction of the house, held by the build. */
@AnalyzeClasses(
    packages = "io.ledgerway",
    importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {

  private static final DescribedPredicate<JavaClass> ENGINE =
      resideInAPackage("io.ledgerway..").and(not(resideInAPackage("io.ledgerway.sandbox..")));

  @ArchTest
  static final ArchRule problem_knows_nobody =
      noClasses()
          .that()
          .resideInAPackage("io.ledgerway.problem..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.ledgerway..")
                  .and(not(resideInAPackage("io.ledgerway.problem.."))));

  @ArchTest
  static final ArchRule xero_knows_no_documents =
      doesNotKnow("xero", "document", "posting", "checking", "sending", "settling", "intake");

  @ArchTest
  static final ArchRule xero_knows_neither_what_it_carries_nor_why =
      doesNotKnow("xero", "reference", "mapping", "api", "hub");

  @ArchTest
  static final ArchRule connection_knows_no_documents =
      doesNotKnow("connection", "posting", "intake", "mapping", "reference", "setup", "api", "hub");

  @ArchTest
  static final ArchRule reference_knows_no_documents =
      doesNotKnow("reference", "posting", "intake", "mapping", "setup", "api", "hub");

  @ArchTest
  static final ArchRule setup_knows_no_documents =
      doesNotKnow("setup", "posting", "intake", "mapping", "api", "hub");

  @ArchTest
  static final ArchRule choices_know_no_documents =
      doesNotKnow("choices", "posting", "intake", "mapping", "connection", "api", "hub");

  @ArchTest
  static final ArchRule mapping_knows_reference_data_only =
      doesNotKnow("mapping", "posting", "intake", "xero", "api", "hub");

  @ArchTest
  static final ArchRule posting_knows_no_face = doesNotKnow("posting", "setup", "api", "hub");

  @ArchTest
  static final ArchRule a_schedule_knows_nobody =
      noClasses()
          .that()
          .resideInAPackage("io.ledgerway.schedule..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.ledgerway..")
                  .and(not(resideInAPackage("io.ledgerway.schedule.."))));

  /** What goes out together is released, and sent by others. */
  @ArchTest
  static final ArchRule an_export_sends_nothing =
      doesNotKnow(
          "export", "checking", "sending", "settling", "xero", "intake", "setup", "api", "hub");

  /** A document of the ledger is checked, then sent, then settled. */
  @ArchTest
  static final ArchRule the_ledger_knows_none_of_its_rooms =
      doesNotKnow("posting", "checking", "sending", "settling", "intake");

  @ArchTest
  static final ArchRule checking_knows_nothing_of_sending =
      doesNotKnow("checking", "sending", "settling", "intake", "setup", "api", "hub");

  @ArchTest
  static final ArchRule sending_knows_nothing_of_settling =
      doesNotKnow("sending", "settling", "intake", "setup", "api", "hub");

  @ArchTest
  static final ArchRule settling_knows_no_face =
      doesNotKnow("settling", "intake", "setup", "api", "hub");

  @ArchTest
  static final ArchRule receipts_know_neither_how_documents_come_nor_how_they_go =
      doesNotKnow("receipt", "checking", "sending", "settling", "intake", "setup", "api", "hub");

  /** What may go is said by the statements. */
  @ArchTest
  static final ArchRule retention_knows_no_documents =
      doesNotKnow(
          "retention",
          "posting",
          "document",
          "checking",
          "sending",
          "settling",
          "intake",
          "setup",
          "api",
          "hub");

  @ArchTest
  static final ArchRule a_persons_data_is_rows_of_the_ledger =
      doesNotKnow("person", "checking", "sending", "settling", "intake", "setup", "api", "hub");

  @ArchTest
  static final ArchRule fetching_knows_nothing_of_what_it_fetches =
      doesNotKnow(
          "fetch", "receipt", "notice", "posting", "document", "xero", "source", "api", "hub");

  /** It reads what stands in the ledger; who brought it about is none of its concern. */
  @ArchTest
  static final ArchRule a_notice_knows_neither_rooms_nor_faces =
      doesNotKnow(
          "notice",
          "checking",
          "sending",
          "settling",
          "intake",
          "xero",
          "connection",
          "polling",
          "receipt",
          "export",
          "setup",
          "mapping",
          "api",
          "hub");

  /** What became of documents is read from the ledger. */
  @ArchTest
  static final ArchRule a_story_knows_neither_rooms_nor_faces =
      doesNotKnow(
          "story",
          "checking",
          "sending",
          "settling",
          "intake",
          "xero",
          "connection",
          "setup",
          "mapping",
          "api",
          "hub");

  @ArchTest
  static final ArchRule only_faces_ask_for_notices =
      noClasses()
          .that(ENGINE)
          .and(
              not(
                  resideInAnyPackage(
                      "io.ledgerway.notice..", "io.ledgerway.api..", "io.ledgerway.hub..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.ledgerway.notice..");

  @ArchTest
  static final ArchRule what_a_xero_document_is_knows_no_ledger =
      doesNotKnow("document", "posting", "checking", "sending", "settling", "mapping", "intake");

  @ArchTest
  static final ArchRule what_is_seen_from_outside_knows_no_room =
      doesNotKnow(
          "observation",
          "posting",
          "checking",
          "sending",
          "settling",
          "intake",
          "xero",
          "connection",
          "api",
          "hub");

  @ArchTest
  static final ArchRule the_log_knows_what_a_database_says_and_nothing_else =
      doesNotKnow(
          "log", "problem", "posting", "intake", "xero", "work", "observation", "api", "hub");

  @ArchTest
  static final ArchRule a_trace_knows_nothing_of_what_is_followed =
      doesNotKnow(
          "trace",
          "document",
          "posting",
          "checking",
          "sending",
          "settling",
          "intake",
          "telling",
          "xero",
          "api",
          "hub");

  @ArchTest
  static final ArchRule spans_are_made_in_one_place =
      noClasses()
          .that(ENGINE)
          .and(not(resideInAPackage("io.ledgerway.trace..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.opentelemetry..");

  /** It goes the way of documents up to where one would be stored or sent. */
  @ArchTest
  static final ArchRule a_preview_neither_sends_nor_settles =
      doesNotKnow(
          "preview", "sending", "settling", "xero", "connection", "export", "setup", "api", "hub");

  @ArchTest
  static final ArchRule only_faces_ask_for_previews =
      noClasses()
          .that(ENGINE)
          .and(
              not(
                  resideInAnyPackage(
                      "io.ledgerway.preview..",
                      "io.ledgerway.api..",
                      "io.ledgerway.hub..",
                      "io.ledgerway.workbench..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.ledgerway.preview..");

  /** It reads what Camel runs, whatever that is. */
  @ArchTest
  static final ArchRule the_map_of_routes_knows_no_room =
      doesNotKnow(
          "routemap",
          "posting",
          "document",
          "checking",
          "sending",
          "settling",
          "intake",
          "xero",
          "drawing",
          "way",
          "api",
          "hub");

  @ArchTest
  static final ArchRule a_way_is_read_from_the_map_and_the_ledger =
      doesNotKnow(
          "way", "checking", "sending", "settling", "intake", "xero", "drawing", "api", "hub");

  @ArchTest static final ArchRule intake_knows_no_face = doesNotKnow("intake", "api", "hub");

  @ArchTest
  static final ArchRule nothing_knows_the_sandbox =
      noClasses()
          .that(ENGINE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.ledgerway.sandbox..");

  @ArchTest
  static final ArchRule the_sandbox_is_an_independent_witness =
      noClasses()
          .that()
          .resideInAPackage("io.ledgerway.sandbox..")
          .should()
          .dependOnClassesThat(ENGINE)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.camel..", "org.postgresql..", "org.flywaydb..");

  @ArchTest
  static final ArchRule packages_form_no_cycle =
      slices().matching("io.ledgerway.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule names_say_what_a_class_does =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?")
          .because("such names say what kind of thing a class is, not what it is for");

  @ArchTest
  static final ArchRule time_comes_from_an_injected_clock =
      noClasses()
          .that(not(new TellsTheTime()))
          .should()
          .accessTargetWhere(new ReadsTheWallClock())
          .because("a test must be able to move the time");

  @ArchTest
  static final ArchRule money_is_never_kept_in_binary_fractions =
      noFields()
          .that()
          .areDeclaredInClassesThat(ENGINE)
          .should()
          .haveRawType(new BinaryFraction())
          .because("money is a BigDecimal from the byte to the byte");

  @ArchTest
  static final ArchRule money_is_never_passed_as_a_binary_fraction =
      noMethods()
          .that()
          .areDeclaredInClassesThat(ENGINE)
          .and()
          // Gauges are lambdas that give a double; a lambda's body is a synthetic method.
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should(
              have(
                  DescribedPredicate.<JavaMethod>describe(
                      "a double or float in the signature",
                      method ->
                          new BinaryFraction().test(method.getRawReturnType())
                              || method.getRawParameterTypes().stream()
                                  .anyMatch(new BinaryFraction()))));

  @ArchTest
  static final ArchRule money_does_not_pass_through_binary_fractions =
      noClasses()
          .that(ENGINE)
          .should()
          .callMethod(java.math.BigDecimal.class, "doubleValue")
          .orShould()
          .callMethod(java.math.BigDecimal.class, "floatValue")
          .orShould()
          .callMethod(java.math.BigDecimal.class, "valueOf", double.class)
          .orShould()
          .callConstructor(java.math.BigDecimal.class, double.class)
          .orShould()
          .callMethod(Double.class, "parseDouble", String.class)
          .orShould()
          .callMethod(Double.class, "valueOf", String.class);

  @ArchTest
  static final ArchRule sql_goes_through_the_jdbc_client =
      noClasses()
          .that(ENGINE)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "org.jooq.."));

  @ArchTest
  static final ArchRule failures_of_the_engine_carry_code_and_hint =
      classes()
          .that(ENGINE)
          .and()
          .areAssignableTo(Throwable.class)
          .should()
          .beAssignableTo("io.ledgerway.problem.LedgerwayException");

  @Test
  void every_package_says_what_it_is_for() throws IOException {
    Path root = Path.of("src", "main", "java", "io", "ledgerway");
    try (Stream<Path> folders = Files.walk(root)) {
      List<Path> silent =
          folders
              .filter(Files::isDirectory)
              .filter(folder -> !folder.equals(root))
              .filter(ArchitectureTest::hasJava)
              .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
              .toList();
      assertThat(silent).as("packages without package-info.java").isEmpty();
    }
  }

  private static boolean hasJava(Path folder) {
    String[] names = folder.toFile().list((dir, name) -> name.endsWith(".java"));
    return names != null && names.length > 0;
  }

  private static ArchRule doesNotKnow(String one, String... others) {
    return noClasses()
        .that()
        .resideInAPackage("io.ledgerway." + one + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            Stream.of(others).map(other -> "io.ledgerway." + other + "..").toArray(String[]::new));
  }

  /**
   * The main classes, where the clock bean is made, and the sandbox's clock, which can be moved.
   */
  private static final class TellsTheTime extends DescribedPredicate<JavaClass> {
    TellsTheTime() {
      super("make the clock");
    }

    @Override
    public boolean test(JavaClass type) {
      return type.getSimpleName().endsWith("Application")
          || (type.getPackageName().startsWith("io.ledgerway.sandbox")
              && type.getSimpleName().endsWith("Clock"));
    }
  }

  private static final class ReadsTheWallClock extends DescribedPredicate<JavaAccess<?>> {
    ReadsTheWallClock() {
      super("read the wall clock");
    }

    @Override
    public boolean test(JavaAccess<?> access) {
      AccessTarget target = access.getTarget();
      JavaClass owner = target.getOwner();
      String name = target.getName();
      boolean noArguments =
          target instanceof AccessTarget.CodeUnitAccessTarget call
              && call.getRawParameterTypes().stream()
                  .map(HasName::getName)
                  .noneMatch(Clock.class.getName()::equals);
      return (owner.isAssignableTo(Temporal.class) && name.equals("now") && noArguments)
          || (owner.isEquivalentTo(Clock.class) && name.startsWith("system"))
          || (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"))
          || (owner.isEquivalentTo(java.util.Date.class)
              && name.equals("<init>")
              && access.getTarget() instanceof AccessTarget.ConstructorCallTarget constructor
              && constructor.getRawParameterTypes().isEmpty());
    }
  }

  private static final class BinaryFraction extends DescribedPredicate<JavaClass> {
    private static final Set<String> NAMES =
        Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    BinaryFraction() {
      super("double or float");
    }

    @Override
    public boolean test(JavaClass type) {
      return NAMES.contains(type.getName());
    }
  }
}
