package io.ledgerway.reference;

import com.fasterxml.jackson.databind.node.TextNode;
import io.ledgerway.reference.Settings.ExportMode;
import io.ledgerway.sql.SqlFile;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets companies up and changes what they have chosen. Each real change is written to {@code
 * reference_change} with the keys of the documents that may be waiting for it. Thread-safe.
 */
@Component
public class Companies {

  private final NamedParameterJdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final SettingChanges changes;

  Companies(
      NamedParameterJdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      SettingChanges changes) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.changes = changes;
  }

  /** Makes a company known, or renames it. Its other settings stay, or take their defaults. */
  public void setUp(String company, String name) {
    jdbc.update(SqlFile.read("reference/set-up-company"), Map.of("company", company, "name", name));
  }

  /**
   * @throws UnknownCompany when no such company is set up
   */
  public void chooseExportMode(String company, ExportMode choice) {
    MapSqlParameterSource row =
        new MapSqlParameterSource("company", company).addValue("value", choice.name());
    transaction.executeWithoutResult(
        status -> {
          changes.lock(company);
          String before =
              jdbc.queryForObject(
                  "select export_mode from company where id = :company", row, String.class);
          if (!choice.name().equals(before)) {
            jdbc.update("update company set export_mode = :value where id = :company", row);
            changes.write(
                company,
                "setting",
                "export-mode",
                Set.of("setting:export-mode"),
                TextNode.valueOf(before).toString(),
                TextNode.valueOf(choice.name()).toString());
          }
        });
  }
}
