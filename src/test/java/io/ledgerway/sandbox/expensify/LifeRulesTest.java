package io.ledgerway.sandbox.expensify;

import static io.ledgerway.sandbox.expensify.ExpensifyCalls.NZ;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.expensify.ExpensifyCalls.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a report, what clients do to it and what people do: sources.md 1.3 e, g and 1.8. */
@ExtendWith(ExpensifyExtension.class)
class LifeRulesTest {

  private ExpensifyCalls expensify;

  @BeforeEach
  void start(ExpensifyCalls calls) {
    expensify = calls;
    expensify.plain();
  }

  @Test
  void what_is_not_approved_is_skipped_and_the_answer_is_200_all_the_same__recorded() {
    String trip = id("Auckland trip");
    String draft = id("Still being written");
    Reply reply = reimburse(trip + "," + draft + ",R00unknown00");
    assertThat(reply.at("/reportIDs")).hasSize(1);
    assertThat(reply.at("/reportIDs/0").asText()).isEqualTo(trip);
    assertThat(reply.at("/skippedReports")).hasSize(2);
    assertThat(reply.at("/skippedReports/0/reason").asText())
        .isEqualTo("Report is in status 'Open'");
    assertThat(reply.code()).isEqualTo(200);
    assertThat(state("Auckland trip")).isEqualTo("REIMBURSED");
    assertThat(reimburse(trip).at("/reportIDs")).isEmpty();
  }

  @Test
  void a_partial_success_may_be_207_and_may_list_failures__unverified() {
    expensify.behave("partialAs207", true);
    expensify.behave("failedReportsShown", true);
    Reply reply = reimburse(id("Still being written"));
    assertThat(reply.code()).isEqualTo(207);
    assertThat(reply.at("/failedReports").isArray()).isTrue();
  }

  @ParameterizedTest(name = "no other status can be set: {0} __recorded")
  @ValueSource(strings = {"APPROVED", "SUBMITTED", "CLOSED"})
  void other_status(String status) {
    Reply reply = status(status, id("Auckland trip"));
    assertThat(reply.code()).isEqualTo(410);
    assertThat(reply.message()).isEqualTo("Status '" + status + "' is not supported");
  }

  @Test
  void expenses_that_are_created_open_a_report__recorded() {
    Map<String, Object> taxi =
        Map.of("merchant", "Taxi", "created", "2026-11-01", "amount", 4550, "currency", "NZD");
    Reply without = create(Map.of("type", "expenses", "transactionList", List.of(taxi)));
    assertThat(without.code()).isEqualTo(410);
    Reply made =
        create(
            Map.of(
                "type",
                "expenses",
                "employeeEmail",
                "new.person@acme.example",
                "transactionList",
                List.of(taxi, taxi)));
    assertThat(made.code()).isEqualTo(200);
    String report = made.at("/transactionList/0/reportID").asText();
    assertThat(report).startsWith("R00");
    assertThat(made.at("/transactionList/1/reportID").asText()).isEqualTo(report);
    JsonNode opened = expensify.control("GET", "/reports/" + report, null).at("");
    assertThat(opened.get("state").asText()).isEqualTo("OPEN");
    assertThat(opened.get("total").asLong()).isEqualTo(9100);
  }

  @Test
  void a_report_is_unapproved_changed_and_approved_again_with_the_same_id__doc() {
    String trip = id("Auckland trip");
    String expense = expensify.report("Auckland trip").at("/expenses/0/transactionID").asText();
    move(trip, "unapprove");
    assertThat(seen(trip)).isEqualTo("SUBMITTED none 32924");
    expensify.control("PATCH", "/expenses/" + expense, Map.of("modifiedAmount", 5000));
    move(trip, "approve");
    assertThat(seen(trip)).startsWith("APPROVED 2").endsWith(" 33374");
  }

  @Test
  void a_report_can_be_retracted_unless_it_was_paid__doc() {
    assertThat(move(id("Auckland trip"), "retract")).isEqualTo(200);
    assertThat(state("Auckland trip")).isEqualTo("OPEN");
    assertThat(move(id("Paid already"), "unapprove")).isEqualTo(400);
    assertThat(move(id("Paid already"), "retract")).isEqualTo(400);
    assertThat(move(id("Paris without approval"), "reopen")).isEqualTo(200);
    assertThat(move(id("Still being written"), "approve")).isEqualTo(400);
    assertThat(move(id("Still being written"), "close")).isEqualTo(200);
  }

  @Test
  void a_report_can_be_deleted_in_its_first_two_states_only_and_is_then_absent__doc() {
    String trip = id("Auckland trip");
    assertThat(expensify.control("DELETE", "/reports/" + trip, null).status()).isEqualTo(400);
    move(trip, "unapprove");
    assertThat(expensify.control("DELETE", "/reports/" + trip, null).status()).isEqualTo(204);
    assertThat(expensify.find(null, Map.of("reportIDList", trip))).isEmpty();
  }

  @Test
  void an_expense_that_moves_to_another_report_keeps_its_id__doc() {
    String expense = expensify.report("Nets to zero").at("/expenses/1/transactionID").asText();
    String trip = id("Auckland trip");
    expensify.control("POST", "/expenses/" + expense + "/move", Map.of("reportID", trip));
    assertThat(expensify.report("Nets to zero").get("total").asLong()).isEqualTo(25000);
    assertThat(expensify.report("Auckland trip").at("/expenses/5/transactionID").asText())
        .isEqualTo(expense);
    expensify.control("DELETE", "/expenses/" + expense, null);
    assertThat(expensify.report("Auckland trip").get("expenses")).hasSize(5);
  }

  @Test
  void a_report_of_ones_own_is_made_submitted_and_approved_at_a_chosen_time__design() {
    JsonNode made =
        expensify
            .control(
                "POST",
                "/reports",
                Map.of(
                    "workspace",
                    NZ,
                    "submitter",
                    "ada.kerr@acme.example",
                    "name",
                    "Own",
                    "expenses",
                    List.of(Map.of("merchant", "A", "amount", 100, "category", "Office"))))
            .at("");
    String id = made.get("reportID").asText();
    expensify.control("POST", "/reports/" + id + "/submit", Map.of("at", "2026-03-01T10:00:00Z"));
    expensify.control("POST", "/reports/" + id + "/approve", Map.of("at", "2026-06-01T10:00:00Z"));
    assertThat(seen(id)).isEqualTo("APPROVED 2026-06-01 10:00:00 100");
    Reply typo = expensify.control("POST", "/reports/" + id + "/expenses", Map.of("amounts", 100));
    assertThat(typo.status()).isEqualTo(400);
    assertThat(typo.body()).contains("no field 'amounts'");
  }

  private String seen(String id) {
    return expensify.read(
        null,
        Map.of("reportIDList", id),
        "<#assign r=reports[0]>${r.state} ${r.approved!\"none\"} ${r.total?c}");
  }

  private int move(String id, String move) {
    return expensify.control("POST", "/reports/" + id + "/" + move, null).status();
  }

  private String id(String name) {
    return expensify.report(name).get("reportID").asText();
  }

  private String state(String name) {
    return expensify.report(name).get("state").asText();
  }

  private Reply reimburse(String ids) {
    return status("REIMBURSED", ids);
  }

  private Reply status(String status, String ids) {
    return expensify.job(
        Map.of(
            "type",
            "update",
            "inputSettings",
            Map.of(
                "type", "reportStatus", "status", status, "filters", Map.of("reportIDList", ids))));
  }

  private Reply create(Map<String, ?> input) {
    return expensify.job(Map.of("type", "create", "inputSettings", input));
  }
}
