package io.ledgerway.cause;

import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Account;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.Organisation;
import java.util.List;
import java.util.Optional;

/** What can be wrong with the bank account that a document is paid from. */
public final class BankAccountCauses {

  private BankAccountCauses() {}

  /**
   * A bank account that cannot be used. Choosing another one is a change of this one, too.
   *
   * @param currency of the document; null when it is the bank account's
   * @param field where the document names its bank account
   */
  public static Optional<Problem> of(Books books, String id, String currency, String field) {
    List<String> keys = List.of(KeyKind.ACCOUNT.of(id));
    Optional<Account> found = books.account(id).filter(Account::isBank);
    if (found.isEmpty()) {
      return Optional.of(Cause.BANK_ACCOUNT_UNKNOWN.at(field, keys, id));
    }
    Account account = found.get();
    String named = AccountCauses.named(account);
    if (!account.active()) {
      return Optional.of(Cause.BANK_ACCOUNT_ARCHIVED.at(field, keys, named));
    }
    String kept = currencyOf(account, books);
    return currency == null || currency.equals(kept)
        ? Optional.empty()
        : Optional.of(Cause.CURRENCY_OF_BANK_ACCOUNT.at("currency", keys, currency, named, kept));
  }

  private static String currencyOf(Account account, Books books) {
    return account.currency() != null && !account.currency().isEmpty()
        ? account.currency()
        : books.organisation().map(Organisation::baseCurrency).orElse(null);
  }
}
