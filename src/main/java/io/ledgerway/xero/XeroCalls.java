package io.ledgerway.xero;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.trace.Stretch;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes one call for an exchange. A token that Xero refuses is renewed and the call repeated once;
 * everything else that may be tried again is left to the route. Header {@code XeroTenantId} says
 * which organisation answered, and ties the next call of the exchange to it. Thread-safe.
 */
@Component
class XeroCalls {

  private static final String TENANT = "XeroTenantId";

  private final XeroAccess access;
  private final Attempts attempts;
  private final PermitAhead permits;

  XeroCalls(XeroAccess access, Attempts attempts, PermitAhead permits) {
    this.access = access;
    this.attempts = attempts;
    this.permits = permits;
  }

  void make(XeroCall call, Exchange exchange) {
    refuseInsideTransaction();
    XeroRequest request = RequestOfExchange.build(call, exchange);
    String meant = exchange.getMessage().getHeader(TENANT, String.class);
    PermitAhead.Held ahead = permits.of(exchange);
    XeroGrant grant =
        onlyFor(
            meant,
            ahead == null ? beforeTheWire(() -> access.grant(request.company())) : ahead.grant(),
            request);
    Attempt attempt;
    if (ahead == null) {
      XeroGrant first = grant;
      attempt = followed(exchange, request, () -> attempts.make(request, first));
    } else {
      permits.spend(exchange);
      attempt =
          followed(exchange, request, () -> attempts.make(ahead.call(), request, ahead.grant()));
    }
    if (attempt.tokenRefused()) {
      XeroGrant refused = grant;
      grant =
          onlyFor(
              grant.tenantId(),
              beforeTheWire(() -> access.renewed(request.company(), refused)),
              request);
      XeroGrant renewed = grant;
      attempt = followed(exchange, request, () -> attempts.make(request, renewed));
    }
    exchange.getMessage().setHeader("XeroCallId", attempt.id());
    if (attempt.shutOut()) {
      access.shutOut(request.company(), grant, attempt.failure().plainMessage());
    }
    if (attempt.failure() != null) {
      throw attempt.failure();
    }
    tell(exchange.getMessage(), attempt.answer(), attempt.body());
    exchange.getMessage().setHeader(TENANT, grant.tenantId());
  }

  /**
   * What fails here says nothing about Xero's books: no attempt was made, or Xero refused its
   * token.
   */
  private static XeroGrant beforeTheWire(Supplier<XeroGrant> open) {
    try {
      return open.get();
    } catch (XeroReconnectNeeded | XeroConsentNeeded known) {
      throw known;
    } catch (RuntimeException e) {
      throw new XeroNotSent(e);
    }
  }

  /** What is said of it is what the log of calls has, and not whose organisation it was. */
  private static Attempt followed(
      Exchange exchange, XeroRequest request, Supplier<Attempt> attempt) {
    Stretch call =
        Stretch.of(exchange)
            .call(request.method() + " " + request.resource())
            .with("http.request.method", request.method())
            .with("ledgerway.endpoint", request.resource());
    try {
      Attempt made = attempt.get();
      call.with("ledgerway.call", made.id().toString());
      if (made.answer() != null) {
        call.with("http.response.status_code", made.answer().status())
            .with("xero.correlation_id", made.answer().correlationId());
      }
      if (made.failure() != null) {
        call.failed(made.failure().code());
      }
      return made;
    } catch (LedgerwayException e) {
      call.failed(e.code());
      throw e;
    } finally {
      call.end();
    }
  }

  /** What was begun in one organisation must not go on in another. */
  private static XeroGrant onlyFor(String tenantId, XeroGrant grant, XeroRequest request) {
    if (tenantId != null && !tenantId.equals(grant.tenantId())) {
      throw new XeroOtherOrganisation(request.company());
    }
    return grant;
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
