package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.local.EngineApi;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.LocalKafka;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** More companies are due for their import at once than an engine has threads for. */
class ManyImportsTest {

  @Test
  void all_are_done_although_the_engine_is_killed_in_the_middle() {
    allAreDone(40);
  }

  @Test
  @Tag("soak")
  void four_hundred_are_no_different() {
    allAreDone(400);
  }

  private static void allAreDone(int companies) {
    try (LocalKafka kafka = LocalKafka.start()) {
      Surroundings around = Engine.shared().around.with(kafka);
      JdbcClient ledger =
          JdbcClient.create(around.postgres().dataSource(around.settings().database()));
      try (EngineProcess first = start(around)) {
        EngineApi api = around.api(first);
        IntStream.range(0, companies)
            .parallel()
            .forEach(
                i -> {
                  Organisation books = around.sandbox().switches().addOrganisation("M" + i, "NZ");
                  api.putCompany("m-" + i, Map.of("name", "Many " + i));
                  api.connect("m-" + i, books.clientId(), books.clientSecret());
                });
        awaitDone(ledger, companies);
        // All at the same minute.
        ledger
            .sql("update import_run set requested_at = now(), full_read = true, for_set_up = true")
            .update();
        awaitDone(ledger, companies / 4);
        first.kill();
        assertThat(done(ledger)).isLessThan(companies);
      }
      try (EngineProcess second = start(around)) {
        awaitDone(ledger, companies);
        assertThat(second.isAlive()).isTrue();
        assertThat(
                ledger
                    .sql("select count(*) from import_run where problem is not null")
                    .query(Integer.class)
                    .single())
            .isZero();
      }
    }
  }

  private static void awaitDone(JdbcClient ledger, int companies) {
    Awaitility.await(companies + " imports")
        .atMost(Duration.ofSeconds(30 + companies))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> done(ledger) >= companies);
  }

  private static int done(JdbcClient ledger) {
    return ledger
        .sql(
            "select count(*) from import_run where finished_at is not null and problem is null and"
                + " requested_at <= started_at")
        .query(Integer.class)
        .single();
  }

  private static EngineProcess start(Surroundings around) {
    return around
        .engine("engine-many-imports")
        .jvm("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .environment("LEDGERWAY_INSTANCE_VALIDITY", "3s")
        .environment("LEDGERWAY_INSTANCE_BEAT", "1000")
        .start();
  }
}
