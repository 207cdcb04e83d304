package io.ledgerway.xero;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What permit, log and token cost beside the call itself. */
class XeroOverheadTest {

  private static final int CALLS = 300;

  @Test
  void a_call_costs_at_most_four_statements_and_little_time() throws Exception {
    try (Database database = new Database();
        RoughServer xero = new RoughServer();
        XeroBench bench =
            new XeroBench(
                database,
                Clock.systemUTC(),
                xero.uri(),
                Map.of("xero.limits.per-minute", "1000000"))) {
      bench.access.dayLimit = 1_000_000;
      median(() -> bench.get("xero:Accounts"));
      long before = statements(database);
      Duration whole = median(() -> bench.get("xero:Accounts"));
      long after = statements(database);
      XeroRequest request =
          new XeroRequest(
              "acme", "GET", "Accounts", null, Map.of(), null, null, Priority.DOCUMENT, null);
      XeroGrant grant = bench.access.grant("acme");
      Duration http = median(() -> bench.wire.send(request, grant));

      Duration write = median(() -> bench.put("xero:Accounts?method=PUT", "{}"));

      // About 2 ms on two busy cores; a write waits for the disk once.
      LoggerFactory.getLogger("io.ledgerway.measure")
          .info("read {}, write {}, http alone {} (median of {})", whole, write, http, CALLS);
      // The server's own housekeeping counts, too; a fifth statement would be CALLS more.
      assertThat(after - before).isLessThan(4L * CALLS + CALLS / 4);
      assertThat(whole.minus(http)).isLessThan(Duration.ofMillis(20));
    }
  }

  private static Duration median(Runnable call) {
    long[] nanos = new long[CALLS];
    for (int i = 0; i < CALLS; i++) {
      long start = System.nanoTime();
      call.run();
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return Duration.ofNanos(nanos[CALLS / 2]);
  }

  /** Transactions that the server has ended; each of our statements is one. */
  private static long statements(Database database) {
    database.jdbc().sql("select pg_stat_force_next_flush()").query((row, n) -> 1).single();
    return database
        .jdbc()
        .sql("select xact_commit from pg_stat_database where datname = current_database()")
        .query(Long.class)
        .single();
  }
}
