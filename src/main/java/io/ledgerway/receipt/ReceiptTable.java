package io.ledgerway.receipt;

import io.ledgerway.posting.ProblemsJson;
import io.ledgerway.posting.Statements;
import io.ledgerway.problem.Problem;
import io.ledgerway.work.Lease;
import io.ledgerway.work.Leases;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What becomes of a receipt, written by whoever holds its company's lane. Thread-safe. */
class ReceiptTable {

  private final Statements statements;
  private final Leases leases;
  private final Clock clock;

  ReceiptTable(Statements statements, Leases leases, Clock clock) {
    this.statements = statements;
    this.leases = leases;
    this.clock = clock;
  }

  /** Empty when nothing is left to do for it. */
  Optional<DueReceipt> open(UUID receipt) {
    List<DueReceipt> found = new ArrayList<>();
    statements
        .named("receipt/open")
        .value("receipt", receipt)
        .rows(row -> found.add(DueReceipt.of(row)));
    return found.stream().findFirst();
  }

  void rests(DueReceipt receipt, Lease lease) {
    run(lease, statements.named("receipt/rests").value("receipt", receipt.id()));
  }

  void intend(DueReceipt receipt, String contentType, String sha256, Lease lease) {
    run(
        lease,
        statements
            .named("receipt/intend")
            .value("receipt", receipt.id())
            .value("name", receipt.name())
            .value("contentType", contentType)
            .value("size", receipt.size())
            .value("sha256", sha256)
            .value("now", clock.instant()));
  }

  void attached(DueReceipt receipt, String xeroId, Lease lease) {
    run(
        lease,
        statements
            .named("receipt/attached")
            .value("receipt", receipt.id())
            .value("xeroId", xeroId)
            .value("now", clock.instant()));
  }

  /**
   * It waits for its next attempt.
   *
   * @param absent whether it is surely not in Xero
   * @param attempts that have failed so far
   * @param problem null for none to be told
   */
  void waits(
      DueReceipt receipt, boolean absent, Instant due, int attempts, Problem problem, Lease lease) {
    run(lease, notAttached(receipt, false, absent, due, attempts, problem));
  }

  /** Somebody has to see to it. */
  void failed(DueReceipt receipt, boolean absent, int attempts, Problem problem, Lease lease) {
    run(lease, notAttached(receipt, true, absent, null, attempts, problem));
  }

  /** Nothing of that company's is fetched from that source until then. */
  void pause(DueReceipt receipt, Instant until, Lease lease) {
    run(
        lease,
        statements
            .named("receipt/pause")
            .value("company", receipt.company())
            .value("source", receipt.source())
            .value("until", until));
  }

  private Statements.Statement notAttached(
      DueReceipt receipt,
      boolean failed,
      boolean absent,
      Instant due,
      int attempts,
      Problem problem) {
    return statements
        .named("receipt/not-attached")
        .value("receipt", receipt.id())
        .value("failed", failed)
        .value("absent", absent)
        .value("dueAt", due)
        .value("attempts", attempts)
        .value("problems", problem == null ? null : ProblemsJson.write(List.of(problem)))
        .value("now", clock.instant());
  }

  private void run(Lease lease, Statements.Statement statement) {
    leases.whileHeld(lease, statement::run);
  }
}
