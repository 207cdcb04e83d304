package io.ledgerway.log;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Structured lines say which route, company, document, batch and trace they are about, also those
 * of libraries that know none of it. Of each route, whenever it was added. (camel-mdc reads headers
 * and exchange properties around each step; here these are variables, and asked for only when
 * something is logged.)
 */
@Component
@ConditionalOnProperty("logging.structured.format.console")
class LogsOfRoutes implements RoutePolicyFactory {

  @Override
  public RoutePolicy createRoutePolicy(CamelContext camel, String id, NamedNode route) {
    return new RoutePolicySupport() {
      private final String within = id + ".about";

      @Override
      public void onExchangeBegin(Route begun, Exchange exchange) {
        exchange.setProperty(within, About.enter(exchange, id));
      }

      @Override
      public void onExchangeDone(Route done, Exchange exchange) {
        if (exchange.removeProperty(within) instanceof About about) {
          about.leave();
        }
      }
    };
  }
}
