package io.ledgerway.cause;

import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Account;
import io.ledgerway.reference.TaxRate;
import java.util.List;
import java.util.Optional;

/** What can be wrong with the tax rate of a line. */
public final class TaxRateCauses {

  private TaxRateCauses() {}

  public static Problem unknown(String taxType, String field) {
    return Cause.TAX_RATE_UNKNOWN.at(field, List.of(KeyKind.TAX_RATE.of(taxType)), taxType);
  }

  public static Optional<Problem> inactive(TaxRate rate, String field) {
    return rate.active()
        ? Optional.empty()
        : Optional.of(
            Cause.TAX_RATE_INACTIVE.at(
                field, List.of(KeyKind.TAX_RATE.of(rate.taxType())), named(rate)));
  }

  public static Optional<Problem> notImported(TaxRate rate, String field) {
    return rate.imported()
        ? Optional.empty()
        : Optional.of(
            Cause.TAX_RATE_NOT_IMPORTED.at(
                field, List.of(KeyKind.TAX_RATE.of(rate.taxType())), named(rate)));
  }

  /** Released by a change of either of the two. */
  public static Optional<Problem> unfit(TaxRate rate, Account account, String field) {
    return !rate.isForSales() && rate.appliesTo(account)
        ? Optional.empty()
        : Optional.of(
            Cause.TAX_RATE_NOT_FOR_PURCHASES.at(
                field,
                List.of(KeyKind.TAX_RATE.of(rate.taxType()), KeyKind.ACCOUNT.of(account.id())),
                named(rate),
                AccountCauses.named(account)));
  }

  private static String named(TaxRate rate) {
    return rate.name() + " (" + rate.taxType() + ")";
  }
}
