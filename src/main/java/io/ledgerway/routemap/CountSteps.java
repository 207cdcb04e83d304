package io.ledgerway.routemap;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.springframework.stereotype.Component;

/**
 * Has each step of each route counted, from the moment on in which Camel makes the route. Camel's
 * own counters are JMX's, which this engine does without, and those of its route metrics end with
 * the route.
 */
@Component
class CountSteps implements InterceptStrategy {

  private final StepCounts counts;
  private final Clock clock;

  CountSteps(StepCounts counts, Clock clock) {
    this.counts = counts;
    this.clock = clock;
  }

  @Override
  public Processor wrapProcessorInInterceptors(
      CamelContext context, NamedNode step, Processor target, Processor next) {
    String route = context.getCamelContextExtension().getCreateRoute();
    RouteDefinition made =
        route == null ? null : ((ModelCamelContext) context).getRouteDefinition(route);
    if (made == null) {
      return target;
    }
    // Steps of a route configuration are one object for all routes that name it: the route is told
    // by Camel.
    Map<NamedNode, String> ids = ModelStep.ids(ModelStep.of(made));
    String id = ids.get(step);
    if (id == null) {
      return target;
    }
    counts.keep(route, Set.copyOf(ids.values()));
    return new CountedStep(target, route, counts.of(route, id), clock);
  }
}
