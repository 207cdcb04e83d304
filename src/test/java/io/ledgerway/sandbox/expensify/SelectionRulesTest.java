package io.ledgerway.sandbox.expensify;

import static io.ledgerway.sandbox.expensify.ExpensifyCalls.EU;
import static io.ledgerway.sandbox.expensify.ExpensifyCalls.NZ;
import static io.ledgerway.sandbox.expensify.ExpensifyCalls.UK;
import static io.ledgerway.sandbox.expensify.ExpensifyCalls.export;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.sandbox.expensify.ExpensifyCalls.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which reports an export finds: sources.md 1.3 a and 1.7. */
@ExtendWith(ExpensifyExtension.class)
class SelectionRulesTest {

  private ExpensifyCalls expensify;

  @BeforeEach
  void start(ExpensifyCalls calls) {
    expensify = calls;
    expensify.plain();
  }

  @Test
  void a_filter_by_ids_start_or_approval_is_required__doc() {
    Reply reply = expensify.job(export("APPROVED", Map.of("policyIDList", NZ)), "x");
    assertThat(reply.code()).isEqualTo(410);
  }

  @Test
  void states_that_stand_under_filters_are_ignored_and_every_state_comes__client() {
    Map<String, String> filters = new LinkedHashMap<>(lastDays(200));
    filters.put("reportState", "APPROVED");
    String states = expensify.read(null, filters, "<#list reports as r>${r.state}\n</#list>");
    assertThat(states.lines().distinct())
        .containsExactlyInAnyOrder("OPEN", "SUBMITTED", "APPROVED", "REIMBURSED", "ARCHIVED");
    assertThat(expensify.find("OPEN,SUBMITTED", lastDays(200))).hasSize(2);
  }

  @Test
  void
      the_start_is_compared_with_the_later_of_created_and_submitted_so_a_late_approval_is_missed__doc() {
    String late = id("Approved 90 days after it was submitted");
    assertThat(expensify.find("APPROVED", lastDays(30))).isNotEmpty().doesNotContain(late);
    assertThat(expensify.find("APPROVED", lastDays(120))).contains(late);
    assertThat(expensify.find("APPROVED", approvedAfter(2))).contains(late);
  }

  @Test
  void both_ends_of_the_dates_count__doc() {
    String trip = id("Auckland trip");
    String day = submittedDay(trip);
    assertThat(expensify.find("APPROVED", Map.of("startDate", day, "endDate", day))).contains(trip);
  }

  @Test
  void approved_after_may_leave_out_or_take_that_very_day__unverified() {
    String trip = id("Auckland trip");
    Map<String, String> thatDay = approvedAfter(4);
    assertThat(expensify.find("APPROVED", thatDay)).doesNotContain(trip);
    assertThat(expensify.find("APPROVED", approvedAfter(5))).contains(trip);
    expensify.behave("approvedAfterInclusive", true);
    assertThat(expensify.find("APPROVED", thatDay)).contains(trip);
  }

  @Test
  void approved_after_may_find_reimbursed_reports_or_not__unverified() {
    String paid = id("Paid already");
    Map<String, String> week = approvedAfter(7);
    assertThat(expensify.find("APPROVED,REIMBURSED", week)).contains(paid);
    expensify.behave("approvedAfterFindsReimbursed", false);
    assertThat(expensify.find("APPROVED,REIMBURSED", week)).isNotEmpty().doesNotContain(paid);
    assertThat(expensify.find("APPROVED,REIMBURSED", lastDays(30))).contains(paid);
  }

  @Test
  void a_limit_cuts_without_a_sign_that_there_is_more__doc() {
    Map<String, Object> order = new LinkedHashMap<>(export("APPROVED", lastDays(30)));
    order.put(
        "inputSettings",
        Map.of("type", "combinedReportData", "limit", "2", "filters", lastDays(30)));
    String name = expensify.job(order, ExpensifyCalls.IDS).body();
    assertThat(expensify.download(name).body().lines()).hasSize(2);
  }

  @Test
  void workspaces_are_a_comma_list_in_one_text__doc() {
    Map<String, String> two = new LinkedHashMap<>(lastDays(30));
    two.put("policyIDList", UK + "," + EU);
    assertThat(expensify.find(null, two))
        .containsExactlyInAnyOrder(id("London"), id("Paris without approval"));
  }

  @Test
  void only_what_the_credentials_user_may_see_comes_and_lost_rights_are_silence__doc() {
    ExpensifyCalls uk = expensify.as("aa_uk_example", "uk-secret");
    assertThat(uk.find(null, lastDays(200))).containsExactly(id("London"));
    expensify.control("PATCH", "/credentials/aa_uk_example", Map.of("roles", Map.of()));
    assertThat(uk.find(null, lastDays(200))).isEmpty();
    expensify.control(
        "PATCH",
        "/credentials/aa_uk_example",
        Map.of("roles", Map.of(NZ, "user"), "email", "ada.kerr@acme.example"));
    assertThat(uk.find("APPROVED", lastDays(30)))
        .containsExactlyInAnyOrder(
            id("Auckland trip"), id("Own money and company card"), id("Empty"));
  }

  @Test
  void naming_an_employee_needs_a_permission__doc() {
    Map<String, Object> order = new LinkedHashMap<>(export("APPROVED", lastDays(30)));
    order.put(
        "inputSettings",
        Map.of(
            "type", "combinedReportData",
            "employeeEmail", "ada.kerr@acme.example",
            "filters", lastDays(30)));
    assertThat(expensify.job(order, "x").body()).startsWith("lw_");
    expensify.control(
        "PATCH", "/credentials/" + ExpensifyCalls.USER, Map.of("actsForOthers", false));
    Reply refused = expensify.job(order, "x");
    assertThat(refused.code()).isEqualTo(500);
    assertThat(refused.message())
        .isEqualTo("Not authorized to authenticate as user ada.kerr@acme.example");
  }

  @Test
  void what_has_just_changed_may_be_seen_late__unverified() {
    expensify.behave("lagSeconds", 60);
    String waiting = id("Waits for approval");
    Map<String, String> one = Map.of("reportIDList", waiting);
    expensify.control("POST", "/reports/" + waiting + "/approve", null);
    assertThat(expensify.find("APPROVED", one)).isEmpty();
    expensify.advance("PT61S");
    assertThat(expensify.find("APPROVED", one)).containsExactly(waiting);
  }

  private String id(String name) {
    return expensify.report(name).get("reportID").asText();
  }

  private String submittedDay(String id) {
    return expensify
        .control("GET", "/reports/" + id, null)
        .at("/submitted")
        .asText()
        .substring(0, 10);
  }

  private Map<String, String> lastDays(int days) {
    return Map.of("startDate", today().minusDays(days).toString());
  }

  private Map<String, String> approvedAfter(int days) {
    return Map.of("approvedAfter", today().minusDays(days).toString());
  }

  private LocalDate today() {
    String now = expensify.control("GET", "/clock", null).at("/now").asText();
    return LocalDate.ofInstant(Instant.parse(now), ZoneOffset.UTC);
  }
}
