package io.ledgerway.scale;

import io.ledgerway.sql.SqlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the engine's statements with what it is given, as SQL expressions.
 *
 * @param name as in {@code sql/<name>.sql}
 * @param values of its parameters by name
 * @param each how many rows of the ledger each row that it returns stands for, at most
 * @param because why it reads more than that; null for one that may not
 */
record Statement(String name, Map<String, String> values, int each, String because) {

  /** What looks like a parameter in a text, a comment or a cast is none. */
  private static final Pattern PARTS =
      Pattern.compile(
          "'[^']*'|--[^\n]*|::\\w+|:#\\$\\{properties:[\\w.-]+:(?<setting>[^}]+)}"
              + "|:#\\$\\{(?:variable\\.)?(?<variable>[^}]+)}|:(?<name>\\w+)");

  /** Its text with {@code $1}, {@code $2} and so on, and the expressions that they stand for. */
  record Prepared(String text, List<String> expressions) {}

  Prepared prepared() {
    Map<String, Integer> places = new TreeMap<>();
    List<String> expressions = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    Matcher part = PARTS.matcher(SqlFile.read(name));
    while (part.find()) {
      String parameter =
          part.group("variable") == null ? part.group("name") : part.group("variable");
      String instead = part.group();
      if (part.group("setting") != null) {
        instead = "'" + part.group("setting") + "'";
      } else if (parameter != null) {
        if (!places.containsKey(parameter)) {
          expressions.add(valueOf(parameter));
          places.put(parameter, expressions.size());
        }
        instead = "$" + places.get(parameter);
      }
      part.appendReplacement(text, Matcher.quoteReplacement(instead));
    }
    return new Prepared(part.appendTail(text).toString(), expressions);
  }

  private String valueOf(String parameter) {
    String value = values.get(parameter);
    if (value == null) {
      throw new IllegalStateException(
          name + " wants :" + parameter + ": say it in statements.yaml");
    }
    return value;
  }

  /** Its name, and what it is given that is its own. */
  String title(Map<String, String> common) {
    List<String> own = new ArrayList<>();
    values.forEach(
        (parameter, value) -> {
          if (!value.equals(common.get(parameter))) {
            own.add(parameter);
          }
        });
    return own.isEmpty() ? name : name + " (" + String.join(", ", own) + ")";
  }
}
