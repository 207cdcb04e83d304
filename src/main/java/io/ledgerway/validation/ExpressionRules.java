package io.ledgerway.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.validation.RouteFolder.Entry;
import io.ledgerway.yaml.YamlText;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.language.simple.SimpleExpressionParser;
import org.apache.camel.language.simple.SimplePredicateParser;
import org.apache.camel.language.simple.types.SimpleIllegalSyntaxException;
import org.apache.camel.language.simple.types.SimpleParserException;

/** Finds expressions that cannot be parsed, by Camel's own parser of them. */
final class ExpressionRules {

  private final RouteFolder folder;
  private final Mistakes found;
  private final CamelContext context = new DefaultCamelContext();

  ExpressionRules(RouteFolder folder, Mistakes found) {
    this.folder = folder;
    this.found = found;
  }

  void check() {
    folder.entries().forEach(entry -> walk(entry, entry.pointer(), entry.body(), ""));
  }

  /**
   * @param within the step or option that it is part of
   */
  private void walk(Entry entry, String pointer, JsonNode node, String within) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(entry, pointer + "/" + i, node.get(i), within);
      }
      return;
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String at = pointer + "/" + YamlText.escaped(field.getKey());
      JsonNode value = field.getValue();
      switch (field.getKey()) {
        case "simple" -> {
          boolean isText = value.isTextual();
          String text = isText ? value.asText() : value.path("expression").asText();
          parse(entry, isText ? at : at + "/expression", text, isPredicate(within));
        }
        case "constant" -> constant(entry, at, value);
        case "message" -> parse(entry, at, value.asText(), false);
        case "expression" -> walk(entry, at, value, within);
        default -> walk(entry, at, value, field.getKey());
      }
    }
  }

  private static boolean isPredicate(String within) {
    return switch (within) {
      case "filter", "when", "onWhen", "retryWhile", "validate" -> true;
      default -> false;
    };
  }

  private void constant(Entry entry, String pointer, JsonNode value) {
    String text = value.isTextual() ? value.asText() : value.path("expression").asText("");
    if (text.contains("${")) {
      found.atValue(
          entry.file(),
          pointer,
          "'constant' means " + text + " as it stands, and computes nothing",
          "Write 'simple' instead");
    }
  }

  private void parse(Entry entry, String pointer, String text, boolean predicate) {
    String plain = text.replaceAll("\\{\\{[^{}]*}}", "placeholder");
    try {
      if (predicate) {
        new SimplePredicateParser(context, plain, true, null).parsePredicate();
      } else {
        new SimpleExpressionParser(context, plain, true, null).parseExpression();
      }
    } catch (SimpleIllegalSyntaxException e) {
      tell(entry, pointer, text, e.getIndex(), e.getMessage());
    } catch (SimpleParserException e) {
      tell(entry, pointer, text, e.getIndex(), e.getMessage());
    } catch (RuntimeException e) {
      tell(entry, pointer, text, -1, e.getMessage());
    }
  }

  private void tell(Entry entry, String pointer, String text, int index, String said) {
    YamlText.Place value = entry.file().yaml().value(pointer);
    // Behind the quotation mark; where the value has line breaks the beginning must do.
    boolean known = index >= 0 && !text.contains("\n");
    YamlText.Place place =
        known ? new YamlText.Place(value.line(), value.column() + 1 + index) : value;
    String first = String.valueOf(said).lines().findFirst().orElse("").strip();
    found.at(
        entry.file().path(),
        place,
        "this expression cannot be parsed: " + first.replaceFirst(" at location \\d+\\s*$", ""),
        "See Camel's Simple language");
  }
}
