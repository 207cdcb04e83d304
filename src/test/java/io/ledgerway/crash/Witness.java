package io.ledgerway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.demo.Sample;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.Surroundings;
import io.ledgerway.local.Topic;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what was sent with what stands in the sandbox, in the ledger and in what Perk was told.
 */
final class Witness {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final Logger LOG = LoggerFactory.getLogger(Witness.class);

  private final Surroundings around;
  private final String tenantId;

  Witness(Surroundings around, String tenantId) {
    this.around = around;
    this.tenantId = tenantId;
  }

  /** Each expense stands in Xero once, to the cent, and nothing else does. */
  void assertExactlyOnce(List<Sample> sent, EngineApi api, String company) {
    Map<String, BigDecimal> inXero = new HashMap<>();
    // A credit note has no link in Xero; its number carries the marker.
    Set<String> names = new HashSet<>();
    for (String type : List.of("BankTransactions", "Invoices", "CreditNotes")) {
      for (JsonNode document : around.sandbox().switches().documents(type, tenantId)) {
        inXero.put(document.get("id").asText(), new BigDecimal(document.get("total").asText()));
        names.add(document.path("url").asText(document.path("number").asText()));
      }
    }
    assertThat(inXero.size()).as("documents in the sandbox").isEqualTo(sent.size());
    assertThat(names.size()).as("different links or numbers").isEqualTo(sent.size());

    Map<String, String> xeroIds =
        api.postings(company, "POSTED").stream()
            .collect(
                Collectors.toMap(
                    posting -> posting.get("sourceId").asText(),
                    posting -> posting.get("xeroId").asText()));
    for (Sample sample : sent) {
      assertThat(inXero.remove(xeroIds.get(sample.id())))
          .as("total in the sandbox of " + sample.value())
          .isNotNull()
          .isEqualByComparingTo(total(sample));
    }
    assertThat(inXero).as("documents in the sandbox that no expense accounts for").isEmpty();
  }

  /** Perk is told of each that it is POSTED and of nothing else, as {@link #assertTold} says. */
  void assertTold(List<Sample> sent, int interruptions) {
    assertTold(sent, none -> false, interruptions);
  }

  /**
   * Perk is told of each, in the order in which it came about: HELD only of what came wrong at
   * first, and POSTED last. Once; and once more only for an interruption that came between telling
   * and writing that down, which then begins anew with something told before.
   */
  void assertTold(List<Sample> sent, Predicate<Sample> wrongAtFirst, int interruptions) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertToldSoFar(sent, wrongAtFirst, interruptions));
  }

  private void assertToldSoFar(
      List<Sample> sent, Predicate<Sample> wrongAtFirst, int interruptions) {
    Map<String, List<Told>> told = new HashMap<>();
    Topic.readAll(around.kafka(), "perk.expense-exports")
        .forEach(
            record -> {
              JsonNode outcome = read(record.value());
              told.computeIfAbsent(outcome.get("id").asText(), id -> new ArrayList<>())
                  .add(Told.of(outcome));
            });
    assertThat(told.keySet())
        .containsExactlyInAnyOrderElementsOf(sent.stream().map(Sample::id).toList());
    int corrections = 0;
    for (Sample sample : sent) {
      List<Told> ofThis = told.get(sample.id());
      List<Told> different = ofThis.stream().distinct().toList();
      assertThat(different)
          .as("told of " + sample.id())
          .isSortedAccordingTo(Comparator.comparing(Told::at))
          .hasSizeLessThanOrEqualTo(wrongAtFirst.test(sample) ? 2 : 1);
      assertThat(different.stream().map(Told::outcome).toList())
          .as("told of " + sample.id())
          .isIn(List.of("POSTED"), List.of("HELD", "POSTED"));
      assertThat(ofThis.get(ofThis.size() - 1).outcome())
          .as("told last of " + sample.id())
          .isEqualTo("POSTED");
      assertThat(different)
          .allSatisfy(
              one ->
                  assertThat(Collections.frequency(ofThis, one))
                      .as("how often Perk was told of " + sample.id() + " " + one)
                      .isLessThanOrEqualTo(1 + interruptions));
      corrections += different.size() - 1;
    }
    LOG.info(
        "event=told outcomes={} corrected={} more_than_once={}",
        told.values().stream().mapToInt(List::size).sum(),
        corrections,
        told.values().stream().filter(each -> Set.copyOf(each).size() < each.size()).count());
  }

  /** What the outcome's reader tells one from another by. */
  private record Told(int version, String outcome, Instant at) {

    static Told of(JsonNode outcome) {
      return new Told(
          outcome.get("version").asInt(),
          outcome.get("outcome").asText(),
          Instant.parse(outcome.get("at").asText()));
    }
  }

  private static BigDecimal total(Sample sample) {
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode line : read(sample.value()).get("lines")) {
      total = total.add(line.get("amount").decimalValue());
    }
    return total.abs();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
