package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Account;
import io.ledgerway.sandbox.books.Organisation;
import java.util.List;

/**
 * The fault {@code corrupt-silently}: what is saved, and answered, is not quite what was sent. The
 * first line with tracking loses it; when there is none, the first line gets another account.
 */
final class Corruption {

  private Corruption() {}

  static void apply(Organisation books, Document document) {
    for (Line line : document.lines) {
      if (!line.tracking.isEmpty()) {
        line.tracking = List.of();
        return;
      }
    }
    for (Line line : document.lines) {
      if (line.accountId != null) {
        line.accountId = other(books, line);
        return;
      }
    }
  }

  private static java.util.UUID other(Organisation books, Line line) {
    return books.accounts().all().stream()
        .filter(account -> account.isActive() && "EXPENSE".equals(account.type()))
        .map(Account::id)
        .filter(id -> !id.equals(line.accountId))
        .findFirst()
        .orElse(line.accountId);
  }
}
