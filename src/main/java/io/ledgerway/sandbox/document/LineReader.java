package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Item;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.http.Input;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads one line: its text, amounts and account, and what is wrong with them. */
final class LineReader {

  private static final int LONGEST_DESCRIPTION = 4000;
  private static final BigDecimal LARGEST = new BigDecimal("9999999999.99");

  private final Organisation books;
  private final Findings findings;
  private final int unitDecimals;

  LineReader(Organisation books, Findings findings, int unitDecimals) {
    this.books = books;
    this.findings = findings;
    this.unitDecimals = unitDecimals;
  }

  Line read(Document document, Input in, Line before) {
    Line line = before == null ? new Line() : before.copy();
    line.id = before == null ? UUID.randomUUID() : before.id;
    line.itemCode = in.text("ItemCode", line.itemCode);
    Input item = item(document, line, in);
    line.description = in.text("Description", item.text("Description", line.description));
    DiscountRule.read(document, line, in, findings);
    new LineAmounts(findings, unitDecimals).read(document, line, in, item.number("UnitPrice"));
    new LineAccount(books, findings)
        .read(document, line, in.has("AccountCode") || in.has("AccountID") ? in : item);
    line.taxType = in.text("TaxType", item.text("TaxType", line.taxType));
    line.taxAmount = in.has("TaxAmount") ? Money.cents(in.number("TaxAmount")) : null;
    if (in.has("Tracking")) {
      line.tracking = new TrackingReader(books, findings).read(line, in.list("Tracking"));
    }
    check(document, line);
    return line;
  }

  /** What the line takes from its item; nothing when it names none, or an unknown one. */
  private Input item(Document document, Line line, Input in) {
    String code = in.text("ItemCode");
    if (code == null || code.isEmpty()) {
      return Input.of(Map.of());
    }
    Item item = books.items().find(code);
    boolean allowed = !document.kind.isBank() || document.isPlainBank();
    if (item == null || !allowed) {
      findings.error(line, "Item code '" + code + "' is not valid");
      return Input.of(Map.of());
    }
    boolean sale = document.isSale() || document.type.startsWith("RECEIVE");
    return item.details(sale);
  }

  private void check(Document document, Line line) {
    if (line.description != null && line.description.length() > LONGEST_DESCRIPTION) {
      findings.error(line, "Description is too long. Maximum of 4000 characters allowed");
    }
    if (line.lineAmount != null && line.lineAmount.abs().compareTo(LARGEST) > 0) {
      findings.error(line, "The line amount is too large.");
    }
    if (document.kind.isBank()) {
      checkBankLine(line);
    } else if (line.onlyText() && (line.description == null || line.description.isEmpty())) {
      findings.error(line, "Description cannot be empty.");
    }
    boolean needsAccount =
        line.unknownAccount == null
            && line.accountId == null
            && !line.onlyText()
            && !document.status.equals("DRAFT");
    if (needsAccount || (document.kind.isBank() && line.onlyText())) {
      findings.error(line, "Account code or ID must be specified.");
    }
  }

  private void checkBankLine(Line line) {
    if (line.description == null || line.description.isEmpty()) {
      findings.error(line, "Description cannot be empty.");
    }
    if (line.quantity == null || line.quantity.signum() <= 0) {
      findings.error(line, "Quantity must be greater than zero.");
    }
    if (line.lineAmount == null || line.lineAmount.signum() == 0) {
      findings.error(line, "UnitAmount cannot be zero.");
    }
  }

  /** The lines as they shall be: those named by id are changed, left-out ones are gone. */
  List<Line> readAll(Document document, List<Input> inputs) {
    List<Line> before = document.lines;
    return inputs.stream()
        .map(
            in -> {
              UUID id = in.uuid("LineItemID");
              Line old =
                  before.stream().filter(line -> line.id.equals(id)).findFirst().orElse(null);
              return read(document, in, old);
            })
        .toList();
  }
}
