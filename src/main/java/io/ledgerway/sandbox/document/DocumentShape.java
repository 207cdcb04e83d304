package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.http.Input;
import java.util.List;

/**
 * Reads every typed property of a document once before anything is saved: a wrong literal refuses
 * the whole request, not only its document (xero-api.md 2.2).
 */
final class DocumentShape {

  private static final List<String> DATES =
      List.of(
          "Date",
          "DueDate",
          "ExpectedPaymentDate",
          "PlannedPaymentDate",
          "DeliveryDate",
          "ExpectedArrivalDate");
  private static final List<String> FLAGS = List.of("SentToContact", "IsReconciled");
  private static final List<String> AMOUNTS =
      List.of(
          "Quantity", "UnitAmount", "LineAmount", "TaxAmount", "DiscountRate", "DiscountAmount");
  private static final List<String> TOTALS =
      List.of("CurrencyRate", "RoundingAmount", "SubTotal", "TotalTax", "Total");

  private DocumentShape() {}

  static void check(DocumentKind kind, Input in) {
    in.choice("Type", kind.types, kind.singular() + "Type", null);
    in.choice("Status", kind.statuses, kind.singular() + "Status", null);
    in.choice(
        "LineAmountTypes", DocumentReader.LINE_AMOUNT_TYPES, DocumentReader.LINE_AMOUNT_TYPE, null);
    DATES.forEach(name -> in.date(name, null));
    FLAGS.forEach(in::bool);
    TOTALS.forEach(in::number);
    in.uuid(kind.idName());
    in.uuid("BrandingThemeID");
    part(in.object("Contact"), "ContactID");
    part(in.object("BankAccount"), "AccountID");
    List<Input> lines = in.list(kind.linesName());
    if (lines != null) {
      lines.forEach(DocumentShape::line);
    }
  }

  private static void line(Input line) {
    AMOUNTS.forEach(line::number);
    line.uuid("LineItemID");
    line.uuid("AccountID");
    List<Input> tracking = line.list("Tracking");
    if (tracking != null) {
      for (Input one : tracking) {
        one.uuid("TrackingCategoryID");
        one.uuid("TrackingOptionID");
      }
    }
  }

  private static void part(Input part, String id) {
    if (part != null) {
      part.uuid(id);
    }
  }
}
