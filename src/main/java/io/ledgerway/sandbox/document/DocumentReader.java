package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Input;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads one document out of a write, and finds everything that is wrong with it. */
final class DocumentReader {

  static final String LINE_AMOUNT_TYPE = "LineAmountType";
  static final List<String> LINE_AMOUNT_TYPES = List.of("Exclusive", "Inclusive", "NoTax");
  private static final int LONGEST_TEXT = 255;

  private final Call call;
  private final Organisation books;
  private final Findings findings;

  DocumentReader(Call call, Findings findings) {
    this.call = call;
    this.books = call.organisation();
    this.findings = findings;
  }

  /**
   * @param before the document that is changed, or null for a new one
   */
  Document read(DocumentKind kind, Input in, Document before) {
    Document document = before == null ? new Document(kind) : before.copy();
    document.id = before == null ? UUID.randomUUID() : before.id;
    document.type =
        kind == DocumentKind.PURCHASE_ORDER
            ? kind.types.get(0)
            : in.choice("Type", kind.types, kind.singular() + "Type", document.type);
    document.status =
        in.choice(
            "Status",
            kind.statuses,
            kind.singular() + "Status",
            before == null ? kind.defaultStatus : before.status);
    StatusRule.check(books, before, document, findings);
    if (before != null && !before.status.equals(document.status) && document.isGone()) {
      return document;
    }
    checkType(document, before);
    texts(document, in, before);
    dates(document, in);
    new ContactRule(books, findings).read(document, in);
    if (kind == DocumentKind.PURCHASE_ORDER) {
      OrderRule.read(document, in, findings);
    }
    new CurrencyRule(books, findings).read(document, in, before);
    lines(document, in, before);
    new Taxes(books, findings).compute(document);
    RoundingRule.apply(document, in);
    totals(document);
    DateRule.check(books, document, findings);
    PlanRule.check(books, before, document, findings);
    Stock.check(books, document, findings);
    return document;
  }

  private void checkType(Document document, Document before) {
    boolean known =
        document.type != null
            && switch (document.kind) {
              case BANK_TRANSACTION -> !document.type.endsWith("TRANSFER");
              case INVOICE -> document.type.equals("ACCPAY") || document.type.equals("ACCREC");
              default -> true;
            };
    if (!known || (before != null && !before.type.equals(document.type))) {
      findings.error(document.kind.singular() + " type is not valid.");
      document.type = document.type == null ? "" : document.type;
    }
  }

  private void texts(Document document, Input in, Document before) {
    document.lineAmountTypes =
        in.choice(
            "LineAmountTypes",
            LINE_AMOUNT_TYPES,
            LINE_AMOUNT_TYPE,
            before == null ? document.kind.defaultLineAmountTypes : before.lineAmountTypes);
    // Misplaced properties are dropped without a word (xero-api.md 2.2, 4.5).
    if (!document.kind.isBank() || document.isPlainBank()) {
      document.reference = limited("Reference", in.text("Reference", document.reference));
    }
    // Only of what is approved (xero-api.md 7.2, 15); orders have their own rule.
    boolean approved =
        document.kind == DocumentKind.PURCHASE_ORDER || !document.status.equals("DRAFT");
    document.sentToContact = approved && in.bool("SentToContact", document.sentToContact);
    document.reconciled = in.bool("IsReconciled", document.reconciled);
    document.url = in.text("Url", document.url);
    UrlRule.check(document.url, findings);
    UUID theme = in.uuid("BrandingThemeID");
    if (theme != null && document.kind == DocumentKind.INVOICE) {
      document.more = Map.of("BrandingThemeID", theme.toString());
    }
    String name = document.kind.numberName();
    if (name != null) {
      document.number = limited(name, in.text(name, document.number));
      new NumberRule(books, findings).check(document);
    }
  }

  private String limited(String name, String text) {
    if (text != null && text.length() > LONGEST_TEXT) {
      findings.error(name + " is too long. Maximum of 255 characters allowed");
    }
    return text;
  }

  private void dates(Document document, Input in) {
    document.date = in.date("Date", document.date == null ? books.today() : document.date);
    document.dueDate = in.date("DueDate", document.dueDate);
    if (document.type.equals("ACCREC")) {
      document.expectedDate = in.date("ExpectedPaymentDate", document.expectedDate);
    }
    if (document.type.equals("ACCPAY")) {
      document.plannedDate = in.date("PlannedPaymentDate", document.plannedDate);
    }
    if (document.kind == DocumentKind.INVOICE
        && document.status.equals("AUTHORISED")
        && document.dueDate == null) {
      findings.error("DueDate must be specified.");
    }
  }

  private void lines(Document document, Input in, Document before) {
    List<Input> sent = in.list("LineItems");
    if (sent != null) {
      document.lines =
          new LineReader(books, findings, unitDecimals(document)).readAll(document, sent);
    }
    boolean needed =
        document.kind.isBank()
            || document.kind == DocumentKind.PURCHASE_ORDER
            || !document.status.equals("DRAFT");
    if (document.lines.isEmpty() && needed) {
      findings.error("One or more line items must be specified");
    }
    if (document.type.endsWith("OVERPAYMENT") && document.lines.size() > 1) {
      findings.error("Overpayments must have exactly one line item");
    }
    if (sent == null) {
      document.lines = document.lines.stream().map(Line::copy).toList();
      if (before != null && !before.lineAmountTypes.equals(document.lineAmountTypes)) {
        document.lines.forEach(line -> line.taxAmount = null);
      }
    }
  }

  /** Purchase orders always keep four decimals, xero-api.md 2.7. */
  private int unitDecimals(Document document) {
    return document.kind == DocumentKind.PURCHASE_ORDER ? 4 : call.unitDecimals();
  }

  private void totals(Document document) {
    if (document.total.signum() < 0) {
      findings.error("The Total for this document must be greater than or equal to zero.");
    } else if (document.kind.isBank()
        && document.total.signum() == 0
        && !document.lines.isEmpty()) {
      findings.error("The Total for this document must be greater than zero.");
    }
  }
}
