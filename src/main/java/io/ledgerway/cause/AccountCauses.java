package io.ledgerway.cause;

import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Account;
import io.ledgerway.reference.Books;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can be wrong with the account of a line. */
public final class AccountCauses {

  private static final Set<String> KEPT_BY_XERO =
      Set.of("INVENTORY", "DEBTORS", "CREDITORS", "RETAINEDEARNINGS");

  private AccountCauses() {}

  /**
   * @param id as the document names it: an AccountID
   */
  public static Problem unknown(String id, String field) {
    return Cause.CATEGORY_UNKNOWN.at(field, List.of(KeyKind.ACCOUNT.of(id)), id);
  }

  public static Problem unknownCode(String code, String field) {
    return Cause.CATEGORY_UNKNOWN.at(field, List.of(KeyKind.ACCOUNT_CODE.of(code)), code);
  }

  public static Optional<Problem> of(Account account, String field) {
    return unusable(account, field)
        .or(
            () ->
                account.imported()
                    ? Optional.empty()
                    : Optional.of(
                        Cause.CATEGORY_NOT_IMPORTED.at(
                            field, List.of(KeyKind.ACCOUNT.of(account.id())), named(account))));
  }

  /**
   * In a journal, whose accounts are chosen from all that there are. Xero drops lines on accounts
   * that it keeps itself (xero-api.md 4.8).
   */
  public static Optional<Problem> inJournal(Account account, String field) {
    return unusable(account, field)
        .or(
            () ->
                KEPT_BY_XERO.contains(account.type())
                        || KEPT_BY_XERO.contains(String.valueOf(account.systemAccount()))
                    ? Optional.of(
                        Cause.ACCOUNT_NOT_IN_JOURNALS.at(field, keys(account), named(account)))
                    : Optional.empty());
  }

  /** On a line of any document. */
  public static Optional<Problem> unusable(Account account, String field) {
    return archived(account, field)
        .or(
            () ->
                account.isBank() || account.code() == null
                    ? Optional.of(
                        Cause.CATEGORY_NOT_USABLE.at(field, keys(account), named(account)))
                    : Optional.empty());
  }

  /** Wherever it stands. */
  public static Optional<Problem> archived(Account account, String field) {
    return account.active()
        ? Optional.empty()
        : Optional.of(Cause.ACCOUNT_ARCHIVED.at(field, keys(account), named(account)));
  }

  /** The account that has the code now, and whichever will have it. */
  public static List<String> keysOfCode(String code, Books books) {
    return Stream.concat(
            Stream.of(KeyKind.ACCOUNT_CODE.of(code)),
            books.accountByCode(code).map(account -> KeyKind.ACCOUNT.of(account.id())).stream())
        .toList();
  }

  /** Its code may also come to be another account's. */
  private static List<String> keys(Account account) {
    return account.code() == null
        ? List.of(KeyKind.ACCOUNT.of(account.id()))
        : List.of(KeyKind.ACCOUNT.of(account.id()), KeyKind.ACCOUNT_CODE.of(account.code()));
  }

  /** By its code and name, as people know it. */
  public static String named(Account account) {
    return account.code() == null ? account.name() : account.code() + " " + account.name();
  }
}
