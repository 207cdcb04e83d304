package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.document.Document;
import io.ledgerway.sandbox.document.DocumentKind;
import java.util.UUID;

/** Whether a record is used by a document; then it can only be archived. */
final class Usage {

  private Usage() {}

  static boolean ofAccount(Organisation books, UUID accountId) {
    return books.payments().all().stream().anyMatch(paid -> paid.accountId().equals(accountId))
        || any(books, document -> document.usesAccount(accountId));
  }

  static boolean ofOption(Organisation books, UUID optionId) {
    return any(books, document -> document.usesOption(optionId));
  }

  private static boolean any(Organisation books, java.util.function.Predicate<Document> uses) {
    for (DocumentKind kind : DocumentKind.values()) {
      if (books.documents(kind).all().stream().anyMatch(uses)) {
        return true;
      }
    }
    return false;
  }
}
