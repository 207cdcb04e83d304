package io.ledgerway.posting;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What differs between the Xero documents that this ledger creates. */
enum XeroResource {
  BankTransactions(
      "BankTransactionID",
      "Reference",
      Set.of(
          "SPEND",
          "RECEIVE",
          "SPEND-OVERPAYMENT",
          "RECEIVE-OVERPAYMENT",
          "SPEND-PREPAYMENT",
          "RECEIVE-PREPAYMENT"),
      Set.of("AUTHORISED")),
  Invoices(
      "InvoiceID",
      "InvoiceNumber",
      Set.of("ACCPAY", "ACCREC"),
      Set.of("DRAFT", "SUBMITTED", "AUTHORISED")),
  CreditNotes(
      "CreditNoteID",
      "CreditNoteNumber",
      Set.of("ACCPAYCREDIT", "ACCRECCREDIT"),
      Set.of("DRAFT", "SUBMITTED", "AUTHORISED"));

  private static final Pattern MARKER = Pattern.compile("LW-[0-9A-F]{16}-\\d{2}");
  private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

  private final String idField;

  /** The field that can be searched and holds the marker (xero-api.md 7, items 4 to 6). */
  private final String markerField;

  private final Set<String> types;
  private final Set<String> statuses;

  XeroResource(String idField, String markerField, Set<String> types, Set<String> statuses) {
    this.idField = idField;
    this.markerField = markerField;
    this.types = types;
    this.statuses = statuses;
  }

  /** What its Type may be. */
  Set<String> types() {
    return types;
  }

  /** What its Status may be when it is created. */
  Set<String> statuses() {
    return statuses;
  }

  String markerField() {
    return markerField;
  }

  /** The document's id in Xero; null for one that was not created. */
  String id(Map<?, ?> document) {
    String id = XeroFields.text(document, idField);
    return id == null || id.equals(NO_ID) ? null : id;
  }

  /** The marker that the document carries; null when there is none. */
  String marker(Map<?, ?> document) {
    String text = XeroFields.text(document, markerField);
    Matcher found = MARKER.matcher(text == null ? "" : text);
    return found.find() ? found.group() : null;
  }
}
