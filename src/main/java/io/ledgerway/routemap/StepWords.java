package io.ledgerway.routemap;

import io.ledgerway.routes.TemplateParameters;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.NamedNode;
import org.apache.camel.model.CatchDefinition;
import org.apache.camel.model.HasExpressionType;
import org.apache.camel.model.LogDefinition;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.RemoveHeadersDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SetHeaderDefinition;
import org.apache.camel.model.SetVariableDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.model.ToDynamicDefinition;

/** What a step is called for people: what it does, without the values that it sets. */
final class StepWords {

  private StepWords() {}

  /** Where it sends to, once the parameters of its route's template are put in. */
  static String uri(NamedNode node, RouteDefinition route) {
    if (node instanceof ToDefinition to) {
      return TemplateParameters.putInto(to.getUri(), route);
    }
    return node instanceof ToDynamicDefinition to
        ? TemplateParameters.putInto(to.getUri(), route)
        : null;
  }

  /**
   * @param uri where it sends to; null for nowhere
   */
  static String label(NamedNode node, String uri) {
    if (uri != null) {
      return PlainUri.of(uri);
    }
    if (node instanceof SetVariableDefinition set) {
      return "set " + set.getName();
    }
    if (node instanceof SetHeaderDefinition set) {
      return "set header " + set.getName();
    }
    if (node instanceof RemoveHeadersDefinition remove) {
      return "remove headers " + remove.getPattern();
    }
    if (node instanceof OnExceptionDefinition failure) {
      return "on " + simple(failure.getExceptions());
    }
    if (node instanceof CatchDefinition failure) {
      return "catch " + simple(failure.getExceptions());
    }
    if (node instanceof LogDefinition log) {
      return "log " + log.getMessage();
    }
    return decides(node) ? node.getShortName() + " " + expression(node) : node.getShortName();
  }

  /** What only says which way an exchange goes, and how often. */
  private static boolean decides(NamedNode node) {
    return List.of("when", "filter", "loop", "split").contains(node.getShortName())
        && !expression(node).isEmpty();
  }

  private static String expression(NamedNode node) {
    return node instanceof HasExpressionType has
            && has.getExpressionType() != null
            && has.getExpressionType().getExpression() != null
        ? has.getExpressionType().getExpression()
        : "";
  }

  private static String simple(List<String> types) {
    return types == null
        ? ""
        : types.stream()
            .map(each -> each.substring(each.lastIndexOf('.') + 1))
            .collect(Collectors.joining(", "));
  }
}
