package io.ledgerway.posting;

import io.ledgerway.reference.Books;
import io.ledgerway.reference.BooksOf;
import io.ledgerway.xero.XeroException;
import io.ledgerway.xero.XeroKeyReused;
import io.ledgerway.xero.XeroMustWait;
import io.ledgerway.xero.XeroRefused;
import io.ledgerway.xero.XeroTooLate;
import io.ledgerway.xero.XeroUncertain;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * A call to Xero that did not bring an answer for each document: decides, by the kind of failure,
 * what is certain about the batch and how the rest is settled (xero-api.md 6.7).
 */
class Unanswered {

  private final Settlement settlement;
  private final SettleTimes times;
  private final BooksOf booksOf;
  private final Statements statements;
  private final Clock clock;

  Unanswered(
      Settlement settlement,
      SettleTimes times,
      BooksOf booksOf,
      Statements statements,
      Clock clock) {
    this.settlement = settlement;
    this.times = times;
    this.booksOf = booksOf;
    this.statements = statements;
    this.clock = clock;
  }

  /**
   * This attempt certainly did nothing in Xero: a permit refused, a tenant disconnected, a limit.
   */
  Processor notExecuted() {
    return exchange -> {
      Batch batch = Batch.of(exchange);
      Exception failure = failure(exchange);
      if (batch == null) {
        giveBackClaim(exchange);
      } else if (batch.firstAttempt()) {
        settlement.release(batch, code(failure));
      } else {
        Batch.NextStep step =
            failure instanceof XeroTooLate ? Batch.NextStep.LOOK_UP : batch.nextStep();
        Instant at = failure instanceof XeroMustWait wait ? wait.until() : retry(batch);
        settlement.doubt(batch, step, at, code(failure));
      }
    };
  }

  /** Xero may have done it, or not. */
  Processor uncertain() {
    return exchange -> {
      Batch batch = Batch.of(exchange);
      Exception failure = failure(exchange);
      if (batch == null) {
        giveBackClaim(exchange);
        return;
      }
      Instant now = clock.instant();
      boolean answered = failure instanceof XeroUncertain x && x.answered() && x.status() == 500;
      if (batch.nextStep() == Batch.NextStep.LOOK_UP) {
        settlement.doubt(
            batch, Batch.NextStep.LOOK_UP, later(retry(batch), failure), code(failure));
      } else if (answered || failure instanceof XeroKeyReused) {
        // An internal error is what this key would be answered with from now on (xero-api.md 2.8).
        // An attempt before this one that nobody answered may still be running there.
        settlement.doubt(
            batch,
            Batch.NextStep.LOOK_UP,
            later(
                now.plus(batch.firstAttempt() ? times.afterError() : times.afterSilence()),
                failure),
            code(failure));
      } else {
        Instant at = later(retry(batch), failure);
        boolean keyStillSafe = at.isBefore(batch.keySafeUntil());
        settlement.doubt(
            batch,
            keyStillSafe ? Batch.NextStep.RESEND : Batch.NextStep.LOOK_UP,
            keyStillSafe ? at : later(now.plus(times.afterSilence()), failure),
            code(failure));
      }
    };
  }

  /** Xero refused the call as a whole. */
  Processor refused() {
    return exchange -> {
      Batch batch = Batch.of(exchange);
      XeroRefused refusal = (XeroRefused) failure(exchange);
      if (batch.nextStep() == Batch.NextStep.LOOK_UP) {
        settlement.doubt(batch, Batch.NextStep.LOOK_UP, retry(batch), refusal.getMessage());
        return;
      }
      Books books = booksOf.of(batch.company());
      List<Fate> fates = SettleAnswer.fates(batch, refusal.elements(), books);
      boolean someAnswered = fates.stream().anyMatch(fate -> !fate.state().equals("UNCERTAIN"));
      if (someAnswered) {
        // The elements that are not named may have been saved all the same (xero-api.md 2.7).
        settlement.settle(batch, fates, books.version(), clock.instant().plus(times.afterError()));
      } else if (batch.intended().size() > 1) {
        settlement.split(batch, refusal.getMessage());
      } else {
        Intended only = batch.intended().get(0);
        settlement.settle(
            batch,
            List.of(
                Fate.held(
                    only.id(), XeroRefusals.problems(refusal.messages(), only.document(), books))),
            books.version(),
            null);
      }
    };
  }

  private void giveBackClaim(Exchange exchange) {
    String claimed = exchange.getVariable("batch", String.class);
    if (claimed != null) {
      statements.named("posting/unclaim").value("batch", UUID.fromString(claimed)).run();
    }
  }

  private Instant retry(Batch batch) {
    return times.retry(batch.attempts(), clock.instant());
  }

  private static Instant later(Instant planned, Exception failure) {
    Instant until = failure instanceof XeroUncertain x ? x.until().orElse(null) : null;
    return until != null && until.isAfter(planned) ? until : planned;
  }

  private static Exception failure(Exchange exchange) {
    return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
  }

  private static String code(Exception failure) {
    return failure instanceof XeroException xero
        ? xero.code() + " " + xero.plainMessage()
        : failure.toString();
  }
}
