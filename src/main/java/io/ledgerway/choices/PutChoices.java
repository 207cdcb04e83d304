package io.ledgerway.choices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ledgerway.choices.ChoicesReport.Change;
import io.ledgerway.choices.ChoicesReport.Refused;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.setup.ImportSettings;
import io.ledgerway.setup.SetUp;
import io.ledgerway.source.Choice;
import io.ledgerway.source.Choices;
import io.ledgerway.source.ChoicesRefused;
import io.ledgerway.source.Source;
import io.ledgerway.source.Sources;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts a file of choices into a company. Looking does all of it and takes it back, so that what is
 * told beforehand is what happens. Thread-safe.
 */
@Component
public class PutChoices {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final SetUp setUp;
  private final Sources sources;
  private final Choices choices;
  private final Records records;
  private final TransactionTemplate transaction;

  PutChoices(
      SetUp setUp,
      Sources sources,
      Choices choices,
      Records records,
      PlatformTransactionManager transactions) {
    this.setUp = setUp;
    this.sources = sources;
    this.choices = choices;
    this.records = records;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * What {@link #put} would do. Nothing is changed.
   *
   * @throws io.ledgerway.reference.UnknownCompany when no such company is set up here
   */
  public ChoicesReport look(String company, ChoicesFile file) {
    return transaction.execute(
        status -> {
          status.setRollbackOnly();
          return apply(company, file);
        });
  }

  /**
   * Puts in force what binds: settings and tables at once, import settings as a draft. Rows and
   * settings that the file does not name stay.
   *
   * @param seen the version of the report that somebody looked at
   * @throws LedgerwayException {@code CHOICES_CHANGED} when something else would happen by now
   * @throws ChoicesRefused when a source does not take something; nothing is changed then
   * @throws io.ledgerway.reference.UnknownCompany when no such company is set up here
   */
  public ChoicesReport put(String company, ChoicesFile file, String seen) {
    return transaction.execute(
        status -> {
          ChoicesReport report = apply(company, file);
          if (!report.refused().isEmpty()) {
            throw new ChoicesRefused(
                report.refused().stream()
                    .map(e -> new ChoicesRefused.Wrong(e.part() + "." + e.field(), e.why()))
                    .toList());
          }
          if (!report.version().equals(seen)) {
            throw new LedgerwayException(
                    "CHOICES_CHANGED",
                    "The file, or what it would change, is not what was looked at.",
                    "Look at the report again, and give its version.")
                .with("company", company);
          }
          return report;
        });
  }

  private ChoicesReport apply(String company, ChoicesFile file) {
    ImportSettings before = setUp.settings(company);
    Binding binding = new Binding(records, company);
    ImportSettings imports = new BoundImports(binding).of(file.imports());
    List<Change> changes = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    int[] same = {0};
    if (file.sources() != null) {
      file.sources()
          .forEach(
              (name, chosen) ->
                  sources
                      .find(name)
                      .ifPresentOrElse(
                          source ->
                              same[0] += apply(company, source, chosen, binding, changes, refused),
                          () -> refused.add(new Refused(name, name, "there is no such source"))));
    }
    boolean draft = imports != null && !before.equals(setUp.settingsWith(company, imports));
    if (draft) {
      setUp.change(company, imports, null);
    }
    return new ChoicesReport(
        version(file, changes, binding, imports),
        binding.unbound(),
        changes,
        same[0],
        draft,
        refused);
  }

  private int apply(
      String company,
      Source source,
      ChoicesFile.OfSource chosen,
      Binding binding,
      List<Change> changes,
      List<Refused> refused) {
    int same = 0;
    ObjectNode settings = JSON.createObjectNode();
    String part = source.name() + ".settings";
    Map<String, JsonNode> bound =
        chosen.settings() == null
            ? Map.of()
            : binding.values(part, chosen.settings(), source.settings()::get);
    bound.forEach(settings::set);
    same += compare(part, choices.settings(company, source), bound, changes);
    take(part, refused, () -> choices.change(company, source, settings));
    if (chosen.tables() == null) {
      return same;
    }
    for (Map.Entry<String, Map<String, JsonNode>> each : chosen.tables().entrySet()) {
      Choice table = source.tables().get(each.getKey());
      String rows = source.name() + "." + each.getKey();
      if (table == null) {
        refused.add(new Refused(source.name(), each.getKey(), "there is no such table"));
        continue;
      }
      Map<String, String> given = new LinkedHashMap<>();
      binding
          .values(rows, each.getValue(), value -> table)
          .forEach((v, r) -> given.put(v, r.asText()));
      Map<String, JsonNode> as = new LinkedHashMap<>();
      given.forEach((value, record) -> as.put(value, TextNode.valueOf(record)));
      ObjectNode there = JSON.createObjectNode();
      choices.table(company, source, table).forEach(there::put);
      same += compare(rows, there, as, changes);
      take(rows, refused, () -> choices.fill(company, source, table, given, false));
    }
    return same;
  }

  private static int compare(
      String part, ObjectNode before, Map<String, JsonNode> after, List<Change> changes) {
    int same = 0;
    for (Map.Entry<String, JsonNode> each : after.entrySet()) {
      JsonNode was = before.get(each.getKey());
      if (Objects.equals(was, each.getValue())) {
        same++;
      } else {
        changes.add(new Change(part, each.getKey(), was, each.getValue()));
      }
    }
    return same;
  }

  private static void take(String part, List<Refused> refused, Runnable change) {
    try {
      change.run();
    } catch (ChoicesRefused not) {
      not.wrong().forEach(each -> refused.add(new Refused(part, each.field(), each.message())));
    }
  }

  private static String version(
      ChoicesFile file, List<Change> changes, Binding binding, ImportSettings imports) {
    try {
      String all =
          JSON.writeValueAsString(file)
              + JSON.writeValueAsString(changes)
              + JSON.writeValueAsString(binding.unbound())
              + imports;
      return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
