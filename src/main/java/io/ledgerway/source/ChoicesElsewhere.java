package io.ledgerway.source;

import com.fasterxml.jackson.databind.node.TextNode;
import io.ledgerway.connection.OrganisationChanged;
import io.ledgerway.reference.SettingChanges;
import io.ledgerway.sql.SqlFile;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Carries a company's choices of records over to another organisation, once its books have been
 * read: each is bound to the record with the same code, else the same name. What was chosen in the
 * former organisation stays there, for who comes back. Thread-safe.
 */
@Component
public class ChoicesElsewhere {

  private final JdbcClient jdbc;
  private final Sources sources;
  private final Choices choices;
  private final SettingChanges changes;

  ChoicesElsewhere(JdbcClient jdbc, Sources sources, Choices choices, SettingChanges changes) {
    this.jdbc = jdbc;
    this.sources = sources;
    this.choices = choices;
    this.changes = changes;
  }

  private record Bound(String source, String name, String value, String kind, String id) {}

  /**
   * A choice that does not bind in the present organisation.
   *
   * @param value of the table; empty for a setting
   * @param id of the record that was chosen
   * @param recordName null when no books know it
   */
  public record Unbound(String source, String name, String value, String id, String recordName) {}

  /** Within a transaction that holds the company's lock, when its books have been read. */
  public void bind(String company) {
    jdbc.sql(SqlFile.read("source/counterparts"))
        .param("company", company)
        .query(Bound.class)
        .list()
        .forEach(
            each ->
                sources
                    .find(each.source())
                    .ifPresent(
                        source -> {
                          Choice choice = choice(source, each.name(), each.value());
                          if (choice != null) {
                            // The statement gives only what is not chosen here yet.
                            choices.put(
                                company,
                                source,
                                choice,
                                each.value(),
                                null,
                                TextNode.valueOf(each.id()));
                          }
                        }));
  }

  /** Within the transaction that connects: what was chosen here before is in force again. */
  @EventListener
  void comeBack(OrganisationChanged change) {
    changes.lock(change.company());
    if (change.formerTenantId() == null) {
      jdbc.sql(SqlFile.read("source/adopt")).param("company", change.company()).update();
    }
    for (Source source : sources.all()) {
      jdbc
          .sql(SqlFile.read("source/in-force"))
          .param("company", change.company())
          .param("source", source.name())
          .param("name", null)
          .query(
              (row, number) ->
                  new Bound(
                      source.name(),
                      row.getString("name"),
                      row.getString("value"),
                      row.getString("kind"),
                      row.getString("text")))
          .list()
          .stream()
          .filter(each -> each.kind() != null)
          .forEach(
              each -> {
                Choice choice = choice(source, each.name(), each.value());
                if (choice != null) {
                  choices.announce(
                      change.company(),
                      source,
                      choice,
                      each.value(),
                      null,
                      TextNode.valueOf(each.id()));
                }
              });
    }
  }

  public List<Unbound> unbound(String company) {
    return jdbc.sql(SqlFile.read("source/unbound"))
        .param("company", company)
        .query(Unbound.class)
        .list();
  }

  private static Choice choice(Source source, String name, String value) {
    return value.isEmpty() ? source.settings().get(name) : source.tables().get(name);
  }
}
