package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.demo.Sample;
import io.ledgerway.flow.Engine.Company;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
    engine.mappings.mend(ENTRY);
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
    engine.mappings.mend(ENTRY);
    engine.awaitSummary(company, Map.of("POSTED", 3L));
    awaitEntered(company, 3);
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
    engine.mappings.mend(ENTRY);
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
    engine.mappings.edit(ENTRY, part, by.formatted("company = \"" + company.id() + "\""));
    Awaitility.await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
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
