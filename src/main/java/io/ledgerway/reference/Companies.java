package io.ledgerway.reference;

import io.ledgerway.reference.Settings.ExportMode;
import io.ledgerway.reference.Settings.MixedSigns;
import io.ledgerway.sql.SqlFile;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
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
  private final Clock clock;

  Companies(NamedParameterJdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Makes a company known, or renames it. Its other settings stay, or take their defaults. */
  public void setUp(String company, String name) {
    jdbc.update(SqlFile.read("reference/set-up-company"), Map.of("company", company, "name", name));
  }

  /**
   * @param accountId AccountID of the card's bank account; null takes the card off the map
   * @throws UnknownCompany when no such company is set up
   */
  public void mapCard(String company, String card, String accountId) {
    change(
        company,
        "card",
        card,
        "select account_id from company_card where company = :company and card = :record",
        accountId == null
            ? "delete from company_card where company = :company and card = :record"
            : SqlFile.read("reference/map-card"),
        accountId);
  }

  /**
   * @param accountId AccountID of the bank account that travel posts to; null for none
   * @throws UnknownCompany when no such company is set up
   */
  public void chooseTransferAccount(String company, String accountId) {
    setting(company, "transfer-account", "transfer_account_id", accountId);
  }

  /**
   * @throws UnknownCompany when no such company is set up
   */
  public void chooseMixedSigns(String company, MixedSigns choice) {
    setting(company, "mixed-signs", "mixed_signs", choice.name());
  }

  /**
   * @throws UnknownCompany when no such company is set up
   */
  public void chooseExportMode(String company, ExportMode choice) {
    setting(company, "export-mode", "export_mode", choice.name());
  }

  private void setting(String company, String setting, String column, String value) {
    change(
        company,
        "setting",
        setting,
        "select " + column + " from company where id = :company",
        "update company set " + column + " = :value where id = :company",
        value);
  }

  private void change(
      String company, String kind, String record, String read, String write, String after) {
    MapSqlParameterSource row =
        new MapSqlParameterSource("company", company)
            .addValue("kind", kind)
            .addValue("record", record)
            .addValue("value", after)
            .addValue("at", Timestamp.from(clock.instant()));
    transaction.executeWithoutResult(
        status -> {
          lock(company, row);
          String before =
              jdbc.queryForList(read, row, String.class).stream()
                  .filter(Objects::nonNull)
                  .findFirst()
                  .orElse(null);
          if (!Objects.equals(before, after)) {
            jdbc.update(write, row);
            record(row, before, after);
          }
        });
  }

  private void lock(String company, MapSqlParameterSource row) {
    if (jdbc.queryForList(SqlFile.read("reference/current-version"), row, Long.class).isEmpty()) {
      throw new UnknownCompany(company);
    }
    jdbc.update(SqlFile.read("reference/lock-company"), row);
  }

  private void record(MapSqlParameterSource row, String before, String after) {
    String kind = (String) row.getValue("kind");
    Set<String> keys = new LinkedHashSet<>();
    keys.add(kind + ":" + row.getValue("record"));
    if (kind.equals("card") || "transfer-account".equals(row.getValue("record"))) {
      // A document that waits for a bank account is also freed by choosing another one.
      if (before != null) {
        keys.add("account:" + before);
      }
      if (after != null) {
        keys.add("account:" + after);
      }
    }
    row.addValue(
            "version", jdbc.queryForObject(SqlFile.read("reference/next-version"), row, Long.class))
        .addValue("change", before == null ? "ADDED" : after == null ? "DEACTIVATED" : "CHANGED")
        .addValue("keys", keys.toArray(String[]::new))
        .addValue("before", before)
        .addValue("after", after);
    jdbc.update(SqlFile.read("reference/setting-change"), row);
  }
}
