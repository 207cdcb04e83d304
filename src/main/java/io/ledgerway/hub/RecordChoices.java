package io.ledgerway.hub;

import io.ledgerway.source.Choice;
import io.ledgerway.sql.SqlFile;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records of Xero that a company can choose among. Thread-safe. */
@Component
class RecordChoices {

  private final JdbcClient jdbc;

  RecordChoices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Something to choose.
   *
   * @param id what is kept
   * @param words what people read
   */
  record Option(String id, String words) {}

  /**
   * Those that are active and fit, by code and name, at most a thousand; also what is chosen, if it
   * no longer is.
   *
   * @param chosen ids that stand already
   */
  List<Option> of(String company, Choice choice, List<String> chosen) {
    return jdbc.sql(SqlFile.read("hub/record-choices"))
        .param("company", company)
        .param("kind", choice.recordKind())
        .param("types", choice.accountTypes().toArray(String[]::new))
        .param("chosen", chosen.toArray(String[]::new))
        .query(Option.class)
        .list();
  }
}
