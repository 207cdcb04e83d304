package io.ledgerway.reference;

import com.fasterxml.jackson.databind.node.TextNode;
import io.ledgerway.reference.Settings.ExportMode;
import io.ledgerway.reference.Settings.MixedSigns;
import io.ledgerway.sql.SqlFile;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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
            .addValue("record", record)
            .addValue("value", after);
    transaction.executeWithoutResult(
        status -> {
          changes.lock(company);
          String before =
              jdbc.queryForList(read, row, String.class).stream()
                  .filter(Objects::nonNull)
                  .findFirst()
                  .orElse(null);
          if (!Objects.equals(before, after)) {
            jdbc.update(write, row);
            changes.write(
                company,
                kind,
                record,
                keys(kind, record, before, after),
                json(before),
                json(after));
          }
        });
  }

  private static String json(String text) {
    return text == null ? null : TextNode.valueOf(text).toString();
  }

  private static Set<String> keys(String kind, String record, String before, String after) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(kind + ":" + record);
    if (kind.equals("card") || record.equals("transfer-account")) {
      // A document that waits for a bank account is also freed by choosing another one.
      Stream.of(before, after).filter(Objects::nonNull).forEach(id -> keys.add("account:" + id));
    }
    return keys;
  }
}
