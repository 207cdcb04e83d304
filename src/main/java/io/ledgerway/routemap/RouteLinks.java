package io.ledgerway.routemap;

import io.ledgerway.routes.TemplateParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.model.RouteDefinition;

/** Finds out which step leads to which route, by what is sent to and what routes begin with. */
final class RouteLinks {

  private static final String RING = "work:ring";
  private static final String HEARD = "work:due";

  private RouteLinks() {}

  static List<RouteLink> of(List<RouteDefinition> routes) {
    List<RouteLink> links = new ArrayList<>();
    for (RouteDefinition route : routes) {
      all(ModelStep.of(route))
          .filter(step -> step.uri() != null)
          .forEach(
              step -> {
                for (RouteDefinition other : routes) {
                  String by = by(step, from(other));
                  if (by != null) {
                    links.add(new RouteLink(route.getRouteId(), step.id(), other.getRouteId(), by));
                  }
                }
              });
    }
    return List.copyOf(links);
  }

  /** How the step leads to what begins there; null when it does not. */
  private static String by(ModelStep step, String from) {
    if (PlainUri.place(step.uri()).equals(RING)) {
      String bell = PlainUri.option(step.uri(), "bell");
      return bell != null
              && PlainUri.place(from).equals(HEARD)
              && bell.equals(PlainUri.option(from, "bell"))
          ? "bell"
          : null;
    }
    if (!PlainUri.place(step.uri()).equals(PlainUri.place(from))) {
      return null;
    }
    return step.kind().equals("wireTap") ? "wireTap" : PlainUri.scheme(from);
  }

  private static String from(RouteDefinition route) {
    return TemplateParameters.putInto(route.getInput().getEndpointUri(), route);
  }

  private static Stream<ModelStep> all(List<ModelStep> steps) {
    return steps.stream().flatMap(step -> Stream.concat(Stream.of(step), all(step.steps())));
  }
}
