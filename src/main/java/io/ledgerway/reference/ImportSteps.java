package io.ledgerway.reference;

import io.ledgerway.problem.Told;
import io.ledgerway.work.Lease;
import io.ledgerway.work.Leases;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.Exchange;

/** The steps of an import route that YAML cannot say. Thread-safe. */
class ImportSteps {

  private static final String KEPT = "kept";
  private static final String SINCE = "If-Modified-Since";

  private final ReferenceImport imports;
  private final SameOrganisation organisation;
  private final Leases leases;
  private final Clock clock;

  ImportSteps(ReferenceImport imports, SameOrganisation organisation, Leases leases, Clock clock) {
    this.imports = imports;
    this.organisation = organisation;
    this.leases = leases;
    this.clock = clock;
  }

  /** Forgets what the resource before this one was asked for, and gave; sets variable now. */
  void begin(Exchange exchange) {
    exchange.setVariable("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    exchange.getMessage().removeHeader(SINCE);
    exchange.getMessage().removeHeaders("Xero*");
    exchange.removeVariable(KEPT);
    exchange.getMessage().setBody(null);
  }

  /**
   * Sets variables expected and pageCount to the number of records and pages that Xero announces;
   * when it announces nothing, only a page that is not full is the last.
   */
  void expect(Exchange exchange) {
    Map<?, ?> answer = exchange.getMessage().getBody(Map.class);
    Map<?, ?> announced = answer.get("pagination") instanceof Map<?, ?> map ? map : Map.of();
    exchange.setVariable("expected", number(announced.get("itemCount")));
    Integer pages = number(announced.get("pageCount"));
    exchange.setVariable("pageCount", pages == null ? Integer.MAX_VALUE : pages);
  }

  private static Integer number(Object value) {
    return value instanceof Number number ? number.intValue() : null;
  }

  /** Keeps the body, a page, until all have been read; the body becomes empty. */
  void keep(Exchange exchange) {
    inItsOrganisation(
        exchange,
        company -> {
          imports.keep(
              company,
              resource(exchange),
              exchange.getVariable("since", "", String.class),
              exchange.getVariable("page", Integer.class),
              exchange.getMessage().getHeader("XeroDate", Instant.class),
              exchange.getVariable("expected", Integer.class),
              body(exchange));
          return null;
        });
    exchange.setVariable(KEPT, exchange.getVariable("page", Integer.class));
    exchange.getMessage().setBody(List.of());
  }

  /**
   * Stores the records of the body and the pages that were kept; the body becomes how many changed.
   */
  void store(Exchange exchange) {
    exchange
        .getMessage()
        .setBody(
            inItsOrganisation(
                exchange,
                company ->
                    imports.store(
                        company,
                        resource(exchange),
                        exchange.getMessage().getHeader(SINCE) == null,
                        exchange.getVariable(KEPT, 0, Integer.class),
                        body(exchange))));
  }

  /** Sets variable reason to why the import ended. */
  void sayWhy(Exchange exchange) {
    Told told =
        Told.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class), "IMPORT_FAILED");
    exchange.setVariable(
        "reason", "%s: %s Hint: %s".formatted(told.code(), told.message(), told.hint()));
  }

  private <T> T inItsOrganisation(Exchange exchange, Function<String, T> work) {
    String company = exchange.getVariable("company", String.class);
    return organisation.store(
        company,
        exchange.getMessage().getHeader("XeroTenantId", String.class),
        () -> {
          // What was read before another took the import over may be older than what that one
          // stored.
          leases.assertHeld(exchange.getVariable(Lease.VARIABLE, Lease.class));
          return work.apply(company);
        });
  }

  private static Resource resource(Exchange exchange) {
    return Resource.valueOf(exchange.getVariable("resource", String.class));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> body(Exchange exchange) {
    return exchange.getMessage().getBody(List.class);
  }
}
