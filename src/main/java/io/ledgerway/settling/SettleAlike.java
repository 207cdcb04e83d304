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
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * What stands in Xero under no marker of its own goes out again, unless something just like it
 * stands there without any marker: somebody may have edited that. Then a person has to say.
 */
class SettleAlike implements Processor {

  private final Settling means;

  SettleAlike(Settling means) {
    this.means = means;
  }

  @Override
  public void process(Exchange exchange) {
    Batch batch = Batch.of(exchange);
    DocumentResource resource = batch.of();
    Books books = means.books(batch);
    means.requireSameOrganisation(exchange, batch);
    List<Map<String, Object>> unmarked =
        XeroFields.objects(exchange.getMessage().getBody(Map.class), resource.endpoint()).stream()
            .filter(document -> !resource.isGone(document) && resource.marker(document) == null)
            .toList();
    Set<String> asked = LookUpQuery.codesAskedFor(batch);
    List<Fate> fates = new ArrayList<>();
    boolean unasked = false;
    for (Intended intended : batch.intended()) {
      if (!asked.contains(resource.code(intended.key()))) {
        unasked = true;
        continue;
      }
      List<String> alike = alike(intended, unmarked, resource, books);
      fates.add(
          alike.isEmpty()
              ? Fate.ready(intended.id())
              : Fate.uncertain(intended.id(), standsUnmarked(intended, alike, resource)));
    }
    Instant now = means.clock().instant();
    boolean open = unasked || fates.stream().anyMatch(fate -> fate.state().equals("UNCERTAIN"));
    means
        .settlement()
        .settle(
            batch,
            fates,
            books.version(),
            open ? Batch.NextStep.LOOK_UP : null,
            unasked ? now : means.times().lookAgain(batch.failedLooks() + 1, now),
            batch.absentFrom(),
            batch.failedLooks() + 1);
  }

  private static List<String> alike(
      Intended intended,
      List<Map<String, Object>> unmarked,
      DocumentResource resource,
      Books books) {
    return unmarked.stream()
        .filter(
            document ->
                new DocumentComparison(resource, intended.document(), document, books)
                    .differences()
                    .isEmpty())
        .map(resource::id)
        .toList();
  }

  private static List<Problem> standsUnmarked(
      Intended intended, List<String> alike, DocumentResource resource) {
    return List.of(
        Cause.STANDS_UNMARKED.about(
            null,
            List.of(),
            List.of(intended.key(), alike),
            List.of(intended.key(), resource.keyField())));
  }
}
