package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.local.SandboxSwitches.Fault;
import io.ledgerway.sandbox.expensify.ExpensifyCalls;
import io.ledgerway.sandbox.expensify.ExpensifyExtension;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.client.HttpClientErrorException;

/**
 * From Expensify's reports to Xero's journals, as people work. Cases are numbered as in the facts.
 */
@ExtendWith(ExpensifyExtension.class)
class ExpensifyTest {

  private static final Engine ENGINE = Engine.shared();

  @Test
  void reports_become_journals_once_and_what_is_held_heals(ExpensifyCalls there) {
    Engine.Company company = ENGINE.company();
    // Case 23: the answer to the first batch is lost, and it is looked up by its narrations.
    ENGINE
        .switches()
        .arm(
            Fault.of("500-after-commit")
                .on("PUT", "ManualJournals")
                .forTenant(company.tenant())
                .next(1));
    Expensify expensify = Expensify.of(ENGINE, company, there);

    JsonNode first = expensify.awaitReading(0);
    assertThat(first.get("outcome").asText()).as(first.toString()).isEqualTo("DONE");
    assertThat(first.get("records").asInt()).isEqualTo(16);
    assertThat(first.get("requests").asInt()).as("an order and a download").isEqualTo(2);
    ENGINE.awaitSummary(company, Map.of("POSTED", 11L, "HELD", 3L, "NOTHING_TO_POST", 2L));

    case_01_lines_are_grouped_and_credited_to_the_cent(expensify);
    case_05_and_06_refunds_and_what_nets_to_zero(expensify);
    case_02_the_same_again_calls_nobody(expensify, company);
    case_35_secrets_are_shown_nowhere(expensify);
    case_08_09_and_10_tags_heal_by_a_setting_and_by_an_option_that_is_added(expensify, company);
    case_07_a_category_that_was_missing_heals_with_the_next_reading(expensify, there);
    case_20_a_report_that_is_reopened_after_posting_differs_until_it_is_back(expensify, there);
    assertThat(there.control("GET", "/calls/summary", null).at("/labelsSet").asInt())
        .as("labels set")
        .isZero();
    expensify.leave();
  }

  private void case_01_lines_are_grouped_and_credited_to_the_cent(Expensify expensify) {
    assertThat(expensify.puts()).isEqualTo(1);
    JsonNode trip = journal(expensify, "Auckland trip");
    assertThat(trip.get("Status").asText()).isEqualTo("POSTED");
    assertThat(amounts(trip))
        .containsExactlyInAnyOrder("58.00", "38.90", "219.99", "12.35", "-329.24");
    for (JsonNode journal : expensify.journals()) {
      assertThat(
              amounts(journal).stream()
                  .map(BigDecimal::new)
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo("0");
    }
  }

  private void case_05_and_06_refunds_and_what_nets_to_zero(Expensify expensify) {
    assertThat(amounts(journal(expensify, "Trade fair with a refund")))
        .containsExactlyInAnyOrder("-25.00", "33.00", "-8.00");
    assertThat(amounts(journal(expensify, "Nets to zero")))
        .containsExactlyInAnyOrder("250.00", "-250.00");
    assertThat(expensify.posting("Empty").get("state").asText()).isEqualTo("NOTHING_TO_POST");
    assertThat(expensify.posting("Total off by a cent").at("/problems/0/code").asText())
        .isEqualTo("TOTAL_DIFFERS");
  }

  private void case_02_the_same_again_calls_nobody(Expensify expensify, Engine.Company company) {
    JsonNode again = expensify.read("ROUTINE");
    assertThat(again.get("outcome").asText()).isEqualTo("DONE");
    assertThat(again.get("entered").asInt()).isZero();
    expensify.read("SWEEP");
    assertThat(expensify.puts()).isEqualTo(1);
    assertThat(ENGINE.api.summary(company.id()))
        .isEqualTo(Map.of("POSTED", 11L, "HELD", 3L, "NOTHING_TO_POST", 2L));
  }

  private void case_35_secrets_are_shown_nowhere(Expensify expensify) {
    JsonNode shown = expensify.get("");
    assertThat(shown.get("secrets")).hasSize(2);
    assertThat(shown.toString() + expensify.get("/polls") + ENGINE.api.get("/sources"))
        .doesNotContain(ExpensifyCalls.SECRET);
  }

  private void case_08_09_and_10_tags_heal_by_a_setting_and_by_an_option_that_is_added(
      Expensify expensify, Engine.Company company) {
    assertThat(expensify.posting("Tags half filled").get("problems").findValuesAsText("code"))
        .containsExactlyInAnyOrder("TRACKING_OPTION_NOT_FOUND", "SETTING_MISSING");
    int readings = expensify.readings().size();
    ENGINE.api.choose(company.id(), "expensify", Map.of("unmappedTags", "LEAVE_OFF"));
    ENGINE
        .switches()
        .add(company.tenant(), "tracking-categories/Region/options", Map.of("Name", "Nor:th"));
    ENGINE.readAgain(company);
    expensify.awaitState("Tags half filled", "POSTED");
    assertThat(expensify.readings()).as("without a reading").hasSize(readings);
    assertThat(journal(expensify, "Tags half filled").get("JournalLines")).hasSize(6);
  }

  private void case_07_a_category_that_was_missing_heals_with_the_next_reading(
      Expensify expensify, ExpensifyCalls there) {
    assertThat(expensify.posting("Without a category").at("/problems/0/code").asText())
        .isEqualTo("REQUIRED_FIELD_MISSING");
    JsonNode report = there.report("Without a category");
    for (JsonNode expense : report.get("expenses")) {
      there.control(
          "PATCH",
          "/expenses/" + expense.get("transactionID").asText(),
          Map.of("category", "Office"));
    }
    expensify.read("ROUTINE");
    expensify.awaitState("Without a category", "POSTED");
  }

  private void case_20_a_report_that_is_reopened_after_posting_differs_until_it_is_back(
      Expensify expensify, ExpensifyCalls there) {
    String id = there.report("Auckland trip").get("reportID").asText();
    there.control("POST", "/reports/" + id + "/unapprove", null);
    expensify.read("REREAD");
    expensify.awaitState("Auckland trip", "DIFFERENT");
    assertThat(expensify.posting("Auckland trip").at("/problems/0/code").asText())
        .isEqualTo("WITHDRAWN_AFTER_POSTING");
    there.control("POST", "/reports/" + id + "/approve", null);
    expensify.read("ROUTINE");
    expensify.awaitState("Auckland trip", "POSTED");
    assertThat(expensify.journals().stream().filter(j -> j.toString().contains("Auckland")))
        .hasSize(1);
  }

  @Test
  void case_30_and_34_what_cannot_be_asked_is_said_and_asked_no_more(ExpensifyCalls there) {
    Engine.Company company = ENGINE.company();
    Engine.Company other = ENGINE.company();
    ENGINE.api.put(
        "/companies/" + other.id() + "/sources/expensify/secrets",
        Map.of("partnerUserID", ExpensifyCalls.USER, "partnerUserSecret", ExpensifyCalls.SECRET));
    Expensify expensify = Expensify.of(ENGINE, company, there);
    expensify.awaitReading(0);
    assertThat(ENGINE.api.get("/companies/" + other.id() + "/sources/expensify/polls"))
        .as("without an account nobody's reports are asked for")
        .isEmpty();
    assertThatThrownBy(
            () ->
                ENGINE.api.post("/companies/" + other.id() + "/sources/expensify/polls", Map.of()))
        .hasMessageContaining("SOURCE_NOT_SET_UP");

    expensify.hurry();
    assertThat(ENGINE.api.post(expensify.path("/test"), Map.of()).get("accountFound").asBoolean())
        .isTrue();
    assertThatThrownBy(
            () ->
                ENGINE.api.put(
                    "/companies/" + other.id() + "/sources/expensify",
                    Map.of("account", ExpensifyCalls.NZ)))
        .isInstanceOf(HttpClientErrorException.Conflict.class)
        .hasMessageContaining("ACCOUNT_TAKEN");

    ENGINE.api.put(expensify.path("/secrets"), Map.of("partnerUserSecret", "wrong"));
    JsonNode refused = expensify.read("ROUTINE");
    assertThat(refused.at("/problem/code").asText()).isEqualTo("SOURCE_REFUSES_CREDENTIAL");
    assertThat(refused.get("requests").asInt()).isEqualTo(1);
    assertThat(expensify.get("").at("/blocked/actor").asText()).isEqualTo("ADMIN");

    int readings = expensify.readings().size();
    ENGINE.api.put(expensify.path("/secrets"), Map.of("partnerUserSecret", ExpensifyCalls.SECRET));
    assertThat(expensify.get("").hasNonNull("blocked")).isFalse();
    ENGINE.api.put(expensify.path(""), Map.of("enabled", false));
    assertThatThrownBy(() -> expensify.read("ROUTINE")).hasMessageContaining("SOURCE_OFF");
    assertThat(expensify.readings()).hasSizeBetween(readings, readings + 1);
    expensify.leave();
  }

  private static JsonNode journal(Expensify expensify, String report) {
    return expensify.journals().stream()
        .filter(journal -> journal.get("Narration").asText().contains(report))
        .findFirst()
        .orElseThrow(() -> new AssertionError(report));
  }

  private static List<String> amounts(JsonNode journal) {
    return java.util.stream.StreamSupport.stream(journal.get("JournalLines").spliterator(), false)
        .map(line -> line.get("LineAmount").decimalValue().setScale(2).toPlainString())
        .toList();
  }
}
