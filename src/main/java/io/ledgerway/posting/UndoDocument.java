package io.ledgerway.posting;

import io.ledgerway.cause.OrganisationCauses;
import io.ledgerway.document.DocumentJson;
import io.ledgerway.document.DocumentResource;
import io.ledgerway.document.XeroFields;
import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.BooksOf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Makes the Xero document that undoes another one: its id, and the status of what is gone. Xero
 * refuses it in a locked period.
 */
class UndoDocument implements Processor {

  private final BooksOf books;

  UndoDocument(BooksOf books) {
    this.books = books;
  }

  @Override
  public void process(Exchange exchange) {
    LedgerRow row = exchange.getVariable(OpenDocument.ROW, LedgerRow.class);
    List<Problem> problems = problems(row, books.of(row.company()));
    if (!problems.isEmpty()) {
      throw new DocumentProblems(problems);
    }
    Map<String, Object> document = new LinkedHashMap<>(DocumentJson.read(row.event()));
    document.remove("Date");
    new Prepared(
            row,
            exchange.getVariable(OpenDocument.BOOKS_VERSION, Long.class),
            null,
            DocumentJson.write(document),
            List.of())
        .putOn(exchange);
  }

  /** Of an undo the event says what it undoes, and of which day that is. */
  static List<Problem> problems(LedgerRow row, Books books) {
    String date = XeroFields.text(DocumentJson.read(row.event()), "Date");
    if (!DocumentResource.valueOf(row.resource()).isInTheBooks()) {
      return List.of();
    }
    return OrganisationCauses.locked(books, XeroFields.day(date), "date").stream().toList();
  }
}
