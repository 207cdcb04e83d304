package io.ledgerway.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One JSON object of a request, read as Xero reads it: property names in any case, unknown ones
 * ignored, a null as if left out, a value of the wrong kind refused for the whole request with its
 * path (xero-api.md 2.2). All {@code get} methods with a fallback return it when the property is
 * left out, which is how an update keeps what it does not name.
 */
public final class Input {

  private static final int LONGEST_NUMBER = 30;

  private final JsonNode node;
  private final String path;

  private Input(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  /**
   * @throws Refusal 400 when the node is not an object
   */
  public static Input of(JsonNode node, String path) {
    if (!node.isObject()) {
      throw Refusal.postDataInvalid(
          "Error converting value to an object. Path '%s'".formatted(path));
    }
    return new Input(node, path);
  }

  public static Input of(Map<String, ?> values) {
    return new Input(Json.tree(values), "");
  }

  public boolean has(String name) {
    return find(name) != null;
  }

  public String text(String name) {
    return text(name, null);
  }

  public String text(String name, String fallback) {
    JsonNode value = find(name);
    if (value == null) {
      return fallback;
    }
    if (value.isContainerNode()) {
      throw wrong(name, value, "System.String");
    }
    return value.asText();
  }

  public BigDecimal number(String name) {
    JsonNode value = find(name);
    if (value == null || (value.isTextual() && value.textValue().isBlank())) {
      return null;
    }
    try {
      BigDecimal number =
          value.isNumber() ? value.decimalValue() : new BigDecimal(value.asText().trim());
      if (number.precision() > LONGEST_NUMBER || Math.abs(number.scale()) > LONGEST_NUMBER) {
        throw wrong(name, value, "System.Decimal");
      }
      return number;
    } catch (NumberFormatException e) {
      throw wrong(name, value, "System.Decimal");
    }
  }

  public Boolean bool(String name) {
    JsonNode value = find(name);
    if (value == null) {
      return null;
    }
    String text = value.asText();
    if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
      throw wrong(name, value, "System.Boolean");
    }
    return Boolean.valueOf(text);
  }

  public boolean bool(String name, boolean fallback) {
    Boolean value = bool(name);
    return value == null ? fallback : value;
  }

  public LocalDate date(String name, LocalDate fallback) {
    JsonNode value = find(name);
    if (value == null || value.asText().isBlank()) {
      return fallback;
    }
    try {
      return XeroDates.parseDate(value.asText());
    } catch (DateTimeException | NumberFormatException e) {
      throw wrong(name, value, "System.DateTime");
    }
  }

  public UUID uuid(String name) {
    JsonNode value = find(name);
    if (value == null || value.asText().isBlank()) {
      return null;
    }
    try {
      UUID id = UUID.fromString(value.asText());
      return id.getMostSignificantBits() == 0 && id.getLeastSignificantBits() == 0 ? null : id;
    } catch (IllegalArgumentException e) {
      throw wrong(name, value, "System.Guid");
    }
  }

  /** A literal out of a closed list; Xero is not lenient with these. */
  public String choice(String name, Collection<String> allowed, String type, String fallback) {
    String value = text(name, null);
    if (value == null || value.isEmpty()) {
      return fallback;
    }
    if (!allowed.contains(value)) {
      throw wrong(name, find(name), "Xero.Api." + type);
    }
    return value;
  }

  public Input object(String name) {
    JsonNode value = find(name);
    if (value instanceof XmlText text && text.textValue().isBlank()) {
      return of(Map.of());
    }
    return value == null ? null : of(value, path(name));
  }

  /** Null when left out. */
  public List<Input> list(String name) {
    JsonNode value = find(name);
    if (value == null) {
      return null;
    }
    if (value instanceof XmlText text && text.textValue().isBlank()) {
      return List.of();
    }
    if (!value.isArray()) {
      throw wrong(name, value, "System.Collections.Generic.List");
    }
    List<Input> all = new ArrayList<>(value.size());
    for (int i = 0; i < value.size(); i++) {
      all.add(of(value.get(i), path(name) + "[" + i + "]"));
    }
    return all;
  }

  /** The property as it came, for parts of a record that are kept without a meaning here. */
  public JsonNode raw(String name) {
    JsonNode value = find(name);
    return value instanceof XmlText text && text.textValue().isBlank() ? null : value;
  }

  public int size() {
    return node.size();
  }

  private JsonNode find(String name) {
    JsonNode value = node.get(name);
    if (value == null) {
      for (Iterator<Map.Entry<String, JsonNode>> all = node.fields(); all.hasNext(); ) {
        Map.Entry<String, JsonNode> entry = all.next();
        if (entry.getKey().equalsIgnoreCase(name)) {
          value = entry.getValue();
          break;
        }
      }
    }
    return value == null || value.isNull() ? null : value;
  }

  private String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private Refusal wrong(String name, JsonNode value, String type) {
    if (value instanceof XmlText text) {
      return Refusal.postDataInvalid(text.refusal(type));
    }
    String shown = value.toString();
    return Refusal.postDataInvalid(
        "Error converting value %s to type '%s'. Path '%s'"
            .formatted(shown.length() > 100 ? shown.substring(0, 100) : shown, type, path(name)));
  }
}
