package io.ledgerway.checking;

import io.ledgerway.cause.OrganisationCauses;
import io.ledgerway.document.DocumentChecks;
import io.ledgerway.document.DocumentJson;
import io.ledgerway.document.DocumentResource;
import io.ledgerway.document.Reversal;
import io.ledgerway.document.XeroFields;
import io.ledgerway.posting.LedgerRow;
import io.ledgerway.problem.DocumentProblems;
import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.BooksOf;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Makes the Xero document that undoes another one: its id and the status of what is gone, which
 * Xero refuses in a locked period, or one that takes it back.
 */
public class UndoDocument implements Processor {

  private final BooksOf books;

  UndoDocument(BooksOf books) {
    this.books = books;
  }

  @Override
  public void process(Exchange exchange) {
    LedgerRow row = exchange.getVariable(OpenDocument.ROW, LedgerRow.class);
    Books known = books.of(row.company());
    Map<String, Object> document =
        DocumentResource.valueOf(row.resource()).undoes()
            ? voiding(row)
            : reversal(
                row,
                known,
                exchange.getVariable("marker", String.class),
                exchange.getVariable("documentUrl", String.class));
    List<Problem> problems = problems(row, document, known);
    if (!problems.isEmpty()) {
      throw new DocumentProblems(problems);
    }
    new Prepared(
            row,
            exchange.getVariable(OpenDocument.BOOKS_VERSION, Long.class),
            null,
            DocumentJson.write(document),
            List.of())
        .putOn(exchange);
  }

  private static Map<String, Object> voiding(LedgerRow row) {
    Map<String, Object> document = new LinkedHashMap<>(DocumentJson.read(row.event()));
    document.remove("Date");
    return document;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> reversal(
      LedgerRow row, Books books, String marker, String url) {
    Map<String, Object> event = DocumentJson.read(row.event());
    Map<String, Object> document = (Map<String, Object>) event.get("Document");
    return Reversal.of(
        DocumentResource.valueOf((String) event.get("Resource")),
        document,
        firstOpen(books, XeroFields.day(XeroFields.text(document, "Date"))),
        marker,
        url);
  }

  /** That day, or the one after the lock date when it is in a locked period. */
  static LocalDate firstOpen(Books books, LocalDate day) {
    return books
        .organisation()
        .filter(organisation -> organisation.isLocked(day))
        .map(organisation -> organisation.lockDate().plusDays(1))
        .orElse(day);
  }

  private static List<Problem> problems(LedgerRow row, Map<String, Object> document, Books books) {
    return DocumentResource.valueOf(row.resource()).undoes()
        ? problems(row, books)
        : new DocumentChecks(
                row.sourceDocument(),
                document,
                row.marker() == null ? OpenDocument.MARKER_TO_COME : row.marker(),
                books)
            .problems();
  }

  /** Of an undo the event says what it undoes, and of which day that is. */
  public static List<Problem> problems(LedgerRow row, Books books) {
    String date = XeroFields.text(DocumentJson.read(row.event()), "Date");
    if (!DocumentResource.valueOf(row.resource()).isInTheBooks()) {
      return List.of();
    }
    return OrganisationCauses.locked(books, XeroFields.day(date), "date").stream().toList();
  }
}
