package io.ledgerway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What differs between two documents, field by field. */
final class Differences {

  private final List<String> found = new ArrayList<>();

  private Differences() {}

  /** A line for each field, {@code LineItems[0].AccountCode: expected "453", made "493"}. */
  static List<String> between(JsonNode expected, JsonNode made) {
    Differences differences = new Differences();
    differences.compare("", expected, made);
    return differences.found;
  }

  private void compare(String at, JsonNode expected, JsonNode made) {
    if (expected.isObject() && made.isObject()) {
      Set<String> names = new LinkedHashSet<>();
      expected.fieldNames().forEachRemaining(names::add);
      made.fieldNames().forEachRemaining(names::add);
      names.forEach(
          name ->
              compare(at.isEmpty() ? name : at + "." + name, expected.path(name), made.path(name)));
    } else if (expected.isArray() && made.isArray()) {
      for (int i = 0; i < Math.max(expected.size(), made.size()); i++) {
        compare(at + "[" + i + "]", expected.path(i), made.path(i));
      }
    } else if (!expected.equals(made)) {
      found.add(
          (at.isEmpty() ? "the whole" : at)
              + ": expected "
              + said(expected)
              + ", made "
              + said(made));
    }
  }

  private static String said(JsonNode node) {
    return node.isMissingNode() ? "nothing" : node.toString();
  }
}
