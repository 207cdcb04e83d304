package io.ledgerway.posting;

import io.ledgerway.problem.Problem;
import io.ledgerway.problem.Problem.Actor;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.BooksOf;
import io.ledgerway.reference.Settings.Access;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Takes up one row of the ledger: its event becomes the body, what mappings ask for becomes
 * variables. A document of a company that cannot export now goes no further.
 */
class OpenDocument implements Processor {

  static final String ROW = "ledgerRow";

  /** Stands for the marker that a document gets when it is claimed. */
  static final String MARKER_TO_COME = "LW-0000000000000000-00";

  static final String BOOKS_VERSION = "booksVersion";

  private static final Problem SET_UP_INCOMPLETE =
      new Problem(
          "SETUP_INCOMPLETE",
          "The company's set-up is not complete: nothing is exported yet.",
          Actor.ADMIN,
          "Connect the company to Xero and complete its import settings. The expense then goes out"
              + " by itself.",
          "setting:import-settings",
          null);

  private static final Map<Access, Problem> SHUT_OUT =
      Map.of(
          Access.EXPIRED,
          shutOut(
              "CONNECTION_EXPIRED",
              "Your Xero connection has expired. Please reconnect from Settings.",
              "Connect the company to its Xero organisation again."),
          Access.DISABLED,
          shutOut(
              "CONNECTION_DISABLED",
              "The company's connection to Xero is disabled.",
              "Connect the company again."));

  private final BooksOf books;
  private final String hubUrl;

  OpenDocument(BooksOf books, String hubUrl) {
    this.books = books;
    this.hubUrl = hubUrl;
  }

  @Override
  public void process(Exchange exchange) {
    LedgerRow row = LedgerRow.of(exchange.getMessage().getBody(Map.class));
    exchange.setVariable(ROW, row);
    exchange.setVariable("company", row.company());
    // Taken before anything is looked up: what changes from here on is news to this document.
    Books known = books.of(row.company());
    exchange.setVariable(BOOKS_VERSION, known.version());
    if (!known.settings().isSetUp()) {
      throw new DocumentProblems(List.of(SET_UP_INCOMPLETE));
    }
    Problem shutOut = SHUT_OUT.get(known.settings().access());
    if (shutOut != null) {
      throw new DocumentProblems(List.of(shutOut));
    }
    exchange.setVariable("source", row.source());
    exchange.setVariable("kind", row.kind());
    exchange.setVariable("marker", row.marker() == null ? MARKER_TO_COME : row.marker());
    exchange.setVariable("documentUrl", hubUrl + "/postings/" + row.id());
    exchange.getMessage().setBody(row.event());
  }

  private static Problem shutOut(String code, String message, String action) {
    return new Problem(
        code,
        message,
        Actor.ADMIN,
        action + " The expense then goes out by itself.",
        "setting:connection",
        null);
  }
}
