package io.ledgerway.benchmark;

import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.EngineSettings;
import io.ledgerway.local.Surroundings;
import io.ledgerway.scale.YearOfData;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an engine costs that has many companies and nothing to do. */
@Tag("bench")
class IdleBenchmark {

  private static final Duration WARM_UP = Duration.ofSeconds(60);
  private static final Duration MEASURED = Duration.ofSeconds(30);

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void an_engine_that_has_nothing_to_do_costs_next_to_nothing() {
    try (Surroundings around = Surroundings.start()) {
      String database = YearOfData.quiet().in(around.postgres());
      EngineSettings settings =
          EngineSettings.of(around.postgres(), database, around.kafka(), around.sandbox());
      try (EngineProcess engine =
          EngineProcess.named("idle-engine")
              .environment(settings.environment())
              .jvm("-Xmx256m", "-XX:+UseSerialGC")
              .start()) {
        JdbcClient jdbc = JdbcClient.create(around.postgres().dataSource(database));
        rest(WARM_UP);
        long statements = transactions(jdbc);
        Duration used = engine.cpu();
        rest(MEASURED);
        double aSecond = (double) (transactions(jdbc) - statements) / MEASURED.toSeconds();
        double ofACore = 100.0 * (engine.cpu().toMillis() - used.toMillis()) / MEASURED.toMillis();
        BenchmarkPage.write(
            "idle",
            List.of("1,000 companies, nothing to do", ""),
            List.of(
                List.of("statements a second", BenchmarkPage.number(aSecond, 1)),
                List.of("of a core", BenchmarkPage.number(ofACore, 1) + " %")));
      }
    }
  }

  private static void rest(Duration time) {
    Awaitility.await().pollDelay(time).atMost(time.plusSeconds(30)).until(() -> true);
  }

  /** Nearly each is one statement: what looks for work does so by itself. */
  private static long transactions(JdbcClient jdbc) {
    // Backends tell their figures now and then.
    return jdbc.sql(
            "select xact_commit + xact_rollback from pg_stat_database where datname ="
                + " current_database()")
        .query(Long.class)
        .single();
  }
}
