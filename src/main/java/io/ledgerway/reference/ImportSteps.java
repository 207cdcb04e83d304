package io.ledgerway.reference;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;

/** The steps of an import route that YAML cannot say. Thread-safe. */
class ImportSteps {

  private static final String GATHERED = "gathered";
  private static final String SINCE = "If-Modified-Since";

  private final ReferenceImport imports;
  private final Clock clock;

  ImportSteps(ReferenceImport imports, Clock clock) {
    this.imports = imports;
    this.clock = clock;
  }

  /** Forgets what the resource before this one was asked for, and gave; sets variable now. */
  void begin(Exchange exchange) {
    exchange.setVariable("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    exchange.getMessage().removeHeader(SINCE);
    exchange.getMessage().removeHeaders("Xero*");
    exchange.removeVariable(GATHERED);
    exchange.getMessage().setBody(null);
  }

  /** Keeps a page until all have been read: a resource is stored at one moment. */
  void gather(Exchange exchange) {
    List<Map<String, Object>> gathered = gathered(exchange);
    gathered.addAll(body(exchange));
    exchange.setVariable(GATHERED, gathered);
  }

  /** Stores the records of the body, or those gathered; the body becomes how many changed. */
  void store(Exchange exchange) {
    List<Map<String, Object>> gathered = gathered(exchange);
    exchange
        .getMessage()
        .setBody(
            imports.store(
                exchange.getVariable("company", String.class),
                Resource.valueOf(exchange.getVariable("resource", String.class)),
                exchange.getMessage().getHeader(SINCE) == null,
                gathered.isEmpty() ? body(exchange) : gathered));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> gathered(Exchange exchange) {
    List<Map<String, Object>> gathered = exchange.getVariable(GATHERED, List.class);
    return gathered == null ? new ArrayList<>() : gathered;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> body(Exchange exchange) {
    return exchange.getMessage().getBody(List.class);
  }
}
