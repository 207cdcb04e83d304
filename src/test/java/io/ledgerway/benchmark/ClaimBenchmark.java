package io.ledgerway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.local.LocalPostgres;
import io.ledgerway.local.RouteSql;
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

  /** After a vacuum the caches hold what it read last, which is not what a claim reads. */
  private static final int WARM_UP = 40;

  private static final String CLAIM = RouteSql.read("posting/claim-batch");
  private static final String DUE = RouteSql.read("posting/due-exports");
  private static final OffsetDateTime NOW =
      OffsetDateTime.of(2026, 11, 20, 9, 0, 0, 0, ZoneOffset.UTC);
  private static final UUID INSTANCE = UuidCreator.getTimeOrderedEpoch();

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void claims_do_not_slow_down_with_the_backlog() {
    LocalPostgres postgres = LocalPostgres.shared();
    try (Ledger small = Ledger.migrated(postgres).withReady(10_000);
        Ledger large = Ledger.migrated(postgres).withReady(1_000_000)) {
      inTurn(small, large);
      List<Long> nanosAtSmall = new ArrayList<>();
      List<Long> nanosAtLarge = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        long[] nanos = inTurn(small, large);
        nanosAtSmall.add(nanos[0]);
        nanosAtLarge.add(nanos[1]);
      }
      double atSmall = CLAIMS * 1e9 / median(nanosAtSmall);
      double atLarge = CLAIMS * 1e9 / median(nanosAtLarge);
      double ratio = atLarge / atSmall;
      BenchmarkPage.write(
          "claims",
          List.of("backlog", "claims a second", "documents a second", "ratio"),
          List.of(row("10,000", atSmall, 1), row("1,000,000", atLarge, ratio)));
      assertThat(ratio).isGreaterThanOrEqualTo(0.9);
    }
  }

  /** Every second, and whenever something has come: at rest it must cost next to nothing. */
  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void what_is_due_is_found_as_fast_among_a_million() {
    try (Ledger ledger = Ledger.migrated(LocalPostgres.shared()).withReady(1_000_000)) {
      double backlog = millisToFindWhatIsDue(ledger);
      ledger.jdbc().sql("set session_replication_role = replica").update();
      ledger.jdbc().sql("update posting set state = 'POSTED'").update();
      ledger.vacuumed();
      double idle = millisToFindWhatIsDue(ledger);
      BenchmarkPage.write(
          "due",
          List.of("ledger", "milliseconds"),
          List.of(
              List.of("1,000,000 posted, nothing to send", BenchmarkPage.number(idle, 2)),
              List.of("1,000,000 ready", BenchmarkPage.number(backlog, 2))));
      assertThat(idle).isLessThanOrEqualTo(2);
      assertThat(backlog).isLessThanOrEqualTo(5);
    }
  }

  private static double millisToFindWhatIsDue(Ledger ledger) {
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < CLAIMS; i++) {
      long begin = System.nanoTime();
      ledger.jdbc().sql(DUE).param("now", NOW).query((row, number) -> row.getInt("lane")).list();
      nanos.add(System.nanoTime() - begin);
    }
    return median(nanos) / 1e6;
  }

  private static List<String> row(String backlog, double claims, double ratio) {
    return List.of(
        backlog,
        BenchmarkPage.number(claims, 0),
        BenchmarkPage.number(claims * 50, 0),
        BenchmarkPage.number(ratio, 2));
  }

  /**
   * Claims from both, one after the other, so that whatever else the machine does slows both alike;
   * then gives back what was claimed. The time that each took in nanoseconds.
   */
  private static long[] inTurn(Ledger small, Ledger large) {
    for (int i = 0; i < WARM_UP; i++) {
      claim(small);
      claim(large);
    }
    long[] nanos = new long[2];
    for (int i = 0; i < CLAIMS; i++) {
      nanos[0] += claim(small);
      nanos[1] += claim(large);
    }
    for (Ledger ledger : List.of(small, large)) {
      ledger
          .jdbc()
          .sql("update posting set claimed_by = null where claimed_by is not null")
          .update();
      ledger.vacuumed();
    }
    return nanos;
  }

  private static long claim(Ledger ledger) {
    long begin = System.nanoTime();
    var claimed =
        ledger
            .jdbc()
            .sql(CLAIM)
            .param("company", "acme")
            .param("resource", "BankTransactions")
            .param("partial", true)
            .param("batch", UuidCreator.getTimeOrderedEpoch())
            .param("instance", INSTANCE)
            .param("now", NOW)
            .query((row, number) -> row.getString("document"))
            .list();
    long nanos = System.nanoTime() - begin;
    assertThat(claimed).hasSize(50);
    return nanos;
  }

  private static double median(List<Long> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
