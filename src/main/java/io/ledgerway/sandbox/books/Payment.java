package io.ledgerway.sandbox.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A payment of one document.
 *
 * @param ofCreditNote it refunds a credit note instead of paying an invoice
 * @param amount in the currency of the document
 * @param bankAmount in the currency of the account
 * @param batchId the batch payment it belongs to, or null
 */
public record Payment(
    UUID id,
    UUID documentId,
    boolean ofCreditNote,
    String documentType,
    UUID accountId,
    LocalDate date,
    BigDecimal amount,
    BigDecimal bankAmount,
    BigDecimal currencyRate,
    String reference,
    boolean reconciled,
    String status,
    UUID batchId,
    long updated)
    implements Kept {

  public boolean isDeleted() {
    return status.equals("DELETED");
  }

  public Payment deleted(long now) {
    return with("DELETED", now);
  }

  /** An edit of its document moves its change date, too (xero-api.md 7.3, 3). */
  public Payment touched(long now) {
    return with(status, now);
  }

  private Payment with(String newStatus, long now) {
    return new Payment(
        id,
        documentId,
        ofCreditNote,
        documentType,
        accountId,
        date,
        amount,
        bankAmount,
        currencyRate,
        reference,
        reconciled,
        newStatus,
        batchId,
        now);
  }

  /** Xero's {@code PaymentType}. */
  public String type() {
    String credit = ofCreditNote ? "CREDIT" : "";
    return (documentType.startsWith("ACCREC") ? "ACCREC" : "ACCPAY") + credit + "PAYMENT";
  }
}
