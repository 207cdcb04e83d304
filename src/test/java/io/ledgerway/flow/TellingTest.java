package io.ledgerway.flow;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.contract.Schemas;
import io.ledgerway.demo.Sample;
import io.ledgerway.flow.Engine.Company;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What sources are told stays told once each, whatever one of the things to tell is like. */
class TellingTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String OUTCOMES = "perk.expense-exports";
  private static final int BROKER_TAKES = 1_048_576;
  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
  }

  @Test
  void a_dead_letter_that_grows_beyond_the_brokers_limit_is_cut_and_stops_no_other() {
    String company = "letters-" + System.nanoTime();
    Stream.of("\u0000".repeat(200_000), "😀".repeat(120_000), "\"".repeat(400_000), "small")
        .forEach(value -> engine.expenses.send(0, company, value));
    engine.expenses.flush();

    List<JsonNode> letters = awaitOnceEach("perk.expenses.dlq", company, 4);
    assertThat(letters)
        .extracting(letter -> letter.get("payloadCut").asBoolean())
        .containsExactly(true, true, true, false);
    assertThat(letters.get(0).get("payloadBytes").asInt()).isEqualTo(200_000);
    assertThat(letters.get(1).get("payload").asText()).isEqualTo("😀".repeat(37_500));
    assertThat(letters)
        .allSatisfy(
            letter ->
                assertThat(Schemas.violations("shared/dead-letter.v1", letter.toString()))
                    .isEmpty());
  }

  @Test
  void an_outcome_beyond_the_brokers_limit_is_cut_and_says_so() {
    Company company = engine.company();
    List<Sample> samples = company.expenses(31).cards(3, 1);
    String costObjects =
        IntStream.range(0, 12)
            .mapToObj(i -> "\"no-such-cost-object-%d\"".formatted(i))
            .collect(Collectors.joining(",", "[", "]"));
    String lines =
        IntStream.range(0, 1_000)
            .mapToObj(
                i ->
                    "{\"id\":\"%d\",\"amount\":1,\"category\":\"none\",\"costObjects\":%s}"
                        .formatted(i, costObjects))
            .collect(Collectors.joining(",", "\"lines\":[", "]"));
    String many = samples.get(0).value().replaceFirst("\"lines\":\\[.*?\\}\\]", lines);
    engine.expenses.send(company.id(), many);
    engine.send(samples.subList(1, 3));

    List<JsonNode> told = awaitOnceEach(OUTCOMES, company.id(), 3);
    JsonNode cut =
        told.stream().filter(each -> each.get("problems").size() > 3).findFirst().orElseThrow();
    JsonNode last = cut.get("problems").get(cut.get("problems").size() - 1);
    assertThat(cut.toString().length()).isLessThan(BROKER_TAKES);
    assertThat(last.get("code").asText()).isEqualTo("MORE_PROBLEMS");
    assertThat(last.get("message").asText()).matches("\\d+ more problems do not fit here\\.");
    assertThat(engine.api.postings(company.id(), "HELD").get(0).get("problems").size())
        .isGreaterThan(cut.get("problems").size());
  }

  @Test
  void an_outcome_that_its_mapping_fails_on_stops_no_other_and_is_told_when_that_is_mended() {
    Company company = engine.company();
    List<Sample> samples = company.expenses(32).cards(4, 1);
    Sample waiting = unmatched(samples.get(0));
    Sample overtaken = unmatched(samples.get(1));
    try {
      engine.editMapping(
          "shared/outcome",
          "\"id\": sourceId",
          "\"id\": state = \"HELD\" and company = \"%s\" ? $error(\"bad\") : sourceId"
              .formatted(company.id()));
      engine.send(List.of(waiting, overtaken, samples.get(2)));
      awaitOnceEach(OUTCOMES, company.id(), 1);
      awaitUntellable(company, waiting.id(), overtaken.id());
      engine.send(List.of(version2(samples.get(1)), samples.get(3)));
      awaitOnceEach(OUTCOMES, company.id(), 3);
    } finally {
      engine.mendMapping("shared/outcome");
    }
    List<JsonNode> told = awaitOnceEach(OUTCOMES, company.id(), 4);
    assertThat(told.stream().filter(each -> each.get("id").asText().equals(overtaken.id())))
        .extracting(each -> each.get("outcome").asText())
        .containsExactly("POSTED");
    awaitUntellable(company, overtaken.id());
    assertThat(untellable(company).get(0).get("code").asText()).isEqualTo("OVERTAKEN");
  }

  @Test
  void what_the_broker_refuses_is_put_aside_and_stops_no_other() throws Exception {
    String company = "refused-" + System.nanoTime();
    limit("perk.users.dlq", 100_000);
    try {
      for (String value : List.of("before", "x".repeat(150_000), "after")) {
        engine.expenses.sendNow(new ProducerRecord<>("perk.users", company, value));
      }
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(told("perk.users.dlq", company))
                      .extracting(letter -> letter.get("payload").asText())
                      .contains("before", "after"));
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(engine.api.get("/untellable").get("items"))
                      .anySatisfy(
                          each -> assertThat(each.get("kind").asText()).isEqualTo("dead-letter")));
    } finally {
      limit("perk.users.dlq", BROKER_TAKES);
    }
  }

  @Test
  void two_engines_tell_each_thing_once_and_each_document_in_order() {
    try (EngineProcess second = engine.around.engine("engine-second").start()) {
      assertThat(second.isAlive()).isTrue();
      Company company = engine.company();
      List<Sample> samples = company.expenses(33).cards(300, 1);
      List<Sample> cured = samples.subList(0, 60);
      engine.send(cured.stream().map(TellingTest::unmatched).toList());
      IntStream.range(0, 40)
          .forEach(i -> engine.expenses.send(i % 3, company.id(), "not an expense " + i));
      engine.awaitSummary(company, Map.of("HELD", 60L));
      engine.send(samples.subList(60, 300));
      engine.send(cured.stream().map(TellingTest::version2).toList());
      engine.awaitSummary(company, Map.of("POSTED", 300L));

      Map<String, List<String>> outcomes =
          awaitOnceEach(OUTCOMES, company.id(), 360).stream()
              .collect(
                  Collectors.groupingBy(
                      each -> each.get("id").asText(),
                      Collectors.mapping(each -> each.get("outcome").asText(), toList())));
      cured.forEach(each -> assertThat(outcomes.get(each.id())).containsExactly("HELD", "POSTED"));
      assertThat(awaitOnceEach("perk.expenses.dlq", company.id(), 40))
          .extracting(letter -> letter.get("id").asText())
          .doesNotHaveDuplicates();
      assertThat(Topic.readAll(engine.around.kafka(), "perk.reference-data"))
          .filteredOn(record -> record.key().startsWith(company.id() + "/"))
          .extracting(record -> read(record.value()).get("sequence").asLong())
          .isNotEmpty()
          .isSorted()
          .doesNotHaveDuplicates();
    }
  }

  private static void limit(String topic, int bytes) throws Exception {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, engine.around.kafka().brokers()))) {
      var entry = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(bytes));
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.TOPIC, topic),
                  List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  private static Sample unmatched(Sample sample) {
    String value =
        sample.value().replaceFirst("\"email\":\"[^\"]*\"", "\"email\":\"nobody@nowhere.example\"");
    return new Sample(sample.id(), sample.key(), value, Sample.Fate.HELD, "no contact");
  }

  private static Sample version2(Sample sample) {
    String value = sample.value().replaceFirst("\"version\":1", "\"version\":2");
    return new Sample(sample.id(), sample.key(), value, sample.fate(), "cured");
  }

  private static void awaitUntellable(Company company, String... ids) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(untellable(company))
                    .extracting(each -> each.get("subject").asText())
                    .containsExactlyInAnyOrder(ids));
  }

  private static List<JsonNode> untellable(Company company) {
    List<JsonNode> items = new ArrayList<>();
    engine.api.get("/untellable?company=" + company.id()).get("items").forEach(items::add);
    return items;
  }

  /** As many as that, and no more for two seconds. */
  private static List<JsonNode> awaitOnceEach(String topic, String company, int number) {
    Awaitility.await(number + " of " + company + " on " + topic)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(() -> assertThat(told(topic, company)).hasSizeGreaterThanOrEqualTo(number));
    Awaitility.await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(4))
        .untilAsserted(() -> assertThat(told(topic, company)).hasSize(number));
    return told(topic, company);
  }

  private static List<JsonNode> told(String topic, String company) {
    return Topic.readAll(engine.around.kafka(), topic).stream()
        .filter(record -> company.equals(record.key()))
        .map(record -> read(record.value()))
        .toList();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
