package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.flow.Engine.Company;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Very many documents held by one cause, which one change releases. */
class HeldInBulkTest {

  private static final String CARD = "card-of-the-whole-sales-team";
  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
  }

  @Test
  void a_thousand_go_out_after_one_change_in_as_few_calls_as_if_they_had_never_been_held() {
    releasedByOneChange(1_000, Duration.ofMinutes(2));
  }

  @Test
  @Tag("soak")
  void ten_thousand_do_so_too_and_delay_no_other_company() {
    releasedByOneChange(10_000, Duration.ofMinutes(8));
  }

  private static void releasedByOneChange(int documents, Duration time) {
    Company company = engine.company();
    Company other = engine.company();
    for (int i = 0; i < documents; i++) {
      engine.expenses.send(
          company.id(), PlainExpense.of(company, "held-" + i).put("card", CARD).toString());
    }
    engine.expenses.flush();
    await(company, Map.of("HELD", (long) documents), time);

    JsonNode need = engine.api.get("/companies/" + company.id() + "/attention").at("/documents/0");
    assertThat(need.get("code").asText()).isEqualTo("CARD_NOT_MAPPED");
    assertThat(need.get("documents").asInt()).isEqualTo(documents);

    engine.api.fill(company.id(), "perk", "cards", CARD, company.books().bankAccounts().get(0));
    long slowest = 0;
    int sent = 0;
    while (engine.api.summary(company.id()).getOrDefault("POSTED", 0L) < documents) {
      assertThat(sent).as("the bulk ends").isLessThan(2_000);
      long begin = System.nanoTime();
      engine.expenses.send(other.id(), PlainExpense.of(other, "beside-" + sent++).toString());
      engine.expenses.flush();
      await(other, Map.of("POSTED", (long) sent), time);
      slowest = Math.max(slowest, System.nanoTime() - begin);
    }

    assertThat(engine.switches().documents("BankTransactions", company.tenant()))
        .hasSize(documents);
    int calls = calls(company).size();
    System.out.printf(
        "%d released by one change: %d calls; another company's slowest of %d meanwhile: %d ms%n",
        documents, calls, sent, Duration.ofNanos(slowest).toMillis());
    assertThat(calls).isLessThanOrEqualTo(documents / 50 + Math.max(2, documents / 1_000));
    assertThat(Duration.ofNanos(slowest)).as("no other waits").isLessThan(Duration.ofSeconds(20));
  }

  private static JsonNode calls(Company company) {
    return engine
        .switches()
        .calls(
            Map.of("tenantId", company.tenant(), "endpoint", "BankTransactions", "method", "PUT"));
  }

  private static void await(Company company, Map<String, Long> summary, Duration time) {
    Awaitility.await(company.id() + " to stand at " + summary)
        .atMost(time)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> engine.api.summary(company.id()).equals(summary));
  }
}
