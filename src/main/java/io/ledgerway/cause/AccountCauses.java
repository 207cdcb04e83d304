package io.ledgerway.cause;

import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Account;
import io.ledgerway.reference.Books;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be wrong with the account of a line. */
public final class AccountCauses {

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
    if (!account.active()) {
      return Optional.of(Cause.ACCOUNT_ARCHIVED.at(field, keys(account), named(account)));
    }
    if (account.isBank() || account.code() == null) {
      return Optional.of(Cause.CATEGORY_NOT_USABLE.at(field, keys(account), named(account)));
    }
    return account.imported()
        ? Optional.empty()
        : Optional.of(
            Cause.CATEGORY_NOT_IMPORTED.at(
                field, List.of(KeyKind.ACCOUNT.of(account.id())), named(account)));
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
