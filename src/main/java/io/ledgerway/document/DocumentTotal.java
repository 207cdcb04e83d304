package io.ledgerway.document;

import static io.ledgerway.document.ResourceFacts.Trait.LINES_SUM_TO_ZERO;
import static io.ledgerway.document.XeroFields.amount;
import static io.ledgerway.document.XeroFields.text;

import io.ledgerway.cause.MappingCauses;
import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.TaxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a mapped document comes to, against what came in: to the cent, in the same currency, and in
 * the same direction. Where they differ the mapping is wrong, whatever else may be. Used by one
 * thread.
 */
class DocumentTotal {

  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final Set<String> PAID_OUT = Set.of("SPEND", "ACCPAY");
  private static final Set<String> PAID_BACK = Set.of("RECEIVE", "ACCPAYCREDIT");

  private final SourceDocument source;
  private final DocumentResource resource;
  private final Map<String, Object> document;
  private final Books books;

  DocumentTotal(SourceDocument source, Map<String, Object> document, Books books) {
    this.source = source;
    this.resource = source.resource();
    this.document = document;
    this.books = books;
  }

  Optional<Problem> difference() {
    if (!resource.hasAmount()) {
      return Optional.empty();
    }
    BigDecimal lines = resource.facts().lines() == null ? amount(document, "Amount") : ofLines();
    if (lines == null) {
      return different("it has no Amount");
    }
    return resource.has(LINES_SUM_TO_ZERO) ? unbalanced(lines) : difference(lines);
  }

  /** What came in stands on the debit side, with what else is debited, and on the credit side. */
  private Optional<Problem> unbalanced(BigDecimal lines) {
    if (lines.signum() != 0) {
      return different("its lines come to %s, not to zero".formatted(lines.toPlainString()));
    }
    BigDecimal debits =
        resource.lines(document).stream()
            .map(XeroFields::lineAmount)
            .filter(amount -> amount != null && amount.signum() > 0)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return source.total() != null && debits.compareTo(source.total().abs()) < 0
        ? different(
            "its debits come to %s, what came in to %s"
                .formatted(debits.toPlainString(), source.total().toPlainString()))
        : Optional.empty();
  }

  private Optional<Problem> difference(BigDecimal lines) {
    BigDecimal stated = amount(document, "Total");
    if (stated != null && !XeroFields.same(stated, lines)) {
      return different(
          "its lines come to %s, its Total says %s"
              .formatted(lines.toPlainString(), stated.toPlainString()));
    }
    if (source.total() != null && !XeroFields.same(lines, source.total().abs())) {
      return different(
          "it comes to %s, what came in to %s"
              .formatted(lines.toPlainString(), source.total().abs().toPlainString()));
    }
    String type = Objects.toString(text(document, "Type"), "document without a type");
    int sign = source.total() == null ? 0 : source.total().signum();
    if (sign < 0 && PAID_OUT.contains(type) || sign > 0 && PAID_BACK.contains(type)) {
      return different(
          "it is a %s, what came in is %s".formatted(type, sign < 0 ? "a refund" : "no refund"));
    }
    String currency = text(document, "CurrencyCode");
    if (currency != null && source.currency() != null && !currency.equals(source.currency())) {
      return different("it is in %s, what came in is in %s".formatted(currency, source.currency()));
    }
    return Optional.empty();
  }

  /** Tax exclusive lines come to more by their tax, which Xero rounds line by line. */
  private BigDecimal ofLines() {
    boolean exclusive = "Exclusive".equals(text(document, "LineAmountTypes"));
    BigDecimal total = BigDecimal.ZERO;
    for (Map<String, Object> line : resource.lines(document)) {
      BigDecimal value = XeroFields.lineAmount(line);
      if (value != null) {
        total = total.add(value);
        if (exclusive) {
          total = total.add(tax(line, value));
        }
      }
    }
    return total;
  }

  private BigDecimal tax(Map<String, Object> line, BigDecimal value) {
    BigDecimal rate =
        books
            .taxRate(Objects.toString(text(line, "TaxType"), ""))
            .map(TaxRate::effectiveRate)
            .orElse(BigDecimal.ZERO);
    return value.multiply(rate).divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }

  private Optional<Problem> different(String what) {
    return Optional.of(new MappingCauses(source.mapping()).notAsItCame(what));
  }
}
