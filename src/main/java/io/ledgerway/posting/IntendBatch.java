package io.ledgerway.posting;

import io.ledgerway.instance.EngineInstance;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the intent durable: which documents go out, as what, in which batch, with which key. What
 * may not go out after all is held with its reason; what does not fit in one request is given back.
 * The body becomes the request, or null when nothing is left to send.
 */
class IntendBatch implements Processor {

  /** Xero asks to stay under 3.5 MB (xero-api.md 2.9). */
  private static final int MAX_REQUEST_BYTES = 3_000_000;

  /** Longer than a request can take: permit, token and response time-out together. */
  private static final Duration LEASE = Duration.ofMinutes(3);

  private final Statements statements;
  private final TransactionTemplate transaction;
  private final EngineInstance instance;
  private final Clock clock;

  IntendBatch(
      Statements statements,
      TransactionTemplate transaction,
      EngineInstance instance,
      Clock clock) {
    this.statements = statements;
    this.transaction = transaction;
    this.instance = instance;
    this.clock = clock;
  }

  @Override
  @SuppressWarnings("unchecked")
  public void process(Exchange exchange) {
    List<Prepared> all = exchange.getMessage().getBody(List.class);
    UUID batch = UUID.fromString(exchange.getVariable("batch", String.class));
    Request request = transaction.execute(status -> intend(batch, all));
    if (request == null) {
      exchange.getMessage().setBody(null);
      return;
    }
    request.batch().putOn(exchange);
    exchange.getMessage().setBody(request.body());
    exchange.getMessage().setHeader("Idempotency-Key", request.batch().idempotencyKey());
    exchange.getMessage().setHeader("XeroSendBefore", request.batch().keySafeUntil());
  }

  private Request intend(UUID batch, List<Prepared> all) {
    Instant now = clock.instant();
    hold(all.stream().filter(p -> !p.ready()).toList(), now);
    List<Prepared> fitting = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    int bytes = 0;
    for (Prepared prepared : all) {
      if (prepared.ready()) {
        String text = XeroJson.write(prepared.document());
        bytes += text.getBytes(StandardCharsets.UTF_8).length + 1;
        if (bytes > MAX_REQUEST_BYTES && !fitting.isEmpty()) {
          break;
        }
        fitting.add(prepared);
        texts.add(text);
      }
    }
    Set<UUID> ours = fitting.isEmpty() ? Set.of() : take(batch, fitting, texts, now);
    statements.named("posting/unclaim").value("batch", batch).run();
    if (ours.isEmpty()) {
      return null;
    }
    return write(batch, fitting, texts, ours, now);
  }

  private void hold(List<Prepared> prevented, Instant now) {
    if (!prevented.isEmpty()) {
      statements
          .named("posting/prevent")
          .array("ids", "uuid", prevented, p -> p.row().id())
          .array("versions", "integer", prevented, p -> p.row().version())
          .array("problems", "text", prevented, p -> Problems.write(p.problems()))
          .array("waits_for", "text", prevented, p -> Problems.keys(p.problems()))
          .array("books_versions", "bigint", prevented, Prepared::booksVersion)
          .value("instance", instance.id())
          .value("now", now)
          .run();
    }
  }

  private Set<UUID> take(UUID batch, List<Prepared> fitting, List<String> texts, Instant now) {
    List<Integer> positions = new ArrayList<>();
    fitting.forEach(p -> positions.add(positions.size()));
    Set<UUID> ours = new HashSet<>();
    statements
        .named("posting/intend")
        .array("ids", "uuid", fitting, p -> p.row().id())
        .array("versions", "integer", fitting, p -> p.row().version())
        .array("documents", "text", texts)
        .array("positions", "integer", positions)
        .value("batch", batch)
        .value("instance", instance.id())
        .value("now", now)
        .rows(row -> ours.add(row.getObject("id", UUID.class)));
    return ours;
  }

  private Request write(
      UUID batch, List<Prepared> fitting, List<String> texts, Set<UUID> ours, Instant now) {
    List<Intended> intended = new ArrayList<>();
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < fitting.size(); i++) {
      Prepared prepared = fitting.get(i);
      if (ours.contains(prepared.row().id())) {
        intended.add(
            new Intended(prepared.row().id(), prepared.row().marker(), prepared.document()));
        sent.add(texts.get(i));
      }
    }
    LedgerRow any = fitting.get(0).row();
    String body = XeroJson.request(any.resource(), sent);
    Batch written =
        new Batch(
            batch,
            any.company(),
            any.resource(),
            "ledgerway-" + batch,
            XeroJson.hash(body),
            now,
            Batch.NextStep.RESEND,
            1,
            intended);
    statements
        .named("posting/intend-batch")
        .value("batch", batch)
        .value("company", written.company())
        .value("resource", written.resource())
        .value("instance", instance.id())
        .value("key", written.idempotencyKey())
        .value("hash", written.requestHash())
        .value("size", intended.size())
        .value("now", now)
        .value("lease", now.plus(LEASE))
        .run();
    return new Request(written, body);
  }

  private record Request(Batch batch, String body) {}
}
