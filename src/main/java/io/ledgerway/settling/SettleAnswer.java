package io.ledgerway.settling;

import io.ledgerway.document.DocumentComparison;
import io.ledgerway.document.DocumentResource;
import io.ledgerway.document.XeroFields;
import io.ledgerway.document.XeroMessages;
import io.ledgerway.document.XeroRefusals;
import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Books;
import io.ledgerway.sending.Batch;
import io.ledgerway.sending.Intended;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Reads what Xero answered for each document of a batch, matched by marker and never by position.
 */
class SettleAnswer implements Processor {

  private final Settling means;

  SettleAnswer(Settling means) {
    this.means = means;
  }

  @Override
  public void process(Exchange exchange) {
    Batch batch = Batch.of(exchange);
    Map<?, ?> answer = exchange.getMessage().getBody(Map.class);
    Books books = means.books(batch);
    means.requireSameOrganisation(exchange, batch);
    Instant now = means.clock().instant();
    means
        .settlement()
        .settle(
            batch,
            fates(batch, XeroFields.objects(answer, batch.of().endpoint()), books),
            books.version(),
            Batch.NextStep.LOOK_UP,
            now.plus(means.times().afterError()),
            means.times().absentAfterAnswer(now));
  }

  static List<Fate> fates(Batch batch, List<Map<String, Object>> answered, Books books) {
    DocumentResource resource = batch.of();
    Map<String, Map<String, Object>> byKey = new HashMap<>();
    answered.forEach(document -> byKey.put(resource.key(document), document));
    List<Fate> fates = new ArrayList<>();
    for (Intended intended : batch.intended()) {
      Map<String, Object> document = byKey.get(intended.key());
      fates.add(
          document == null
              ? Fate.uncertain(intended.id())
              : fate(intended, document, resource, books));
    }
    return fates;
  }

  /** Of what is undone only the status counts. */
  static boolean hasStatus(
      Intended intended, Map<String, Object> document, DocumentResource resource) {
    return Objects.equals(resource.status(intended.document()), resource.status(document));
  }

  private static Fate fate(
      Intended intended, Map<String, Object> document, DocumentResource resource, Books books) {
    String xeroId = resource.id(document);
    List<String> errors = XeroMessages.errorsOf(document);
    if (resource.undoes() && hasStatus(intended, document, resource)) {
      return Fate.posted(intended.id(), xeroId);
    }
    if (resource.undoes() && errors.isEmpty()) {
      return Fate.uncertain(intended.id());
    }
    // What is changed or undone keeps its id when Xero refuses that.
    if (xeroId == null || resource.knowsId() && !errors.isEmpty()) {
      return Fate.held(
          intended.id(),
          XeroRefusals.problems(errors, resource, intended.document(), intended.noun(), books));
    }
    List<Problem> differences =
        new DocumentComparison(resource, intended.document(), document, books).differences();
    return differences.isEmpty()
        ? Fate.posted(intended.id(), xeroId)
        : Fate.different(intended.id(), xeroId, differences);
  }
}
