package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.demo.Sample;
import io.ledgerway.flow.Engine.Company;
import io.ledgerway.local.SandboxSwitches.Fault;
import io.ledgerway.sandbox.expensify.ExpensifyCalls;
import io.ledgerway.sandbox.expensify.ExpensifyExtension;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody takes what was posted out of Xero again. */
@ExtendWith(ExpensifyExtension.class)
class UndoTest {

  private static final Engine ENGINE = Engine.shared();

  @Test
  void whatever_was_posted_is_undone_once_although_answers_are_lost() {
    Company company = ENGINE.company();
    ENGINE.send(company.expenses(31).good(60));
    ENGINE.awaitSummary(company, Map.of("POSTED", 60L));
    List<JsonNode> posted = ENGINE.api.postings(company.id(), "POSTED");
    Set<String> resources = new TreeSet<>();
    posted.forEach(each -> resources.add(each.get("resource").asText()));
    assertThat(resources).containsExactly("BankTransactions", "CreditNotes", "Invoices");

    JsonNode preview = ENGINE.api.post(undo(company, posted.get(0)) + "?preview=true", Map.of());
    assertThat(preview.hasNonNull("undo")).isFalse();
    assertThat(preview.at("/document/Status").asText()).isIn("DELETED", "VOIDED");
    assertThat(ENGINE.api.summary(company.id())).isEqualTo(Map.of("POSTED", 60L));

    lose("500-after-commit", "BankTransactions", company);
    lose("drop-answer", "Invoices", company);
    lose("500", "CreditNotes", company);
    posted.forEach(each -> ENGINE.api.post(undo(company, each), Map.of()));
    assertThatThrownBy(() -> ENGINE.api.post(undo(company, posted.get(0)), Map.of()))
        .hasMessageContaining("UNDO_UNDER_WAY");
    // Sixty documents, and sixty that undo them.
    ENGINE.awaitSummary(company, Map.of("UNDONE", 60L, "POSTED", 60L));

    XeroClient xero = XeroClient.of(ENGINE.around.sandbox().uri(), company.organisation());
    for (String resource : resources) {
      assertThat(xero.get(resource + "?page=1&pageSize=1000").get(resource))
          .isNotEmpty()
          .allSatisfy(
              document ->
                  assertThat(document.get("Status").asText())
                      .isEqualTo(resource.equals("BankTransactions") ? "DELETED" : "VOIDED"));
    }
    assertThatThrownBy(() -> ENGINE.api.post(undo(company, posted.get(0)), Map.of()))
        .hasMessageContaining("NOT_IN_XERO");
  }

  @Test
  void what_was_undone_is_posted_anew_when_its_source_says_something_newer() {
    Company company = ENGINE.company();
    Sample sample = company.expenses(32).cards(1, 1).get(0);
    ENGINE.send(List.of(sample));
    ENGINE.awaitSummary(company, Map.of("POSTED", 1L));
    JsonNode first = ENGINE.api.postings(company.id(), "POSTED").get(0);
    ENGINE.api.post(undo(company, first), Map.of());
    ENGINE.awaitSummary(company, Map.of("UNDONE", 1L, "POSTED", 1L));

    ENGINE.expenses.send(sample.key(), sample.value());
    ENGINE.expenses.send(
        sample.key(), sample.value().replaceFirst("\"version\":1", "\"version\":2"));
    ENGINE.expenses.flush();
    ENGINE.awaitSummary(company, Map.of("POSTED", 2L));

    JsonNode again =
        ENGINE.api.get("/companies/" + company.id() + "/postings/" + first.get("id").asText());
    assertThat(again.get("version").asInt()).isEqualTo(2);
    assertThat(again.get("xeroId").asText()).isNotEqualTo(first.get("xeroId").asText());
    assertThat(again.get("marker").asText()).isNotEqualTo(first.get("marker").asText());
    Map<String, Integer> statuses = new HashMap<>();
    XeroClient.of(ENGINE.around.sandbox().uri(), company.organisation())
        .get("BankTransactions?page=1&pageSize=1000")
        .get("BankTransactions")
        .forEach(each -> statuses.merge(each.get("Status").asText(), 1, Integer::sum));
    assertThat(statuses).isEqualTo(Map.of("DELETED", 1, "AUTHORISED", 1));
  }

  @Test
  void a_locked_period_refuses_it_and_what_xero_refuses_is_held_in_its_words() {
    Company company = ENGINE.company();
    ENGINE.send(company.expenses(33).cards(1, 1));
    ENGINE.awaitSummary(company, Map.of("POSTED", 1L));
    JsonNode posted = ENGINE.api.postings(company.id(), "POSTED").get(0);
    Map<String, Object> locked = new HashMap<>();
    locked.put("periodLockDate", posted.get("date").asText());
    ENGINE.switches().change(company.tenant(), locked);

    // Locked behind our back: Xero refuses, the books are read, and it waits for the lock date.
    ENGINE.api.post(undo(company, posted), Map.of());
    ENGINE.awaitSummary(company, Map.of("POSTED", 1L, "HELD", 1L));
    ENGINE.readAgain(company);
    locked.put("periodLockDate", null);
    ENGINE.switches().change(company.tenant(), locked);
    ENGINE.readAgain(company);
    ENGINE.awaitSummary(company, Map.of("POSTED", 1L, "UNDONE", 1L));
  }

  @Test
  void what_stands_in_a_locked_period_is_reversed_on_the_first_day_that_is_open() {
    Company company = ENGINE.company();
    ENGINE.send(company.expenses(34).good(12));
    ENGINE.awaitSummary(company, Map.of("POSTED", 12L));
    List<JsonNode> posted = ENGINE.api.postings(company.id(), "POSTED");
    LocalDate today = LocalDate.now(Clock.systemUTC());
    ENGINE.switches().change(company.tenant(), Map.of("periodLockDate", today.toString()));
    ENGINE.readAgain(company);
    assertThatThrownBy(() -> ENGINE.api.post(undo(company, posted.get(0)), Map.of()))
        .hasMessageContaining("PERIOD_LOCKED")
        .hasMessageContaining("REVERSAL");

    JsonNode preview =
        ENGINE.api.post(undo(company, posted.get(0)) + "?preview=true&by=REVERSAL", Map.of());
    assertThat(preview.at("/document/Date").asText()).isEqualTo(today.plusDays(1).toString());
    lose("500-after-commit", "BankTransactions", company);
    posted.forEach(each -> ENGINE.api.post(undo(company, each) + "?by=REVERSAL", Map.of()));

    ENGINE.awaitSummary(company, Map.of("UNDONE", 12L, "POSTED", 12L));
    XeroClient xero = XeroClient.of(ENGINE.around.sandbox().uri(), company.organisation());
    Map<String, BigDecimal> sums = new HashMap<>();
    for (String resource : List.of("BankTransactions", "Invoices", "CreditNotes")) {
      for (JsonNode each : xero.get(resource + "?page=1&pageSize=1000").get(resource)) {
        assertThat(each.get("Status").asText()).isEqualTo("AUTHORISED");
        BigDecimal total = each.get("Total").decimalValue();
        boolean out = Set.of("SPEND", "ACCPAY").contains(each.get("Type").asText());
        sums.merge(
            resource.equals("BankTransactions") ? "bank" : "bills",
            out ? total : total.negate(),
            BigDecimal::add);
      }
    }
    assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isEqualByComparingTo("0"));
    assertThat(sums).hasSize(2);
  }

  @Test
  void case_20_a_reopened_report_is_reversed_and_posted_again_when_it_is_approved(
      ExpensifyCalls there) {
    Company company = ENGINE.company();
    Expensify expensify = Expensify.of(ENGINE, company, there);
    expensify.awaitReading(0);
    expensify.awaitState("Auckland trip", "POSTED");
    JsonNode report = there.report("Auckland trip");
    String id = report.get("reportID").asText();
    there.control("POST", "/reports/" + id + "/unapprove", null);
    expensify.read("REREAD");
    expensify.awaitState("Auckland trip", "DIFFERENT");

    expensify.hurry();
    ENGINE.api.post(undo(company, expensify.posting("Auckland trip")), Map.of());
    // Undone, and read again: it is still open there.
    expensify.awaitState("Auckland trip", "HELD");
    assertThat(expensify.posting("Auckland trip").at("/problems/0/code").asText())
        .isEqualTo("WITHDRAWN");
    String expense = report.at("/expenses/0/transactionID").asText();
    there.control("PATCH", "/expenses/" + expense, Map.of("amount", 5000));
    there.control("POST", "/reports/" + id + "/submit", null);
    there.control("POST", "/reports/" + id + "/approve", null);
    expensify.read("ROUTINE");
    expensify.awaitState("Auckland trip", "POSTED");

    List<String> statuses = new ArrayList<>();
    for (JsonNode journal : expensify.journals()) {
      if (journal.get("Narration").asText().contains("Auckland trip")) {
        statuses.add(journal.get("Status").asText());
      }
    }
    assertThat(statuses).containsExactlyInAnyOrder("VOIDED", "POSTED");
    expensify.leave();
  }

  @Test
  void case_21_what_is_changed_after_posting_is_replaced_where_the_company_wants_that(
      ExpensifyCalls there) {
    Company company = ENGINE.company();
    Expensify expensify = Expensify.of(ENGINE, company, there);
    expensify.awaitReading(0);
    expensify.awaitState("Auckland trip", "POSTED");
    String expense = there.report("Auckland trip").at("/expenses/0/transactionID").asText();
    there.control("PATCH", "/expenses/" + expense, Map.of("amount", 5000));
    expensify.read("REREAD");
    expensify.awaitState("Auckland trip", "DIFFERENT");

    ENGINE.api.choose(company.id(), "expensify", Map.of("afterPosting", "REPLACE"));
    expensify.read("REREAD");
    expensify.awaitState("Auckland trip", "POSTED");

    assertThat(expensify.posting("Auckland trip").get("version").asInt()).isEqualTo(2);
    assertThat(expensify.posting("Auckland trip").get("total").decimalValue())
        .isEqualByComparingTo("333.74");
    expensify.leave();
  }

  private static void lose(String fault, String resource, Company company) {
    ENGINE.switches().arm(Fault.of(fault).on("POST", resource).forTenant(company.tenant()).next(1));
  }

  private static String undo(Company company, JsonNode posting) {
    return "/companies/" + company.id() + "/postings/" + posting.get("id").asText() + "/undo";
  }
}
