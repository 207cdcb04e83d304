package io.ledgerway.preview;

import io.ledgerway.posting.Statements;
import io.ledgerway.problem.LedgerwayException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Documents of the ledger, as checks take them up. Thread-safe. */
@Component
class PostingRows {

  private final Statements statements;

  PostingRows(Statements statements) {
    this.statements = statements;
  }

  /**
   * @return empty when the company has none of that id
   * @throws LedgerwayException {@code CONTENTS_REMOVED}
   */
  Optional<Map<String, Object>> of(String company, UUID id) {
    Optional<Map<String, Object>> row =
        statements
            .named("preview/posting")
            .value("company", company)
            .value("id", id)
            .list()
            .stream()
            .findFirst();
    row.filter(each -> each.get("event") == null)
        .ifPresent(
            each -> {
              throw new LedgerwayException(
                  "CONTENTS_REMOVED",
                  "What the document said is no longer kept here.",
                  "Nothing can be made of it any more.");
            });
    return row;
  }
}
