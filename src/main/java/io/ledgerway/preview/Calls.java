package io.ledgerway.preview;

import io.ledgerway.document.DocumentJson;
import io.ledgerway.document.DocumentResource;
import io.ledgerway.posting.Statements;
import io.ledgerway.preview.Previewed.Call;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The call to Xero that a document would travel in. Thread-safe. */
@Component
class Calls {

  private static final int MOST_DOCUMENTS = 50;

  private final Statements statements;

  Calls(Statements statements) {
    this.statements = statements;
  }

  Call of(Map<String, Object> row, String document) {
    DocumentResource resource = DocumentResource.valueOf((String) row.get("resource"));
    Map<String, Object> queue =
        statements
            .named("preview/queue")
            .value("company", row.get("company"))
            .value("resource", resource.name())
            .value("source", row.get("source"))
            .value("id", row.get("id"))
            .list()
            .get(0);
    String exports = (String) queue.get("mode");
    return new Call(
        resource.method(),
        "/api.xro/2.0/"
            + resource.endpoint()
            + (resource.addressedById() ? "/" + row.get("marker") : "")
            + "?summarizeErrors=false",
        exports,
        Boolean.TRUE.equals(row.get("released"))
            || row.get("undoes") != null
            || exports.equals("REAL_TIME"),
        ((Number) queue.get("waiting")).intValue(),
        resource.addressedById()
            ? 1
            : row.get("max_batch") instanceof Number most ? most.intValue() : MOST_DOCUMENTS,
        document.getBytes(StandardCharsets.UTF_8).length,
        DocumentJson.MAX_REQUEST_BYTES);
  }
}
