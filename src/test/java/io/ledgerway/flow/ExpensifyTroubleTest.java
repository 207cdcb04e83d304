package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.local.SandboxSwitches.Fault;
import io.ledgerway.sandbox.expensify.ExpensifyCalls;
import io.ledgerway.sandbox.expensify.ExpensifyExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One company, and everything that a source without a ready signal can do to it. */
@ExtendWith(ExpensifyExtension.class)
class ExpensifyTroubleTest {

  private static final Engine ENGINE = Engine.shared();

  @Test
  void whatever_expensify_answers_each_report_is_posted_once(ExpensifyCalls there) {
    Engine.Company company = ENGINE.company();
    Expensify expensify = Expensify.of(ENGINE, company, there);
    assertThat(expensify.awaitReading(0).get("outcome").asText()).isEqualTo("DONE");
    ENGINE.awaitSummary(company, Map.of("POSTED", 11L, "HELD", 3L, "NOTHING_TO_POST", 2L));

    case_03_a_third_report_in_an_overlapping_window_is_the_only_new_one(expensify);
    case_25_a_file_that_is_not_ready_is_fetched_again_and_not_ordered_again(expensify, there);
    case_26_an_error_or_a_page_is_not_taken_for_a_file(expensify, there);
    case_27_a_file_that_breaks_off_stores_nothing_and_says_where(expensify, there);
    case_28_a_refusal_under_200_with_its_code_as_text_is_shown(expensify, there);
    case_29_a_limit_is_waited_for(expensify, there);
    case_31_reports_that_can_no_longer_be_seen_are_not_undone(expensify, there, company);
    ENGINE.awaitSummary(company, Map.of("POSTED", 16L, "HELD", 3L, "NOTHING_TO_POST", 2L));
    assertThat(expensify.journals()).hasSize(16);
    expensify.leave();
  }

  @Test
  void case_24_a_journal_whose_narration_somebody_edits_meanwhile_is_not_posted_twice(
      ExpensifyCalls there) {
    Engine.Company company = ENGINE.company();
    ENGINE
        .switches()
        .arm(
            Fault.of("500-after-commit")
                .on("PUT", "ManualJournals")
                .forTenant(company.tenant())
                .next(1));
    ENGINE
        .switches()
        .arm(
            Fault.of("list-lag")
                .on("GET", "ManualJournals")
                .forTenant(company.tenant())
                .delayed(Duration.ofMinutes(1))
                .next(1));
    Expensify expensify = Expensify.of(ENGINE, company, there);
    Awaitility.await("the journals")
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> ENGINE.switches().documents("ManualJournals", company.tenant()).toString(),
            all -> all.contains("Auckland trip"));
    String edited = null;
    for (JsonNode each : ENGINE.switches().documents("ManualJournals", company.tenant())) {
      if (each.toString().contains("Auckland trip")) {
        edited = each.get("id").asText();
      }
    }
    XeroClient xero = XeroClient.of(ENGINE.around.sandbox().uri(), company.organisation());
    xero.post("ManualJournals", narration(edited, "Edited by a person"));

    Awaitility.await("somebody to be asked")
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () ->
                assertThat(expensify.posting("Auckland trip").at("/problems/0/code").asText())
                    .isEqualTo("STANDS_UNMARKED"));
    ENGINE.awaitSummary(
        company, Map.of("POSTED", 10L, "UNCERTAIN", 1L, "HELD", 3L, "NOTHING_TO_POST", 2L));
    assertThat(expensify.journals()).hasSize(11);

    String id = expensify.posting("Auckland trip").get("id").asText();
    xero.post(
        "ManualJournals",
        narration(
            edited,
            ENGINE
                .api
                .get("/companies/" + company.id() + "/postings/" + id)
                .at("/document/Narration")
                .asText()));
    expensify.awaitState("Auckland trip", "POSTED");
    assertThat(expensify.journals()).hasSize(11);
    expensify.leave();
  }

  @Test
  void a_report_that_is_not_of_its_schema_is_held_by_its_words_and_goes_once_it_is(
      ExpensifyCalls there) {
    Engine.Company company = ENGINE.company();
    Expensify expensify = Expensify.of(ENGINE, company, there);
    expensify.awaitReading(0);
    ENGINE.awaitSummary(company, Map.of("POSTED", 11L, "HELD", 3L, "NOTHING_TO_POST", 2L));
    Map<String, Object> expense = Expensify.expense(2100, "Office");
    expense.put("created", "2 March");
    String report = expensify.approve("No such day", expense);

    expensify.read("ROUTINE");
    expensify.awaitState("No such day", "HELD");
    JsonNode problem = expensify.posting("No such day").at("/problems/0");
    assertThat(problem.get("code").asText()).isEqualTo("INVALID_VALUE");
    assertThat(problem.get("field").asText()).isEqualTo("expenses[0].created");
    assertThat(problem.get("actor").asText()).isEqualTo("EMPLOYEE");

    ExpensifyCalls.Reply asked = there.control("GET", "/reports/" + report, null);
    there.control(
        "PATCH",
        "/expenses/" + asked.at("/expenses/0/transactionID").asText(),
        Map.of("created", "2026-03-02"));
    expensify.read("ROUTINE");
    expensify.awaitState("No such day", "POSTED");
    ENGINE.awaitSummary(company, Map.of("POSTED", 12L, "HELD", 3L, "NOTHING_TO_POST", 2L));
    expensify.leave();
  }

  private static Map<String, Object> narration(String id, String text) {
    return Map.of("ManualJournals", List.of(Map.of("ManualJournalID", id, "Narration", text)));
  }

  private void case_03_a_third_report_in_an_overlapping_window_is_the_only_new_one(
      Expensify expensify) {
    expensify.approve("The third", 4550, "Office");
    JsonNode reading = expensify.read("ROUTINE");
    assertThat(reading.get("entered").asInt()).isEqualTo(1);
    assertThat(reading.get("records").asInt()).isGreaterThan(1);
    expensify.awaitState("The third", "POSTED");
  }

  private void case_25_a_file_that_is_not_ready_is_fetched_again_and_not_ordered_again(
      Expensify expensify, ExpensifyCalls there) {
    expensify.approve("Late file", 1000, "Office");
    there.behave("readyAfterDownloads", 3);
    int ordered = count(there, "exports");
    JsonNode reading = expensify.readAsTimePasses("ROUTINE");
    there.behave("readyAfterDownloads", 0);
    assertThat(reading.get("outcome").asText()).isEqualTo("DONE");
    assertThat(count(there, "exports") - ordered).isEqualTo(1);
    assertThat(reading.get("requests").asInt()).as("one order, four downloads").isEqualTo(5);
    expensify.awaitState("Late file", "POSTED");
  }

  private void case_26_an_error_or_a_page_is_not_taken_for_a_file(
      Expensify expensify, ExpensifyCalls there) {
    expensify.approve("After errors", 1100, "Office");
    there.arm(Map.of("kind", "error-object", "job", "download", "next", 1));
    there.arm(Map.of("kind", "html", "job", "download", "next", 1));
    JsonNode reading = expensify.readAsTimePasses("ROUTINE");
    assertThat(reading.get("outcome").asText()).as(reading.toString()).isEqualTo("DONE");
    expensify.awaitState("After errors", "POSTED");
  }

  private void case_27_a_file_that_breaks_off_stores_nothing_and_says_where(
      Expensify expensify, ExpensifyCalls there) {
    expensify.approve("Broken off", 1200, "Office");
    there.arm(Map.of("kind", "truncated", "job", "download", "next", 40));
    ENGINE.api.post(expensify.path("/polls"), Map.of("kind", "ROUTINE"));
    org.awaitility.Awaitility.await("what it waits for")
        .atMost(java.time.Duration.ofSeconds(40))
        .pollInterval(java.time.Duration.ofMillis(250))
        .until(
            () -> {
              expensify.hurry();
              return expensify
                  .readings()
                  .get(0)
                  .path("note")
                  .asText()
                  .contains("breaks off at byte");
            });
    assertThat(expensify.readings().get(0).get("records").asInt()).isZero();
    there.control("DELETE", "/faults", null);
    JsonNode reading =
        org.awaitility.Awaitility.await("its end")
            .atMost(java.time.Duration.ofSeconds(40))
            .pollInterval(java.time.Duration.ofMillis(250))
            .until(
                () -> {
                  expensify.hurry();
                  return expensify.readings().get(0);
                },
                one -> one.hasNonNull("endedAt"));
    assertThat(reading.get("outcome").asText()).isEqualTo("DONE");
    expensify.awaitState("Broken off", "POSTED");
  }

  private void case_28_a_refusal_under_200_with_its_code_as_text_is_shown(
      Expensify expensify, ExpensifyCalls there) {
    there.behave("responseCodeAsText", true);
    there.arm(
        Map.of(
            "kind", "error", "job", "file", "next", 1, "code", 410, "message", "Malformed date"));
    JsonNode reading = expensify.read("ROUTINE");
    there.behave("responseCodeAsText", false);
    assertThat(reading.at("/problem/code").asText()).isEqualTo("SOURCE_REFUSES_REQUEST");
    assertThat(reading.at("/problem/message").asText()).contains("Malformed date");
    assertThat(expensify.get("").hasNonNull("blocked")).as("others go on").isFalse();
  }

  private void case_29_a_limit_is_waited_for(Expensify expensify, ExpensifyCalls there) {
    expensify.approve("After a limit", 1300, "Office");
    there.arm(Map.of("kind", "429", "job", "file", "next", 2));
    JsonNode reading = expensify.readAsTimePasses("ROUTINE");
    assertThat(reading.get("outcome").asText()).isEqualTo("DONE");
    assertThat(reading.get("requests").asInt()).isEqualTo(4);
    expensify.awaitState("After a limit", "POSTED");
  }

  private void case_31_reports_that_can_no_longer_be_seen_are_not_undone(
      Expensify expensify, ExpensifyCalls there, Engine.Company company) {
    there.control("PATCH", "/credentials/" + ExpensifyCalls.USER, Map.of("roles", Map.of()));
    JsonNode reading = expensify.read("REREAD");
    assertThat(reading.get("records").asInt()).isZero();
    assertThat(ENGINE.api.summary(company.id()).get("POSTED")).isEqualTo(16L);
  }

  private static int count(ExpensifyCalls there, String what) {
    return there.control("GET", "/calls/summary", null).at("/" + what).asInt();
  }
}
