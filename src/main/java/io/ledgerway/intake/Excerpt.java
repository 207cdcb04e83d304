package io.ledgerway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;

/** The first few elements of each list of an event, however many there are. */
final class Excerpt {

  private static final int ELEMENTS = 10;
  private static final int FIELDS = 100;
  private static final int NODES = 5_000;

  private int nodes;

  private Excerpt() {}

  static JsonNode of(JsonNode event) {
    return new Excerpt().copy(event);
  }

  private JsonNode copy(JsonNode node) {
    nodes++;
    if (node.isArray()) {
      ArrayNode few = JsonNodeFactory.instance.arrayNode();
      for (int i = 0; i < Math.min(ELEMENTS, node.size()) && nodes < NODES; i++) {
        few.add(copy(node.get(i)));
      }
      return few;
    }
    if (node.isObject()) {
      ObjectNode few = JsonNodeFactory.instance.objectNode();
      Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
      while (fields.hasNext() && few.size() < FIELDS && nodes < NODES) {
        Map.Entry<String, JsonNode> field = fields.next();
        few.set(field.getKey(), copy(field.getValue()));
      }
      return few;
    }
    return node;
  }
}
