package io.ledgerway.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.local.RouteSql;
import io.ledgerway.posting.LedgerFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When what is ready goes out. */
class DueExportsTest {

  private static final Instant NOW = LedgerFixture.NOW;

  private final LedgerFixture ledger = new LedgerFixture();

  /**
   * As the statement says it: lane, milliseconds until then, and whether fewer than fifty may go.
   */
  record Due(String resource, int lane, long millis, boolean partial) {}

  @BeforeEach
  void setUp() {
    ledger
        .jdbc
        .sql(
            """
            insert into xero_token_set (id, grant_type, created_at) values (gen_random_uuid(), 'CLIENT_CREDENTIALS', now());
            insert into xero_connection (company, state, tenant_id, token_set, changed_at)
            select 'acme', 'ACTIVE', 'tenant', id, now() from xero_token_set;
            insert into import_settings (company, stage, settings, tenant_id, named_tenant, changed_at)
            values ('acme', 'ACTIVE', '{}', 'tenant', 'tenant', now());
            """)
        .update();
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void a_single_document_goes_when_nothing_more_has_come_for_a_moment() {
    ready(1, "BankTransactions", Duration.ofMillis(30));
    assertThat(due()).containsExactly(new Due("BankTransactions", 1, 70, true));
    ready(1, "BankTransactions", Duration.ofMillis(10));
    assertThat(due()).containsExactly(new Due("BankTransactions", 1, 90, true));
    assertThat(due(NOW.plusMillis(90))).containsExactly(new Due("BankTransactions", 1, 0, true));
  }

  @Test
  void while_more_comes_or_is_being_checked_it_waits_for_that_but_not_for_long() {
    ready(1, "BankTransactions", Duration.ofMillis(1500));
    ready(1, "BankTransactions", Duration.ZERO);
    assertThat(due()).extracting(Due::millis).containsExactly(100L);
    received();
    assertThat(due()).extracting(Due::millis).containsExactly(500L);
    assertThat(due(NOW.plusMillis(500))).extracting(Due::millis).containsExactly(0L);
  }

  @Test
  void full_batches_go_at_once_in_as_many_lanes_as_are_free() {
    ready(120, "BankTransactions", Duration.ZERO);
    received();
    assertThat(due())
        .containsExactly(
            new Due("BankTransactions", 1, 0, false),
            new Due("BankTransactions", 2, 0, false),
            new Due("BankTransactions", 3, 0, false));
    underWay("BankTransactions", 2);
    assertThat(due()).extracting(Due::lane).containsExactly(1, 3);
    underWay("BankTransactions", 1);
    underWay("BankTransactions", 3);
    assertThat(due()).isEmpty();
  }

  @Test
  void
      what_comes_while_a_batch_is_under_way_waits_for_its_end_and_for_an_unanswered_one_not_long() {
    ready(1, "BankTransactions", Duration.ofSeconds(3));
    ready(1, "Invoices", Duration.ofSeconds(3));
    underWay("BankTransactions", 1);
    assertThat(due()).extracting(Due::resource).containsExactly("Invoices");
    assertThat(due(NOW.plusSeconds(7)))
        .contains(new Due("BankTransactions", 2, 0, true))
        .hasSize(2);

    ledger.jdbc.sql("update work_lease set leased_until = now() - interval '1 second'").update();
    assertThat(due()).contains(new Due("BankTransactions", 1, 0, true));
  }

  @Test
  void when_few_calls_are_left_it_waits_as_long_as_each_has_to_last_and_a_full_one_does_not() {
    ready(1, "BankTransactions", Duration.ofMinutes(3));
    calls(700, 300, Duration.ofHours(12));
    assertThat(due()).as("ahead of an even pace").extracting(Due::millis).containsExactly(0L);
    calls(590, 410, Duration.ofHours(12));
    assertThat(due()).extracting(Due::millis).containsExactly(0L);
    calls(400, 600, Duration.ofHours(12));
    assertThat(due()).isEmpty();
    assertThat(due(NOW.plus(Duration.ofMinutes(5)))).hasSize(1);
    calls(200, 800, Duration.ofHours(12));
    assertThat(due(NOW.plus(Duration.ofMinutes(11)))).isEmpty();
    assertThat(due(NOW.plus(Duration.ofMinutes(12)))).as("never longer").hasSize(1);
    ready(49, "BankTransactions", Duration.ZERO);
    assertThat(due()).extracting(Due::millis).containsExactly(0L);
  }

  @Test
  void two_kinds_share_the_pace() {
    ready(1, "BankTransactions", Duration.ofMinutes(6));
    calls(400, 600, Duration.ofHours(12));
    assertThat(due(NOW.plus(Duration.ofMinutes(2)))).hasSize(1);
    ready(1, "Invoices", Duration.ofMinutes(1));
    assertThat(due(NOW.plus(Duration.ofMinutes(2)))).isEmpty();
  }

  @Test
  void what_somebody_asked_for_goes_at_once() {
    ready(1, "BankTransactions", Duration.ZERO);
    underWay("BankTransactions", 1);
    calls(200, 800, Duration.ofHours(12));
    ledger
        .jdbc
        .sql(
            "insert into export_run (id, company, occasion, what, asked_by, begun_at) values"
                + " ('019a0000-0000-7000-8000-000000000009', 'acme', 'REQUEST', 'ALL', 'finance',"
                + " now())")
        .update();
    ledger
        .jdbc
        .sql("update posting set export_run = '019a0000-0000-7000-8000-000000000009'")
        .update();
    assertThat(due()).containsExactly(new Due("BankTransactions", 2, 0, true));
  }

  @Test
  void where_some_were_refused_as_a_whole_the_others_are_no_full_batch() {
    ready(40, "BankTransactions", Duration.ofSeconds(1));
    ledger.jdbc.sql("update posting set max_batch = 25").update();
    ready(40, "BankTransactions", Duration.ZERO);
    assertThat(due()).extracting(Due::partial).containsOnly(true);
  }

  @Test
  void nothing_goes_while_xero_wants_to_be_left_alone() {
    ready(60, "BankTransactions", Duration.ZERO);
    calls(500, 500, Duration.ofHours(12));
    ledger
        .jdbc
        .sql("update xero_tenant set paused_until = :until")
        .param("until", NOW.plusSeconds(9).atOffset(ZoneOffset.UTC))
        .update();
    assertThat(due()).isEmpty();
    assertThat(due(NOW.plusSeconds(9))).hasSize(2);
  }

  private void ready(int documents, String resource, Duration ago) {
    ledger
        .jdbc
        .sql(
            """
            insert into posting (id, company, source, source_id, version, kind, resource, event, content_hash, state, released,
                                 received_at, changed_at)
            select gen_random_uuid(), 'acme', 'perk', gen_random_uuid(), 1, 'card-expense', :resource, '{}', '', :state, true, :at, :at
            from generate_series(1, :documents)
            """)
        .param("documents", documents)
        .param("resource", resource)
        .param("state", "READY")
        .param("at", NOW.minus(ago).atOffset(ZoneOffset.UTC))
        .update();
  }

  private void received() {
    ready(1, "Invoices", Duration.ZERO);
    ledger.jdbc.sql("update posting set state = 'RECEIVED' where resource = 'Invoices'").update();
  }

  private void underWay(String resource, int lane) {
    ledger
        .jdbc
        .sql(
            "insert into work_lease (kind, key, token, owner, leased_until)"
                + " values ('export', :key, :id, :id, now() + interval '1 minute')")
        .param("key", "acme/" + resource + "/" + lane)
        .param("id", UUID.randomUUID())
        .update();
  }

  private void calls(int left, int since, Duration toGo) {
    ledger.jdbc.sql("delete from xero_tenant").update();
    ledger
        .jdbc
        .sql(
            "insert into xero_tenant (tenant_id, minute_left, minute_anchor, day_left, day_since,"
                + " day_anchor) values ('tenant', 60, :now, :left, :since, :anchor)")
        .param("now", NOW.atOffset(ZoneOffset.UTC))
        .param("left", left)
        .param("since", since)
        .param("anchor", NOW.plus(toGo).minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
        .update();
  }

  private List<Due> due() {
    return due(NOW);
  }

  private List<Due> due(Instant now) {
    return ledger
        .jdbc
        .sql(RouteSql.read("posting/due-exports"))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                new Due(
                    row.getString("resource"),
                    row.getInt("lane"),
                    row.getLong("wait"),
                    row.getBoolean("partial")))
        .list();
  }
}
