package io.ledgerway.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.local.LocalKafka;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the engine does with a card expense that nothing is wrong with, written straight down: the
 * same statements, the same calls, the same threads; no routes, no mapping language, no checks, no
 * way out when something fails. The measure of what all that costs.
 */
final class BareLoop {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final int SENDERS = 3;
  private static final String MARKER_TO_COME = "LW-0000000000000000-00";

  private final String company;
  private final LocalKafka kafka;
  private final Sql sql;
  private final TransactionTemplate transaction;
  private final BareXero xero;
  private final String bankAccount;
  private final Map<String, String> contacts;
  private final Map<String, String> accountCodes;
  private final UUID instance;
  private final AtomicInteger posted = new AtomicInteger();
  private final AtomicInteger told = new AtomicInteger();
  private volatile boolean failed;

  /**
   * @param contacts ContactID by e-mail
   * @param accountCodes code by AccountID
   */
  BareLoop(
      String company,
      LocalKafka kafka,
      DataSource dataSource,
      BareXero xero,
      String bankAccount,
      Map<String, String> contacts,
      Map<String, String> accountCodes,
      UUID instance) {
    this.company = company;
    this.kafka = kafka;
    this.sql = new Sql(dataSource);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.xero = xero;
    this.bankAccount = bankAccount;
    this.contacts = contacts;
    this.accountCodes = accountCodes;
    this.instance = instance;
  }

  /**
   * @param text the event before the check, the document after it
   */
  private record Ready(UUID id, int version, String text, String marker, int position) {}

  /** Returns when the expenses of the topic stand in the sandbox and the ledger says so. */
  void run(String topic, int expenses) {
    posted.set(0);
    told.set(0);
    ExecutorService threads = Executors.newFixedThreadPool(SENDERS + 2);
    try {
      List<CompletableFuture<Void>> work = new ArrayList<>();
      work.add(CompletableFuture.runAsync(() -> takeIn(topic, expenses), threads));
      for (int i = 0; i < SENDERS; i++) {
        work.add(CompletableFuture.runAsync(() -> send(expenses), threads));
      }
      work.add(CompletableFuture.runAsync(() -> tell(expenses), threads));
      // One that fails ends the others, which would wait for it for ever.
      work.forEach(one -> one.whenComplete((done, failure) -> failed |= failure != null));
      CompletableFuture.allOf(work.toArray(CompletableFuture[]::new)).join();
    } finally {
      threads.shutdownNow();
    }
  }

  private void takeIn(String topic, int expenses) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            kafka.brokers(),
            ConsumerConfig.GROUP_ID_CONFIG,
            "bare-" + topic,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            "false");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      int entered = 0;
      while (!failed && entered < expenses) {
        List<JsonNode> events = new ArrayList<>();
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          JsonNode event = read(record.value());
          if (event.get("company").asText().equals(company)) {
            events.add(event);
          }
        }
        if (!events.isEmpty()) {
          enter(events);
          check();
          entered += events.size();
        }
        consumer.commitSync();
      }
    }
  }

  private void enter(List<JsonNode> events) {
    sql.named("posting/enter")
        .array("ids", "uuid", events, e -> UuidCreator.getTimeOrderedEpoch())
        .array("companies", "text", events, e -> company)
        .array("sources", "text", events, e -> "perk")
        .array("source_ids", "text", events, e -> e.get("id").asText())
        .array("versions", "integer", events, e -> e.get("version").asInt())
        .array("kinds", "text", events, e -> "card-expense")
        .array("resources", "text", events, e -> "BankTransactions")
        .array("dates", "date", events, e -> java.sql.Date.valueOf(e.get("date").asText()))
        .array("currencies", "text", events, e -> e.get("currency").asText())
        .array("totals", "numeric", events, BareLoop::total)
        .array("employees", "text", events, e -> e.at("/employee/email").asText())
        .array("merchants", "text", events, e -> e.get("merchant").asText())
        .array("events", "text", events, JsonNode::toString)
        .array("hashes", "text", events, e -> hash(e.toString()))
        .value("now", now())
        .rows((row, number) -> row.getString("source_id"));
  }

  private void check() {
    List<Ready> received =
        sql.named("posting/unchecked")
            .value("company", company)
            .rows(
                (row, number) ->
                    new Ready(
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        row.getString("event"),
                        MARKER_TO_COME,
                        0));
    sql.named("posting/checked")
        .array("ids", "uuid", received, Ready::id)
        .array("versions", "integer", received, Ready::version)
        .array("states", "text", received, r -> "READY")
        .array("problems", "text", received, r -> null)
        .array("waits_for", "text", received, r -> null)
        .array("books_versions", "bigint", received, r -> 1L)
        .array("documents", "text", received, r -> document(r).toString())
        .value("now", now())
        .run();
  }

  private void send(int expenses) {
    while (!failed && posted.get() < expenses) {
      UUID batch = UuidCreator.getTimeOrderedEpoch();
      List<Ready> claimed =
          sql.named("posting/claim-batch")
              .value("company", company)
              .value("resource", "BankTransactions")
              .value("batch", batch)
              .value("partial", false)
              .value("instance", instance)
              .value("now", now())
              .rows(
                  (row, number) ->
                      new Ready(
                          row.getObject("id", UUID.class),
                          row.getInt("version"),
                          row.getString("document"),
                          row.getString("marker"),
                          row.getInt("position")));
      if (claimed.isEmpty()) {
        Thread.onSpinWait();
        java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
      } else {
        post(batch, claimed);
      }
    }
  }

  private void post(UUID batch, List<Ready> claimed) {
    List<ObjectNode> documents =
        claimed.stream()
            .map(r -> (ObjectNode) read(r.text().replace(MARKER_TO_COME, r.marker())))
            .toList();
    ObjectNode request = BareXero.JSON.createObjectNode();
    documents.forEach(request.putArray("BankTransactions")::add);
    String body = request.toString();
    String key = "bare-" + batch;
    intend(batch, claimed, documents, key, hash(body));

    UUID call = UuidCreator.getTimeOrderedEpoch();
    acquire(call);
    begin(call, key, hash(body), claimed.size());
    JsonNode answer = xero.put("BankTransactions", key, body);
    complete(call);
    settle(batch, claimed, documents, answer.get("BankTransactions"));
    posted.addAndGet(claimed.size());
  }

  private void intend(
      UUID batch, List<Ready> claimed, List<ObjectNode> documents, String key, String hash) {
    transaction.executeWithoutResult(
        status -> {
          sql.named("posting/intend")
              .array("ids", "uuid", claimed, Ready::id)
              .array("versions", "integer", claimed, Ready::version)
              .array("documents", "text", documents, ObjectNode::toString)
              .array("positions", "integer", claimed, Ready::position)
              .value("batch", batch)
              .value("instance", instance)
              .value("now", now())
              .rows((row, number) -> row.getString("id"));
          sql.named("posting/unclaim").value("batch", batch).run();
          sql.named("posting/intend-batch")
              .value("batch", batch)
              .value("company", company)
              .value("resource", "BankTransactions")
              .value("tenant", xero.tenantId())
              .value("instance", instance)
              .value("key", key)
              .value("hash", hash)
              .value("size", claimed.size())
              .value("now", now())
              .value("lease", now().plusMinutes(3))
              .value("trace", null)
              .run();
        });
  }

  private void acquire(UUID call) {
    sql.named("xero/acquire")
        .value("tenant", xero.tenantId())
        .value("call", call)
        .value("instance", instance)
        .value("now", now())
        .value("leasedUntil", now().plusMinutes(2))
        .value("concurrent", 5)
        .value("perMinute", 1_000_000)
        .value("perDay", 1_000_000)
        .value("dayReserve", 0)
        .rows((row, number) -> row.getString("outcome"));
  }

  private void begin(UUID call, String key, String hash, int elements) {
    sql.named("xero/begin-call")
        .value("writes", true)
        .value("id", call)
        .value("company", company)
        .value("tenant", xero.tenantId())
        .value("instance", instance)
        .value("method", "PUT")
        .value("resource", "BankTransactions")
        .value("query", "summarizeErrors=false")
        .value("key", key)
        .value("hash", hash)
        .value("elements", elements)
        .value("now", now())
        .run();
  }

  private void complete(UUID call) {
    sql.named("xero/complete-call")
        .value("now", now())
        .value("status", 200)
        .value("correlationId", call.toString())
        .value("errorCode", null)
        .value("id", call)
        .run();
    sql.named("xero/release")
        .value("tenant", xero.tenantId())
        .value("call", call)
        .value("now", now())
        .value("counted", true)
        .value("minuteLeft", null)
        .value("dayLeft", null)
        .value("perMinute", 1_000_000)
        .value("perDay", 1_000_000)
        .value("pauseUntil", null)
        .value("pauseReason", null)
        .value("appPauseUntil", null)
        .rows((row, number) -> 1);
  }

  private void settle(UUID batch, List<Ready> claimed, List<ObjectNode> sent, JsonNode answers) {
    transaction.executeWithoutResult(
        status -> {
          List<String> ids = new ArrayList<>();
          for (int i = 0; i < sent.size(); i++) {
            JsonNode answer = answers.get(i);
            if (!answer.get("Reference").equals(sent.get(i).get("Reference"))) {
              throw new IllegalStateException("Not in order: " + answer);
            }
            ids.add(answer.get("BankTransactionID").asText());
          }
          sql.named("posting/settle")
              .array("ids", "uuid", claimed, Ready::id)
              .array("states", "text", claimed, r -> "POSTED")
              .array("xero_ids", "text", ids, id -> id)
              .array("problems", "text", claimed, r -> null)
              .array("waits_for", "text", claimed, r -> null)
              .value("booksVersion", 1L)
              .value("batch", batch)
              .value("now", now())
              .run();
          sql.named("posting/settle-batch")
              .value("state", "SETTLED")
              .value("nextStep", "RESEND")
              .value("nextAttempt", null)
              .value("note", null)
              .value("batch", batch)
              .value("now", now())
              .run();
        });
  }

  private void tell(int expenses) {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.brokers(), "linger.ms", "5");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      while (!failed && told.get() < expenses) {
        List<Long> histories =
            sql.named("posting/untold")
                .value("source", "perk")
                .rows(
                    (row, number) -> {
                      ObjectNode outcome = BareXero.JSON.createObjectNode();
                      outcome
                          .put("id", row.getString("source_id"))
                          .put("company", company)
                          .put("outcome", row.getString("state"));
                      producer.send(
                          new ProducerRecord<>(
                              "perk.expense-exports", company, outcome.toString()));
                      return row.getLong("history");
                    });
        producer.flush();
        sql.named("posting/told")
            .array("histories", "bigint", histories, history -> history)
            .value("now", now())
            .run();
        told.addAndGet(histories.size());
        if (histories.isEmpty()) {
          java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
      }
    }
  }

  private ObjectNode document(Ready ready) {
    JsonNode event = read(ready.text());
    boolean taxed = event.get("lines").findValue("taxRate") != null;
    ObjectNode document = BareXero.JSON.createObjectNode();
    document.put("Type", "SPEND").put("Status", "AUTHORISED");
    document
        .putObject("Contact")
        .put("ContactID", contacts.get(event.at("/employee/email").asText()));
    document.putObject("BankAccount").put("AccountID", bankAccount);
    document.put("Date", event.get("date").asText());
    document.put("Reference", event.get("merchant").asText() + " · " + ready.marker());
    document.put("Url", "http://localhost:8080/documents/" + ready.id());
    document.put("LineAmountTypes", taxed ? "Inclusive" : "NoTax");
    ArrayNode lines = document.putArray("LineItems");
    for (JsonNode line : event.get("lines")) {
      ObjectNode item = lines.addObject();
      item.put("Description", event.get("merchant").asText()).put("Quantity", 1);
      item.set("UnitAmount", line.get("amount"));
      item.put("AccountCode", accountCodes.get(line.get("category").asText()));
      if (taxed) {
        item.put("TaxType", line.path("taxRate").asText("NONE"));
      }
    }
    return document;
  }

  private static BigDecimal total(JsonNode event) {
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode line : event.get("lines")) {
      total = total.add(line.get("amount").decimalValue());
    }
    return total;
  }

  private static JsonNode read(String json) {
    try {
      return BareXero.JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static String hash(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(CLOCK);
  }
}
