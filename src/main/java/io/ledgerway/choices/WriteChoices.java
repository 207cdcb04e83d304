package io.ledgerway.choices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ledgerway.setup.ImportSettings;
import io.ledgerway.setup.SetUp;
import io.ledgerway.source.Choice;
import io.ledgerway.source.Choices;
import io.ledgerway.source.Source;
import io.ledgerway.source.Sources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what a company has chosen, a draft of its import settings included. Thread-safe. */
@Component
public class WriteChoices {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcClient jdbc;
  private final SetUp setUp;
  private final Sources sources;
  private final Choices choices;
  private final Records records;

  WriteChoices(JdbcClient jdbc, SetUp setUp, Sources sources, Choices choices, Records records) {
    this.jdbc = jdbc;
    this.setUp = setUp;
    this.sources = sources;
    this.choices = choices;
    this.records = records;
  }

  /**
   * Sources for which nothing was chosen are missing.
   *
   * @throws io.ledgerway.reference.UnknownCompany when no such company is set up here
   */
  public ChoicesFile of(String company) {
    ImportSettings imports = setUp.settings(company);
    Map<Source, ObjectNode> settings = new LinkedHashMap<>();
    Map<Source, Map<Choice, Map<String, String>>> tables = new LinkedHashMap<>();
    TreeSet<String> ids = new TreeSet<>(ids(imports));
    for (Source source : sources.all()) {
      settings.put(source, choices.settings(company, source));
      Map<Choice, Map<String, String>> rows = new LinkedHashMap<>();
      source.tables().values().forEach(t -> rows.put(t, choices.table(company, source, t)));
      tables.put(source, rows);
      settings.get(source).forEach(each -> ids.add(each.asText()));
      rows.values().forEach(each -> ids.addAll(each.values()));
    }
    Names names = new Names(records.named(company, ids));
    Map<String, ChoicesFile.OfSource> all = new LinkedHashMap<>();
    settings.forEach((source, chosen) -> put(all, source, chosen, tables.get(source), names));
    return new ChoicesFile(
        ChoicesFile.FORMAT, company, organisation(company), imports(imports, names), all);
  }

  private static void put(
      Map<String, ChoicesFile.OfSource> all,
      Source source,
      ObjectNode chosen,
      Map<Choice, Map<String, String>> tables,
      Names names) {
    Map<String, JsonNode> settings = new LinkedHashMap<>();
    chosen
        .properties()
        .forEach(
            each ->
                settings.put(
                    each.getKey(),
                    names.value(source.settings().get(each.getKey()), each.getValue())));
    Map<String, Map<String, JsonNode>> rows = new LinkedHashMap<>();
    tables.forEach(
        (table, values) -> {
          Map<String, JsonNode> named = new LinkedHashMap<>();
          values.forEach(
              (value, record) -> named.put(value, names.value(table, TextNode.valueOf(record))));
          if (!named.isEmpty()) {
            rows.put(table.name(), named);
          }
        });
    if (!settings.isEmpty() || !rows.isEmpty()) {
      all.put(source.name(), new ChoicesFile.OfSource(settings, rows));
    }
  }

  private static ChoicesFile.Imports imports(ImportSettings settings, Names names) {
    List<ChoicesFile.Category> categories = new ArrayList<>();
    settings
        .trackingCategories()
        .forEach(
            (id, tracking) ->
                categories.add(
                    new ChoicesFile.Category(
                        names.of("tracking-category", id).name(),
                        tracking.use(),
                        names.all("tracking-option", tracking.deselected()))));
    // Ids would order them anew in each organisation.
    categories.sort(Comparator.comparing(each -> String.valueOf(each.name())));
    return new ChoicesFile.Imports(
        new ChoicesFile.Accounts(
            settings.accounts().types(),
            settings.accounts().accounts().stream()
                .map(id -> names.of("account", id))
                .sorted(Comparator.comparing(each -> each.code() + "/" + each.name()))
                .toList()),
        categories,
        new ChoicesFile.TaxRates(
            names.all("tax-rate", settings.taxRates().selected()),
            names.all("tax-rate", settings.taxRates().deselected())));
  }

  private static List<String> ids(ImportSettings settings) {
    List<String> ids = new ArrayList<>(settings.accounts().accounts());
    settings
        .trackingCategories()
        .forEach(
            (id, tracking) -> {
              ids.add(id);
              ids.addAll(tracking.deselected());
            });
    ids.addAll(settings.taxRates().selected());
    ids.addAll(settings.taxRates().deselected());
    return ids;
  }

  private String organisation(String company) {
    return jdbc.sql(
            "select name from reference_record where company = :company and kind = 'organisation'"
                + " and active limit 1")
        .param("company", company)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private record Names(Map<String, NamedRecord> known) {

    /** One that the books do not know keeps its id, and is told as unbound where it is put. */
    NamedRecord of(String kind, String id) {
      NamedRecord found = known.get(kind + "/" + id);
      return found == null ? new NamedRecord(id, null, null, null) : found;
    }

    List<String> all(String kind, Collection<String> ids) {
      return ids.stream()
          .map(id -> of(kind, id))
          .map(each -> each.name() == null ? each.id() : each.name())
          .sorted()
          .toList();
    }

    JsonNode value(Choice choice, JsonNode value) {
      return choice == null || choice.recordKind() == null
          ? value
          : JSON.valueToTree(of(choice.recordKind(), value.asText()));
    }
  }
}
