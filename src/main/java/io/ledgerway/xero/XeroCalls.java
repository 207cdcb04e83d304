package io.ledgerway.xero;

import io.ledgerway.problem.LedgerwayException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes one call for an exchange. A token that Xero refuses is renewed and the call repeated once;
 * everything else that may be tried again is left to the route. Thread-safe.
 */
@Component
class XeroCalls {

  private final XeroAccess access;
  private final Attempts attempts;

  XeroCalls(XeroAccess access, Attempts attempts) {
    this.access = access;
    this.attempts = attempts;
  }

  void make(XeroCall call, Exchange exchange) {
    refuseInsideTransaction();
    XeroRequest request = RequestOfExchange.build(call, exchange);
    XeroGrant grant = access.grant(request.company());
    Attempt attempt = attempts.make(request, grant);
    if (attempt.tokenRefused()) {
      grant = access.renewed(request.company(), grant);
      attempt = attempts.make(request, grant);
    }
    exchange.getMessage().setHeader("XeroCallId", attempt.id());
    if (attempt.shutOut()) {
      access.shutOut(request.company(), grant, attempt.failure().plainMessage());
    }
    if (attempt.failure() != null) {
      throw attempt.failure();
    }
    tell(exchange.getMessage(), attempt.answer(), attempt.body());
  }

  private static void tell(Message message, Answer answer, Map<String, Object> body) {
    message.setBody(body);
    message.setHeader("XeroStatus", answer.status());
    message.setHeader("XeroCorrelationId", answer.correlationId());
    message.setHeader("XeroDate", answer.date());
  }

  /** What is to be known after a crash must be committed before Xero is called. */
  private static void refuseInsideTransaction() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new LedgerwayException(
          "XERO_CALL_IN_TRANSACTION",
          "Xero is called inside a database transaction",
          "End the transaction before 'to: xero:…'; a rollback could not undo the call.");
    }
  }
}
