package io.ledgerway.receipt;

import io.ledgerway.fetch.NotFetched;
import io.ledgerway.fetch.NotFetched.Reason;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Problem;
import io.ledgerway.problem.Told;
import io.ledgerway.work.Lease;
import io.ledgerway.work.LeaseLost;
import io.ledgerway.xero.XeroConsentNeeded;
import io.ledgerway.xero.XeroMustWait;
import io.ledgerway.xero.XeroNotSent;
import io.ledgerway.xero.XeroOtherOrganisation;
import io.ledgerway.xero.XeroReconnectNeeded;
import io.ledgerway.xero.XeroRefused;
import io.ledgerway.xero.XeroTooLate;
import io.ledgerway.xero.XeroUncertain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down why a receipt was not attached, and when it is tried again: its document is not
 * concerned, and no other receipt.
 */
class ReceiptNotAttached implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiptNotAttached.class);
  private static final Duration CONNECTION = Duration.ofMinutes(1);
  private static final Duration LEAVE = Duration.ofHours(1);
  private static final Duration HOST = Duration.ofMinutes(2);
  private static final Set<Reason> OF_THE_HOST = Set.of(Reason.HOST_NOT_REACHED, Reason.TOO_SLOW);

  private final ReceiptTable table;
  private final ReceiptTimes times;
  private final Clock clock;

  ReceiptNotAttached(ReceiptTable table, ReceiptTimes times, Clock clock) {
    this.table = table;
    this.times = times;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    DueReceipt receipt = exchange.getVariable(DueReceipt.VARIABLE, DueReceipt.class);
    Lease lease = exchange.getVariable(Lease.VARIABLE, Lease.class);
    LOG.warn(
        "event=receipt_not_attached company={} receipt={} code={}",
        exchange.getVariable("company"),
        receipt == null ? null : receipt.id(),
        failure instanceof LedgerwayException known ? known.code() : failure.getClass().getName());
    if (receipt == null || failure instanceof LeaseLost) {
      return;
    }
    try {
      write(receipt, failure, "LOOK".equals(exchange.getVariable("receiptBy")), lease);
    } catch (LeaseLost overtaken) {
      LOG.info("event=receipt_overtaken receipt={}", receipt.id());
    }
  }

  private void write(DueReceipt receipt, Exception failure, boolean looked, Lease lease) {
    Instant now = clock.instant();
    // What was not sent is surely not there; a look that failed says nothing.
    boolean absent = !looked;
    if (failure instanceof XeroMustWait
        || failure instanceof XeroNotSent
        || failure instanceof XeroTooLate) {
      table.waits(receipt, absent, now, receipt.attempts(), null, lease);
    } else if (failure instanceof XeroReconnectNeeded || failure instanceof XeroOtherOrganisation) {
      table.waits(receipt, absent, now.plus(CONNECTION), receipt.attempts(), null, lease);
    } else if (failure instanceof XeroConsentNeeded shut) {
      Problem problem = Trouble.XERO_SHUT.about(shut.plainMessage());
      table.waits(receipt, absent, now.plus(LEAVE), receipt.attempts(), problem, lease);
      table.pause(receipt, now.plus(LEAVE), lease);
    } else if (failure instanceof XeroRefused refused) {
      Problem problem = Trouble.REFUSED_BY_XERO.about(String.join("; ", refused.messages()));
      table.failed(receipt, absent, receipt.attempts() + 1, problem, lease);
    } else if (failure instanceof Trouble.Hopeless hopeless) {
      table.failed(receipt, true, receipt.attempts() + 1, hopeless.problem(), lease);
    } else if (failure instanceof NotFetched not) {
      again(receipt, true, not.again(), not.problem(), lease);
      if (OF_THE_HOST.contains(not.reason())) {
        // A thread that waits for it in vain is one that other companies wait for.
        table.pause(receipt, now.plus(HOST), lease);
      }
    } else if (failure instanceof XeroUncertain answered && isRefusal(answered)) {
      Problem problem = Trouble.REFUSED_BY_XERO.about(answered.plainMessage());
      table.failed(receipt, false, receipt.attempts() + 1, problem, lease);
    } else if (failure instanceof XeroUncertain uncertain) {
      again(
          receipt, absent && !uncertain.maybeExecuted(), true, Trouble.XERO_SILENT.about(), lease);
    } else {
      String reference = Told.of(failure, Trouble.NOT_UNDERSTOOD.name()).reference();
      again(receipt, false, true, Trouble.NOT_UNDERSTOOD.about(reference), lease);
    }
  }

  /**
   * How Xero refuses files is not documented (xero-api.md 4.13): whoever answered so took nothing,
   * and would not take it the next time. Before it is sent again it is looked for all the same.
   */
  private static boolean isRefusal(XeroUncertain answered) {
    int status = answered.status();
    return answered.maybeExecuted() && status >= 400 && status < 500 && status != 408;
  }

  /** Ever less often, and at last no more. */
  private void again(
      DueReceipt receipt, boolean absent, boolean mayGoThrough, Problem problem, Lease lease) {
    int attempts = receipt.attempts() + 1;
    if (mayGoThrough && !times.isLast(attempts)) {
      Instant due = times.retry(attempts, clock.instant());
      table.waits(receipt, absent, due, attempts, problem, lease);
    } else {
      table.failed(receipt, absent, attempts, problem, lease);
    }
  }
}
