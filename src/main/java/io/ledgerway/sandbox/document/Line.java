package io.ledgerway.sandbox.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** One line of a document. Changed only while its document is being read. */
final class Line implements Cloneable {

  UUID id;
  String description;
  BigDecimal quantity;
  BigDecimal unitAmount;
  BigDecimal lineAmount;
  BigDecimal taxAmount;

  /** In percent; null when there is none. */
  BigDecimal discountRate;

  /** Null when there is none. */
  BigDecimal discountAmount;

  String taxType;
  String itemCode;
  UUID accountId;

  /** As sent, when it names no account. */
  String unknownAccount;

  List<UUID> tracking = List.of();

  /** The call that is being answered named its options by their names, and gets no ids back. */
  boolean trackedByName;

  /** Null for a good line. */
  List<String> errors;

  /** Quantity times unit amount, before any discount. */
  BigDecimal gross() {
    return quantity.multiply(unitAmount);
  }

  boolean isDiscounted() {
    return discountRate != null || discountAmount != null;
  }

  boolean onlyText() {
    return lineAmount == null && unitAmount == null && accountId == null && unknownAccount == null;
  }

  Line copy() {
    try {
      Line copy = (Line) clone();
      copy.errors = null;
      copy.trackedByName = false;
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }
}
