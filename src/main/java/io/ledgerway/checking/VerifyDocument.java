package io.ledgerway.checking;

import io.ledgerway.cause.AmountCauses;
import io.ledgerway.document.DocumentChecks;
import io.ledgerway.document.DocumentJson;
import io.ledgerway.document.DocumentResource;
import io.ledgerway.mapping.Mappings;
import io.ledgerway.posting.LedgerRow;
import io.ledgerway.problem.DocumentProblems;
import io.ledgerway.problem.Problem;
import io.ledgerway.reference.BooksOf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Checks a mapped document against every known cause of refusal before it is sent. */
class VerifyDocument implements Processor {

  private final BooksOf books;

  VerifyDocument(BooksOf books) {
    this.books = books;
  }

  @Override
  @SuppressWarnings("unchecked")
  public void process(Exchange exchange) {
    LedgerRow row = exchange.getVariable(OpenDocument.ROW, LedgerRow.class);
    Map<String, Object> document = exchange.getMessage().getBody(Map.class);
    List<Problem> problems =
        new DocumentChecks(
                row.sourceDocument(),
                document,
                exchange.getVariable("marker", String.class),
                books.of(row.company()))
            .problems();
    if (!problems.isEmpty()) {
      throw new DocumentProblems(problems);
    }
    DocumentResource resource = DocumentResource.valueOf(row.resource());
    String text =
        DocumentJson.write(
            resource.changes() ? resource.changing(row.xeroId(), document) : document);
    if (text.getBytes(StandardCharsets.UTF_8).length > DocumentJson.MAX_REQUEST_BYTES) {
      throw new DocumentProblems(List.of(AmountCauses.tooLarge()));
    }
    new Prepared(
            row,
            exchange.getVariable(OpenDocument.BOOKS_VERSION, Long.class),
            exchange.getVariable(Mappings.VERSION_VARIABLE, String.class),
            text,
            List.of())
        .putOn(exchange);
  }
}
