package io.ledgerway.sandbox.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Several payments as one line on the bank statement.
 *
 * @param type PAYBATCH or RECBATCH
 */
public record BatchPayment(
    UUID id,
    String type,
    UUID accountId,
    LocalDate date,
    String reference,
    String details,
    String narrative,
    List<UUID> paymentIds,
    BigDecimal total,
    String status,
    long updated)
    implements Kept {

  public BatchPayment deleted(long now) {
    return new BatchPayment(
        id,
        type,
        accountId,
        date,
        reference,
        details,
        narrative,
        paymentIds,
        total,
        "DELETED",
        now);
  }
}
