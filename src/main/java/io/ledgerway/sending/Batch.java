package io.ledgerway.sending;

import io.ledgerway.document.DocumentResource;
import io.ledgerway.trace.TraceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * A call that creates documents in Xero, from its intent until every document in it is settled.
 *
 * @param trace where it is in its own trace; null when it has none
 * @param intended what is not settled yet, by position
 * @param attempts 1 for the first sending
 * @param absentFrom from when on a look that does not show a document proves that it is not there;
 *     null when nothing is known of when the last call ended
 * @param failedLooks how many looks at Xero have failed
 */
public record Batch(
    UUID id,
    String company,
    String resource,
    String idempotencyKey,
    String requestHash,
    Instant intendedAt,
    NextStep nextStep,
    int attempts,
    Instant absentFrom,
    int failedLooks,
    TraceContext trace,
    List<Intended> intended) {

  /** How an uncertain batch is settled. */
  public enum NextStep {
    /** The same request with the same key: Xero answers as it did, or does it now. */
    RESEND,
    /** One look at what stands in Xero, by marker. */
    LOOK_UP,
    /** Nothing stands there by that marker: one look for something like it that has none. */
    LOOK_ALIKE
  }

  /**
   * Xero keeps a key for six minutes from the first call (xero-api.md 2.8). The intent is older
   * than that call; one minute is left for the request's own way.
   */
  public static final Duration KEY_IS_SAFE_FOR = Duration.ofMinutes(5);

  public static final String VARIABLE = "batchOfDocuments";

  public static Batch of(Exchange exchange) {
    return exchange.getVariable(VARIABLE, Batch.class);
  }

  public void putOn(Exchange exchange) {
    exchange.setVariable(VARIABLE, this);
  }

  public DocumentResource of() {
    return DocumentResource.valueOf(resource);
  }

  /** The call that routes make, and make again, for the request that is the body. */
  public void putRequestOn(Exchange exchange, String request) {
    putOn(exchange);
    exchange.setVariable("endpoint", of().endpoint());
    exchange.setVariable("method", of().method());
    exchange.getMessage().setBody(request);
    exchange.getMessage().setHeader("Idempotency-Key", idempotencyKey);
    exchange.getMessage().setHeader("XeroSendBefore", keySafeUntil());
    if (of().addressedById()) {
      exchange.getMessage().setHeader("XeroId", intended.get(0).key());
    }
  }

  public static Batch due(Map<?, ?> row, List<Intended> intended) {
    return new Batch(
        (UUID) row.get("batch"),
        (String) row.get("company"),
        (String) row.get("resource"),
        (String) row.get("idempotency_key"),
        (String) row.get("request_hash"),
        instant(row.get("intended_at")),
        NextStep.valueOf((String) row.get("next_step")),
        ((Number) row.get("attempts")).intValue(),
        instant(row.get("absent_from")),
        row.get("failed_looks") instanceof Number failed ? failed.intValue() : 0,
        TraceContext.read((String) row.get("trace")),
        intended);
  }

  private static Instant instant(Object value) {
    if (value == null) {
      return null;
    }
    return value instanceof OffsetDateTime at
        ? at.toInstant()
        : ((java.sql.Timestamp) value).toInstant();
  }

  public Batch toBeSettledBy(NextStep step) {
    return new Batch(
        id,
        company,
        resource,
        idempotencyKey,
        requestHash,
        intendedAt,
        step,
        attempts,
        absentFrom,
        failedLooks,
        trace,
        intended);
  }

  /** Until when a request with this batch's key may be put on the wire. */
  public Instant keySafeUntil() {
    return intendedAt.plus(KEY_IS_SAFE_FOR);
  }

  /** Whether Xero is asked, and nothing sent. */
  public boolean looks() {
    return nextStep != NextStep.RESEND;
  }

  /** True when no attempt before this one can have reached Xero. */
  public boolean firstAttempt() {
    return attempts == 1;
  }
}
