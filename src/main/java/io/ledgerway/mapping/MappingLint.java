package io.ledgerway.mapping;

import com.dashjoin.jsonata.Jsonata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses what would make a mapping inexact, or give another document for the same input:
 * arithmetic in binary floating point, clocks and chance, and text run as code.
 */
final class MappingLint {

  private static final Map<String, String> OPERATORS =
      Map.of("+", "$plus", "-", "$minus", "*", "$times", "/", "$times", "%", "$times");

  private static final Map<String, String> INEXACT =
      Map.ofEntries(
          Map.entry("sum", "$total"),
          Map.entry("average", "$times"),
          Map.entry("number", "$money"),
          Map.entry("round", "$roundHalfUp"),
          Map.entry("floor", "$roundHalfUp"),
          Map.entry("ceil", "$roundHalfUp"),
          Map.entry("abs", "$absolute"),
          Map.entry("power", "$times"),
          Map.entry("sqrt", "$times"),
          Map.entry("max", "$isNegative"),
          Map.entry("min", "$isNegative"),
          Map.entry("formatNumber", "$roundHalfUp"),
          Map.entry("parseInteger", "$money"));

  private static final Set<String> UNSTEADY = Set.of("now", "millis", "random", "shuffle", "eval");

  private MappingLint() {}

  /**
   * @param rule stable, lower-case name of the rule
   * @param offset characters from the start of the text
   */
  record Finding(String rule, String message, int offset) {}

  /** Every breach, in the order of the text; empty when the mapping is fine. */
  static List<Finding> check(Jsonata compiled) {
    List<Finding> findings = new ArrayList<>();
    SyntaxTree.visit(compiled, node -> check(node, findings));
    findings.sort(Comparator.comparingInt(Finding::offset));
    return findings;
  }

  private static void check(SyntaxTree.Node node, List<Finding> findings) {
    String value = node.value();
    boolean operator = "binary".equals(node.type()) || "unary".equals(node.type());
    if (operator && OPERATORS.containsKey(value)) {
      findings.add(
          new Finding(
              "inexact-operator",
              "the operator "
                  + value
                  + " calculates in binary floating point; use "
                  + OPERATORS.get(value),
              node.offset()));
    } else if ("variable".equals(node.type()) && INEXACT.containsKey(value)) {
      findings.add(
          new Finding(
              "inexact-function",
              "$" + value + " calculates in binary floating point; use " + INEXACT.get(value),
              node.offset()));
    } else if ("variable".equals(node.type()) && UNSTEADY.contains(value)) {
      findings.add(
          new Finding(
              "unsteady-function",
              "$" + value + " would give another document for the same input",
              node.offset()));
    }
  }
}
