package io.ledgerway.posting;

import static io.ledgerway.posting.XeroResource.Trait.BASE_CURRENCY_ONLY;
import static io.ledgerway.posting.XeroResource.Trait.LINES_SUM_TO_ZERO;
import static io.ledgerway.posting.XeroResource.Trait.NEEDS_BANK_ACCOUNT;
import static io.ledgerway.posting.XeroResource.Trait.NEEDS_CONTACT;
import static io.ledgerway.posting.XeroResource.Trait.TOTAL_ABOVE_ZERO;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;

/**
 * The Xero documents that this ledger creates, with all that differs between them. One more is one
 * more constant here, its row in {@code posting_resource}, and its tests.
 */
enum XeroResource {
  BankTransactions(
      "BankTransactionID",
      "Reference",
      new Lines("LineItems", 1),
      Set.of(
          "SPEND",
          "RECEIVE",
          "SPEND-OVERPAYMENT",
          "RECEIVE-OVERPAYMENT",
          "SPEND-PREPAYMENT",
          "RECEIVE-PREPAYMENT"),
      Set.of("AUTHORISED"),
      Set.of(NEEDS_CONTACT, NEEDS_BANK_ACCOUNT, TOTAL_ABOVE_ZERO)),
  Invoices(
      "InvoiceID",
      "InvoiceNumber",
      new Lines("LineItems", 1),
      Set.of("ACCPAY", "ACCREC"),
      Set.of("DRAFT", "SUBMITTED", "AUTHORISED"),
      Set.of(NEEDS_CONTACT, TOTAL_ABOVE_ZERO)),
  CreditNotes(
      "CreditNoteID",
      "CreditNoteNumber",
      new Lines("LineItems", 1),
      Set.of("ACCPAYCREDIT", "ACCRECCREDIT"),
      Set.of("DRAFT", "SUBMITTED", "AUTHORISED"),
      Set.of(NEEDS_CONTACT, TOTAL_ABOVE_ZERO)),
  /**
   * Never a draft: of a draft Xero drops lines on accounts that it does not let journals use, with
   * a warning alone (xero-api.md 4.8).
   */
  ManualJournals(
      "ManualJournalID",
      "Narration",
      new Lines("JournalLines", 2),
      Set.of(),
      Set.of("POSTED"),
      Set.of(LINES_SUM_TO_ZERO, BASE_CURRENCY_ONLY)),

  UndoBankTransactions(BankTransactions),
  UndoInvoices(Invoices),
  UndoCreditNotes(CreditNotes),
  UndoManualJournals(ManualJournals);

  /** What holds for some of them and not for others. */
  enum Trait {
    NEEDS_CONTACT,
    NEEDS_BANK_ACCOUNT,
    TOTAL_ABOVE_ZERO,
    LINES_SUM_TO_ZERO,
    BASE_CURRENCY_ONLY
  }

  /** Where its lines stand, and how many it has at least. */
  private record Lines(String field, int atLeast) {}

  static final Set<String> GONE = Set.of("DELETED", "VOIDED");
  private static final Set<String> COUNTS = Set.of("AUTHORISED", "POSTED");
  private static final Pattern MARKER = Pattern.compile("LW-[0-9A-F]{16}-\\d{2}");
  private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

  private final String idField;

  /** The field that can be searched and holds the marker (xero-api.md 7, items 4 to 6). */
  private final String markerField;

  private final Lines lines;
  private final Set<String> types;
  private final Set<String> statuses;
  private final Set<Trait> traits;
  private final XeroResource undone;

  XeroResource(
      String idField,
      String markerField,
      Lines lines,
      Set<String> types,
      Set<String> statuses,
      Set<Trait> traits) {
    this.idField = idField;
    this.markerField = markerField;
    this.lines = lines;
    this.types = types;
    this.statuses = statuses;
    this.traits = traits;
    this.undone = null;
  }

  /** Changes the status of what stands there: it is found by its id, and nothing else is said. */
  XeroResource(XeroResource undone) {
    this.idField = undone.idField;
    this.markerField = undone.idField;
    this.lines = undone.lines;
    this.types = undone.types;
    this.statuses = Set.of();
    this.traits = Set.of();
    this.undone = undone;
  }

  /** As Xero calls it. */
  String endpoint() {
    return undone == null ? name() : undone.name();
  }

  /** Creates with PUT, changes with POST. */
  String method() {
    return undone == null ? "PUT" : "POST";
  }

  /** The call that routes make: variables {@code endpoint} and {@code method}. */
  void putOn(Exchange exchange) {
    exchange.setVariable("endpoint", endpoint());
    exchange.setVariable("method", method());
  }

  boolean undoes() {
    return undone != null;
  }

  /**
   * What undoes a document that was created with that status: what counts in the books is voided, a
   * bank transaction and what does not count yet is deleted (xero-api.md 4.5, 4.6, 4.8).
   */
  Map<String, Object> undoing(String id, String status) {
    boolean deleted = this == BankTransactions || !COUNTS.contains(String.valueOf(status));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(idField, id);
    document.put("Status", deleted ? "DELETED" : "VOIDED");
    return document;
  }

  /** What its Type may be; empty for one that has none. */
  Set<String> types() {
    return types;
  }

  /** What its Status may be when it is created. */
  Set<String> statuses() {
    return statuses;
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  String markerField() {
    return markerField;
  }

  String linesField() {
    return lines.field();
  }

  int leastLines() {
    return lines.atLeast();
  }

  List<Map<String, Object>> lines(Map<?, ?> document) {
    return XeroFields.objects(document, lines.field());
  }

  /** The part of a marker that documents which were marked together share. */
  String code(String marker) {
    return undoes() ? marker : marker.substring(0, marker.length() - 3);
  }

  /** The document's id in Xero; null for one that was not created. */
  String id(Map<?, ?> document) {
    String id = XeroFields.text(document, idField);
    return id == null || id.equals(NO_ID) ? null : id;
  }

  /** The marker that the document carries; null when there is none. */
  String marker(Map<?, ?> document) {
    if (undoes()) {
      return id(document);
    }
    String text = XeroFields.text(document, markerField);
    Matcher found = MARKER.matcher(text == null ? "" : text);
    return found.find() ? found.group() : null;
  }
}
