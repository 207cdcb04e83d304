package io.ledgerway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.local.LocalPostgres;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A claim costs the same whether ten thousand or a million documents are waiting. */
@Tag("bench")
class ClaimBenchmark {

  private static final int ROUNDS = 5;
  private static final int CLAIMS = 100;
  private static final String CLAIM = Ledger.statement("posting/claim-batch");
  private static final UUID INSTANCE = UuidCreator.getTimeOrderedEpoch();

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void claims_do_not_slow_down_with_the_backlog() {
    LocalPostgres postgres = LocalPostgres.shared();
    try (Ledger small = Ledger.migrated(postgres).withReady(10_000);
        Ledger large = Ledger.migrated(postgres).withReady(1_000_000)) {
      round(small);
      round(large);
      List<Double> atSmall = new ArrayList<>();
      List<Double> atLarge = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        atSmall.add(round(small));
        atLarge.add(round(large));
      }
      double ratio = median(atLarge) / median(atSmall);
      BenchmarkPage.write(
          "claims",
          List.of("backlog", "claims a second", "documents a second", "ratio"),
          List.of(row("10,000", median(atSmall), 1), row("1,000,000", median(atLarge), ratio)));
      assertThat(ratio).isGreaterThanOrEqualTo(0.9);
    }
  }

  private static List<String> row(String backlog, double claims, double ratio) {
    return List.of(
        backlog,
        BenchmarkPage.number(claims, 0),
        BenchmarkPage.number(claims * 50, 0),
        BenchmarkPage.number(ratio, 2));
  }

  /**
   * Claims a second. Gives back what was claimed, so that the next round finds the same backlog.
   */
  private static double round(Ledger ledger) {
    long begin = System.nanoTime();
    for (int i = 0; i < CLAIMS; i++) {
      assertThat(claim(ledger)).isEqualTo(50);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    ledger.jdbc().sql("update posting set claimed_by = null where claimed_by is not null").update();
    ledger.vacuumed();
    return CLAIMS / seconds;
  }

  private static int claim(Ledger ledger) {
    return ledger
        .jdbc()
        .sql(CLAIM)
        .param("company", "acme")
        .param("resource", "BankTransactions")
        .param("partial", true)
        .param("batch", UuidCreator.getTimeOrderedEpoch())
        .param("instance", INSTANCE)
        .param(
            "now",
            OffsetDateTime.now(java.time.Clock.systemUTC()).withOffsetSameInstant(ZoneOffset.UTC))
        .query((row, number) -> row.getString("event"))
        .list()
        .size();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
