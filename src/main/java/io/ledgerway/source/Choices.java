package io.ledgerway.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ledgerway.reference.SettingChanges;
import io.ledgerway.source.ChoicesRefused.Wrong;
import io.ledgerway.sql.SqlFile;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What companies choose for their sources. Taken is all of a change or nothing, and everything that
 * is wrong with it is told together. Each real change is written to the log of changes with the
 * keys of the documents that may be waiting for it. Thread-safe.
 */
@Component
public class Choices {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_VALUE = 200;
  private static final String IN_FORCE = SqlFile.read("source/in-force");
  private static final String DROP = SqlFile.read("source/drop");
  private static final String PUT = SqlFile.read("source/put");

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final SettingChanges changes;
  private final ChosenRecord records;
  private final Clock clock;

  Choices(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      SettingChanges changes,
      ChosenRecord records,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.changes = changes;
    this.records = records;
    this.clock = clock;
  }

  private record InForce(String name, String value, String text, String json, String kind) {}

  /** The settings that the company has chosen; those that it has not are missing. */
  public ObjectNode settings(String company, Source source) {
    ObjectNode settings = JSON.createObjectNode();
    for (InForce each : inForce(company, source.name(), null)) {
      if (each.value().isEmpty() && source.settings().containsKey(each.name())) {
        settings.set(each.name(), tree(each.json()));
      }
    }
    return settings;
  }

  /**
   * Changes the settings that are named; null takes a choice back.
   *
   * @throws ChoicesRefused when the settings would not be as the source's file describes them
   */
  public void change(String company, Source source, ObjectNode given) {
    transaction.executeWithoutResult(
        status -> {
          changes.lock(company);
          ObjectNode before = settings(company, source);
          ObjectNode whole = before.deepCopy();
          ObjectNode taken = given.deepCopy();
          List<Wrong> wrong = new ArrayList<>();
          source.settings().values().stream()
              .filter(setting -> setting.recordKind() != null)
              .filter(setting -> taken.path(setting.name()).isTextual())
              .forEach(setting -> bind(company, setting, setting.name(), taken, wrong));
          taken
              .fields()
              .forEachRemaining(
                  field -> {
                    if (field.getValue().isNull()) {
                      whole.remove(field.getKey());
                    } else {
                      whole.set(field.getKey(), field.getValue());
                    }
                  });
          // Whatever the file's schema lets through: only what it names can be chosen.
          Set<String> unknown = new TreeSet<>();
          taken.fieldNames().forEachRemaining(unknown::add);
          unknown.removeAll(source.settings().keySet());
          unknown.forEach(name -> wrong.add(new Wrong(name, "there is no such setting")));
          whole.remove(unknown);
          SourceReader.schema(source.settingsSchema())
              .validate(whole)
              .forEach(each -> wrong.add(wrong(each.getInstanceLocation().toString(), each)));
          refuse(wrong);
          taken
              .fields()
              .forEachRemaining(
                  field ->
                      put(
                          company,
                          source,
                          source.settings().get(field.getKey()),
                          "",
                          before.get(field.getKey()),
                          field.getValue().isNull() ? null : field.getValue()));
        });
  }

  private static Wrong wrong(String pointer, com.networknt.schema.ValidationMessage message) {
    String field =
        pointer.isEmpty()
            ? Objects.toString(message.getProperty(), "settings")
            : pointer.substring(1);
    return new Wrong(field, message.getMessage().replaceFirst("^[^ ]*: ", ""));
  }

  private void bind(
      String company, Choice choice, String name, ObjectNode taken, List<Wrong> wrong) {
    ChosenRecord.Result found = records.find(company, choice, taken.get(name).asText());
    if (found.mistake() != null) {
      wrong.add(new Wrong(name, found.mistake()));
    } else {
      taken.put(name, found.id());
    }
  }

  /** What a table gives for each value of the source's, in the order of the values. */
  public Map<String, String> table(String company, Source source, Choice table) {
    Map<String, String> rows = new LinkedHashMap<>();
    inForce(company, source.name(), table.name())
        .forEach(each -> rows.put(each.value(), each.text()));
    return rows;
  }

  /**
   * Changes the values that are named; null takes one out.
   *
   * @param onlyThese whether all other values are taken out
   * @throws ChoicesRefused when one of them cannot be taken
   */
  public void fill(
      String company, Source source, Choice table, Map<String, String> given, boolean onlyThese) {
    transaction.executeWithoutResult(
        status -> {
          changes.lock(company);
          Map<String, String> rows = new LinkedHashMap<>();
          List<Wrong> wrong = new ArrayList<>();
          given.forEach((value, record) -> take(company, table, value, record, rows, wrong));
          refuse(wrong);
          // Once for all rows: a table may have thousands.
          Map<String, String> before = table(company, source, table);
          if (onlyThese) {
            Set<String> others = new TreeSet<>(before.keySet());
            others.removeAll(rows.keySet());
            others.forEach(value -> rows.put(value, null));
          }
          rows.forEach(
              (value, record) ->
                  put(company, source, table, value, text(before.get(value)), text(record)));
        });
  }

  private void take(
      String company,
      Choice table,
      String value,
      String record,
      Map<String, String> rows,
      List<Wrong> wrong) {
    if (value.isBlank() || value.length() > LONGEST_VALUE) {
      wrong.add(new Wrong(value, "a value has 1 to " + LONGEST_VALUE + " characters"));
    } else if (record == null || record.isBlank()) {
      rows.put(value, null);
    } else if (table.recordKind() == null) {
      rows.put(value, record);
    } else {
      ChosenRecord.Result found = records.find(company, table, record);
      if (found.mistake() != null) {
        wrong.add(new Wrong(value, found.mistake()));
      } else {
        rows.put(value, found.id());
      }
    }
  }

  /**
   * Writes one choice, whatever it is; for who has judged it. Within a transaction that holds the
   * company's lock.
   *
   * @param before what is in force; null for nothing
   * @param after null takes it back
   */
  void put(
      String company, Source source, Choice choice, String value, JsonNode before, JsonNode after) {
    if (Objects.equals(before, after)) {
      return;
    }
    jdbc.sql(DROP)
        .param("company", company)
        .param("source", source.name())
        .param("name", choice.name())
        .param("value", value)
        .update();
    if (after != null) {
      jdbc.sql(PUT)
          .param("company", company)
          .param("source", source.name())
          .param("name", choice.name())
          .param("value", value)
          .param("kind", choice.recordKind())
          .param("choice", after.toString())
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    }
    announce(company, source, choice, value, before, after);
  }

  /** Tells the documents that wait for a choice that it is another one now. */
  void announce(
      String company, Source source, Choice choice, String value, JsonNode before, JsonNode after) {
    boolean setting = value.isEmpty();
    JsonNode until =
        before == null && choice.otherwise() != null
            ? JSON.valueToTree(choice.otherwise())
            : before;
    String record = source.name() + "/" + choice.name() + (setting ? "" : "/" + value);
    String kind = setting ? "setting" : "table";
    Set<String> keys = new LinkedHashSet<>();
    keys.add(kind + ":" + record);
    if (choice.recordKind() != null) {
      // A document that waits for a record is also freed by choosing another one.
      Stream.of(before, after)
          .filter(Objects::nonNull)
          .forEach(id -> keys.add(choice.recordKind() + ":" + id.asText()));
    }
    changes.write(
        company,
        kind,
        record,
        keys,
        until == null ? null : until.toString(),
        after == null ? null : after.toString());
  }

  private List<InForce> inForce(String company, String source, String name) {
    return jdbc.sql(IN_FORCE)
        .param("company", company)
        .param("source", source)
        .param("name", name)
        .query(InForce.class)
        .list();
  }

  private static JsonNode text(String value) {
    return value == null ? null : TextNode.valueOf(value);
  }

  private static void refuse(List<Wrong> wrong) {
    if (!wrong.isEmpty()) {
      throw new ChoicesRefused(wrong);
    }
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
