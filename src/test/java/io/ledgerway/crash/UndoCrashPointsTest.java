package io.ledgerway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.Sample;
import io.ledgerway.demo.SampleExpenses;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.flow.XeroClient;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.Expenses;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As {@link CrashPointsTest}, of documents that undo others. */
class UndoCrashPointsTest {

  private static final String COMPANY = "undoing";
  private static final int AT_A_TIME = 20;
  private static final List<CrashPoint> POINTS =
      List.of(
          CrashPoint.AFTER_THE_CLAIM_AND_BEFORE_THE_INTENT,
          CrashPoint.AFTER_THE_INTENT_AND_BEFORE_THE_CALL,
          CrashPoint.AFTER_THE_CALL_AND_BEFORE_THE_ANSWER_IS_STORED);

  @Test
  @Tag("soak")
  void killed_wherever_it_undoes_every_document_is_undone_once(@TempDir Path directory)
      throws Exception {
    try (Surroundings around = Surroundings.start();
        Expenses topic = new Expenses(around.kafka())) {
      around.sandbox().switches().limits(0, 0, 0);
      Organisation organisation = around.sandbox().switches().addOrganisation("Undoing", "NZ");
      SandboxBooks books =
          SandboxBooks.read(
              around.sandbox().uri(), organisation.clientId(), organisation.clientSecret());
      JdbcClient ledger =
          JdbcClient.create(around.postgres().dataSource(around.settings().database()));
      try (Gates gates = new Gates(ledger, COMPANY)) {
        Path routes = gates.copyOfRoutes(directory);
        EngineProcess engine = start(around, routes);
        CompanySetUp.run(
            around.api(engine),
            COMPANY,
            organisation.clientId(),
            organisation.clientSecret(),
            books);
        List<Sample> samples =
            new SampleExpenses(books, COMPANY, LocalDate.now(Clock.systemUTC()), 9)
                .cards(AT_A_TIME * POINTS.size(), 1);
        samples.forEach(sample -> topic.send(sample.key(), sample.value()));
        topic.flush();
        await(around.api(engine), Map.of("POSTED", (long) samples.size()));
        List<JsonNode> posted = around.api(engine).postings(COMPANY, "POSTED");

        int undone = 0;
        for (CrashPoint point : POINTS) {
          gates.close(point);
          for (JsonNode each : posted.subList(undone, undone + AT_A_TIME)) {
            around
                .api(engine)
                .post(
                    "/companies/" + COMPANY + "/postings/" + each.get("id").asText() + "/undo",
                    Map.of());
          }
          undone += AT_A_TIME;
          assertThat(gates.reached(Duration.ofSeconds(30))).as(point.name()).isTrue();
          engine.kill();
          gates.open();
          engine = start(around, routes);
          Map<String, Long> expected = new HashMap<>();
          expected.put("UNDONE", (long) undone);
          expected.put("POSTED", (long) samples.size());
          await(around.api(engine), expected);
        }
        XeroClient.of(around.sandbox().uri(), organisation)
            .get("BankTransactions?page=1&pageSize=1000")
            .get("BankTransactions")
            .forEach(each -> assertThat(each.get("Status").asText()).isEqualTo("DELETED"));
        engine.kill();
      }
    }
  }

  private static void await(EngineApi api, Map<String, Long> expected) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(api.summary(COMPANY)).isEqualTo(expected));
  }

  private static EngineProcess start(Surroundings around, Path routes) {
    return around
        .engine("engine-undo-point")
        .jvm("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .environment("LEDGERWAY_INSTANCE_VALIDITY", "3s")
        .environment("LEDGERWAY_INSTANCE_BEAT", "1000")
        .environment("LEDGERWAY_INTAKE_SESSION_TIMEOUT", "1500")
        .environment("CAMEL_COMPONENT_KAFKA_HEARTBEAT_INTERVAL_MS", "300")
        .environment("LEDGERWAY_ROUTES_DIR", routes.toString())
        .start();
  }
}
