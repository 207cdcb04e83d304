package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Account;
import io.ledgerway.sandbox.books.Item;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.http.Input;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads one line: its text, amounts and account, and what is wrong with them. */
final class LineReader {

  private static final int LONGEST_DESCRIPTION = 4000;
  private static final int MOST_DIGITS = 13;
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
    amounts(document, line, in, item.number("UnitPrice"));
    account(line, in.has("AccountCode") || in.has("AccountID") ? in : item);
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

  private void amounts(Document document, Line line, Input in, BigDecimal itemPrice) {
    BigDecimal quantity = in.number("Quantity");
    BigDecimal sent = in.number("LineAmount");
    BigDecimal unit = in.has("UnitAmount") || sent != null ? in.number("UnitAmount") : itemPrice;
    boolean given = quantity != null || unit != null || sent != null;
    boolean discount = in.has("DiscountRate") || in.has("DiscountAmount");
    if (!given && (!discount || line.unitAmount == null)) {
      return;
    }
    if (quantity != null && quantity.stripTrailingZeros().precision() > MOST_DIGITS) {
      findings.error(line, "Quantity is too large. Maximum of 13 digits allowed");
    }
    boolean order = document.kind == DocumentKind.PURCHASE_ORDER;
    if (order && quantity != null && unit == null && line.unitAmount == null) {
      findings.error(line, "UnitAmount must be specified when there is a Quantity.");
    }
    line.quantity =
        quantity != null
            ? quantity
            : line.quantity == null ? BigDecimal.ONE.setScale(4) : line.quantity;
    if (unit != null) {
      line.unitAmount = unit.setScale(unitDecimals, RoundingMode.HALF_UP);
    } else if (sent != null && line.quantity.signum() != 0) {
      line.unitAmount =
          DiscountRule.before(line, sent).divide(line.quantity, unitDecimals, RoundingMode.HALF_UP);
    }
    if (line.unitAmount == null) {
      line.unitAmount = BigDecimal.ZERO.setScale(2);
    }
    BigDecimal computed = DiscountRule.net(line, findings);
    if (sent == null) {
      line.lineAmount = computed;
    } else {
      line.lineAmount = Money.cents(sent);
      if (unit != null && line.lineAmount.compareTo(computed) != 0) {
        findings.error(
            line,
            "The line total %s does not match the expected line total %s"
                .formatted(line.lineAmount.toPlainString(), computed.toPlainString()));
      }
    }
  }

  private void account(Line line, Input in) {
    UUID id = in.uuid("AccountID");
    String code = in.text("AccountCode");
    if (id == null && (code == null || code.isEmpty())) {
      return;
    }
    Account account = id != null ? books.accounts().get(id) : books.accounts().find(code);
    line.accountId = account == null ? null : account.id();
    line.unknownAccount = account != null ? null : code == null ? "" : code;
    if (account == null && id != null) {
      findings.error(line, "Account must be valid.");
    } else if (account == null || account.isBank() || account.isControl()) {
      findings.error(
          line,
          "Account code '%s' is not a valid code for this document."
              .formatted(account == null ? code : account.code()));
    } else if (!account.isActive()) {
      findings.error(
          line,
          ("Account code '%s' has been archived, or has been deleted. Each line item must reference"
                  + " a valid account.")
              .formatted(account.code()));
    }
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
