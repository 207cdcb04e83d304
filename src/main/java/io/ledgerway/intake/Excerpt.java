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

  /** No document of a person's: a thousand lines of twenty values each are fewer. */
  private static final int MOST_NODES = 50_000;

  private int nodes;

  private Excerpt() {}

  /** Whether it is more than anybody could mend. */
  static boolean isFarTooMuch(JsonNode event) {
    return count(event, 0) > MOST_NODES;
  }

  private static int count(JsonNode node, int before) {
    int count = before + 1;
    for (JsonNode inside : node) {
      if (count > MOST_NODES) {
        break;
      }
      count = count(inside, count);
    }
    return count;
  }

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
