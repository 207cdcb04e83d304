package io.ledgerway.setup;

import io.ledgerway.connection.ConnectionChecks.Check;
import io.ledgerway.source.Choice;
import io.ledgerway.source.Choices;
import io.ledgerway.source.ChoicesElsewhere;
import io.ledgerway.source.ChoicesElsewhere.Unbound;
import io.ledgerway.source.Source;
import io.ledgerway.source.Sources;
import io.ledgerway.sql.SqlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says which choices of Xero records a company's sources still lack. Sources that the company does
 * not use are left out once it uses one. Thread-safe.
 */
@Component
class ChoiceChecks {

  private final JdbcClient jdbc;
  private final Sources sources;
  private final Choices choices;
  private final ChoicesElsewhere elsewhere;

  ChoiceChecks(JdbcClient jdbc, Sources sources, Choices choices, ChoicesElsewhere elsewhere) {
    this.jdbc = jdbc;
    this.sources = sources;
    this.choices = choices;
    this.elsewhere = elsewhere;
  }

  List<Check> checks(String company) {
    Set<String> used =
        Set.copyOf(
            jdbc.sql(SqlFile.read("setup/used-sources"))
                .param("company", company)
                .query(String.class)
                .list());
    List<Unbound> unbound = elsewhere.unbound(company);
    List<Check> checks = new ArrayList<>();
    for (Source source : sources.all()) {
      if (used.isEmpty() || used.contains(source.name())) {
        source.settings().values().stream()
            .filter(setting -> setting.recordKind() != null)
            .forEach(setting -> checks.add(setting(company, source, setting, unbound)));
        source.tables().values().stream()
            .filter(table -> table.recordKind() != null)
            .forEach(table -> checks.add(table(company, source, table, unbound)));
      }
    }
    return checks;
  }

  private Check setting(String company, Source source, Choice setting, List<Unbound> unbound) {
    String chosen = choices.settings(company, source).path(setting.name()).asText(null);
    String name = name(source, setting);
    String action =
        "Choose it in the settings of " + source.title() + "; until then what needs it is held.";
    if (unbound.stream().anyMatch(each -> isOf(each, source, setting))) {
      return new Check(
          name,
          false,
          "What is chosen as '" + setting.title() + "' is not active in Xero.",
          action);
    }
    return chosen == null
        ? new Check(name, false, "Nothing is chosen as '" + setting.title() + "'.", action)
        : new Check(name, true, "'" + setting.title() + "' is chosen", null);
  }

  private Check table(String company, Source source, Choice table, List<Unbound> unbound) {
    Map<String, String> rows = choices.table(company, source, table);
    String action = "Choose a Xero record for each; until then what needs it is held.";
    String inactive =
        unbound.stream()
            .filter(each -> isOf(each, source, table))
            .map(Unbound::value)
            .collect(Collectors.joining(", "));
    if (!inactive.isEmpty()) {
      return new Check(
          name(source, table),
          false,
          "What is chosen for these is not active in Xero: " + inactive,
          action);
    }
    return rows.isEmpty()
        ? new Check(name(source, table), false, "'" + table.title() + "' is empty.", action)
        : new Check(name(source, table), true, rows.size() + " in '" + table.title() + "'", null);
  }

  private static boolean isOf(Unbound each, Source source, Choice choice) {
    return each.source().equals(source.name()) && each.name().equals(choice.name());
  }

  private static String name(Source source, Choice choice) {
    return source.name() + "/" + choice.name();
  }
}
