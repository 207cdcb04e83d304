package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.demo.Sample;
import io.ledgerway.demo.Sample.Fate;
import io.ledgerway.flow.Engine.Company;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BadInputTest {

  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
  }

  /** What each wrong sample must end as; the samples say what is wrong with them. */
  private static final Map<String, String> REASONS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("not JSON", "NOT_JSON"),
              Map.entry("no value", "EMPTY_EVENT"),
              Map.entry("an array instead of an expense", "NOT_OF_SCHEMA"),
              Map.entry("no lines", "REQUIRED_FIELD_MISSING"),
              Map.entry("an amount that is a text", "INVALID_VALUE_TYPE"),
              Map.entry("a way to pay that does not exist", "INVALID_VALUE"),
              Map.entry("no date", "REQUIRED_FIELD_MISSING"),
              Map.entry("no version", "NOT_OF_SCHEMA"),
              Map.entry("a company that does not exist", "UNKNOWN_COMPANY"),
              Map.entry("the same version with other content", "CONTENT_CHANGED"),
              Map.entry("an unknown category", "CATEGORY_UNKNOWN"),
              Map.entry("an archived account", "ACCOUNT_ARCHIVED"),
              Map.entry("an unknown tax rate", "TAX_RATE_UNKNOWN"),
              Map.entry("a tax rate for sales", "TAX_RATE_NOT_FOR_PURCHASES"),
              Map.entry("an unknown cost object", "COST_OBJECT_UNKNOWN"),
              Map.entry("an employee without a contact", "CONTACT_NOT_FOUND"),
              Map.entry("a card that is not mapped", "CARD_NOT_MAPPED"),
              Map.entry("no card", "REQUIRED_FIELD_MISSING"),
              Map.entry(
                  "a currency that the organisation does not have", "CURRENCY_NOT_SUBSCRIBED"),
              Map.entry("three decimals", "AMOUNT_NOT_EXACT"),
              Map.entry("nothing to pay", "AMOUNT_ZERO")));

  @Test
  void everything_wrong_ends_with_its_reason_and_the_next_good_expense_posts() {
    Company company = engine.company();
    List<Sample> wrong = company.expenses(11).wrong();
    assertThat(wrong.stream().filter(s -> s.fate() == Fate.HELD || s.fate() == Fate.DEAD_LETTER))
        .extracting(Sample::why)
        .allMatch(REASONS::containsKey);
    int lettersBefore = engine.api.deadLetters().size();
    engine.send(wrong);
    engine.send(
        company.expenses(12).cards(1, 1).stream().map(s -> renamed(s, "good-after")).toList());

    long held = wrong.stream().filter(s -> s.fate() == Fate.HELD).count();
    engine.awaitSummary(company, new TreeMap<>(Map.of("HELD", held, "POSTED", 4L)));
    Map<String, String> codes = new TreeMap<>();
    for (JsonNode posting : engine.api.postings(company.id(), "HELD")) {
      codes.put(
          posting.get("sourceId").asText(),
          posting.get("problems").findValuesAsText("code").toString());
      assertThat(posting.get("problems").get(0).get("action").asText()).isNotBlank();
      assertThat(posting.get("problems").get(0).get("actor").asText()).isNotBlank();
    }
    for (Sample sample : wrong) {
      if (sample.fate() == Fate.HELD) {
        assertThat(codes.get(sample.id())).as(sample.why()).contains(REASONS.get(sample.why()));
      }
    }
    List<JsonNode> letters = engine.api.deadLetters();
    List<String> reasons =
        letters.subList(0, letters.size() - lettersBefore).stream()
            .map(l -> l.get("code").asText())
            .sorted()
            .toList();
    assertThat(reasons)
        .isEqualTo(
            wrong.stream()
                .filter(s -> s.fate() == Fate.DEAD_LETTER)
                .map(s -> REASONS.get(s.why()))
                .sorted()
                .toList());
  }

  @Test
  void two_megabytes_of_text_are_put_aside_whole_and_the_next_expense_posts() {
    Company company = engine.company();
    Sample good = company.expenses(13).cards(1, 1).get(0);
    String huge =
        good.value().replaceFirst("\\{", "{\"description\":\"" + "x".repeat(2_000_000) + "\",");
    engine.expenses.sendNow(new ProducerRecord<>("perk.expenses", company.id(), huge));
    engine.send(List.of(renamed(good, "after-the-huge-one")));
    engine.awaitSummary(company, Map.of("POSTED", 1L));
    assertThat(engine.api.deadLetters())
        .anySatisfy(
            letter -> {
              assertThat(letter.get("code").asText()).isEqualTo("EVENT_TOO_LARGE");
              assertThat(letter.get("bytes").asInt()).isGreaterThan(2_000_000);
            });
  }

  @Test
  void a_bomb_of_headers_is_put_aside_and_no_header_reaches_camel() {
    Company company = engine.company();
    Sample good = company.expenses(14).cards(1, 1).get(0);
    ProducerRecord<String, String> bomb =
        new ProducerRecord<>("perk.expenses", company.id(), good.value());
    for (int i = 0; i < 5_000; i++) {
      bomb.headers().add("header-" + i, "x".repeat(20).getBytes());
    }
    engine.expenses.sendNow(bomb);
    ProducerRecord<String, String> commands =
        new ProducerRecord<>("perk.expenses", company.id(), renamed(good, "with-commands").value());
    commands.headers().add("CamelSqlQuery", "delete from posting".getBytes());
    commands.headers().add("CamelHttpUri", "http://localhost:1/".getBytes());
    engine.expenses.sendNow(commands);
    engine.awaitSummary(company, Map.of("POSTED", 1L));
    assertThat(engine.api.deadLetters())
        .anySatisfy(
            letter -> assertThat(letter.get("code").asText()).isEqualTo("TOO_MANY_HEADERS"));
  }

  @Test
  void the_same_event_a_hundred_times_stands_in_xero_once() {
    Company company = engine.company();
    Sample good = company.expenses(15).cards(1, 1).get(0);
    for (int i = 0; i < 100; i++) {
      engine.expenses.send(i % 3, good.key(), good.value());
    }
    engine.expenses.flush();
    engine.awaitSummary(company, Map.of("POSTED", 1L));
    Awaitility.await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(5))
        .until(() -> engine.switches().documents("BankTransactions", company.tenant()).size() == 1);
  }

  static Sample renamed(Sample sample, String id) {
    return new Sample(
        id,
        sample.key(),
        sample.value().replaceFirst("\"id\":\"" + sample.id() + "\"", "\"id\":\"" + id + "\""),
        sample.fate(),
        sample.why());
  }
}
