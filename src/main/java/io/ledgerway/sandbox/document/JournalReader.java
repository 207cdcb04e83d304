package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Account;
import io.ledgerway.sandbox.books.Doubt;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.http.Input;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Reads a manual journal, xero-api.md 4.8. Lines with accounts that cannot be journalled are
 * dropped with a warning; then a posted journal does not balance any more, but a draft is saved.
 */
final class JournalReader {

  private final Organisation books;
  private final Findings findings;

  JournalReader(Organisation books, Findings findings) {
    this.books = books;
    this.findings = findings;
  }

  Document read(Input in, Document before) {
    DocumentKind kind = DocumentKind.MANUAL_JOURNAL;
    Document journal = before == null ? new Document(kind) : before.copy();
    journal.id = before == null ? UUID.randomUUID() : before.id;
    journal.type = kind.types.get(0);
    journal.status =
        in.choice(
            "Status",
            kind.statuses,
            "ManualJournalStatus",
            before == null ? kind.defaultStatus : before.status);
    StatusRule.check(books, before, journal, findings);
    if (before != null && !before.status.equals(journal.status) && journal.isGone()) {
      return journal;
    }
    journal.reference = in.text("Narration", journal.reference);
    if (journal.reference == null || journal.reference.isBlank()) {
      findings.error("Narration must be specified.");
    }
    journal.lineAmountTypes =
        in.choice(
            "LineAmountTypes",
            DocumentReader.LINE_AMOUNT_TYPES,
            DocumentReader.LINE_AMOUNT_TYPE,
            before == null ? kind.defaultLineAmountTypes : before.lineAmountTypes);
    journal.url = in.text("Url", journal.url);
    UrlRule.check(journal.url, findings);
    journal.date = in.date("Date", journal.date == null ? books.today() : journal.date);
    journal.reconciled = in.bool("ShowOnCashBasisReports", before == null || journal.reconciled);
    journal.currency = books.baseCurrency();
    journal.currencyRate = BigDecimal.ONE;
    List<Line> sent = lines(in, journal);
    compute(journal, sent);
    DateRule.check(books, journal, findings);
    return journal;
  }

  private List<Line> lines(Input in, Document journal) {
    List<Input> inputs = in.list("JournalLines");
    if (inputs == null && !journal.lines.isEmpty()) {
      journal.lines = journal.lines.stream().map(Line::copy).toList();
      if (in.has("LineAmountTypes")) {
        journal.lines.forEach(line -> line.taxAmount = null);
      }
      return journal.lines;
    }
    inputs = inputs == null ? List.of() : inputs;
    List<Line> sent = new ArrayList<>();
    List<Line> kept = new ArrayList<>();
    for (Input one : inputs) {
      Line line = line(one, journal);
      sent.add(line);
      if (line.unknownAccount == null) {
        kept.add(line);
      }
    }
    if (sent.size() < 2) {
      findings.error("A Manual Journal must contain at least 2 lines");
    }
    journal.lines = kept;
    return sent;
  }

  private Line line(Input in, Document journal) {
    Line line = new Line();
    line.id = UUID.randomUUID();
    line.description = in.text("Description");
    line.taxType = in.text("TaxType");
    line.taxAmount = in.has("TaxAmount") ? Money.cents(in.number("TaxAmount")) : null;
    BigDecimal amount = in.number("LineAmount");
    if (amount == null) {
      findings.error(line, "LineAmount must be specified.");
    }
    line.lineAmount = Money.cents(amount == null ? BigDecimal.ZERO : amount);
    if (in.has("Tracking")) {
      line.tracking = new TrackingReader(books, findings).read(line, in.list("Tracking"));
    }
    account(line, in, journal);
    return line;
  }

  private void account(Line line, Input in, Document journal) {
    UUID id = in.uuid("AccountID");
    String code = in.text("AccountCode");
    Account account = id != null ? books.accounts().get(id) : books.accounts().find(code);
    if (id == null && (code == null || code.isEmpty())) {
      findings.error(line, "Account code or ID must be specified.");
    } else if (account == null || account.isBank() || account.isControl()) {
      line.unknownAccount = account == null ? (code == null ? "" : code) : account.code();
      findings.warning(
          "Account code '%s' has been removed as it does not match a recognised account."
              .formatted(line.unknownAccount));
    } else if (account.isInventory() || account.isCurrencyGain() || isClosed(account, journal)) {
      findings.error(
          line,
          "Account code '%s' is not a valid code for this document.".formatted(account.code()));
    } else if (!account.isActive()) {
      findings.error(
          line,
          ("Account code '%s' has been archived, or has been deleted. Each line item must reference"
                  + " a valid account.")
              .formatted(account.code()));
    } else {
      line.accountId = account.id();
    }
  }

  /** Xero's page says so; a draft was once seen accepted (xero-api.md 7.2, 25). */
  private boolean isClosed(Account account, Document journal) {
    return account.isRetainedEarnings()
        && journal.status.equals("POSTED")
        && !books.is(Doubt.RETAINED_EARNINGS_TAKE_JOURNALS);
  }

  private void compute(Document journal, List<Line> sent) {
    new Taxes(books, findings).compute(journal);
    boolean posted = journal.status.equals("POSTED");
    BigDecimal debits = Money.cents(BigDecimal.ZERO);
    BigDecimal credits = debits;
    for (Line line : posted ? journal.lines : sent) {
      BigDecimal tax = line.taxAmount == null ? BigDecimal.ZERO : line.taxAmount;
      boolean onTop = journal.lineAmountTypes.equals("Exclusive");
      BigDecimal amount = onTop ? line.lineAmount.add(tax) : line.lineAmount;
      if (amount.signum() > 0) {
        debits = debits.add(amount);
      } else {
        credits = credits.add(amount);
      }
    }
    if (debits.add(credits).signum() != 0) {
      findings.error(
          "The total debits (%s) must equal total credits (%s)"
              .formatted(debits.toPlainString(), credits.toPlainString()));
    }
    journal.total = debits;
  }
}
