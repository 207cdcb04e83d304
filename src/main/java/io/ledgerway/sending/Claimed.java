package io.ledgerway.sending;

import io.ledgerway.checking.OpenDocument;
import io.ledgerway.checking.UndoDocument;
import io.ledgerway.document.DocumentChecks;
import io.ledgerway.document.DocumentJson;
import io.ledgerway.document.DocumentResource;
import io.ledgerway.posting.LedgerRow;
import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Books;
import io.ledgerway.source.Sources;
import java.util.List;
import java.util.Map;

/**
 * A claimed document as it would be sent.
 *
 * @param text the Xero document, with its marker
 * @param outdated whether something came in its way since it was checked
 */
record Claimed(LedgerRow row, int position, String text, boolean outdated) {

  /** Puts the marker in its place; a document that was judged by older books is judged again. */
  static Claimed of(Map<?, ?> claimed, Books books, Sources sources) {
    LedgerRow row = LedgerRow.of(claimed, sources);
    String text = OpenDocument.marked((String) claimed.get("document"), row.marker());
    boolean judged = ((Number) claimed.get("books_version")).longValue() >= books.version();
    return new Claimed(
        row,
        ((Number) claimed.get("position")).intValue(),
        text,
        !judged && !problems(row, text, books).isEmpty());
  }

  /** What the ledger knows it by: a number of its own where that serves as the marker. */
  String marker() {
    DocumentResource resource = DocumentResource.valueOf(row.resource());
    return resource.undoes() ? row.marker() : resource.marker(DocumentJson.read(text));
  }

  private static List<Problem> problems(LedgerRow row, String text, Books books) {
    return DocumentResource.valueOf(row.resource()).undoes()
        ? UndoDocument.problems(row, books)
        : new DocumentChecks(row.sourceDocument(), DocumentJson.read(text), row.marker(), books)
            .problems();
  }
}
