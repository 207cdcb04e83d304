package io.ledgerway.settling;

import static io.ledgerway.posting.LedgerFixture.NOW;
import static io.ledgerway.posting.LedgerFixture.arrival;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.observation.Counted;
import io.ledgerway.posting.LedgerFixture;
import io.ledgerway.sending.Batch;
import io.ledgerway.trace.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A batch that another instance took over, while the first one was still waiting for an answer. */
class OvertakenBatchTest {

  private static final UUID BATCH = UUID.fromString("019a0000-0000-7000-8000-000000000001");
  private LedgerFixture ledger;
  private Settlement settlement;

  @BeforeEach
  void sendingForTheSecondTime() {
    ledger = new LedgerFixture();
    settlement =
        new Settlement(
            ledger.statements,
            ledger.transactions(),
            Clock.fixed(NOW, ZoneOffset.UTC),
            new Counted(new SimpleMeterRegistry()),
            Traces.off());
    ledger.enter(arrival("e1", 1, "a"));
    ledger.moveTo("READY");
    ledger.moveTo("SENDING");
    ledger.jdbc.sql("update posting set batch = :batch").param("batch", BATCH).update();
    ledger
        .jdbc
        .sql(
            "insert into batch (id, company, resource, state, owner, idempotency_key, request_hash,"
                + " size, intended_at, attempts) values (:batch, 'acme', 'BankTransactions',"
                + " 'SENDING', :batch, 'key', 'hash', 1, now(), 2)")
        .param("batch", BATCH)
        .update();
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void is_not_released_by_the_attempt_before() {
    settlement.release(attempt(1), "a limit: this attempt did nothing");

    assertThat(states()).isEqualTo("SENDING SENDING");
  }

  @Test
  void is_neither_split_nor_doubted_nor_settled_by_the_attempt_before() {
    settlement.split(attempt(1), "refused");
    settlement.resend(attempt(1), NOW, "no answer");
    settlement.settle(attempt(1), List.of(), 0, null, null, null);

    assertThat(states()).isEqualTo("SENDING SENDING");
  }

  @Test
  void is_released_by_the_attempt_that_has_it() {
    settlement.release(attempt(2), "nothing was done");

    assertThat(states()).isEqualTo("READY RELEASED");
  }

  private String states() {
    return ledger.value(
        "select p.state || ' ' || b.state from posting p join batch b on b.id = p.batch");
  }

  private static Batch attempt(int number) {
    return Batch.due(
        Map.of(
            "batch", BATCH,
            "company", "acme",
            "resource", "BankTransactions",
            "idempotency_key", "key",
            "request_hash", "hash",
            "intended_at", java.sql.Timestamp.from(NOW),
            "next_step", "RESEND",
            "attempts", number),
        List.of());
  }
}
