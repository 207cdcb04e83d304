package io.ledgerway.settling;

import io.ledgerway.cause.Cause;
import io.ledgerway.cause.OrganisationCauses;
import io.ledgerway.document.XeroRefusals;
import io.ledgerway.posting.Statements;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Told;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.BooksOf;
import io.ledgerway.sending.Batch;
import io.ledgerway.sending.Intended;
import io.ledgerway.xero.XeroConsentNeeded;
import io.ledgerway.xero.XeroKeyReused;
import io.ledgerway.xero.XeroMustWait;
import io.ledgerway.xero.XeroRefused;
import io.ledgerway.xero.XeroTooLate;
import io.ledgerway.xero.XeroUncertain;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
  private final SettleLookUp settleLookUp;
  private final Clock clock;

  Unanswered(
      Settlement settlement,
      SettleTimes times,
      BooksOf booksOf,
      Statements statements,
      SettleLookUp settleLookUp,
      Clock clock) {
    this.settlement = settlement;
    this.times = times;
    this.booksOf = booksOf;
    this.statements = statements;
    this.settleLookUp = settleLookUp;
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
      } else if (failure instanceof XeroConsentNeeded && batch.firstAttempt()) {
        notAllowed(batch);
      } else if (batch.firstAttempt()) {
        settlement.release(batch, why(failure));
      } else {
        again(batch, failure);
      }
    };
  }

  /** Asking again and again would be refused each time. */
  private void notAllowed(Batch batch) {
    settlement.settle(
        batch,
        batch.intended().stream()
            .map(
                each ->
                    Fate.held(
                        each.id(),
                        List.of(OrganisationCauses.consentNeeded(batch.of().endpoint()))))
            .toList(),
        booksOf.of(batch.company()).version(),
        null,
        null,
        null);
  }

  private void again(Batch batch, Exception failure) {
    boolean looked = batch.looks();
    if (failure instanceof XeroMustWait wait) {
      if (looked) {
        settlement.lookUp(batch, wait.until(), null, why(failure));
      } else {
        settlement.resend(batch, wait.until(), why(failure));
      }
    } else if (looked) {
      lookFailed(batch, failure);
    } else if (failure instanceof XeroTooLate) {
      Instant now = clock.instant();
      settlement.lookUp(batch, retry(batch), times.absentAfterSilence(now), why(failure));
    } else {
      settlement.resend(batch, retry(batch), why(failure));
    }
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
      if (batch.looks()) {
        lookFailed(batch, failure);
      } else if (answered || failure instanceof XeroKeyReused) {
        // An internal error is what this key would be answered with from now on (xero-api.md 2.8).
        // An attempt before this one that nobody answered may still be running there.
        boolean quiet = batch.firstAttempt();
        settlement.lookUp(
            batch,
            later(now.plus(quiet ? times.afterError() : times.afterSilence()), failure),
            quiet ? times.absentAfterAnswer(now) : times.absentAfterSilence(now),
            why(failure));
      } else {
        Instant at = later(retry(batch), failure);
        if (at.isBefore(batch.keySafeUntil())) {
          settlement.resend(batch, at, why(failure));
        } else {
          settlement.lookUp(
              batch,
              later(now.plus(times.afterSilence()), failure),
              times.absentAfterSilence(now),
              why(failure));
        }
      }
    };
  }

  /** Xero refused the call as a whole. */
  Processor refused() {
    return exchange -> {
      Batch batch = Batch.of(exchange);
      XeroRefused refusal = (XeroRefused) failure(exchange);
      if (batch.looks()) {
        if (batch.of().isReadOneByOne() && refusal.status() == 404) {
          exchange.getMessage().setBody(Map.of());
          settleLookUp.process(exchange);
        } else {
          lookFailed(batch, refusal);
        }
        return;
      }
      Books books = booksOf.of(batch.company());
      List<Fate> fates = SettleAnswer.fates(batch, refusal.elements(), books);
      boolean someAnswered = fates.stream().anyMatch(fate -> !fate.state().equals("UNCERTAIN"));
      if (someAnswered) {
        // The elements that are not named may have been saved all the same (xero-api.md 2.7).
        Instant now = clock.instant();
        settlement.settle(
            batch,
            fates,
            books.version(),
            Batch.NextStep.LOOK_UP,
            now.plus(times.afterError()),
            times.absentAfterAnswer(now));
      } else {
        NamedElement.of(batch, refusal)
            .ifPresentOrElse(
                wrong ->
                    settlement.settle(
                        batch,
                        onlyHeld(wrong, batch, refusal, books),
                        books.version(),
                        null,
                        null,
                        null),
                () -> settlement.split(batch, why(refusal)));
      }
    };
  }

  /** The others go out again at once, without it. */
  private static List<Fate> onlyHeld(
      Intended wrong, Batch batch, XeroRefused refusal, Books books) {
    return batch.intended().stream()
        .map(
            each ->
                each == wrong
                    ? Fate.held(
                        each.id(),
                        XeroRefusals.problems(
                            refusal.messages(), batch.of(), each.document(), each.noun(), books))
                    : Fate.ready(each.id()))
        .toList();
  }

  private void lookFailed(Batch batch, Exception failure) {
    int failed = batch.failedLooks() + 1;
    Told told = Told.of(failure, "ENGINE_FAILED");
    settlement.lookFailed(
        batch,
        later(times.lookAgain(failed, clock.instant()), failure),
        why(failure, told),
        failed < times.needsSomebodyAfter()
            ? List.of()
            : List.of(
                Cause.SETTLING_FAILS.at(
                    null, List.of(), failed, told.code() + " " + told.message())));
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

  private static String why(Exception failure) {
    return why(failure, Told.of(failure, "ENGINE_FAILED"));
  }

  /** For the batch and the log, which are not the document's: without what Xero quotes of it. */
  private static String why(Exception failure, Told told) {
    return failure instanceof LedgerwayException known
        ? known.code() + " " + known.loggedMessage()
        : told.code() + " reference " + told.reference();
  }
}
