package io.ledgerway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.Sample;
import io.ledgerway.demo.SampleExpenses;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.Expenses;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever is in a record, it ends in dead letters or held with its reason, and the good ones
 * between post, in one engine with little memory that is never started again. A failure names seed
 * and number; {@code -Dfuzz.seed=… -Dfuzz.first=… -Dfuzz.records=…} sends fewer.
 */
class FuzzTest {

  private static final String COMPANY = "acme";

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void two_hundred_and_forty_fuzzed_records_end_with_a_reason_and_the_good_ones_post() {
    run(20_261_125, 0, 240);
  }

  @Test
  @Tag("soak")
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void ten_thousand_fuzzed_records_end_with_a_reason_and_the_good_ones_post() {
    run(
        Long.getLong("fuzz.seed", 20_261_126),
        Integer.getInteger("fuzz.first", 0),
        Integer.getInteger("fuzz.records", 10_000));
  }

  /** By count they are few; by bytes each is as large as an expense may be, and mapped larger. */
  @Test
  @Tag("soak")
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void sixty_expenses_of_a_thousand_lines_with_long_texts_need_no_more_memory() throws Exception {
    try (Surroundings around = Surroundings.start();
        EngineProcess engine =
            around.engine("large").jvm("-Xmx256m", "-XX:+ExitOnOutOfMemoryError").start()) {
      around.sandbox().switches().limits(0, 0, 0);
      Organisation organisation = around.sandbox().switches().organisations().get(0);
      SandboxBooks books =
          SandboxBooks.read(
              around.sandbox().uri(), organisation.clientId(), organisation.clientSecret());
      EngineApi api = around.api(engine);
      CompanySetUp.run(api, COMPANY, organisation.clientId(), organisation.clientSecret(), books);
      Expenses expenses = new Expenses(around.kafka());
      List<Sample> samples =
          new SampleExpenses(books, COMPANY, LocalDate.now(Clock.systemUTC()), 1).cards(60, 1);
      for (Sample sample : samples) {
        expenses.send(sample.key(), of(sample, 1_000, 1_000));
      }
      expenses.flush();
      AtomicLong most = new AtomicLong();
      Awaitility.await("a fate for each")
          .atMost(Duration.ofMinutes(10))
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () -> {
                assertThat(engine.isAlive()).isTrue();
                most.accumulateAndGet(engine.residentBytes().orElse(0), Math::max);
                Map<String, Long> summary = new TreeMap<>(api.summary(COMPANY));
                return summary.getOrDefault("POSTED", 0L) + summary.getOrDefault("HELD", 0L) == 60;
              });
      System.out.printf("large: %s, at most %d MB%n", api.summary(COMPANY), most.get() >> 20);
      assertThat(api.summary(COMPANY)).isEqualTo(Map.of("POSTED", 60L));
      assertThat(most.get()).as("resident memory").isLessThan(700L * 1024 * 1024);
    }
  }

  private static String of(Sample sample, int lines, int letters) throws Exception {
    JsonMapper json =
        JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    ObjectNode expense = (ObjectNode) json.readTree(sample.value());
    expense.put("merchant", "m".repeat(letters));
    ObjectNode line = (ObjectNode) expense.at("/lines/0");
    ArrayNode all = expense.putArray("lines");
    for (int i = 0; i < lines; i++) {
      all.add(line.deepCopy().put("id", "" + i));
    }
    return json.writeValueAsString(expense);
  }

  private static void run(long seed, int first, int records) {
    try (Surroundings around = Surroundings.start();
        EngineProcess engine =
            around.engine("fuzzed").jvm("-Xmx256m", "-XX:+ExitOnOutOfMemoryError").start()) {
      around.sandbox().switches().limits(0, 0, 0);
      Organisation organisation = around.sandbox().switches().organisations().get(0);
      SandboxBooks books =
          SandboxBooks.read(
              around.sandbox().uri(), organisation.clientId(), organisation.clientSecret());
      EngineApi api = around.api(engine);
      CompanySetUp.run(api, COMPANY, organisation.clientId(), organisation.clientSecret(), books);
      FuzzedRecords made =
          new FuzzedRecords(
              seed,
              COMPANY,
              () -> new SampleExpenses(books, COMPANY, LocalDate.now(Clock.systemUTC()), seed));
      send(around, made, first, records);
      assertFates(engine, api, made, "seed " + seed, first, records);
    }
  }

  private static void send(Surroundings around, FuzzedRecords made, int first, int records) {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            around.kafka().brokers(),
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            4 * 1024 * 1024);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      IntStream.range(first, first + records).forEach(n -> producer.send(made.record(n)));
    }
  }

  private static void assertFates(
      EngineProcess engine,
      EngineApi api,
      FuzzedRecords made,
      String seed,
      int first,
      int records) {
    AtomicLong most = new AtomicLong();
    Awaitility.await("a fate for each record of " + seed)
        .atMost(Duration.ofSeconds(120 + records / 5))
        .pollInterval(Duration.ofSeconds(records > 1_000 ? 5 : 1))
        .until(
            () -> {
              assertThat(engine.isAlive()).as("engine of " + seed).isTrue();
              most.accumulateAndGet(engine.residentBytes().orElse(0), Math::max);
              Map<String, Long> summary = new TreeMap<>(api.summary(COMPANY));
              long ended = summary.getOrDefault("POSTED", 0L) + summary.getOrDefault("HELD", 0L);
              long open = summary.values().stream().mapToLong(n -> n).sum() - ended;
              return open == 0 && ended + api.deadLetters().size() == records;
            });
    Map<String, JsonNode> postings = new HashMap<>();
    for (String state : List.of("POSTED", "HELD")) {
      api.postings(COMPANY, state).forEach(p -> postings.put(p.get("sourceId").asText(), p));
    }
    for (int n = first; n < first + records; n++) {
      if (made.isGood(n)) {
        JsonNode posting = postings.get(FuzzedRecords.id(n));
        assertThat(posting == null ? "missing" : posting.get("state").asText())
            .as(seed + ", record " + n)
            .isEqualTo("POSTED");
      }
    }
    assertThat(api.postings(COMPANY, "HELD"))
        .allSatisfy(held -> assertThat(held.at("/problems/0/action").asText()).isNotBlank());
    assertThat(api.deadLetters())
        .allSatisfy(letter -> assertThat(letter.get("action").asText()).isNotBlank())
        // What nobody understands is for us to mend: there is nothing of it left.
        .noneMatch(letter -> letter.get("code").asText().equals("NOT_UNDERSTOOD"));
    assertThat(most.get()).as("resident memory").isLessThan(700L * 1024 * 1024);
    System.out.printf(
        "%s: %d records, %d dead letters, %s, at most %d MB%n",
        seed, records, api.deadLetters().size(), api.summary(COMPANY), most.get() >> 20);
  }
}
