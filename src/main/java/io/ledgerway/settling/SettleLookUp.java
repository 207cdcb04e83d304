package io.ledgerway.settling;

import io.ledgerway.cause.Cause;
import io.ledgerway.document.DocumentComparison;
import io.ledgerway.document.DocumentResource;
import io.ledgerway.document.XeroFields;
import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Books;
import io.ledgerway.sending.Batch;
import io.ledgerway.sending.Intended;
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

  private final Settling means;

  SettleLookUp(Settling means) {
    this.means = means;
  }

  @Override
  public void process(Exchange exchange) {
    Batch batch = Batch.of(exchange);
    DocumentResource resource = batch.of();
    Map<?, ?> answer = exchange.getMessage().getBody(Map.class);
    Map<String, List<Map<String, Object>>> standing =
        XeroFields.objects(answer, resource.endpoint()).stream()
            .filter(document -> resource.knowsId() || !resource.isGone(document))
            .filter(document -> resource.key(document) != null)
            .collect(Collectors.groupingBy(resource::key));
    Set<String> asked = LookUpQuery.codesAskedFor(batch);
    Books books = means.books(batch);
    means.requireSameOrganisation(exchange, batch);
    if (batch.intended().stream().anyMatch(each -> !standing.containsKey(each.key()))) {
      LookUpNotWhole.refuse(answer, resource, asked);
    }
    Instant now = means.clock().instant();
    Instant absentFrom = absentFrom(batch);
    Instant next = now;
    Batch.NextStep look = Batch.NextStep.LOOK_UP;
    List<Fate> fates = new ArrayList<>();
    for (Intended intended : batch.intended()) {
      List<Map<String, Object>> found = standing.getOrDefault(intended.key(), List.of());
      if (!asked.contains(resource.code(intended.key()))) {
        fates.add(Fate.uncertain(intended.id()));
      } else {
        Fate fate = fate(intended, found, resource, books);
        // What was sent may still be about to be done.
        boolean absent = fate.state().equals("READY");
        boolean wait = absent && now.isBefore(absentFrom);
        boolean alike = absent && !wait && resource.mayLoseItsMarker();
        fates.add(wait || alike ? Fate.uncertain(intended.id()) : fate);
        next = wait ? absentFrom : next;
        look = alike ? Batch.NextStep.LOOK_ALIKE : look;
      }
    }
    means.settlement().settle(batch, fates, books.version(), look, next, absentFrom);
  }

  /** Without anything known of its last call: as late as that may have been. */
  private Instant absentFrom(Batch batch) {
    return batch.absentFrom() != null
        ? batch.absentFrom()
        : means.times().absentAfterSilence(batch.keySafeUntil());
  }

  /** READY when what was sent has not been done. */
  static Fate fate(
      Intended intended, List<Map<String, Object>> found, DocumentResource resource, Books books) {
    if (found.isEmpty()) {
      return Fate.ready(intended.id());
    }
    Map<String, Object> held = found.get(0);
    String xeroId = resource.id(held);
    if (resource.undoes()) {
      return SettleAnswer.hasStatus(intended, held, resource)
          ? Fate.posted(intended.id(), xeroId)
          : Fate.ready(intended.id());
    }
    List<Problem> differences =
        new DocumentComparison(resource, intended.document(), held, books).differences();
    if (found.size() > 1) {
      differences.add(
          Cause.STANDS_MORE_THAN_ONCE.at(
              null, List.of(), found.size(), found.stream().map(resource::id).toList()));
    }
    if (differences.isEmpty()) {
      return Fate.posted(intended.id(), xeroId);
    }
    // What stands there may be what stood there before.
    return resource.changes()
        ? Fate.ready(intended.id())
        : Fate.different(intended.id(), xeroId, differences);
  }
}
