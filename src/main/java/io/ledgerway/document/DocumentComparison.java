package io.ledgerway.document;

import static io.ledgerway.document.ResourceFacts.Trait.LINES_SUM_TO_ZERO;
import static io.ledgerway.document.XeroFields.amount;
import static io.ledgerway.document.XeroFields.text;

import io.ledgerway.cause.AccountCauses;
import io.ledgerway.cause.Cause;
import io.ledgerway.document.ComparedLine.Value;
import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Account;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.Contact;
import io.ledgerway.reference.TaxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Done means read back: what Xero says it holds against what was meant. Xero drops things silently
 * (xero-api.md 7, items 2 and 3). Told is only what differs, by the names that people know. Used by
 * one thread.
 */
public class DocumentComparison {

  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final String NOTHING = "nothing";
  private final DocumentResource resource;
  private final Map<String, Object> meant;
  private final Map<String, Object> held;
  private final Books books;
  private final TrackingRead tracking;
  private final List<Problem> differences = new ArrayList<>();

  public DocumentComparison(
      DocumentResource resource, Map<String, Object> meant, Map<String, Object> held, Books books) {
    this.resource = resource;
    this.meant = meant;
    this.held = held;
    this.books = books;
    this.tracking = new TrackingRead(resource.lines(meant), books);
  }

  /** Empty when it holds what was meant. May be added to. */
  public List<Problem> differences() {
    resource.facts().compared().stream()
        .filter(path -> text(meant, path.split("\\.")) != null)
        .forEach(this::compare);
    new LineComparison(lines(meant), lines(held))
        .differences()
        .forEach(each -> add("LINES", each.message(), each.field()));
    if (resource.facts().lines() != null && !resource.has(LINES_SUM_TO_ZERO)) {
      compareTotals();
    }
    for (String message : XeroMessages.warningsOf(held)) {
      differences.add(Cause.XERO_WARNING.at(null, List.of(), message));
    }
    return differences;
  }

  private void compare(String path) {
    String[] steps = path.split("\\.");
    switch (path) {
      case "Date", "DueDate", "DeliveryDate" ->
          compare(path, XeroFields.day(text(meant, path)), XeroFields.day(text(held, path)));
      case "Amount" -> compareAmount(path, amount(meant, path), amount(held, path));
      case "Contact.ContactID" -> compare("Contact", steps, this::contact);
      case "BankAccount.AccountID", "Account.AccountID" -> compare(steps[0], steps, this::account);
      default -> compare(steps[0], steps, UnaryOperator.identity());
    }
  }

  private void compare(String what, String[] steps, UnaryOperator<String> named) {
    compare(what, text(meant, steps), text(held, steps), named);
  }

  private String account(String id) {
    return books.account(id).map(AccountCauses::named).orElse(id);
  }

  private String contact(String id) {
    return id.equals(text(held, "Contact", "ContactID")) && text(held, "Contact", "Name") != null
        ? text(held, "Contact", "Name")
        : books.contact(id).map(Contact::name).orElse(id);
  }

  private List<ComparedLine> lines(Map<String, Object> document) {
    List<ComparedLine> lines = new ArrayList<>();
    for (Map<String, Object> line : resource.lines(document)) {
      lines.add(
          new ComparedLine(
              lines.size(),
              text(line, "Description"),
              List.of(lineAmount(line), account(line), taxRate(line), tracking.of(line))));
    }
    return lines;
  }

  private static Value lineAmount(Map<String, Object> line) {
    BigDecimal value = XeroFields.lineAmount(line);
    String told = value == null ? NOTHING : value.setScale(2, RoundingMode.HALF_UP).toPlainString();
    return new Value(told, told);
  }

  private Value account(Map<String, Object> line) {
    String id = text(line, "AccountID");
    String code = text(line, "AccountCode");
    Optional<Account> account =
        id != null ? books.account(id) : Optional.ofNullable(code).flatMap(books::accountByCode);
    String known = Objects.requireNonNullElse(code == null ? id : code, NOTHING);
    return new Value(
        account.map(Account::id).orElse(known), account.map(AccountCauses::named).orElse(known));
  }

  /** With no tax on the whole document, Xero names its own rate for none on each line. */
  private Value taxRate(Map<String, Object> line) {
    String type = "NoTax".equals(text(meant, "LineAmountTypes")) ? null : text(line, "TaxType");
    return new Value(
        type,
        type == null
            ? NOTHING
            : books.taxRate(type).map(rate -> rate.name() + " (" + type + ")").orElse(type));
  }

  private void compareTotals() {
    BigDecimal tax = BigDecimal.ZERO;
    BigDecimal sum = BigDecimal.ZERO;
    for (Map<String, Object> line : resource.lines(meant)) {
      BigDecimal value = XeroFields.lineAmount(line);
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
    compare(
        what,
        Objects.toString(meantValue, null),
        Objects.toString(heldValue, null),
        UnaryOperator.identity());
  }

  private void compare(
      String what, String meantValue, String heldValue, UnaryOperator<String> named) {
    if (!Objects.equals(meantValue, heldValue)) {
      add(
          what.toUpperCase(Locale.ROOT),
          "%s: meant %s, Xero holds %s."
              .formatted(
                  what,
                  meantValue == null ? NOTHING : named.apply(meantValue),
                  heldValue == null ? NOTHING : named.apply(heldValue)),
          null);
    }
  }

  private void add(String what, String difference, String field) {
    differences.add(
        Cause.DIFFERENT.under(
            Cause.DIFFERENT + "_" + what, field, List.of(), List.of(difference), List.of()));
  }
}
