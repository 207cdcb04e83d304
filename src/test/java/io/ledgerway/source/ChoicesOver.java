package io.ledgerway.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ledgerway.reference.SettingChanges;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What companies choose for Perk, over a real database. */
public final class ChoicesOver {

  private final Source perk = new Sources(Path.of("routes"), Path.of("mappings")).of("perk");
  private final Choices choices;

  public ChoicesOver(
      DataSource database,
      PlatformTransactionManager transactions,
      SettingChanges changes,
      Clock clock) {
    JdbcClient jdbc = JdbcClient.create(database);
    this.choices = new Choices(jdbc, transactions, changes, new ChosenRecord(jdbc), clock);
  }

  public void choose(String company, String setting, String value) {
    choices.change(company, perk, JsonNodeFactory.instance.objectNode().put(setting, value));
  }

  /** Null takes the card off. */
  public void card(String company, String card, String account) {
    Map<String, String> rows = new HashMap<>();
    rows.put(card, account);
    choices.fill(company, perk, perk.tables().get("cards"), rows, false);
  }
}
