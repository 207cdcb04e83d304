package io.ledgerway.preview;

import io.ledgerway.problem.LedgerwayException;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.springframework.stereotype.Component;

/**
 * The routes that make of one record what the ledger keeps of it: those that end with {@code
 * intake:entry}, by the source whose mapping they use. Thread-safe.
 */
@Component
class RecordRoutes {

  private static final String DIRECT = "direct:";
  private static final String MAPPING = "mapping:";

  private final CamelContext context;

  RecordRoutes(CamelContext context) {
    this.context = context;
  }

  /**
   * @param named the one that is meant; null where the source has one alone
   * @return the name behind {@code direct:}
   * @throws LedgerwayException {@code RECORD_ROUTE_UNKNOWN} when it cannot be told
   */
  String of(String source, String named) {
    List<String> all =
        ((ModelCamelContext) context)
            .getRouteDefinitions().stream()
                .filter(route -> enters(route, source))
                .map(route -> route.getInput().getEndpointUri())
                .filter(from -> from.startsWith(DIRECT))
                .map(from -> from.substring(DIRECT.length()))
                .sorted()
                .toList();
    if (named == null && all.size() == 1) {
      return all.get(0);
    }
    if (named != null && all.contains(named)) {
      return named;
    }
    throw new LedgerwayException(
        "RECORD_ROUTE_UNKNOWN",
        all.isEmpty()
            ? "No route of the source '" + source + "' enters documents in the ledger."
            : "Which route takes in such an event of '" + source + "' is not said.",
        all.isEmpty()
            ? "A route of one record uses a mapping of the source and ends with intake:entry."
            : "Name one as 'record': " + all + ".");
  }

  /** The mappings that the routes of one record of a source use. */
  List<String> mappings(String source) {
    return ((ModelCamelContext) context)
        .getRouteDefinitions().stream()
            .filter(route -> enters(route, source))
            .flatMap(route -> uris(route).stream())
            .filter(step -> step.startsWith(MAPPING))
            .map(step -> step.substring(MAPPING.length()))
            .distinct()
            .toList();
  }

  private static boolean enters(RouteDefinition route, String source) {
    List<String> steps = uris(route);
    return steps.contains("intake:entry")
        && steps.stream().anyMatch(step -> step.startsWith(MAPPING + source + "/"));
  }

  private static List<String> uris(RouteDefinition route) {
    return route.getOutputs().stream()
        .filter(ToDefinition.class::isInstance)
        .map(step -> ((ToDefinition) step).getUri())
        .toList();
  }
}
