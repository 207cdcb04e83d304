package io.ledgerway.routes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.model.WireTapDefinition;

/**
 * Finds what would only be noticed when a document comes by: a route configuration that nobody has,
 * a {@code direct:} where no route begins, a step or a mapping that does not exist.
 */
final class RouteMistakes {

  private final List<String> found = new ArrayList<>();
  private final CamelContext context;
  private final Set<String> configurations;
  private final Set<String> entrances;
  private final Collection<RouteDefinition> routes;

  private RouteMistakes(ModelCamelContext context) {
    this.context = context;
    this.routes = context.getRouteDefinitions();
    this.configurations =
        context.getRouteConfigurationDefinitions().stream()
            .map(RouteConfigurationDefinition::getId)
            .collect(Collectors.toSet());
    this.entrances =
        routes.stream()
            .map(route -> name(TemplateParameters.putInto(route.getInput().getUri(), route)))
            .collect(Collectors.toSet());
  }

  /** One sentence for each, with file, line and route. */
  static List<String> in(ModelCamelContext context) {
    RouteMistakes mistakes = new RouteMistakes(context);
    mistakes.routes.forEach(mistakes::check);
    return mistakes.found;
  }

  private void check(RouteDefinition route) {
    if (route.getRouteConfigurationId() != null) {
      for (String id : route.getRouteConfigurationId().split(",")) {
        if (!configurations.contains(id.strip())) {
          tell(route, route, "there is no route configuration '" + id.strip() + "'");
        }
      }
    }
    // What a wire tap goes to may be computed; ToDynamic and WireTap are siblings of To.
    ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ToDefinition.class)
        .forEach(to -> check(route, to, TemplateParameters.putInto(to.getUri(), route)));
    ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), WireTapDefinition.class)
        .forEach(tap -> check(route, tap, TemplateParameters.putInto(tap.getUri(), route)));
  }

  private void check(RouteDefinition route, NamedNode step, String uri) {
    if (uri == null || uri.contains("${")) {
      return;
    }
    String target = name(uri);
    if (target.startsWith("direct:")) {
      if (!entrances.contains(target)) {
        tell(route, step, "no route begins at " + target);
      }
    } else if (context.hasComponent(scheme(target)) == null
        && context.getComponent(scheme(target)) == null) {
      tell(route, step, "nobody knows the scheme of " + uri);
    } else {
      create(route, step, uri);
    }
  }

  private void create(RouteDefinition route, NamedNode step, String uri) {
    try {
      context.getEndpoint(uri);
    } catch (RuntimeException e) {
      tell(route, step, rootMessage(e));
    }
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  private static String scheme(String uri) {
    int colon = uri.indexOf(':');
    return colon < 0 ? uri : uri.substring(0, colon);
  }

  private static String name(String uri) {
    int options = uri.indexOf('?');
    String bare = options < 0 ? uri : uri.substring(0, options);
    return bare.replace("://", ":");
  }

  private void tell(RouteDefinition route, NamedNode step, String what) {
    int line = step.getLineNumber() > 0 ? step.getLineNumber() : route.getLineNumber();
    // A route that was made of a template has no file of its own; its steps have the template's.
    String location =
        route.getResource() != null ? route.getResource().getLocation() : step.getLocation();
    String file =
        location == null ? "a route file" : location.replaceFirst("^(file|classpath):", "");
    found.add(file + (line > 0 ? ":" + line : "") + ": route " + route.getRouteId() + ": " + what);
  }
}
