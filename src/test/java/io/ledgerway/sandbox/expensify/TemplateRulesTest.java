package io.ledgerway.sandbox.expensify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.sandbox.expensify.ExpensifyCalls.Reply;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What templates can read, and how they are rendered: sources.md 1.4. */
@ExtendWith(ExpensifyExtension.class)
class TemplateRulesTest {

  /** The template of the reference, which is how a client would write it. */
  private static final String JSON =
      """
      [<#list reports as r>{"reportID":"${r.reportID}","name":"${(r.reportName!"")?json_string}","total":${(r.total!0)?c},"state":"${r.state!""}","expenses":[<#list r.transactionList as e>
      {"transactionID":"${e.transactionID}","amount":${(e.amount!0)?c},"currency":"${e.currency!""}","merchant":"${(e.merchant!"")?json_string}","category":"${(e.category!"")?json_string}"}<#if e_has_next>,</#if></#list>]}<#if r_has_next>,</#if></#list>]
      """;

  private ExpensifyCalls expensify;

  @BeforeEach
  void start(ExpensifyCalls calls) {
    expensify = calls;
    expensify.plain();
  }

  @Test
  void the_template_of_the_documentation_makes_json_of_every_kind_of_report__doc()
      throws Exception {
    String text = expensify.read(null, Map.of("approvedAfter", "2000-01-01"), JSON);
    JsonNode reports = JsonMapper.builder().build().readTree(text);
    assertThat(reports).hasSizeGreaterThan(14);
    assertThat(reports.findValuesAsText("name"))
        .contains("\"Quoted\" <b>\n\ttabbed 🚕 & more")
        .anyMatch(name -> name.length() == 300);
    assertThat(reports.findValuesAsText("merchant")).contains("Café \"Zum\tBären\" <1> \\");
    assertThat(reports.findValuesAsText("currency")).contains("NZD", "JPY", "AUD", "USD", "GBP");
  }

  @Test
  void a_number_without_c_is_grouped_as_in_america__doc() {
    assertThat(expense("Auckland trip", 3, "${e.amount} ${e.amount?c}")).isEqualTo("21,999 21999");
  }

  @Test
  void a_value_that_is_missing_breaks_the_template__doc() {
    Reply broken =
        order("Tags half filled", "<#list reports[0].transactionList as e>${e.tag}</#list>");
    assertThat(broken.code()).isEqualTo(500);
    assertThat(order("Auckland trip", "<#list reports").code()).isEqualTo(500);
    assertThat(order("Auckland trip", "${reports[0].isACHReimbursed}").code()).isEqualTo(500);
    assertThat(order("Auckland trip", "${reports[0].isACHReimbursed?string}").body())
        .startsWith("lw_");
  }

  @Test
  void a_broken_template_may_show_only_in_a_file_that_never_comes__unverified() {
    expensify.behave("templateErrorAtDownload", true);
    Reply accepted = order("Auckland trip", "${nothing}");
    assertThat(accepted.body()).startsWith("lw_");
    expensify.advance("PT10M");
    assertThat(expensify.download(accepted.body()).body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
        "${\"freemarker.template.utility.ObjectConstructor\"?new()(\"java.io.File\",\"/\")}",
        "${reports?api.getClass().getName()}",
        "${reports.class}",
        "<#include \"/etc/passwd\">",
        "<#list 1.. as x>for ever and ever and ever and ever and ever and ever ${x}</#list>"
      })
  void a_template_reaches_nothing_but_the_reports(String attack) {
    assertThat(order("Auckland trip", attack).code()).isEqualTo(500);
  }

  @Test
  void the_amount_that_counts_is_converted_else_modified_else_read__doc() {
    String all =
        "${(e.amount!0)?c} ${(e.modifiedAmount!0)?c} ${(e.convertedAmount!0)?c} ${e.currency}";
    assertThat(expense("Tokyo and Sydney", 2, all)).isEqualTo("2000 1800 3022 USD");
    assertThat(expense("Corrected by hand", 0, all)).isEqualTo("9999 8999 8999 NZD");
    expensify.behave("convertedOnlyWhenForeign", true);
    assertThat(expense("Corrected by hand", 0, all)).isEqualTo("9999 8999 0 NZD");
    assertThat(expense("Tokyo and Sydney", 2, all)).isEqualTo("2000 1800 3022 USD");
  }

  @Test
  void what_nobody_corrected_is_missing_or_zero__unverified() {
    String modified = "${(e.modifiedAmount?c)!\"none\"}";
    assertThat(expense("Corrected by hand", 1, modified)).isEqualTo("none");
    expensify.behave("unchangedAmountAsZero", true);
    assertThat(expense("Corrected by hand", 1, modified)).isEqualTo("0");
  }

  @Test
  void the_sign_of_spend_may_be_turned__unverified() {
    String amounts = "${e.amount?c} ${e.convertedAmount?c}";
    assertThat(expense("Trade fair with a refund", 1, amounts)).isEqualTo("-12500 -12500");
    expensify.behave("negativeSpend", true);
    assertThat(expense("Trade fair with a refund", 1, amounts)).isEqualTo("12500 12500");
    assertThat(read("Trade fair with a refund", "${reports[0].total?c}")).isEqualTo("-800");
  }

  @Test
  void amounts_of_currencies_without_cents_may_be_whole_units__unverified() {
    assertThat(expense("Tokyo and Sydney", 0, "${e.amount?c}")).isEqualTo("1200");
    expensify.behave("yenInUnits", true);
    assertThat(expense("Tokyo and Sydney", 0, "${e.amount?c} ${e.convertedAmount?c}"))
        .isEqualTo("12 1399");
  }

  @ParameterizedTest(name = "tag {0}: levels {1} and {2} __doc")
  @CsvSource({"0,North,-", "1,'',Website", "2,Nor:th,Website", "3,North,Website", "4,-,-"})
  void tags(int expense, String first, String second) {
    assertThat(expense("Tags half filled", expense, "${e.ntag1!\"-\"}|${e.ntag2!\"-\"}"))
        .isEqualTo(first + "|" + second);
  }

  @Test
  void a_real_colon_in_a_tag_is_written_with_a_backslash__doc() {
    assertThat(expense("Tags half filled", 2, "${e.tag}")).isEqualTo("Nor\\:th:Website");
    assertThat(expense("Tags half filled", 3, "${e.tag} ${e.ntag3}"))
        .isEqualTo("North:Website:Extra Extra");
    assertThat(expense("London", 1, "${e.tag} ${e.ntag1}"))
        .isEqualTo("Europe\\:Paris Europe:Paris");
  }

  @Test
  void an_expense_without_a_category_is_uncategorized_or_has_an_empty_one__doc() {
    String category = "[${e.category}] ${(e.categoryGlCode)!\"none\"}";
    assertThat(expense("Without a category", 0, category)).isEqualTo("[Uncategorized] none");
    assertThat(expense("Without a category", 1, category)).isEqualTo("[Office] 453");
    expensify.behave("noCategory", "");
    assertThat(expense("Without a category", 0, category)).isEqualTo("[] none");
  }

  @Test
  void taxes_have_their_rate_as_a_fraction_and_a_typed_one_is_custom__doc() {
    String tax =
        "${e.hasTax?string} ${(e.taxAmount!0)?c} ${(e.taxRate!0)?c} ${e.taxRateName!\"-\"}"
            + " ${(e.modifiedTaxAmount!0)?c}";
    assertThat(expense("Taxes of every kind", 0, tax)).isEqualTo("true 1500 0.15 GST 0");
    assertThat(expense("Taxes of every kind", 1, tax)).isEqualTo("true 0 0 No GST 0");
    assertThat(expense("Taxes of every kind", 2, tax)).isEqualTo("true 652 0.15 custom 777");
    assertThat(expense("Taxes of every kind", 3, tax)).isEqualTo("false 0 0 - 0");
    assertThat(expense("London", 0, tax)).isEqualTo("true 2060 0.2 Standard 0");
  }

  @Test
  void company_cards_are_masked_and_not_reimbursable__doc() {
    String card = "${e.reimbursable?string} ${e.bank!\"-\"} ${e.cardNumber!\"-\"}";
    assertThat(expense("Own money and company card", 0, card))
        .isEqualTo("false Acme Bank 5555XXXXXXXX4444");
    assertThat(expense("Own money and company card", 1, card)).isEqualTo("true - -");
  }

  @Test
  void dates_have_a_time_or_not_in_a_zone_that_is_not_stated__doc() {
    String approved = "${reports[0].approved}";
    assertThat(read("Auckland trip", approved))
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    String utc = read("Auckland trip", approved);
    expensify.behave("zone", "Asia/Tokyo");
    assertThat(read("Auckland trip", approved)).isNotEqualTo(utc);
    expensify.behave("datesWithTime", false);
    assertThat(read("Auckland trip", approved)).matches("\\d{4}-\\d\\d-\\d\\d");
    assertThat(read("Waits for approval", "${reports[0].approved!\"none\"}")).isEqualTo("none");
  }

  @Test
  void report_fields_have_an_underscore_for_what_is_no_letter_or_digit__doc() {
    String id = id("Auckland trip");
    expensify.control(
        "PATCH", "/reports/" + id, Map.of("customFields", Map.of("Cost centre (old)", "C7")));
    assertThat(read("Auckland trip", "${reports[0].customField.Cost_centre__old_}"))
        .isEqualTo("C7");
  }

  @Test
  void people_and_history_can_be_read__doc() {
    assertThat(
            read(
                "Auckland trip",
                "<#assign r=reports[0]>${r.accountEmail} ${r.submitter.fullName} ${r.managerEmail}"
                    + " ${r.approvers[0].email} ${r.status} <#list r.actionList as a>${a.action}"
                    + " </#list>"))
        .isEqualTo(
            "ada.kerr@acme.example Ada Kerr fd@acme.example fd@acme.example Approved"
                + " SUBMITTED APPROVED ");
  }

  @Test
  void a_total_may_not_fit_its_expenses__design() {
    String total = "${reports[0].total?c}";
    assertThat(read("Total off by a cent", total)).isEqualTo("7778");
    assertThat(read("Nets to zero", total)).isEqualTo("0");
    assertThat(read("Nothing but zeros", total)).isEqualTo("0");
    assertThat(read("Empty", total + " ${reports[0].transactionList?size}")).isEqualTo("0 0");
  }

  @Test
  void an_address_of_a_receipt_can_be_read_or_needs_a_session__client() {
    String url = expense("Auckland trip", 0, "${e.receiptObject.url}");
    assertThat(get(url)).isEqualTo(200);
    expensify.behave("receiptsNeedSession", true);
    assertThat(get(url)).isEqualTo(403);
  }

  private static int get(String url) {
    return ExpensifyCalls.send(java.net.http.HttpRequest.newBuilder(java.net.URI.create(url)))
        .status();
  }

  private String id(String report) {
    return expensify.report(report).get("reportID").asText();
  }

  private Reply order(String report, String template) {
    return expensify.job(ExpensifyCalls.export(null, Map.of("reportIDList", id(report))), template);
  }

  private String read(String report, String template) {
    return expensify.read(null, Map.of("reportIDList", id(report)), template);
  }

  private String expense(String report, int index, String template) {
    return read(report, "<#assign e=reports[0].transactionList[" + index + "]>" + template);
  }
}
