package io.ledgerway.retention;

import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;

/**
 * Says which sources are told outcomes, so that none is removed that is still to be told: those of
 * the routes made of the template {@code outcomes-out}. Thread-safe.
 */
class BeginSweep implements Processor {

  private static final String TEMPLATE = "outcomes-out";

  @Override
  public void process(Exchange exchange) {
    TreeSet<String> told = new TreeSet<>();
    for (RouteDefinition route :
        ((ModelCamelContext) exchange.getContext()).getRouteDefinitions()) {
      if (route.getTemplateParameters() != null && route.getRouteId().endsWith(TEMPLATE)) {
        told.add(String.valueOf(route.getTemplateParameters().get("source")));
      }
    }
    exchange.setVariable("toldSources", String.join(",", told));
    exchange.setVariable("steps", 0);
    exchange.setVariable("removedInAll", 0L);
  }
}
