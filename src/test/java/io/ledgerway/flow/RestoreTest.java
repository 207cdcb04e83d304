package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.Sample;
import io.ledgerway.demo.SampleExpenses;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.Expenses;
import io.ledgerway.local.LocalKafka;
import io.ledgerway.local.SandboxSwitches.Fault;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a database of an earlier moment does to exactly-once: the table in docs/production.md. */
class RestoreTest {

  private static final String COMPANY = "restored";

  @Test
  void
      what_was_on_its_way_is_found_by_its_marker_and_what_came_later_is_posted_again_when_replayed() {
    try (LocalKafka kafka = LocalKafka.start()) {
      Surroundings around = Engine.shared().around.with(kafka);
      Organisation organisation =
          around.sandbox().switches().addOrganisation("Restored books", "NZ");
      around.sandbox().switches().limits(organisation.tenantId(), 0, 0, 0);
      SandboxBooks books =
          SandboxBooks.read(
              around.sandbox().uri(), organisation.clientId(), organisation.clientSecret());
      List<Sample> all =
          new SampleExpenses(books, COMPANY, LocalDate.now(Clock.systemUTC()), 91).cards(9, 1);
      try (Expenses expenses = new Expenses(kafka);
          EngineProcess engine = engine(around, around.settings().database())) {
        EngineApi api = around.api(engine);
        CompanySetUp.run(api, COMPANY, organisation.clientId(), organisation.clientSecret(), books);
        send(expenses, all.subList(0, 3));
        await(api, 3);

        // Xero takes the next three, and says nothing of it.
        around
            .sandbox()
            .switches()
            .arm(
                Fault.of("drop-answer")
                    .on("PUT", "BankTransactions")
                    .forTenant(organisation.tenantId())
                    .next(1));
        send(expenses, all.subList(3, 6));
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> stand(around, organisation) == 6);
        engine.kill();
      }
      String before = copy(around);

      try (Expenses expenses = new Expenses(kafka);
          EngineProcess engine = engine(around, around.settings().database())) {
        await(around.api(engine), 6);
        send(expenses, all.subList(6, 9));
        await(around.api(engine), 9);
        assertThat(stand(around, organisation)).isEqualTo(9);
        engine.kill();
      }

      try (Expenses expenses = new Expenses(kafka);
          EngineProcess engine = engine(around, before)) {
        EngineApi api = around.api(engine);
        await(api, 6);
        assertThat(stand(around, organisation)).as("nothing went out again").isEqualTo(9);
        // As if the offsets were set back.
        send(expenses, all.subList(3, 9));
        await(api, 9);
        assertThat(stand(around, organisation)).as("what the ledger forgot").isEqualTo(12);
      }
    }
  }

  private static EngineProcess engine(Surroundings around, String database) {
    return around
        .engine("restored")
        .environment("SPRING_DATASOURCE_URL", database)
        .environment("LEDGERWAY_SETTLE_FIRST_RETRY", "500ms")
        .jvm("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .start();
  }

  private static void send(Expenses expenses, List<Sample> samples) {
    samples.forEach(sample -> expenses.send(sample.key(), sample.value()));
    expenses.flush();
  }

  private static void await(EngineApi api, long posted) {
    Awaitility.await(posted + " to be posted")
        .atMost(Duration.ofSeconds(90))
        .until(() -> api.summary(COMPANY).equals(Map.of("POSTED", posted)));
  }

  private static int stand(Surroundings around, Organisation organisation) {
    return around
        .sandbox()
        .switches()
        .documents("BankTransactions", organisation.tenantId())
        .size();
  }

  /** All of the database, as it is at this moment. */
  private static String copy(Surroundings around) {
    String url = around.settings().database();
    String name = url.replaceFirst(".*/", "");
    JdbcClient.create(around.postgres().dataSource(around.postgres().url()))
        .sql("create database %s_before template %s".formatted(name, name))
        .update();
    return url + "_before";
  }
}
