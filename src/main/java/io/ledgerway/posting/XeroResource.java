package io.ledgerway.posting;

import static io.ledgerway.posting.XeroResource.Trait.BASE_CURRENCY_ONLY;
import static io.ledgerway.posting.XeroResource.Trait.LINES_SUM_TO_ZERO;
import static io.ledgerway.posting.XeroResource.Trait.NEEDS_BANK_ACCOUNT;
import static io.ledgerway.posting.XeroResource.Trait.NEEDS_CONTACT;
import static io.ledgerway.posting.XeroResource.Trait.TOTAL_ABOVE_ZERO;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
      Set.of(LINES_SUM_TO_ZERO, BASE_CURRENCY_ONLY));

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

  private static final Pattern MARKER = Pattern.compile("LW-[0-9A-F]{16}-\\d{2}");
  private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

  private final String idField;

  /** The field that can be searched and holds the marker (xero-api.md 7, items 4 to 6). */
  private final String markerField;

  private final Lines lines;
  private final Set<String> types;
  private final Set<String> statuses;
  private final Set<Trait> traits;

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
