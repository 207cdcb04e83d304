package io.ledgerway.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.validation.RouteFolder.Entry;
import io.ledgerway.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The steps of a route or configuration, at every depth, in the order in which they are written.
 */
final class Steps {

  private Steps() {}

  /**
   * One step.
   *
   * @param name of the pattern, such as {@code setVariable}
   * @param pointer to its body
   */
  record Step(RouteFile file, String name, String pointer, JsonNode body) {

    String uri() {
      return body.isTextual() ? body.asText() : body.path("uri").asText("");
    }
  }

  static List<Step> of(Entry entry) {
    List<Step> found = new ArrayList<>();
    collect(entry.file(), entry.pointer(), entry.body(), found);
    return found;
  }

  private static void collect(RouteFile file, String pointer, JsonNode node, List<Step> found) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(file, pointer + "/" + i, node.get(i), found);
      }
      return;
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String at = pointer + "/" + YamlText.escaped(field.getKey());
      if (field.getKey().equals("steps") && field.getValue().isArray()) {
        steps(file, at, field.getValue(), found);
      } else {
        collect(file, at, field.getValue(), found);
      }
    }
  }

  private static void steps(RouteFile file, String pointer, JsonNode list, List<Step> found) {
    for (int i = 0; i < list.size(); i++) {
      String at = pointer + "/" + i;
      JsonNode step = list.get(i);
      if (step.isObject() && step.size() == 1) {
        Map.Entry<String, JsonNode> only = step.properties().iterator().next();
        String body = at + "/" + YamlText.escaped(only.getKey());
        found.add(new Step(file, only.getKey(), body, only.getValue()));
        collect(file, body, only.getValue(), found);
      } else {
        found.add(new Step(file, step.asText(""), at, step));
      }
    }
  }
}
