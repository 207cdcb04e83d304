package io.ledgerway.sending;

import io.ledgerway.document.DocumentJson;
import io.ledgerway.document.DocumentResource;
import io.ledgerway.instance.EngineInstance;
import io.ledgerway.posting.LedgerRow;
import io.ledgerway.posting.Statements;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.BooksOf;
import io.ledgerway.source.Sources;
import io.ledgerway.trace.Stretch;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the intent durable: which documents go out, as what, in which batch, with which key. What
 * may not go out after all is checked again, from its event on; what does not fit in one request is
 * given back. The body becomes the request, or null when nothing is left to send.
 */
class IntendBatch implements Processor {

  /** Longer than a request can take: permit, token and response time-out together. */
  private static final Duration LEASE = Duration.ofMinutes(3);

  private final Statements statements;
  private final TransactionTemplate transaction;
  private final EngineInstance instance;
  private final BooksOf booksOf;
  private final Sources sources;
  private final Destination destination;
  private final BatchTrace trace;
  private final Clock clock;

  IntendBatch(
      Statements statements,
      TransactionTemplate transaction,
      EngineInstance instance,
      BooksOf booksOf,
      Sources sources,
      Destination destination,
      BatchTrace trace,
      Clock clock) {
    this.statements = statements;
    this.transaction = transaction;
    this.instance = instance;
    this.booksOf = booksOf;
    this.sources = sources;
    this.destination = destination;
    this.trace = trace;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    List<?> claimed = exchange.getMessage().getBody(List.class);
    UUID batch = UUID.fromString(exchange.getVariable("batch", String.class));
    String company = exchange.getVariable("company", String.class);
    // Before the books: what is checked against those of one organisation is sent to no other.
    String tenant = destination.of(company);
    Books books = booksOf.of(company);
    List<Claimed> all =
        claimed.stream()
            .map(row -> Claimed.of((Map<?, ?>) row, books, sources))
            .sorted(Comparator.comparingInt(Claimed::position))
            .toList();
    Request request = transaction.execute(status -> intend(batch, tenant, all));
    if (request == null) {
      exchange.getMessage().setBody(null);
      return;
    }
    request.batch().putRequestOn(exchange, request.body());
    request.stretch().putOn(exchange);
    exchange.getMessage().setHeader("XeroTenantId", tenant);
  }

  private Request intend(UUID batch, String tenant, List<Claimed> all) {
    Instant now = clock.instant();
    checkAgain(all.stream().filter(Claimed::outdated).toList(), now);
    List<Claimed> fitting = new ArrayList<>();
    int bytes = 0;
    for (Claimed claimed : all) {
      if (!claimed.outdated()) {
        bytes += claimed.text().getBytes(StandardCharsets.UTF_8).length + 1;
        if (bytes > DocumentJson.MAX_REQUEST_BYTES && !fitting.isEmpty()) {
          break;
        }
        fitting.add(claimed);
      }
    }
    Set<UUID> ours = fitting.isEmpty() ? Set.of() : take(batch, fitting, now);
    if (ours.size() < all.size()) {
      statements.named("posting/unclaim").value("batch", batch).run();
    }
    return ours.isEmpty()
        ? null
        : write(
            batch, tenant, fitting.stream().filter(c -> ours.contains(c.row().id())).toList(), now);
  }

  private void checkAgain(List<Claimed> outdated, Instant now) {
    if (!outdated.isEmpty()) {
      statements
          .named("posting/check-outdated")
          .array("ids", "uuid", outdated, c -> c.row().id())
          .array("versions", "integer", outdated, c -> c.row().version())
          .value("instance", instance.id())
          .value("now", now)
          .run();
    }
  }

  private Set<UUID> take(UUID batch, List<Claimed> fitting, Instant now) {
    List<Integer> positions = new ArrayList<>();
    fitting.forEach(claimed -> positions.add(positions.size()));
    Set<UUID> ours = new HashSet<>();
    statements
        .named("posting/intend")
        .array("ids", "uuid", fitting, c -> c.row().id())
        .array("versions", "integer", fitting, c -> c.row().version())
        .array("documents", "text", fitting, Claimed::text)
        .array("markers", "text", fitting, Claimed::marker)
        .array("positions", "integer", positions)
        .value("batch", batch)
        .value("instance", instance.id())
        .value("now", now)
        .rows(row -> ours.add(row.getObject("id", UUID.class)));
    return ours;
  }

  private Request write(UUID batch, String tenant, List<Claimed> sent, Instant now) {
    LedgerRow any = sent.get(0).row();
    DocumentResource resource = DocumentResource.valueOf(any.resource());
    String body =
        DocumentJson.request(resource.endpoint(), sent.stream().map(Claimed::text).toList());
    List<Intended> intended =
        sent.stream()
            .map(
                c ->
                    Intended.of(
                        c.row().id(),
                        resource,
                        DocumentJson.read(c.text()),
                        c.row().noun(),
                        c.row().followed() == null ? null : c.row().followed().context()))
            .toList();
    Stretch stretch = trace.begin(batch, any, intended);
    Batch written =
        new Batch(
            batch,
            any.company(),
            any.resource(),
            "ledgerway-" + batch,
            DocumentJson.hash(body),
            now,
            Batch.NextStep.RESEND,
            1,
            null,
            0,
            stretch.context(),
            intended);
    statements
        .named("posting/intend-batch")
        .value("batch", batch)
        .value("company", written.company())
        .value("resource", written.resource())
        .value("tenant", tenant)
        .value("instance", instance.id())
        .value("key", written.idempotencyKey())
        .value("hash", written.requestHash())
        .value("size", intended.size())
        .value("now", now)
        .value("lease", now.plus(LEASE))
        .value("trace", written.trace() == null ? null : written.trace().text())
        .run();
    return new Request(written, body, stretch);
  }

  private record Request(Batch batch, String body, Stretch stretch) {}
}
