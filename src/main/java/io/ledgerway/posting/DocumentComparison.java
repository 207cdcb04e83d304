package io.ledgerway.posting;

import static io.ledgerway.posting.XeroFields.amount;
import static io.ledgerway.posting.XeroFields.objects;
import static io.ledgerway.posting.XeroFields.text;

import io.ledgerway.problem.Problem;
import io.ledgerway.problem.Problem.Actor;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.TaxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Done means read back: what Xero says it holds against what was meant. Xero drops things silently
 * (xero-api.md 7, items 2 and 3). Used by one thread.
 */
class DocumentComparison {

  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private final Map<String, Object> meant;
  private final Map<String, Object> held;
  private final Books books;
  private final TrackingRead tracking;
  private final List<Problem> differences = new ArrayList<>();

  DocumentComparison(Map<String, Object> meant, Map<String, Object> held, Books books) {
    this.meant = meant;
    this.held = held;
    this.books = books;
    this.tracking = new TrackingRead(meant, books);
  }

  List<Problem> differences() {
    compare("Type", text(meant, "Type"), text(held, "Type"));
    compare("Status", text(meant, "Status"), text(held, "Status"));
    compare("Contact", text(meant, "Contact", "ContactID"), text(held, "Contact", "ContactID"));
    compare("Date", XeroFields.day(text(meant, "Date")), XeroFields.day(text(held, "Date")));
    compare("LineAmountTypes", text(meant, "LineAmountTypes"), text(held, "LineAmountTypes"));
    if (text(meant, "CurrencyCode") != null) {
      compare("CurrencyCode", text(meant, "CurrencyCode"), text(held, "CurrencyCode"));
    }
    if (text(meant, "BankAccount", "AccountID") != null) {
      compare(
          "BankAccount",
          text(meant, "BankAccount", "AccountID"),
          text(held, "BankAccount", "AccountID"));
    }
    compareLines();
    compareTotals();
    for (String message : XeroMessages.warningsOf(held)) {
      differences.add(difference("XERO_WARNING", "Xero warns: " + message));
    }
    return differences;
  }

  private void compareLines() {
    List<String> meantLines = lines(meant);
    List<String> heldLines = lines(held);
    compare("lines", meantLines, heldLines);
  }

  /** Lines as comparable text, in an order of our own: Xero does not promise to keep ours. */
  private List<String> lines(Map<String, Object> document) {
    return objects(document, "LineItems").stream().map(this::line).sorted().toList();
  }

  private String line(Map<String, Object> line) {
    BigDecimal lineAmount = amount(line, "LineAmount");
    BigDecimal value = lineAmount == null ? amount(line, "UnitAmount") : lineAmount;
    return "%s at account %s, tax %s, tracking %s"
        .formatted(
            value == null ? "nothing" : value.setScale(2, RoundingMode.HALF_UP).toPlainString(),
            account(line),
            taxType(line),
            tracking.of(line));
  }

  private String account(Map<String, Object> line) {
    String id = text(line, "AccountID");
    return id != null
        ? id
        : Objects.toString(
            books
                .accountByCode(Objects.toString(text(line, "AccountCode"), ""))
                .map(a -> a.id())
                .orElse(null));
  }

  /** With no tax on the whole document, Xero names its own rate for none on each line. */
  private String taxType(Map<String, Object> line) {
    return "NoTax".equals(text(meant, "LineAmountTypes")) ? "none" : text(line, "TaxType");
  }

  private void compareTotals() {
    BigDecimal tax = BigDecimal.ZERO;
    BigDecimal sum = BigDecimal.ZERO;
    for (Map<String, Object> line : objects(meant, "LineItems")) {
      BigDecimal lineAmount = amount(line, "LineAmount");
      BigDecimal value = lineAmount == null ? amount(line, "UnitAmount") : lineAmount;
      sum = sum.add(value);
      tax = tax.add(taxOf(line, value));
    }
    BigDecimal total = "Exclusive".equals(text(meant, "LineAmountTypes")) ? sum.add(tax) : sum;
    compareAmount("Total", total, amount(held, "Total"));
    compareAmount("TotalTax", tax, amount(held, "TotalTax"));
  }

  /** Xero computes tax line by line, each rounded half up to the cent (xero-api.md 7, item 9). */
  private BigDecimal taxOf(Map<String, Object> line, BigDecimal value) {
    BigDecimal rate =
        books
            .taxRate(Objects.toString(text(line, "TaxType"), ""))
            .map(TaxRate::effectiveRate)
            .orElse(BigDecimal.ZERO);
    return switch (Objects.toString(text(meant, "LineAmountTypes"), "")) {
      case "Inclusive" -> value.multiply(rate).divide(HUNDRED.add(rate), 2, RoundingMode.HALF_UP);
      case "Exclusive" -> value.multiply(rate).divide(HUNDRED, 2, RoundingMode.HALF_UP);
      default -> BigDecimal.ZERO;
    };
  }

  private void compareAmount(String what, BigDecimal meantAmount, BigDecimal heldAmount) {
    if (!XeroFields.same(meantAmount, heldAmount)) {
      compare(
          what,
          meantAmount.toPlainString(),
          heldAmount == null ? null : heldAmount.toPlainString());
    }
  }

  private void compare(String what, Object meantValue, Object heldValue) {
    if (!Objects.equals(meantValue, heldValue)) {
      differences.add(
          difference(
              "DIFFERENT_" + what.toUpperCase(java.util.Locale.ROOT),
              "%s: meant %s, Xero holds %s.".formatted(what, meantValue, heldValue)));
    }
  }

  private static Problem difference(String code, String message) {
    return new Problem(
        code,
        message,
        Actor.FINANCE,
        "Open the document in Xero and correct or void it.",
        List.of(),
        null);
  }
}
