package io.ledgerway.posting;

import io.ledgerway.mapping.PostedDocuments;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the ledger what stands in Xero. Thread-safe. */
@Component
class StandingDocuments implements PostedDocuments {

  private final Statements statements;

  StandingDocuments(Statements statements) {
    this.statements = statements;
  }

  @Override
  public Optional<PostedDocument> find(String company, String source, String sourceId) {
    return statements
        .named("posting/standing-document")
        .value("company", company)
        .value("source", source)
        .value("sourceId", sourceId)
        .list()
        .stream()
        .findFirst()
        .map(
            row ->
                new PostedDocument(
                    (String) row.get("kind"),
                    (String) row.get("resource"),
                    (String) row.get("xero_id"),
                    ((Number) row.get("version")).intValue()));
  }
}
