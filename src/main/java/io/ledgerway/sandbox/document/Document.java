package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Kept;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A document with lines. Once it stands on its shelf it is never changed: a change is made to a
 * {@link #copy}, which then takes its place. Compact, because there may be 100,000 of them.
 */
public final class Document implements Kept, Cloneable {

  final DocumentKind kind;
  UUID id;
  String type;
  String status;
  String number;
  String reference;
  String url;
  String lineAmountTypes;
  String currency;
  BigDecimal currencyRate;
  UUID contactId;
  UUID bankAccountId;
  LocalDate date;
  LocalDate dueDate;
  LocalDate expectedDate;
  LocalDate plannedDate;
  LocalDate fullyPaidOn;
  List<Line> lines = List.of();
  BigDecimal subTotal = BigDecimal.ZERO;
  BigDecimal totalTax = BigDecimal.ZERO;
  BigDecimal total = BigDecimal.ZERO;
  BigDecimal amountPaid = BigDecimal.ZERO;
  BigDecimal amountCredited = BigDecimal.ZERO;

  /** A difference of cents between lines and total; null on nearly all documents. */
  BigDecimal rounding;

  /** Properties that are kept as they came: those of purchase orders, the branding theme. */
  Map<String, String> more = Map.of();

  List<Allocation> allocations = List.of();
  boolean reconciled;
  boolean sentToContact;
  String createdBy;
  long updated;

  Document(DocumentKind kind) {
    this.kind = kind;
  }

  /** The same document for another contact, as after a merge of contacts. */
  public Document movedTo(UUID otherContact) {
    Document moved = copy();
    moved.contactId = otherContact;
    return moved;
  }

  Document copy() {
    try {
      return (Document) clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public long updated() {
    return updated;
  }

  public String type() {
    return type;
  }

  public String status() {
    return status;
  }

  public String number() {
    return number;
  }

  public String reference() {
    return reference;
  }

  public String url() {
    return url;
  }

  public BigDecimal total() {
    return total;
  }

  public String currency() {
    return currency;
  }

  public UUID contactId() {
    return contactId;
  }

  public UUID bankAccountId() {
    return bankAccountId;
  }

  public LocalDate date() {
    return date;
  }

  public LocalDate dueDate() {
    return dueDate;
  }

  public LocalDate fullyPaidOn() {
    return fullyPaidOn;
  }

  public BigDecimal amountPaid() {
    return amountPaid;
  }

  public BigDecimal amountCredited() {
    return amountCredited;
  }

  /** What its lines say they are for. */
  public Stream<String> descriptions() {
    return lines.stream().map(line -> line.description);
  }

  /** The number under which no second one may stand; bills have none (xero-api.md 4.6, 4.7). */
  public String uniqueNumber() {
    boolean unique = isSale() || kind == DocumentKind.PURCHASE_ORDER;
    return unique && !isGone() && number != null && !number.isEmpty() ? number : null;
  }

  /** Deleted or voided: it counts in no total. */
  public boolean isGone() {
    return status.equals("DELETED") || status.equals("VOIDED");
  }

  public boolean usesAccount(UUID accountId) {
    return accountId.equals(bankAccountId)
        || lines.stream().anyMatch(line -> accountId.equals(line.accountId));
  }

  public boolean usesOption(UUID optionId) {
    return lines.stream().anyMatch(line -> line.tracking.contains(optionId));
  }

  /** Money spent or received, and not a payment ahead or too much. */
  boolean isPlainBank() {
    return "SPEND".equals(type) || "RECEIVE".equals(type);
  }

  boolean isSale() {
    return type != null && type.startsWith("ACCREC");
  }

  /** Approved, so that it is in the ledger; orders never are (xero-api.md 4.7). */
  boolean isPosted() {
    return kind != DocumentKind.PURCHASE_ORDER
        && (status.equals("AUTHORISED") || status.equals("PAID") || status.equals("POSTED"));
  }

  public BigDecimal amountDue() {
    return isGone() ? BigDecimal.ZERO.setScale(2) : open();
  }

  /** What is neither paid nor credited, whatever the status. */
  BigDecimal open() {
    return total.subtract(amountPaid).subtract(amountCredited);
  }
}
