package io.ledgerway.posting;

import io.ledgerway.problem.Problem;
import io.ledgerway.problem.Problem.Actor;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.BooksOf;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Reads what stands in Xero under the markers of a batch. What stands there is settled. What does
 * not show is looked for again until no list can lag behind any more: then it certainly does not
 * stand there, and goes out again.
 */
class SettleLookUp implements Processor {

  private final Settlement settlement;
  private final BooksOf booksOf;
  private final Destination destination;
  private final SettleTimes times;
  private final Clock clock;

  SettleLookUp(
      Settlement settlement,
      BooksOf booksOf,
      Destination destination,
      SettleTimes times,
      Clock clock) {
    this.settlement = settlement;
    this.booksOf = booksOf;
    this.destination = destination;
    this.times = times;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    Batch batch = Batch.of(exchange);
    XeroResource resource = XeroResource.valueOf(batch.resource());
    Map<String, List<Map<String, Object>>> standing =
        XeroFields.objects(exchange.getMessage().getBody(Map.class), resource.endpoint()).stream()
            .filter(
                document ->
                    resource.undoes()
                        || !XeroResource.GONE.contains(XeroFields.text(document, "Status")))
            .filter(document -> resource.marker(document) != null)
            .collect(Collectors.groupingBy(resource::marker));
    Set<String> asked = LookUpQuery.codesAskedFor(batch);
    Books books = booksOf.of(batch.company());
    destination.requireStill(
        exchange.getMessage().getHeader("XeroTenantId", String.class), batch.company());
    if (batch.intended().stream().anyMatch(each -> !standing.containsKey(each.marker()))) {
      LookUpNotWhole.refuse(exchange.getMessage().getBody(Map.class), resource, asked);
    }
    Instant now = clock.instant();
    Instant absentFrom = absentFrom(batch);
    Instant next = now;
    List<Fate> fates = new ArrayList<>();
    for (Intended intended : batch.intended()) {
      List<Map<String, Object>> found = standing.getOrDefault(intended.marker(), List.of());
      if (!asked.contains(resource.code(intended.marker()))) {
        fates.add(Fate.uncertain(intended.id()));
      } else if (notYet(intended, found, resource) && now.isBefore(absentFrom)) {
        fates.add(Fate.uncertain(intended.id()));
        next = absentFrom;
      } else {
        fates.add(fate(intended, found, resource, books));
      }
    }
    settlement.settle(batch, fates, books.version(), next, absentFrom);
  }

  /** Without anything known of its last call: as late as that may have been. */
  private Instant absentFrom(Batch batch) {
    return batch.absentFrom() != null
        ? batch.absentFrom()
        : times.absentAfterSilence(batch.keySafeUntil());
  }

  /** Whether what was sent may still be about to be done. */
  private static boolean notYet(
      Intended intended, List<Map<String, Object>> found, XeroResource resource) {
    return found.isEmpty() || resource.undoes() && !SettleAnswer.hasStatus(intended, found.get(0));
  }

  private static Fate fate(
      Intended intended, List<Map<String, Object>> found, XeroResource resource, Books books) {
    if (notYet(intended, found, resource)) {
      return Fate.ready(intended.id());
    }
    String xeroId = resource.id(found.get(0));
    if (resource.undoes()) {
      return Fate.posted(intended.id(), xeroId);
    }
    List<Problem> differences =
        new DocumentComparison(resource, intended.document(), found.get(0), books).differences();
    if (found.size() > 1) {
      differences.add(
          new Problem(
              "STANDS_MORE_THAN_ONCE",
              "This document stands in Xero %d times: %s"
                  .formatted(found.size(), found.stream().map(resource::id).toList()),
              Actor.FINANCE,
              "Void all but one of them in Xero.",
              List.of(),
              null));
    }
    return differences.isEmpty()
        ? Fate.posted(intended.id(), xeroId)
        : Fate.different(intended.id(), xeroId, differences);
  }
}
