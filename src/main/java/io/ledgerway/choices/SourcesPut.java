package io.ledgerway.choices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ledgerway.choices.ChoicesReport.Change;
import io.ledgerway.choices.ChoicesReport.Refused;
import io.ledgerway.setup.ImportSettings;
import io.ledgerway.source.Choice;
import io.ledgerway.source.Choices;
import io.ledgerway.source.ChoicesRefused;
import io.ledgerway.source.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What becomes of one company's settings and tables when a file is put. Used by one thread. */
final class SourcesPut {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final String company;
  private final Choices choices;
  private final Binding binding;
  private final List<Change> changes = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private int same;

  SourcesPut(String company, Choices choices, Binding binding) {
    this.company = company;
    this.choices = choices;
    this.binding = binding;
  }

  void refuse(String part, String field, String why) {
    refused.add(new Refused(part, field, why));
  }

  void put(Source source, ChoicesFile.OfSource chosen) {
    if (chosen.settings() != null) {
      settings(source, chosen.settings());
    }
    if (chosen.tables() != null) {
      chosen
          .tables()
          .forEach(
              (name, rows) -> {
                Choice table = source.tables().get(name);
                if (table == null) {
                  refuse(source.name(), name, "there is no such table");
                } else {
                  table(source, table, rows);
                }
              });
    }
  }

  private void settings(Source source, Map<String, JsonNode> given) {
    String part = source.name() + ".settings";
    ObjectNode bound = JSON.createObjectNode();
    binding.values(part, given, source.settings()::get).forEach(bound::set);
    compare(part, choices.settings(company, source), bound);
    take(part, () -> choices.change(company, source, bound));
  }

  private void table(Source source, Choice table, Map<String, JsonNode> given) {
    String part = source.name() + "." + table.name();
    Map<String, String> rows = new LinkedHashMap<>();
    ObjectNode bound = JSON.createObjectNode();
    binding
        .values(part, given, value -> table)
        .forEach(
            (value, record) -> {
              if (record.isTextual() || record.isNull()) {
                rows.put(value, record.textValue());
                bound.set(value, record);
              } else {
                refuse(part, value, "it is no text");
              }
            });
    ObjectNode there = JSON.createObjectNode();
    choices.table(company, source, table).forEach((v, r) -> there.set(v, TextNode.valueOf(r)));
    compare(part, there, bound);
    take(part, () -> choices.fill(company, source, table, rows, false));
  }

  /** A null takes back what was chosen. */
  private void compare(String part, ObjectNode before, ObjectNode after) {
    after
        .properties()
        .forEach(
            each -> {
              JsonNode was = before.get(each.getKey());
              if (each.getValue().equals(was == null ? NullNode.instance : was)) {
                same++;
              } else {
                changes.add(new Change(part, each.getKey(), was, each.getValue()));
              }
            });
  }

  private void take(String part, Runnable change) {
    try {
      change.run();
    } catch (ChoicesRefused not) {
      not.wrong().forEach(each -> refuse(part, each.field(), each.message()));
    }
  }

  /**
   * @param before the import settings' draft
   * @param after what it becomes
   */
  ChoicesReport report(ChoicesFile file, ImportSettings before, ImportSettings after) {
    return new ChoicesReport(
        version(file, before, after),
        binding.unbound(),
        changes,
        same,
        !before.equals(after),
        refused);
  }

  /** What is overwritten counts, too: somebody may have changed it meanwhile. */
  private String version(ChoicesFile file, ImportSettings before, ImportSettings after) {
    try {
      String all =
          JSON.writeValueAsString(file)
              + JSON.writeValueAsString(changes)
              + JSON.writeValueAsString(binding.unbound())
              + before
              + after;
      return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
