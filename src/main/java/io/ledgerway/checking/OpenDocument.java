package io.ledgerway.checking;

import io.ledgerway.cause.OrganisationCauses;
import io.ledgerway.cause.SourceCauses;
import io.ledgerway.posting.LedgerRow;
import io.ledgerway.problem.DocumentProblems;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.BooksOf;
import io.ledgerway.source.Sources;
import io.ledgerway.trace.Stretch;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Takes up one row of the ledger: its event becomes the body, what mappings ask for becomes
 * variables. A document of a company that cannot export now goes no further.
 */
public class OpenDocument implements Processor {

  static final String ROW = "ledgerRow";

  /** Stands for the marker that a document gets when it is claimed. */
  public static final String MARKER_TO_COME = "LW-0000000000000000-00";

  /**
   * The document as it is sent.
   *
   * @param document null where there is none
   * @param marker null before it was claimed
   */
  public static String marked(String document, String marker) {
    return document == null || marker == null ? document : document.replace(MARKER_TO_COME, marker);
  }

  static final String BOOKS_VERSION = "booksVersion";

  private final BooksOf books;
  private final Sources sources;
  private final String hubUrl;

  OpenDocument(BooksOf books, Sources sources, String hubUrl) {
    this.books = books;
    this.sources = sources;
    this.hubUrl = hubUrl;
  }

  @Override
  public void process(Exchange exchange) {
    LedgerRow row = LedgerRow.of(exchange.getMessage().getBody(Map.class), sources);
    exchange.setVariable(ROW, row);
    exchange.setVariable("company", row.company());
    exchange.setVariable("posting", row.id());
    if (row.followed() != null) {
      exchange.setVariable(Stretch.TRACE, row.followed().context().id());
    }
    // Taken before anything is looked up: what changes from here on is news to this document.
    Books known = books.of(row.company());
    exchange.setVariable(BOOKS_VERSION, known.version());
    if (!known.settings().isSetUp()) {
      throw new DocumentProblems(List.of(OrganisationCauses.setUpIncomplete()));
    }
    OrganisationCauses.shutOut(known.settings().access())
        .ifPresent(
            problem -> {
              throw new DocumentProblems(List.of(problem));
            });
    SourceCauses.off(row.source(), known.settings().sourcesOff())
        .ifPresent(
            problem -> {
              throw new DocumentProblems(List.of(problem));
            });
    exchange.setVariable("undoes", row.undoes() != null);
    exchange.setVariable("source", row.source());
    exchange.setVariable("kind", row.kind());
    exchange.setVariable("mistakenBy", row.mistakenBy());
    exchange.setVariable("marker", row.marker() == null ? MARKER_TO_COME : row.marker());
    exchange.setVariable("documentUrl", hubUrl + "/postings/" + row.id());
    exchange.getMessage().setBody(row.event());
  }
}
