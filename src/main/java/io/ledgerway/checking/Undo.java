package io.ledgerway.checking;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.cause.OrganisationCauses;
import io.ledgerway.document.DocumentJson;
import io.ledgerway.document.DocumentResource;
import io.ledgerway.document.Reversal;
import io.ledgerway.document.XeroFields;
import io.ledgerway.posting.Statements;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.reference.Books;
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
 * in the books is voided (xero-api.md 4.4 to 4.10), or reversed where its period is closed.
 * Thread-safe.
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

  /** How it is taken out. */
  public enum How {
    /** It is voided, deleted or archived, and no longer counts. */
    VOID,
    /** It stays, and a document of the opposite is posted, on the first day that is open. */
    REVERSAL
  }

  /**
   * What would be done.
   *
   * @param resource of Xero's
   * @param document that would be sent; a marker is still to come
   */
  public record Preview(String resource, String xeroId, Map<String, Object> document) {}

  /**
   * @return empty when there is no such document
   * @throws LedgerwayException {@code NOT_IN_XERO}, {@code CHANGE_UNDER_WAY}, {@code
   *     UNDO_UNDER_WAY}, {@code OTHER_ORGANISATION}, {@code CONTENTS_REMOVED}, {@code
   *     PERIOD_LOCKED} or {@code NO_REVERSAL} when it cannot be undone
   */
  public Optional<Preview> preview(String company, UUID id, How how) {
    return find(company, id)
        .map(
            row -> {
              check(company, row, how);
              Map<String, Object> document =
                  how == How.VOID ? voiding(row) : reversal(row, books.latest(company));
              return new Preview(resource(row).name(), (String) row.get("xero_id"), document);
            });
  }

  /**
   * Enters the undoing in the ledger; it goes out as any document does.
   *
   * @return its id; empty when there is no such document
   * @throws LedgerwayException as {@link #preview}
   */
  @Transactional
  public Optional<UUID> request(String company, UUID id, How how) {
    return find(company, id)
        .map(
            row -> {
              check(company, row, how);
              return enter(id, row, how);
            });
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
        .flatMap(row -> request(company, (UUID) row.get("id"), How.VOID));
  }

  private UUID enter(UUID id, Map<String, Object> row, How how) {
    DocumentResource undone = resource(row);
    DocumentResource resource =
        how == How.VOID ? undone.undo() : Reversal.resourceOf(undone, document(row)).orElseThrow();
    List<Map<String, Object>> entered =
        statements
            .named("posting/undo")
            .value("undo", UuidCreator.getTimeOrderedEpoch())
            .value("id", id)
            .value("resource", resource.name())
            .value("atOnce", resource.addressedById() ? 1 : 50)
            .value("marker", how == How.VOID ? row.get("xero_id") : null)
            .value("event", DocumentJson.write(event(row, how)))
            .value("now", clock.instant())
            .list();
    if (entered.isEmpty()) {
      throw underWay();
    }
    return (UUID) entered.get(0).get("id");
  }

  /** What is to be sent, or what is to be reversed: on which day is seen when it is checked. */
  private static Map<String, Object> event(Map<String, Object> row, How how) {
    Map<String, Object> event = new LinkedHashMap<>();
    if (how == How.VOID) {
      event.putAll(voiding(row));
      event.put("Date", String.valueOf(row.get("document_date")));
    } else {
      event.put("Resource", resource(row).name());
      event.put("Document", document(row));
    }
    return event;
  }

  private void check(String company, Map<String, Object> row, How how) {
    if (resource(row).changes()) {
      throw new LedgerwayException(
          "CHANGE_UNDER_WAY",
          "What stands in Xero of the document is being changed: that is %s."
              .formatted(row.get("state")),
          "Undo it when it is POSTED again, or void it in Xero.");
    }
    if (!List.of("POSTED", "DIFFERENT").contains(row.get("state")) || row.get("undoes") != null) {
      throw new LedgerwayException(
          "NOT_IN_XERO",
          "The document is %s: nothing of it stands in Xero that could be undone."
              .formatted(row.get("undoes") == null ? row.get("state") : "an undoing itself"),
          "Only what is POSTED or DIFFERENT can be undone.");
    }
    if (row.get("undone_by") != null && !"HELD".equals(row.get("undo_state"))) {
      throw underWay();
    }
    if (!Boolean.TRUE.equals(row.get("same_organisation"))) {
      throw new LedgerwayException(
          "OTHER_ORGANISATION",
          "The document stands in an organisation that the company is no longer connected to.",
          "Undo it in Xero, or connect the company to that organisation again.");
    }
    if (row.get("document") == null) {
      throw new LedgerwayException(
          "CONTENTS_REMOVED",
          "What was posted is no longer kept here, so nothing can be made that takes it back.",
          "Void it in Xero.");
    }
    if (how == How.REVERSAL) {
      if (Reversal.resourceOf(resource(row), document(row)).isEmpty()) {
        throw new LedgerwayException(
            "NO_REVERSAL",
            "There is no document that takes this one back.",
            "Void it, or undo it in Xero.");
      }
      return;
    }
    LocalDate date = date(row);
    if (date != null && resource(row).isInTheBooks()) {
      OrganisationCauses.locked(books.latest(company), date, "date")
          .ifPresent(
              problem -> {
                throw new LedgerwayException(
                    problem.code(),
                    problem.message(),
                    problem.action() + " Or undo it by REVERSAL, on the first day that is open.");
              });
    }
  }

  private static Map<String, Object> voiding(Map<String, Object> row) {
    DocumentResource resource = resource(row);
    return resource.undoing((String) row.get("xero_id"), resource.status(document(row)));
  }

  private static Map<String, Object> reversal(Map<String, Object> row, Books books) {
    return Reversal.of(
        resource(row),
        document(row),
        UndoDocument.firstOpen(books, XeroFields.day(XeroFields.text(document(row), "Date"))),
        OpenDocument.MARKER_TO_COME,
        XeroFields.text(document(row), "Url"));
  }

  private static DocumentResource resource(Map<String, Object> row) {
    return DocumentResource.valueOf((String) row.get("resource"));
  }

  private static Map<String, Object> document(Map<String, Object> row) {
    return DocumentJson.read((String) row.get("document"));
  }

  private static LocalDate date(Map<String, Object> row) {
    return row.get("document_date") == null
        ? null
        : ((java.sql.Date) row.get("document_date")).toLocalDate();
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
