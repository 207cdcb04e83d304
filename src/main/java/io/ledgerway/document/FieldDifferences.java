package io.ledgerway.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What differs between two documents, field by field. */
public final class FieldDifferences {

  private final List<Difference> found = new ArrayList<>();

  private FieldDifferences() {}

  /**
   * One field.
   *
   * @param path such as {@code LineItems[0].AccountCode}; empty for the whole
   * @param one missing where it has no such field
   * @param other likewise
   */
  public record Difference(String path, JsonNode one, JsonNode other) {}

  public static List<Difference> between(JsonNode one, JsonNode other) {
    FieldDifferences differences = new FieldDifferences();
    differences.compare("", one, other);
    return differences.found;
  }

  private void compare(String at, JsonNode one, JsonNode other) {
    if (one.isObject() && other.isObject()) {
      Set<String> names = new LinkedHashSet<>();
      one.fieldNames().forEachRemaining(names::add);
      other.fieldNames().forEachRemaining(names::add);
      names.forEach(
          name -> compare(at.isEmpty() ? name : at + "." + name, one.path(name), other.path(name)));
    } else if (one.isArray() && other.isArray()) {
      for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
        compare(at + "[" + i + "]", one.path(i), other.path(i));
      }
    } else if (!one.equals(other)) {
      found.add(new Difference(at, one, other));
    }
  }
}
