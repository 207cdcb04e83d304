package io.ledgerway.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ledgerway.problem.Nearest;
import io.ledgerway.validation.RouteFolder.Entry;
import io.ledgerway.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds steps and options that Camel does not have, and values that they cannot have. */
final class RouteNames {

  private static final JsonNode STEP =
      JsonNodeFactory.instance
          .objectNode()
          .put("$ref", "#/items/definitions/org.apache.camel.model.ProcessorDefinition");

  private final RouteLanguage language = new RouteLanguage();
  private final Mistakes found;

  RouteNames(Mistakes found) {
    this.found = found;
  }

  void check(Entry entry) {
    JsonNode type = language.entry(entry.kind());
    if (!type.isMissingNode()) {
      check(entry.file(), entry.pointer(), entry.kind(), entry.body(), type);
    }
  }

  /** Whether Camel has a step of that name. */
  boolean isStep(String name) {
    return language.names(STEP).containsKey(name);
  }

  private void check(RouteFile file, String pointer, String of, JsonNode node, JsonNode type) {
    if (node.isArray()) {
      JsonNode elements = language.elements(type);
      for (int i = 0; i < node.size() && !elements.isMissingNode(); i++) {
        check(file, pointer + "/" + i, of, node.get(i), elements);
      }
    } else if (node.isObject()) {
      checkNames(file, pointer, of, node, type);
    } else {
      checkValue(file, pointer, of, node, language.resolved(type));
    }
  }

  private void checkNames(RouteFile file, String pointer, String of, JsonNode node, JsonNode type) {
    Map<String, JsonNode> names = language.names(type);
    boolean isStep = pointer.matches(".*/steps/\\d+");
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String at = pointer + "/" + YamlText.escaped(field.getKey());
      if (names.containsKey(field.getKey())) {
        check(file, at, field.getKey(), field.getValue(), names.get(field.getKey()));
      } else if (!names.isEmpty() && language.isClosed(type)) {
        found.at(
            file,
            at,
            isStep
                ? "there is no step '" + field.getKey() + "'"
                : "'" + of + "' has no option '" + field.getKey() + "'",
            Nearest.to(field.getKey(), names.keySet()));
      }
    }
    language
        .resolved(type)
        .path("required")
        .forEach(
            required -> {
              if (!node.has(required.asText())) {
                found.at(
                    file, pointer, "'" + of + "' lacks its '" + required.asText() + "'", "Add it");
              }
            });
  }

  private void checkValue(
      RouteFile file, String pointer, String of, JsonNode value, JsonNode type) {
    String text = value.asText();
    if (text.contains("{{") || value.isNull()) {
      return;
    }
    List<String> allowed = new ArrayList<>();
    type.path("enum").forEach(one -> allowed.add(one.asText()));
    if (allowed.isEmpty() && type.path("type").asText().equals("boolean")) {
      allowed.addAll(List.of("true", "false"));
    }
    if (!allowed.isEmpty() && !allowed.contains(text)) {
      found.atValue(
          file, pointer, "'" + of + "' cannot be '" + text + "'", Nearest.to(text, allowed));
    }
  }
}
