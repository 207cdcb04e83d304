package io.ledgerway.reference;

import com.fasterxml.jackson.databind.node.TextNode;
import io.ledgerway.connection.OrganisationChanged;
import io.ledgerway.sql.SqlFile;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When a company changes to another organisation, the books of the former one are closed and stay
 * as they are: a half-read page or a cursor in its time has no place in the new one, which is read
 * anew. The platform's people come along. Thread-safe.
 */
@Component
class FormerBooks {

  private static final String FORGET_PAGES = SqlFile.read("reference/forget-pages");
  private static final String FORGET_CURSORS = SqlFile.read("reference/forget-cursors");

  private final JdbcClient jdbc;
  private final SettingChanges changes;
  private final People people;

  FormerBooks(JdbcClient jdbc, SettingChanges changes, People people) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.people = people;
  }

  /** Within the transaction that connects. */
  @EventListener
  void close(OrganisationChanged change) {
    String company = change.company();
    changes.lock(company);
    jdbc.sql(FORGET_PAGES).param("company", company).update();
    jdbc.sql(FORGET_CURSORS).param("company", company).update();
    people.bringAlong(company, change.formerTenantId() == null ? "" : change.formerTenantId());
    // What is chosen here may have been in force before: what waits for it is looked at again.
    changes.write(
        company,
        "setting",
        "organisation",
        Set.of("setting:import-settings"),
        json(change.formerName()),
        json(change.name()));
  }

  private static String json(String text) {
    return text == null ? null : TextNode.valueOf(text).toString();
  }
}
