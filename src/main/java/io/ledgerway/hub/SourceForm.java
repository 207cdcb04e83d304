package io.ledgerway.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.source.Choice;
import io.ledgerway.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** A source's settings as a form, drawn from its file. Thread-safe. */
@Component
class SourceForm {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RecordChoices records;

  SourceForm(RecordChoices records) {
    this.records = records;
  }

  /**
   * One setting.
   *
   * @param input select, date, number, checkbox or text
   * @param value as it stands in the form; empty when nothing is chosen
   * @param saved as it stands in the books of choices
   * @param otherwise what counts while nothing is chosen, in words; null when nothing does
   * @param wrong what is wrong with what was given; null when nothing is
   */
  record Field(
      String name,
      String title,
      String description,
      String input,
      List<RecordChoices.Option> options,
      String value,
      String saved,
      String otherwise,
      String wrong) {}

  /**
   * @param saved what the company has chosen
   * @param given what somebody has just given, by name; null to show what is chosen
   * @param wrong what is wrong with it, by name
   */
  List<Field> fields(
      String company,
      Source source,
      ObjectNode saved,
      Map<String, String> given,
      Map<String, String> wrong) {
    List<Field> fields = new ArrayList<>();
    for (Choice setting : source.settings().values()) {
      JsonNode schema = source.settingsSchema().path("properties").path(setting.name());
      String stands = text(saved.get(setting.name()));
      String value =
          given == null ? stands : Objects.requireNonNullElse(given.get(setting.name()), "");
      List<RecordChoices.Option> options = options(company, setting, schema, value);
      fields.add(
          new Field(
              setting.name(),
              setting.title(),
              schema.path("description").asText(null),
              input(schema, options),
              options,
              value,
              stands,
              setting.otherwise() == null ? null : words(setting.otherwise().toString()),
              wrong.get(setting.name())));
    }
    return fields;
  }

  private List<RecordChoices.Option> options(
      String company, Choice setting, JsonNode schema, String value) {
    if (setting.recordKind() != null) {
      return records.of(company, setting, List.of(value));
    }
    List<RecordChoices.Option> options = new ArrayList<>();
    schema
        .path("enum")
        .forEach(
            each -> options.add(new RecordChoices.Option(each.asText(), words(each.asText()))));
    return options;
  }

  private static String input(JsonNode schema, List<RecordChoices.Option> options) {
    if (!options.isEmpty() || schema.path("format").asText().startsWith("xero-")) {
      return "select";
    }
    return switch (schema.path("type").asText()) {
      case "integer", "number" -> "number";
      case "boolean" -> "checkbox";
      default -> schema.path("format").asText().equals("date") ? "date" : "text";
    };
  }

  /**
   * Only what somebody changed: what another saved meanwhile in other fields stays.
   *
   * @param given by name
   * @param seen what the form showed, by name
   */
  static ObjectNode changes(Source source, Map<String, String> given, Map<String, String> seen) {
    ObjectNode changes = JSON.createObjectNode();
    source
        .settings()
        .keySet()
        .forEach(
            name -> {
              String value = Objects.requireNonNullElse(given.get(name), "").strip();
              if (!value.equals(Objects.requireNonNullElse(seen.get(name), ""))) {
                JsonNode schema = source.settingsSchema().path("properties").path(name);
                changes.set(name, typed(schema.path("type").asText(), value));
              }
            });
    return changes;
  }

  private static JsonNode typed(String type, String value) {
    if (value.isEmpty()) {
      return JSON.nullNode();
    }
    if (type.equals("boolean")) {
      return JSON.getNodeFactory().booleanNode(value.equals("true"));
    }
    try {
      return type.equals("integer")
          ? JSON.getNodeFactory().numberNode(Long.parseLong(value))
          : type.equals("number")
              ? JSON.getNodeFactory().numberNode(new java.math.BigDecimal(value))
              : JSON.getNodeFactory().textNode(value);
    } catch (NumberFormatException e) {
      // Told as what it is: no number.
      return JSON.getNodeFactory().textNode(value);
    }
  }

  static String text(JsonNode value) {
    return value == null || value.isNull() ? "" : value.asText();
  }

  /** FIRST_OPEN_DAY is First open day. */
  private static String words(String code) {
    if (!code.matches("[A-Z][A-Z_,]*")) {
      return code;
    }
    String words = code.replace('_', ' ').replace(",", ", ").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
