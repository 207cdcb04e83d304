package io.ledgerway.routemap;

import org.apache.camel.NamedNode;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;

/** Where in the route files a route or a step comes from. */
final class Origin {

  private Origin() {}

  static String file(NamedNode node) {
    return node.getLocation() == null
        ? null
        : node.getLocation().replaceFirst("^(file|classpath):", "");
  }

  static Integer line(NamedNode node) {
    return node.getLineNumber() > 0 ? node.getLineNumber() : null;
  }

  /** The template that has it in the same line; Camel does not keep which it was. */
  static String template(RouteDefinition route, ModelCamelContext context) {
    if (!route.isCreatedFromTemplate()) {
      return null;
    }
    return context.getRouteTemplateDefinitions().stream()
        .filter(template -> isOf(route, template))
        .map(RouteTemplateDefinition::getId)
        .findFirst()
        .orElse(null);
  }

  private static boolean isOf(RouteDefinition route, RouteTemplateDefinition template) {
    NamedNode from = template.getRoute().getInput();
    return file(from) != null
        && file(from).equals(file(route.getInput()))
        && from.getLineNumber() == route.getInput().getLineNumber();
  }
}
