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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /**
   * Perk is told of each, and never anything but POSTED: once, and once more only for a kill that
   * came between telling and writing that down.
   */
  void assertTold(List<Sample> sent, int kills) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertToldSoFar(sent, kills));
  }

  private void assertToldSoFar(List<Sample> sent, int kills) {
    Map<String, List<String>> told = new HashMap<>();
    Topic.readAll(around.kafka(), "perk.expense-exports")
        .forEach(
            record -> {
              JsonNode outcome = read(record.value());
              told.computeIfAbsent(outcome.get("id").asText(), id -> new ArrayList<>())
                  .add(outcome.get("outcome").asText());
            });
    for (Sample sample : sent) {
      assertThat(told.get(sample.id()))
          .as("told of " + sample.id())
          .containsOnly("POSTED")
          .hasSizeBetween(1, 1 + kills);
    }
    LOG.info(
        "event=told outcomes={} more_than_once={}",
        told.values().stream().mapToInt(List::size).sum(),
        told.values().stream().filter(each -> each.size() > 1).count());
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
