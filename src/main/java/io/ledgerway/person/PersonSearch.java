package io.ledgerway.person;

import io.ledgerway.posting.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where a person's e-mail stands. Thread-safe. */
@Component
public class PersonSearch {

  private final Statements statements;

  PersonSearch(Statements statements) {
    this.statements = statements;
  }

  /**
   * A document of the person's.
   *
   * @param finished whether it can be erased
   */
  public record Document(UUID id, String source, String sourceId, String state, boolean finished) {}

  /**
   * Another place.
   *
   * @param place users, contacts, choices, letters or changes
   */
  public record Place(String place, String id, String state) {}

  /**
   * Newest first.
   *
   * @param before the last one of the page before; null for the first page
   */
  public List<Document> documents(String company, String email, UUID before, int limit) {
    List<Document> found = new ArrayList<>();
    statements
        .named("person/documents")
        .value("company", company)
        .value("email", Email.plain(email))
        .value("before", before)
        .value("limit", limit)
        .rows(
            row ->
                found.add(
                    new Document(
                        row.getObject("id", UUID.class),
                        row.getString("source"),
                        row.getString("source_id"),
                        row.getString("state"),
                        row.getBoolean("finished"))));
    return found;
  }

  /** At most 500. */
  public List<Place> elsewhere(String company, String email) {
    List<Place> found = new ArrayList<>();
    statements
        .named("person/elsewhere")
        .value("company", company)
        .value("email", Email.plain(email))
        .value("escaped", Email.escaped(email))
        .rows(
            row ->
                found.add(
                    new Place(
                        row.getString("place"), row.getString("id"), row.getString("state"))));
    return found;
  }
}
