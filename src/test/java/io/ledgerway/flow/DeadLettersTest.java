package io.ledgerway.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.demo.Sample;
import io.ledgerway.flow.Engine.Company;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.HttpClientErrorException;

class DeadLettersTest {

  private static final String ENTRY = "perk/ledger-entry";
  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
  }

  @AfterEach
  void mend() {
    engine.mendMapping(ENTRY);
  }

  @Test
  void good_events_that_a_bad_edit_of_the_mapping_refused_go_in_by_themselves_once_it_is_mended() {
    Company company = engine.company();
    Company other = engine.company();
    spoil(company, "\"kind\": (", "\"kind\": %s ? \"nonsense\" : (");
    engine.send(company.expenses(1).cards(3, 1));
    engine.send(other.expenses(2).cards(1, 1));
    List<JsonNode> letters = letters(company, 3);
    assertThat(letters)
        .allSatisfy(
            letter -> {
              assertThat(letter.get("code").asText()).isEqualTo("LEDGER_ENTRY_WRONG");
              assertThat(letter.get("waitsFor").asText()).isEqualTo("mapping:" + ENTRY);
            });
    engine.awaitSummary(other, Map.of("POSTED", 1L));
    // Too early: they are refused again and stay the letters that they are.
    engine.api.post("/dead-letters/replay?code=LEDGER_ENTRY_WRONG&company=" + company.id());
    engine.mendMapping(ENTRY);
    engine.awaitSummary(company, Map.of("POSTED", 3L));
    awaitEntered(company, 3);
  }

  @Test
  void a_letter_is_found_read_whole_mended_here_and_goes_in_while_what_came_stays_as_it_came() {
    Company company = engine.company();
    Sample good = company.expenses(21).cards(1, 1).get(0);
    String came = good.value().replace("\"version\":1,", "");
    ProducerRecord<String, String> record =
        new ProducerRecord<>("perk.expenses", company.id(), came);
    record.headers().add("trace", "trace-of-21".getBytes(UTF_8));
    engine.expenses.sendNow(record);
    JsonNode letter = letters(company, 1).get(0);
    String path = "/dead-letters/" + letter.get("id").asText();
    assertThat(letter.get("code").asText()).isEqualTo("NOT_OF_SCHEMA");
    assertThat(letter.get("route").asText()).isEqualTo("perk-expense");
    String search = "/dead-letters?entered=false&company=" + company.id() + "&search=";
    assertThat(engine.api.get(search + good.id()).get("items")).hasSize(1);
    assertThat(engine.api.get(search + "no such text").get("items")).isEmpty();
    JsonNode whole = engine.api.get(path);
    assertThat(whole.get("text").asText()).isEqualTo(came);
    assertThat(whole.at("/headers/0/name").asText()).isEqualTo("trace");
    assertThat(whole.at("/headers/0/value").asText()).isEqualTo("trace-of-21");

    engine.api.put(path + "/payload", good.value());
    engine.api.post(path + "/replay");

    engine.awaitSummary(company, Map.of("POSTED", 1L));
    awaitEntered(company, 1);
    whole = engine.api.get(path);
    assertThat(whole.get("text").asText()).isEqualTo(came);
    assertThat(whole.get("edited").asText()).isEqualTo(good.value());
    assertThat(whole.get("editedBy").asText()).isNotBlank();
    assertThatThrownBy(() -> engine.api.put(path + "/payload", "{}"))
        .isInstanceOf(HttpClientErrorException.Conflict.class)
        .hasMessageContaining("ENTERED_ALREADY");
  }

  @Test
  void letters_are_kept_for_as_long_as_is_said_and_what_went_in_for_a_shorter_time() {
    Company company = engine.company();
    for (String code : List.of("kept", "forgotten", "kept-in", "forgotten-in")) {
      engine.expenses.send(
          company.id(), "{\"company\":\"%s\",\"id\":\"%s\"}".formatted(company.id(), code));
    }
    engine.expenses.flush();
    letters(company, 4);
    JdbcClient jdbc = engine.context.getBean(JdbcClient.class);
    Awaitility.await("all to be told")
        .until(
            () ->
                jdbc.sql(
                        "select count(*) from dead_letter where company = ? and published_at is"
                            + " null")
                    .param(company.id())
                    .query(Integer.class)
                    .single(),
            untold -> untold == 0);
    for (Map.Entry<String, Integer> age :
        Map.of("kept", 170, "forgotten", 181, "kept-in", 29, "forgotten-in", 31).entrySet()) {
      jdbc.sql(
              "update dead_letter set received_at = :then, id = overlay(first_id_of(:then)::text"
                  + " placing right(id::text, 12) from 25)::uuid, entered_at = case when source_id"
                  + " like '%-in' then cast(:then as timestamptz) end where company = :company and"
                  + " source_id = :id")
          .param("then", java.time.OffsetDateTime.now(Clock.systemUTC()).minusDays(age.getValue()))
          .param("company", company.id())
          .param("id", age.getKey())
          .update();
    }
    jdbc.sql("update retention_sweep set next_at = '-infinity'").update();
    Awaitility.await("two to be forgotten")
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(engine.api.pages("/dead-letters?limit=500&company=" + company.id()))
                    .extracting(each -> each.get("sourceId").asText())
                    .containsExactlyInAnyOrder("kept", "kept-in"));
  }

  @Test
  void what_the_database_refuses_is_put_aside_alone_and_goes_in_once_its_mapping_is_mended() {
    Company company = engine.company();
    List<Sample> samples = company.expenses(3).cards(5, 1);
    spoil(
        company,
        "\"date\": date",
        "\"date\": %s and id = \"" + samples.get(2).id() + "\" ? \"-4800-01-01\" : date");
    engine.send(samples);
    assertThat(letters(company, 1).get(0).get("code").asText()).isEqualTo("NOT_STORABLE");
    engine.awaitSummary(company, Map.of("POSTED", 4L));
    engine.mendMapping(ENTRY);
    engine.awaitSummary(company, Map.of("POSTED", 5L));
  }

  @Test
  void any_letter_goes_in_again_when_asked_singly_or_by_cause_and_asking_twice_changes_nothing() {
    String later = "company-of-later-" + UUID.randomUUID();
    List<Sample> early =
        engine.company().expenses(4).cards(3, 1).stream()
            .map(
                sample ->
                    sample
                        .value()
                        .replaceFirst("\"company\":\"[^\"]+\"", "\"company\":\"" + later + "\""))
            .map(value -> new Sample("", later, value, Sample.Fate.DEAD_LETTER, ""))
            .toList();
    engine.send(early);
    List<JsonNode> letters = letters(later, 3);
    JsonNode one = letters.get(0);
    assertThat(one.has("waitsFor")).isFalse();

    // Its accounts are those of other books; that it was taken in is what counts.
    Company company = engine.company(later);
    engine.api.postFor("/dead-letters/" + one.get("id").asText() + "/replay");
    engine.awaitSummary(company, Map.of("HELD", 1L));
    String path = "/dead-letters/replay?code=UNKNOWN_COMPANY&company=" + later;
    assertThat(engine.api.postFor(path).get("letters").asInt()).isEqualTo(2);
    engine.api.postFor(path);
    engine.awaitSummary(company, Map.of("HELD", 3L));
    awaitEntered(company, 3);
    JsonNode again = engine.api.postFor(path);
    assertThat(again.get("letters").asInt()).isZero();
    assertThat(again.get("enteredBefore").asInt()).isEqualTo(3);
    assertThatThrownBy(() -> engine.api.post("/dead-letters/" + UUID.randomUUID() + "/replay"))
        .isInstanceOf(HttpClientErrorException.NotFound.class);
  }

  /** The edit concerns one company only: other tests send through the same engine. */
  private static void spoil(Company company, String part, String by) {
    engine.editMapping(ENTRY, part, by.formatted("company = \"" + company.id() + "\""));
  }

  private static List<JsonNode> letters(Company company, int number) {
    return letters(company.id(), number);
  }

  private static List<JsonNode> letters(String company, int number) {
    return Awaitility.await(number + " dead letters of " + company)
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> engine.api.pages("/dead-letters?limit=500&company=" + company),
            found -> found.size() == number);
  }

  private static void awaitEntered(Company company, int number) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> letters(company, number).stream().allMatch(letter -> letter.has("enteredAt")));
  }
}
