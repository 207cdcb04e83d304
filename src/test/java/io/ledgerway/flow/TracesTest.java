package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.Sample;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.flow.Engine.Company;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.Expenses;
import io.ledgerway.local.SandboxSwitches.Fault;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import io.ledgerway.local.Topic;
import io.ledgerway.local.TraceCollector;
import io.ledgerway.local.TraceCollector.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A document can be followed through the engine by one trace, which says nothing of people. */
class TracesTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e47";
  private static final String SPAN = "00f067aa0ba902b7";
  private static final int CONSUMER = 5;
  private static final int CLIENT = 3;
  private static final int PRODUCER = 4;

  private static Surroundings around;
  private static TraceCollector collector;
  private static EngineProcess engine;
  private static EngineApi api;
  private static Expenses expenses;
  private static Company company;
  private static int traces;

  @BeforeAll
  static void start() {
    around = Surroundings.start();
    collector = TraceCollector.start();
    engine =
        around
            .engine("engine-traced")
            .environment("LEDGERWAY_TRACES", collector.url())
            .environment("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs")
            .environment("LEDGERWAY_SETTLE_FIRST_RETRY", "300ms")
            .environment("LEDGERWAY_SETTLE_AFTER_ERROR", "1s")
            .environment("LEDGERWAY_SETTLE_ABSENT_AFTER", "3s")
            .start();
    api = around.api(engine);
    expenses = new Expenses(around.kafka());
    around.sandbox().switches().limits(0, 0, 0);
    company = company("traced");
  }

  @AfterAll
  static void end() {
    expenses.close();
    engine.close();
    collector.close();
    around.close();
  }

  private static Company company(String id) {
    Organisation organisation = around.sandbox().switches().addOrganisation("Books of " + id, "NZ");
    SandboxBooks books =
        SandboxBooks.read(
            around.sandbox().uri(), organisation.clientId(), organisation.clientSecret());
    CompanySetUp.run(api, id, organisation.clientId(), organisation.clientSecret(), books);
    return new Company(id, organisation, books);
  }

  @Test
  void a_document_is_followed_from_its_record_to_its_outcome_in_the_trace_that_it_came_with() {
    String trace = newTrace();

    send("followed", "00-" + trace + "-" + SPAN + "-01", "vendor=1");

    JsonNode posting = awaitPosted("followed");
    Span intake = awaitOne(trace, "intake");
    assertThat(intake.parent()).isEqualTo(SPAN);
    assertThat(intake.kind()).isEqualTo(CONSUMER);
    assertThat(intake.attributes())
        .containsEntry("ledgerway.company", company.id())
        .containsEntry("ledgerway.outcome", "STORED")
        .containsEntry("messaging.destination.name", "perk.expenses")
        .containsKeys("messaging.kafka.offset", "messaging.destination.partition.id");
    Span check = awaitOne(trace, "check");
    assertThat(check.parent()).isEqualTo(intake.id());
    assertThat(check.attributes())
        .containsEntry("ledgerway.posting", posting.get("id").asText())
        .containsEntry("ledgerway.mapping", "perk/card-expense")
        .containsEntry("ledgerway.state", "READY");
    Span post = awaitOne(trace, "post");
    assertThat(post.parent()).isEqualTo(intake.id());
    assertThat(post.attributes())
        .containsEntry("ledgerway.state", "POSTED")
        .containsEntry("ledgerway.posting", posting.get("id").asText());
    Span batch = batchOf(post);
    assertThat(batch.parent()).isEmpty();
    assertThat(batch.links()).contains(trace + "/" + intake.id());
    assertThat(post.links()).containsExactly(batch.trace() + "/" + batch.id());
    assertThat(batch.attributes())
        .containsEntry("ledgerway.company", company.id())
        .containsEntry("ledgerway.documents", String.valueOf(batch.links().size()));
    Span call = awaitOne(batch.trace(), "PUT BankTransactions");
    assertThat(call.parent()).isEqualTo(batch.id());
    assertThat(call.kind()).isEqualTo(CLIENT);
    assertThat(call.attributes()).containsEntry("http.response.status_code", "200");
    Span tell = awaitOne(trace, "tell");
    assertThat(tell.parent()).isEqualTo(intake.id());
    assertThat(tell.kind()).isEqualTo(PRODUCER);
    assertThat(List.of(intake, check, post, tell, batch, call))
        .allSatisfy(span -> assertThat(span.end()).isGreaterThanOrEqualTo(span.start()))
        .noneMatch(Span::failed);
    assertThat(intake.start()).isLessThanOrEqualTo(check.start());
    assertThat(check.start()).isLessThanOrEqualTo(post.start());
    assertThat(post.start()).isLessThanOrEqualTo(tell.start());

    ConsumerRecord<String, String> outcome = outcome("followed");
    assertThat(header(outcome, "traceparent")).isEqualTo("00-" + trace + "-" + tell.id() + "-01");
    assertThat(header(outcome, "tracestate")).isEqualTo("vendor=1");
    assertThat(outcome.headers()).hasSize(2);
    assertThat(posting.get("trace").asText()).isEqualTo(trace);
  }

  @Test
  void without_a_trace_one_begins_where_the_record_is_taken_in() {
    send("plain", null, null);

    String trace = awaitPosted("plain").get("trace").asText();
    assertThat(awaitOne(trace, "intake").parent()).isEmpty();
    awaitOne(trace, "tell");
    assertThat(header(outcome("plain"), "traceparent")).startsWith("00-" + trace + "-");
  }

  @Test
  void headers_that_are_no_trace_are_nobodys_trouble() {
    List<String> crafted =
        List.of(
            "",
            "00-" + "0".repeat(32) + "-" + SPAN + "-01",
            "00-" + newTrace() + "-" + "0".repeat(16) + "-01",
            "00-" + newTrace() + "-" + SPAN + "-01-and-more",
            "x".repeat(30_000),
            "\u0000\u00e9'");
    for (int i = 0; i < crafted.size(); i++) {
      send("crafted-" + i, crafted.get(i), "a=" + "b".repeat(30_000));
    }

    for (int i = 0; i < crafted.size(); i++) {
      String trace = awaitPosted("crafted-" + i).get("trace").asText();
      assertThat(trace).matches("[0-9a-f]{32}").doesNotMatch("0+");
      assertThat(awaitOne(trace, "intake").parent()).isEmpty();
    }
  }

  @Test
  void what_its_sender_does_not_keep_is_passed_on_and_not_kept_here() {
    String trace = newTrace();

    send("unkept", "00-" + trace + "-" + SPAN + "-00", null);
    send("after-unkept", null, null);

    assertThat(awaitPosted("unkept").get("trace").asText()).isEqualTo(trace);
    assertThat(header(outcome("unkept"), "traceparent")).matches("00-" + trace + "-.{16}-00");
    awaitOne(awaitPosted("after-unkept").get("trace").asText(), "tell");
    assertThat(collector.spans()).noneMatch(span -> span.trace().equals(trace));
  }

  @Test
  void a_record_that_is_refused_and_a_document_that_is_held_say_so_in_their_traces() {
    String refused = newTrace();
    String held = newTrace();
    expenses.sendNow(record("{\"of\":", "00-" + refused + "-" + SPAN + "-01", null));
    ObjectNode document = PlainExpense.of(company, "held");
    PlainExpense.line(document).put("category", "none");
    expenses.sendNow(record(document.toString(), "00-" + held + "-" + SPAN + "-01", null));

    Span intake = awaitOne(refused, "intake");
    assertThat(intake.failed()).isTrue();
    assertThat(intake.attributes())
        .containsEntry("error.type", "NOT_JSON")
        .containsEntry("ledgerway.outcome", "REFUSED");
    assertThat(awaitOne(held, "check").attributes())
        .containsEntry("ledgerway.state", "HELD")
        .containsKey("ledgerway.cause");
    assertThat(awaitOne(held, "tell").attributes()).containsEntry("ledgerway.state", "HELD");
    assertThat(collector.spans(held, "post")).isEmpty();
  }

  @Test
  void a_record_that_goes_in_again_goes_on_in_its_trace() {
    String trace = newTrace();
    String wrong = PlainExpense.of(company, "again").toString().replaceFirst("\\{", "");
    expenses.sendNow(record(wrong, "00-" + trace + "-" + SPAN + "-01", "a=1"));
    awaitOne(trace, "intake");
    String id =
        api.deadLetters().stream()
            .filter(letter -> letter.path("payload").asText().equals(wrong))
            .findFirst()
            .orElseThrow()
            .get("id")
            .asText();

    api.put("/dead-letters/" + id + "/payload", PlainExpense.of(company, "again"));
    api.postFor("/dead-letters/" + id + "/replay");

    assertThat(awaitPosted("again").get("trace").asText()).isEqualTo(trace);
  }

  @Test
  void a_call_that_was_not_answered_and_how_it_was_settled_are_parts_of_the_batchs_trace() {
    Company slow = company("unanswered");
    around
        .sandbox()
        .switches()
        .arm(
            Fault.of("500-after-commit")
                .on("PUT", "BankTransactions")
                .forTenant(slow.tenant())
                .next(1));
    String trace = newTrace();

    expenses.sendNow(
        record(
            slow,
            PlainExpense.of(slow, "lost").toString(),
            "00-" + trace + "-" + SPAN + "-01",
            null));

    Span post = awaitOne(trace, "post");
    assertThat(post.attribute("ledgerway.state")).isEqualTo("POSTED");
    Span batch = batchOf(post);
    assertThat(batch.failed()).isTrue();
    Span settle = awaitOne(batch.trace(), "settle");
    assertThat(settle.parent()).isEqualTo(batch.id());
    assertThat(settle.attribute("ledgerway.by")).startsWith("LOOK_UP");
    Span look = awaitOne(batch.trace(), "GET BankTransactions");
    assertThat(look.parent()).isEqualTo(settle.id());
    Span put = awaitOne(batch.trace(), "PUT BankTransactions");
    assertThat(put.failed()).isTrue();
    assertThat(put.attributes()).containsEntry("http.response.status_code", "500");
  }

  @Test
  void nothing_of_what_documents_and_people_say_and_no_secret_is_in_any_span() {
    List<Sample> samples = new ArrayList<>(company.expenses(91).good(40));
    samples.addAll(company.expenses(92).wrong());
    samples.forEach(sample -> expenses.send(sample.key(), sample.value()));
    expenses.flush();
    String last = newTrace();
    send("last", "00-" + last + "-" + SPAN + "-01", null);
    awaitOne(last, "tell");
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                api.summary(company.id()).getOrDefault("POSTED", 0L) > 20
                    && collector.spans().stream().filter(s -> s.name().equals("tell")).count()
                        > 20);

    List<String> private_ = new ArrayList<>(company.books().employees());
    for (JsonNode posting : api.postings(company.id(), "POSTED")) {
      private_.add(posting.get("merchant").asText());
      private_.add(posting.get("sourceId").asText());
      private_.add(posting.get("xeroId").asText());
    }
    private_.add(around.settings().apiKey());
    private_.add(around.settings().adminPassword());
    private_.add(company.organisation().clientSecret());
    private_.add(company.organisation().name());
    private_.add(company.tenant());
    private_.add("Bearer");
    assertThat(private_).hasSizeGreaterThan(40);
    assertThat(collector.everything()).doesNotContain("@acme").doesNotContain(private_);
  }

  @Test
  void a_collector_that_is_away_costs_spans_and_nothing_else() {
    awaitOne(traceOf("before-away"), "tell");
    collector.refuse(true);
    try {
      awaitPosted(sent("while-away"));
      awaitLine("collector_away");
    } finally {
      collector.refuse(false);
    }
    awaitPosted(sent("after-away"));
    awaitLine("collector_back");
  }

  @Test
  void lines_say_what_they_are_about_also_where_their_words_do_not() throws IOException {
    String trace = traceOf("logged");
    Span post = awaitOne(trace, "post");
    String batch = post.attribute("ledgerway.batch");

    JsonNode settled =
        lines().stream()
            .filter(line -> line.at("/event/action").asText().equals("settled"))
            .filter(line -> line.at("/ledgerway/batch").asText().equals(batch))
            .findFirst()
            .orElseThrow();
    assertThat(settled.at("/ledgerway/route").asText()).isEqualTo("export-batch");
    assertThat(settled.at("/ledgerway/company").asText()).isEqualTo(company.id());
    assertThat(settled.at("/trace/id").asText()).isEqualTo(batchOf(post).trace());
    assertThat(lines())
        .anySatisfy(
            line -> {
              assertThat(line.at("/event/action").asText()).isEqualTo("intake");
              assertThat(line.at("/ledgerway/route").asText()).isEqualTo("perk-expenses");
            });
    assertThat(lines())
        .filteredOn(line -> line.at("/event/action").asText().equals("checked"))
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line.at("/ledgerway/route").asText()).isEqualTo("check-turn");
              assertThat(line.at("/ledgerway/posting").isMissingNode()).isTrue();
            });
  }

  private static String newTrace() {
    return TRACE + "%02x".formatted(++traces);
  }

  private static String sent(String id) {
    send(id, null, null);
    return id;
  }

  private static String traceOf(String id) {
    return awaitPosted(sent(id)).get("trace").asText();
  }

  private static void send(String id, String parent, String state) {
    expenses.sendNow(record(PlainExpense.of(company, id).toString(), parent, state));
  }

  private static ProducerRecord<String, String> record(String value, String parent, String state) {
    return record(company, value, parent, state);
  }

  private static ProducerRecord<String, String> record(
      Company of, String value, String parent, String state) {
    ProducerRecord<String, String> record = new ProducerRecord<>("perk.expenses", of.id(), value);
    if (parent != null) {
      record.headers().add("traceparent", parent.getBytes(StandardCharsets.ISO_8859_1));
    }
    if (state != null) {
      record.headers().add("tracestate", state.getBytes(StandardCharsets.ISO_8859_1));
    }
    return record;
  }

  private static JsonNode awaitPosted(String id) {
    JsonNode found =
        Awaitility.await(id)
            .atMost(Duration.ofSeconds(40))
            .until(
                () ->
                    api.pages("/companies/" + company.id() + "/postings?sourceId=" + id).stream()
                        .filter(each -> each.get("state").asText().equals("POSTED"))
                        .findFirst()
                        .orElse(null),
                each -> each != null);
    return api.get("/companies/" + company.id() + "/postings/" + found.get("id").asText());
  }

  private static Span awaitOne(String trace, String name) {
    return Awaitility.await(name + " in " + trace)
        .atMost(Duration.ofSeconds(40))
        .until(() -> collector.spans(trace, name), found -> found.size() == 1)
        .get(0);
  }

  private static Span batchOf(Span post) {
    String link = post.links().get(0);
    Span batch = awaitOne(link.substring(0, link.indexOf('/')), "batch");
    assertThat(link).endsWith("/" + batch.id());
    assertThat(batch.attributes())
        .contains(Map.entry("ledgerway.batch", post.attribute("ledgerway.batch")));
    return batch;
  }

  private static ConsumerRecord<String, String> outcome(String id) {
    return Awaitility.await("the outcome of " + id)
        .atMost(Duration.ofSeconds(40))
        .until(
            () ->
                Topic.readAll(around.kafka(), "perk.expense-exports").stream()
                    .filter(record -> record.value().contains("\"" + id + "\""))
                    .findFirst()
                    .orElse(null),
            each -> each != null);
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.US_ASCII);
  }

  private static void awaitLine(String event) {
    Awaitility.await(event)
        .atMost(Duration.ofSeconds(40))
        .until(
            () ->
                lines().stream().anyMatch(line -> line.at("/event/action").asText().equals(event)));
  }

  /** Each is one JSON object. */
  private static List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(engine.log())) {
      if (line.startsWith("{") && line.endsWith("}")) {
        lines.add(JsonMapper.builder().build().readTree(line));
      }
    }
    return lines;
  }
}
