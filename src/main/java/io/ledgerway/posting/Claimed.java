package io.ledgerway.posting;

import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Books;
import java.util.List;
import java.util.Map;

/**
 * A claimed document as it would be sent.
 *
 * @param text the Xero document, with its marker
 * @param problems what came in its way since it was checked
 * @param booksVersion of the company's books that it is judged by
 */
record Claimed(
    LedgerRow row, int position, String text, List<Problem> problems, long booksVersion) {

  /** Puts the marker in its place; a document that was judged by older books is judged again. */
  static Claimed of(Map<?, ?> claimed, Books books) {
    LedgerRow row = LedgerRow.of(claimed);
    String text =
        ((String) claimed.get("document")).replace(OpenDocument.MARKER_TO_COME, row.marker());
    boolean judged = ((Number) claimed.get("books_version")).longValue() >= books.version();
    return new Claimed(
        row,
        ((Number) claimed.get("position")).intValue(),
        text,
        judged
            ? List.of()
            : new DocumentChecks(row, XeroJson.read(text), row.marker(), books).problems(),
        books.version());
  }
}
