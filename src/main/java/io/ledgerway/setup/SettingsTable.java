package io.ledgerway.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The import settings of all companies, in the organisation that each is connected to. Thread-safe.
 */
@Component
class SettingsTable {

  private static final TypeReference<List<Unbound>> UNBOUND = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  SettingsTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<SavedSettings> find(String company, Stage stage) {
    return jdbc.sql(SqlFile.read("setup/settings"))
        .param("company", company)
        .param("stage", stage.name())
        .query((row, number) -> saved(row))
        .optional();
  }

  /** Settings that name records of the organisation that the company is connected to. */
  void save(String company, Stage stage, ImportSettings settings, List<Unbound> review) {
    save(company, new SavedSettings(stage, settings, null, review));
  }

  /**
   * @param saved null as its namedTenant means the organisation that the company is connected to
   */
  void save(String company, SavedSettings saved) {
    jdbc.sql(SqlFile.read("setup/save-settings"))
        .param("company", company)
        .param("stage", saved.stage().name())
        .param("settings", text(saved.settings()))
        .param("named", saved.namedTenant())
        .param("review", text(saved.review()))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  void remove(String company, Stage stage) {
    jdbc.sql(SqlFile.read("setup/remove-settings"))
        .param("company", company)
        .param("stage", stage.name())
        .update();
  }

  /** Where nothing was ever chosen in the present organisation, what was chosen in another. */
  void carryOver(String company) {
    jdbc.sql(SqlFile.read("setup/carry-over")).param("company", company).update();
  }

  /** What is in force in other organisations no longer is. */
  void endFormer(String company) {
    jdbc.sql(SqlFile.read("setup/end-former-settings")).param("company", company).update();
  }

  String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private SavedSettings saved(ResultSet row) throws SQLException {
    try {
      return new SavedSettings(
          Stage.valueOf(row.getString("stage")),
          json.readValue(row.getString("settings"), ImportSettings.class),
          row.getString("named_tenant"),
          json.readValue(row.getString("review"), UNBOUND));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The store holds import settings that cannot be read", e);
    }
  }
}
