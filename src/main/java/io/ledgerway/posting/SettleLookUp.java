package io.ledgerway.posting;

import io.ledgerway.problem.Problem;
import io.ledgerway.problem.Problem.Actor;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.BooksOf;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Reads what stands in Xero under the markers of a batch. What stands there is settled; what does
 * not, certainly does not, and goes out again.
 */
class SettleLookUp implements Processor {

  private static final Set<String> GONE = Set.of("DELETED", "VOIDED");
  private final Settlement settlement;
  private final BooksOf booksOf;
  private final Destination destination;
  private final Clock clock;

  SettleLookUp(Settlement settlement, BooksOf booksOf, Destination destination, Clock clock) {
    this.settlement = settlement;
    this.booksOf = booksOf;
    this.destination = destination;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    Batch batch = Batch.of(exchange);
    XeroResource resource = XeroResource.valueOf(batch.resource());
    Map<String, List<Map<String, Object>>> standing =
        XeroFields.objects(exchange.getMessage().getBody(Map.class), batch.resource()).stream()
            .filter(document -> !GONE.contains(XeroFields.text(document, "Status")))
            .filter(document -> resource.marker(document) != null)
            .collect(Collectors.groupingBy(resource::marker));
    Set<String> asked = LookUpQuery.codesAskedFor(batch);
    Books books = booksOf.of(batch.company());
    destination.requireStill(
        exchange.getMessage().getHeader("XeroTenantId", String.class), batch.company());
    List<Fate> fates = new ArrayList<>();
    for (Intended intended : batch.intended()) {
      fates.add(
          asked.contains(LookUpQuery.code(intended.marker()))
              ? fate(intended, standing.getOrDefault(intended.marker(), List.of()), resource, books)
              : Fate.uncertain(intended.id()));
    }
    settlement.settle(batch, fates, books.version(), clock.instant());
  }

  private static Fate fate(
      Intended intended, List<Map<String, Object>> found, XeroResource resource, Books books) {
    if (found.isEmpty()) {
      return Fate.ready(intended.id());
    }
    String xeroId = resource.id(found.get(0));
    List<Problem> differences =
        new DocumentComparison(intended.document(), found.get(0), books).differences();
    if (found.size() > 1) {
      differences.add(
          new Problem(
              "STANDS_MORE_THAN_ONCE",
              "This document stands in Xero %d times: %s"
                  .formatted(found.size(), found.stream().map(resource::id).toList()),
              Actor.FINANCE,
              "Void all but one of them in Xero.",
              null,
              null));
    }
    return differences.isEmpty()
        ? Fate.posted(intended.id(), xeroId)
        : Fate.different(intended.id(), xeroId, differences);
  }
}
