package io.ledgerway.settling;

import io.ledgerway.observation.Counted;
import io.ledgerway.posting.ProblemsJson;
import io.ledgerway.posting.Statements;
import io.ledgerway.problem.Problem;
import io.ledgerway.sending.Batch;
import io.ledgerway.trace.TraceContext;
import io.ledgerway.trace.Traces;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what became of a batch, its documents and itself in one transaction. Thread-safe. */
class Settlement {

  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
  private final Statements statements;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Counted counted;
  private final Traces traces;

  Settlement(
      Statements statements,
      TransactionTemplate transaction,
      Clock clock,
      Counted counted,
      Traces traces) {
    this.traces = traces;
    this.statements = statements;
    this.transaction = transaction;
    this.clock = clock;
    this.counted = counted;
  }

  /**
   * Documents whose fate is known, as judged by that version of the company's books; when some stay
   * uncertain the batch is looked at in that way, at the given time, which proves their absence
   * from {@code absentFrom} on.
   *
   * @param look null when none can stay uncertain
   */
  void settle(
      Batch batch,
      List<Fate> fates,
      long booksVersion,
      Batch.NextStep look,
      Instant lookUpAt,
      Instant absentFrom) {
    int failedLooks = look == Batch.NextStep.LOOK_ALIKE ? batch.failedLooks() : 0;
    settle(batch, fates, booksVersion, look, lookUpAt, absentFrom, failedLooks);
  }

  /** As above; looks that change nothing until somebody acts become ever rarer. */
  void settle(
      Batch batch,
      List<Fate> fates,
      long booksVersion,
      Batch.NextStep look,
      Instant lookUpAt,
      Instant absentFrom,
      int failedLooks) {
    boolean open =
        look != null
            && (fates.size() < batch.intended().size()
                || fates.stream().anyMatch(fate -> fate.state().equals("UNCERTAIN")));
    boolean written =
        whileOurs(
            batch,
            () -> {
              statements
                  .named("posting/settle")
                  .array("ids", "uuid", fates, Fate::id)
                  .array("states", "text", fates, Fate::state)
                  .array("xero_ids", "text", fates, Fate::xeroId)
                  .array("problems", "text", fates, f -> ProblemsJson.write(f.problems()))
                  .array("waits_for", "text", fates, f -> ProblemsJson.keys(f.problems()))
                  .value("batch", batch.id())
                  .value("booksVersion", booksVersion)
                  .value("now", clock.instant())
                  .run();
              // A statement of its own: it sees what was named while this one waited for a row.
              statements
                  .named("receipt/follow")
                  .value("batch", batch.id())
                  .value("now", clock.instant())
                  .run();
              close(
                  batch,
                  failedLooks,
                  open ? "UNCERTAIN" : "SETTLED",
                  open ? look : Batch.NextStep.LOOK_UP,
                  open ? lookUpAt : null,
                  open ? absentFrom : null,
                  open ? "some documents were not answered for" : null);
            });
    if (!written) {
      return;
    }
    counted.batch(open ? "UNCERTAIN" : "SETTLED", batch.resource());
    fates.forEach(fate -> counted.document(fate.state(), fate.problems()));
    tell(batch, fates);
    Map<String, Long> counts =
        fates.stream().collect(Collectors.groupingBy(Fate::state, Collectors.counting()));
    LOG.info(
        "event=settled company={} resource={} batch={} documents={}",
        batch.company(),
        batch.resource(),
        batch.id(),
        counts);
  }

  /** In the trace of each document: what became of it, and in which batch. */
  private void tell(Batch batch, List<Fate> fates) {
    Map<UUID, TraceContext> followed = new HashMap<>();
    batch.intended().stream()
        .filter(each -> each.trace() != null)
        .forEach(each -> followed.put(each.id(), each.trace()));
    if (followed.isEmpty()) {
      return;
    }
    fates.stream()
        .filter(fate -> followed.containsKey(fate.id()) && !fate.state().equals("UNCERTAIN"))
        .forEach(
            fate ->
                traces
                    .begin("post")
                    .under(followed.get(fate.id()))
                    .linkedTo(batch.trace())
                    .since(batch.intendedAt())
                    .begin()
                    .with("ledgerway.company", batch.company())
                    .with("ledgerway.posting", fate.id().toString())
                    .with("ledgerway.batch", batch.id().toString())
                    .with("ledgerway.resource", batch.resource())
                    .with("ledgerway.attempt", batch.attempts())
                    .with("ledgerway.state", fate.state())
                    .with(
                        "ledgerway.cause",
                        fate.problems().isEmpty() ? null : fate.problems().get(0).code())
                    .end());
  }

  /** Nothing of it stands in Xero: its documents may go out again. */
  void release(Batch batch, String why) {
    release(batch, null, why);
  }

  /** Nothing of it stands in Xero, but not all of it is well: smaller batches will tell which. */
  void split(Batch batch, String why) {
    release(batch, (batch.intended().size() + 1) / 2, why);
  }

  private void release(Batch batch, Integer maxBatch, String why) {
    boolean written =
        whileOurs(
            batch,
            () -> {
              statements
                  .named("posting/release")
                  .value("batch", batch.id())
                  .value("maxBatch", maxBatch)
                  .value("now", clock.instant())
                  .run();
              close(batch, 0, "RELEASED", Batch.NextStep.RESEND, null, null, why);
            });
    if (!written) {
      return;
    }
    counted.batch("RELEASED", batch.resource());
    LOG.info(
        "event=released company={} resource={} batch={} documents={} why={}",
        batch.company(),
        batch.resource(),
        batch.id(),
        batch.intended().size(),
        why);
  }

  /** No answer that could be trusted: the same request, with the same key, at the given time. */
  void resend(Batch batch, Instant at, String why) {
    doubt(batch, Batch.NextStep.RESEND, at, null, why);
  }

  /**
   * The same, but Xero is looked at; what it does not show is not there from {@code absentFrom}.
   */
  void lookUp(Batch batch, Instant at, Instant absentFrom, String why) {
    doubt(batch, Batch.NextStep.LOOK_UP, at, absentFrom, why);
  }

  /** A look at Xero failed: the next one comes later than this one did, and somebody is told. */
  void lookFailed(Batch batch, Instant at, String why, List<Problem> problems) {
    boolean written =
        whileOurs(
            batch,
            () -> {
              statements
                  .named("posting/doubt")
                  .value("batch", batch.id())
                  .value("now", clock.instant())
                  .run();
              if (!problems.isEmpty()) {
                statements
                    .named("posting/needs-somebody")
                    .value("batch", batch.id())
                    .value("problems", ProblemsJson.write(problems))
                    .run();
              }
              close(
                  batch,
                  batch.failedLooks() + 1,
                  "UNCERTAIN",
                  Batch.NextStep.LOOK_UP,
                  at,
                  null,
                  why);
            });
    if (written) {
      counted.batch("LOOK_FAILED", batch.resource());
      LOG.warn(
          "event=look_failed company={} resource={} batch={} times={} next={} somebody={}"
              + " why={}",
          batch.company(),
          batch.resource(),
          batch.id(),
          batch.failedLooks() + 1,
          at,
          !problems.isEmpty(),
          why);
    }
  }

  private void doubt(Batch batch, Batch.NextStep step, Instant at, Instant absentFrom, String why) {
    boolean written =
        whileOurs(
            batch,
            () -> {
              statements
                  .named("posting/doubt")
                  .value("batch", batch.id())
                  .value("now", clock.instant())
                  .run();
              close(batch, batch.failedLooks(), "UNCERTAIN", step, at, absentFrom, why);
            });
    if (!written) {
      return;
    }
    counted.batch("UNCERTAIN", batch.resource());
    LOG.warn(
        "event=uncertain company={} resource={} batch={} attempt={} next={} at={} why={}",
        batch.company(),
        batch.resource(),
        batch.id(),
        batch.attempts(),
        step,
        at,
        why);
  }

  /**
   * Writes only while no later attempt has taken the batch over. An instance that was too slow to
   * say that it is alive may still be waiting for its answer while another sends the same batch:
   * what the slow one learns ("a limit, nothing was done") holds for its own attempt, not for the
   * batch. The later attempt is given the same answer under the same key, so nothing is lost.
   *
   * @return whether it was written
   */
  private boolean whileOurs(Batch batch, Runnable write) {
    boolean ours =
        Boolean.TRUE.equals(
            transaction.execute(
                status -> {
                  boolean held =
                      !statements
                          .named("posting/still-ours")
                          .value("batch", batch.id())
                          .value("attempts", batch.attempts())
                          .list()
                          .isEmpty();
                  if (held) {
                    write.run();
                  }
                  return held;
                }));
    if (!ours) {
      LOG.warn(
          "event=overtaken company={} resource={} batch={} attempt={}",
          batch.company(),
          batch.resource(),
          batch.id(),
          batch.attempts());
    }
    return ours;
  }

  private void close(
      Batch batch,
      int failedLooks,
      String state,
      Batch.NextStep step,
      Instant at,
      Instant absentFrom,
      String note) {
    statements
        .named("posting/settle-batch")
        .value("batch", batch.id())
        .value("state", state)
        .value("nextStep", step.name())
        .value("nextAttempt", at)
        .value("absentFrom", absentFrom)
        .value("failedLooks", failedLooks)
        .value("note", note == null || note.length() < 1000 ? note : note.substring(0, 1000))
        .value("now", clock.instant())
        .run();
  }
}
