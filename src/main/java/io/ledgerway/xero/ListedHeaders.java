package io.ledgerway.xero;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/** camel-http would send every header of an exchange; these are all that may leave the house. */
class ListedHeaders implements HeaderFilterStrategy {

  private static final Set<String> LISTED =
      Set.of(
          "accept",
          "authorization",
          "content-type",
          "idempotency-key",
          "if-modified-since",
          "xero-tenant-id");

  @Override
  public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
    return !LISTED.contains(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
    return false;
  }
}
