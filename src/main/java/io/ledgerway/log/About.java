package io.ledgerway.log;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * The exchange that a thread works on, and what its variables say that it is about when a line is
 * written. It reads them only then: a step costs nothing.
 */
final class About {

  private static final ThreadLocal<About> HERE = new ThreadLocal<>();
  private static final Map<String, String> FIELDS =
      Map.of(
          "company", "ledgerway.company",
          "posting", "ledgerway.posting",
          "batch", "ledgerway.batch",
          "trace", "trace.id");

  private final Exchange exchange;
  private final String route;
  private final About outer;
  private volatile boolean over;

  private About(Exchange exchange, String route, About outer) {
    this.exchange = exchange;
    this.route = route;
    this.outer = outer;
  }

  /** This thread is in a route. */
  static About enter(Exchange exchange, String route) {
    About here = new About(exchange, route, now());
    HERE.set(here);
    return here;
  }

  /** It may have been left on another thread than the one that came in. */
  void leave() {
    over = true;
    if (now() == null) {
      HERE.remove();
    }
  }

  private static About now() {
    About here = HERE.get();
    while (here != null && here.over) {
      here = here.outer;
    }
    return here;
  }

  /** Of the line that is being written; empty outside of routes. */
  static Map<String, String> fields() {
    About here = now();
    if (here == null) {
      return Map.of();
    }
    Map<String, String> fields = new HashMap<>();
    fields.put("ledgerway.route", here.route);
    FIELDS.forEach(
        (variable, field) -> {
          Object value = here.exchange.getVariable(variable);
          if (value != null) {
            fields.put(field, value.toString());
          }
        });
    return fields;
  }
}
