package io.ledgerway.sandbox.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Several payments as one line on the bank statement.
 *
 * @param type PAYBATCH or RECBATCH
 * @param narratives what goes to the bank, by Xero's property names
 */
public record BatchPayment(
    UUID id,
    String type,
    UUID accountId,
    LocalDate date,
    String reference,
    Map<String, String> narratives,
    List<UUID> paymentIds,
    BigDecimal total,
    String status,
    long updated)
    implements Kept {

  public BatchPayment deleted(long now) {
    return new BatchPayment(
        id, type, accountId, date, reference, narratives, paymentIds, total, "DELETED", now);
  }
}
