package io.ledgerway.posting;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.cause.OrganisationCauses;
import io.ledgerway.document.DocumentJson;
import io.ledgerway.document.DocumentResource;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.reference.BooksOf;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what was posted out of Xero again: a bank transaction is deleted, a draft too; what counts
 * in the books is voided (xero-api.md 4.5, 4.6, 4.8). Thread-safe.
 */
@Component
public class Undo {

  private final Statements statements;
  private final BooksOf books;
  private final Clock clock;

  Undo(Statements statements, BooksOf books, Clock clock) {
    this.statements = statements;
    this.books = books;
    this.clock = clock;
  }

  /**
   * What would be done.
   *
   * @param resource of Xero's
   * @param document that would be sent
   */
  public record Preview(String resource, String xeroId, Map<String, Object> document) {}

  /**
   * @return empty when there is no such document
   * @throws LedgerwayException {@code NOT_IN_XERO}, {@code UNDO_UNDER_WAY}, {@code
   *     OTHER_ORGANISATION} or {@code PERIOD_LOCKED} when it cannot be undone
   */
  public Optional<Preview> preview(String company, UUID id) {
    return find(company, id).map(row -> preview(company, row));
  }

  /**
   * Enters the undoing in the ledger; it goes out as any document does.
   *
   * @return its id; empty when there is no such document
   * @throws LedgerwayException as {@link #preview}
   */
  @Transactional
  public Optional<UUID> request(String company, UUID id) {
    return find(company, id).map(row -> enter(company, id, row));
  }

  /**
   * As {@link #request}, of the document that its source knows by that id.
   *
   * @throws LedgerwayException as {@link #preview}
   */
  @Transactional
  public Optional<UUID> ofSource(String company, String source, String sourceId) {
    return statements
        .named("posting/id-of")
        .value("company", company)
        .value("source", source)
        .value("sourceId", sourceId)
        .list()
        .stream()
        .findFirst()
        .flatMap(row -> request(company, (UUID) row.get("id")));
  }

  private UUID enter(String company, UUID id, Map<String, Object> row) {
    Preview preview = preview(company, row);
    DocumentResource resource = DocumentResource.valueOf(preview.resource());
    Map<String, Object> event = new LinkedHashMap<>(preview.document());
    event.put("Date", String.valueOf(row.get("document_date")));
    UUID undo = UuidCreator.getTimeOrderedEpoch();
    int entered =
        statements
            .named("posting/undo")
            .value("undo", undo)
            .value("id", id)
            .value("resource", resource.undo().name())
            .value("atOnce", resource.undo().addressedById() ? 1 : 50)
            .value("event", DocumentJson.write(event))
            .value("now", clock.instant())
            .run();
    if (entered == 0) {
      throw underWay();
    }
    return undo;
  }

  private Preview preview(String company, Map<String, Object> row) {
    DocumentResource resource = DocumentResource.valueOf((String) row.get("resource"));
    if (!List.of("POSTED", "DIFFERENT").contains(row.get("state")) || resource.knowsId()) {
      throw new LedgerwayException(
          "NOT_IN_XERO",
          "The document is %s: nothing of it stands in Xero that could be undone."
              .formatted(row.get("state")),
          "Only what is POSTED or DIFFERENT can be undone.");
    }
    if (row.get("undone_by") != null) {
      throw underWay();
    }
    if (!Boolean.TRUE.equals(row.get("same_organisation"))) {
      throw new LedgerwayException(
          "OTHER_ORGANISATION",
          "The document stands in an organisation that the company is no longer connected to.",
          "Undo it in Xero, or connect the company to that organisation again.");
    }
    LocalDate date =
        row.get("document_date") == null
            ? null
            : ((java.sql.Date) row.get("document_date")).toLocalDate();
    if (date != null && resource.isInTheBooks()) {
      OrganisationCauses.locked(books.of(company), date, "date")
          .ifPresent(
              problem -> {
                throw new LedgerwayException(problem.code(), problem.message(), problem.action());
              });
    }
    String xeroId = (String) row.get("xero_id");
    String status = resource.status(DocumentJson.read((String) row.get("document")));
    return new Preview(resource.name(), xeroId, resource.undoing(xeroId, status));
  }

  private Optional<Map<String, Object>> find(String company, UUID id) {
    return statements
        .named("posting/undoable")
        .value("company", company)
        .value("id", id)
        .list()
        .stream()
        .findFirst();
  }

  private static LedgerwayException underWay() {
    return new LedgerwayException(
        "UNDO_UNDER_WAY",
        "Undoing this document was asked for before.",
        "GET the postings with the sourceId 'undo:' and its Xero id for what became of it.");
  }
}
