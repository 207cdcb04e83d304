package io.ledgerway.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerway.instance.EngineInstance;
import io.ledgerway.instance.TestInstances;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PermitsTest {

  private static final Instant T = Instant.parse("2026-01-31T10:00:00Z");
  private static Database database;

  private final XeroGrant grant = new XeroGrant("t-" + UUID.randomUUID(), "token", 100);
  private final MovableClock clock = new MovableClock();

  @BeforeAll
  static void open() {
    database = new Database();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void the_sixth_call_waits_for_one_of_five() {
    Permits permits = permits(Map.of("xero.limits.patience", "100ms"));
    UUID first = UUID.randomUUID();
    permits.acquire(first, grant, Priority.DOCUMENT, null);
    for (int i = 0; i < 4; i++) {
      permits.acquire(UUID.randomUUID(), grant, Priority.DOCUMENT, null);
    }

    assertThatThrownBy(() -> permits.acquire(UUID.randomUUID(), grant, Priority.DOCUMENT, null))
        .isInstanceOfSatisfying(
            XeroMustWait.class,
            e -> assertThat(e.limit()).isEqualTo(XeroMustWait.Limit.CONCURRENT));

    permits.release(first, grant, true, Remaining.UNTOLD, null);
    permits.acquire(UUID.randomUUID(), grant, Priority.DOCUMENT, null);
  }

  @Test
  void permits_of_a_dead_process_are_free_again() {
    EngineInstance dying = TestInstances.alive(database.jdbc());
    Permits permits = new Permits(database.jdbc(), clock, dying, XeroBench.properties(Map.of()));
    for (int i = 0; i < 5; i++) {
      permits.acquire(UUID.randomUUID(), grant, Priority.DOCUMENT, null);
    }
    dying.destroy();
    clock.forward(Duration.ofMillis(1));

    permits(Map.of()).acquire(UUID.randomUUID(), grant, Priority.DOCUMENT, null);
  }

  @Test
  void a_permit_that_nobody_gave_back_runs_out() {
    Permits permits = permits(Map.of());
    for (int i = 0; i < 5; i++) {
      permits.acquire(UUID.randomUUID(), grant, Priority.DOCUMENT, null);
    }
    clock.forward(Duration.ofSeconds(120 + 60 + 11));

    permits.acquire(UUID.randomUUID(), grant, Priority.DOCUMENT, null);
  }

  @Test
  void a_tenant_whose_minute_is_used_up_is_passed_over_until_the_next() {
    Permits permits = permits(Map.of("xero.limits.per-minute", "2"));
    spend(permits, 1, null);
    spend(permits, 0, null);

    assertThatThrownBy(() -> spend(permits, 0, null))
        .isInstanceOfSatisfying(
            XeroMustWait.class,
            e -> {
              assertThat(e.limit()).isEqualTo(XeroMustWait.Limit.MINUTE);
              assertThat(e.until()).isEqualTo(T.plusMillis(60_500));
            });
    assertThat(pausedUntil()).isEqualTo(T.plusMillis(60_500));

    clock.forward(Duration.ofMillis(60_500));
    spend(permits, 1, null);
  }

  @Test
  void the_last_fifth_of_a_day_is_for_documents() {
    Permits permits = permits(Map.of());
    spend(permits, 50, 20);

    assertThatThrownBy(() -> permits.acquire(UUID.randomUUID(), grant, Priority.REFRESH, null))
        .isInstanceOfSatisfying(
            XeroMustWait.class, e -> assertThat(e.limit()).isEqualTo(XeroMustWait.Limit.DAY));
    assertThat(pausedUntil()).as("documents go on").isNull();
    spend(permits, 49, 19);
  }

  @Test
  void of_a_small_plan_the_last_fifth_is_as_small_whatever_the_connection_says_it_is() {
    Permits permits = permits(Map.of());
    XeroGrant small = new XeroGrant(grant.tenantId(), "token", 5000);
    for (int left : List.of(999, 201)) {
      UUID call = UUID.randomUUID();
      permits.acquire(call, small, Priority.REFRESH, null);
      permits.release(call, small, true, new Remaining(50, left, null), null);
    }
    UUID last = UUID.randomUUID();
    permits.acquire(last, small, Priority.REFRESH, null);
    permits.release(last, small, true, new Remaining(50, 200, null), null);
    assertThatThrownBy(() -> permits.acquire(UUID.randomUUID(), small, Priority.REFRESH, null))
        .isInstanceOf(XeroMustWait.class);
  }

  @Test
  void a_day_that_begins_anew_is_seen_by_what_is_left_of_it() {
    Permits permits = permits(Map.of());
    XeroGrant small = new XeroGrant(grant.tenantId(), "token", 5000);
    for (int left : List.of(999, 300, 999)) {
      clock.forward(Duration.ofHours(7));
      UUID call = UUID.randomUUID();
      permits.acquire(call, small, Priority.DOCUMENT, null);
      permits.release(call, small, true, new Remaining(50, left, null), null);
    }
    assertThat(
            database
                .jdbc()
                .sql(
                    "select day_left || ' ' || day_since from xero_tenant where tenant_id = :tenant"
                        + " and day_anchor = :now")
                .param("tenant", small.tenantId())
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .query(String.class)
                .single())
        .isEqualTo("999 0");
  }

  @Test
  void receipts_may_use_what_imports_may_not_and_leave_the_rest_to_documents() {
    Permits permits = permits(Map.of());
    spend(permits, 50, 20);
    UUID receipt = UUID.randomUUID();
    permits.acquire(receipt, grant, Priority.RECEIPT, null);
    permits.release(receipt, grant, true, new Remaining(49, 10, null), null);

    assertThatThrownBy(() -> permits.acquire(UUID.randomUUID(), grant, Priority.RECEIPT, null))
        .isInstanceOfSatisfying(
            XeroMustWait.class, e -> assertThat(e.limit()).isEqualTo(XeroMustWait.Limit.DAY));
    assertThat(pausedUntil()).as("documents go on").isNull();
    spend(permits, 48, 9);
  }

  @Test
  void a_day_whose_last_answer_was_lost_is_asked_again_in_a_minute() {
    Permits permits = permits(Map.of());
    spend(permits, 50, 1);
    spend(permits, null, null);
    assertThatThrownBy(() -> spend(permits, 50, 1)).isInstanceOf(XeroMustWait.class);

    clock.forward(Duration.ofSeconds(61));
    spend(permits, 59, 99);
    spend(permits, 58, 98);
  }

  @Test
  void when_somebody_else_calls_the_same_organisation_what_xero_says_counts() {
    Permits permits = permits(Map.of());
    spend(permits, 0, 50);

    assertThatThrownBy(() -> spend(permits, 0, 50)).isInstanceOf(XeroMustWait.class);
  }

  @Test
  void when_the_apps_minute_runs_low_everybody_slows_down() {
    Permits permits = permits(Map.of("xero.limits.patience", "50ms"));
    UUID call = UUID.randomUUID();
    permits.acquire(call, grant, Priority.DOCUMENT, null);
    permits.release(call, grant, true, new Remaining(50, 50, 400), null);
    XeroGrant other = new XeroGrant("t-" + UUID.randomUUID(), "token", 100);

    assertThatThrownBy(() -> permits.acquire(UUID.randomUUID(), other, Priority.DOCUMENT, null))
        .isInstanceOfSatisfying(
            XeroMustWait.class,
            e -> assertThat(e.limit()).isEqualTo(XeroMustWait.Limit.APP_MINUTE));
    database.jdbc().sql("update xero_app set paused_until = null").update();
  }

  private void spend(Permits permits, Integer minuteLeft, Integer dayLeft) {
    UUID call = UUID.randomUUID();
    permits.acquire(call, grant, Priority.DOCUMENT, null);
    permits.release(call, grant, true, new Remaining(minuteLeft, dayLeft, null), null);
  }

  private Permits permits(Map<String, String> settings) {
    return new Permits(
        database.jdbc(),
        clock,
        TestInstances.alive(database.jdbc()),
        XeroBench.properties(settings));
  }

  private Instant pausedUntil() {
    return database
        .jdbc()
        .sql("select paused_until from xero_tenant where tenant_id = :tenant")
        .param("tenant", grant.tenantId())
        .query((row, number) -> java.util.Optional.ofNullable(row.getTimestamp(1)))
        .single()
        .map(java.sql.Timestamp::toInstant)
        .orElse(null);
  }
}
