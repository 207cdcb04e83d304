package io.ledgerway.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentChecksTest {

  @Test
  void nothing_stands_in_the_way_of_a_good_document() {
    assertThat(problems(Samples.spend("10.00", "20.00"), "NZD")).isEmpty();
  }

  @Test
  void whether_sources_may_use_a_record_is_no_question_of_xeros() {
    Map<String, Object> document = Samples.spend("10.00");
    Samples.line(document, 0).put("AccountID", "left-out");
    track(document, "left-out");

    assertThat(problems(document, "NZD")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void every_known_cause_of_refusal_is_found_before_sending(
      String code, String key, Consumer<Map<String, Object>> change) {
    Map<String, Object> document = Samples.spend("10.00", "20.00");
    change.accept(document);
    List<Problem> found = problems(document, "NZD");
    assertThat(found).extracting(Problem::code).contains(code);
    assertThat(found)
        .filteredOn(problem -> problem.code().equals(code))
        .allSatisfy(
            problem -> {
              assertThat(String.join(" ", problem.waitsFor())).isEqualTo(key == null ? "" : key);
              assertThat(problem.message()).isNotBlank();
              assertThat(problem.action()).isNotBlank();
            });
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong("PERIOD_LOCKED", "organisation:lock-date", d -> d.put("Date", "2025-12-31")),
        wrong("MARKER_MISSING", "mapping:perk/card-expense", d -> d.put("Reference", "Café")),
        malformed(d -> d.put("Status", "AUTHORIZED")),
        malformed(d -> d.remove("Status")),
        malformed(d -> d.put("Type", "SPENT")),
        malformed(d -> d.put("LineAmountTypes", "Net")),
        malformed(d -> d.remove("Date")),
        malformed(d -> d.put("Date", "1 March 2026")),
        malformed(d -> d.put("LineItems", List.of())),
        malformed(d -> d.remove("LineItems")),
        malformed(d -> Samples.line(d, 1).remove("AccountID")),
        malformed(
            d -> {
              Samples.line(d, 1).remove("UnitAmount");
              Samples.line(d, 1).remove("LineAmount");
            }),
        wrong(
            "URL_UNUSABLE", "mapping:perk/card-expense", d -> d.put("Url", "localhost/postings/1")),
        wrong(
            "URL_UNUSABLE",
            "mapping:perk/card-expense",
            d -> d.put("Url", "https://xero.example/1")),
        wrong("CONTACT_MISSING", "mapping:perk/card-expense", d -> d.remove("Contact")),
        wrong(
            "BANK_ACCOUNT_UNKNOWN",
            "account:meals",
            d -> d.put("BankAccount", Map.of("AccountID", "meals"))),
        malformed(d -> d.remove("BankAccount")),
        wrong(
            "CONTACT_ARCHIVED",
            "contact:eve@acme.example contact-id:eve",
            d -> d.put("Contact", Map.of("ContactID", "eve"))),
        wrong(
            "CURRENCY_OF_BANK_ACCOUNT",
            "account:usd",
            d -> d.put("BankAccount", Map.of("AccountID", "usd"))),
        wrong(
            "ACCOUNT_ARCHIVED",
            "account:old account-code:421",
            d -> Samples.line(d, 0).put("AccountID", "old")),
        wrong(
            "CATEGORY_UNKNOWN",
            "account:nowhere",
            d -> Samples.line(d, 0).put("AccountID", "nowhere")),
        wrong("CATEGORY_UNKNOWN", "account-code:999", d -> byCode(d, "999")),
        wrong(
            "CATEGORY_NOT_USABLE",
            "account:bank account-code:090",
            d -> Samples.line(d, 0).put("AccountID", "bank")),
        wrong(
            "TAX_RATE_NOT_FOR_PURCHASES",
            "tax-rate:OUTPUT2 account:meals",
            d -> Samples.line(d, 0).put("TaxType", "OUTPUT2")),
        wrong(
            "TAX_RATE_INACTIVE",
            "tax-rate:TAX001",
            d -> Samples.line(d, 0).put("TaxType", "TAX001")),
        wrong(
            "TAX_RATE_UNKNOWN",
            "tax-rate:TAX999",
            d -> Samples.line(d, 0).put("TaxType", "TAX999")),
        wrong(
            "COST_OBJECT_ARCHIVED",
            "tracking-option:gone tracking-category:region",
            d -> track(d, "gone")),
        wrong("COST_OBJECT_UNKNOWN", "tracking-option:nowhere", d -> track(d, "nowhere")),
        wrong("AMOUNT_ZERO", null, d -> amount(d, "0.00")),
        wrong("AMOUNT_NOT_EXACT", null, d -> amount(d, "10.001")),
        wrong("AMOUNT_NOT_EXACT", null, d -> amount(d, "10000000000.00")),
        wrong("TOTAL_NOT_POSITIVE", null, d -> amount(d, "-50.00")));
  }

  @Test
  void lines_that_do_not_come_to_the_total_that_the_document_states_are_the_mappings_mistake() {
    Map<String, Object> document = Samples.spend("10.00", "20.00");
    document.put("Total", new BigDecimal("31.00"));
    assertThat(problems(document, Samples.came("NZD", "30.00")))
        .extracting(Problem::code)
        .containsExactly("NOT_AS_IT_CAME");
  }

  @ParameterizedTest
  @CsvSource({"30.00, SPEND, Inclusive", "-30, RECEIVE, Inclusive", "34.50, SPEND, Exclusive"})
  void a_document_that_comes_to_what_came_in_passes(
      String total, String type, String lineAmountTypes) {
    Map<String, Object> document = Samples.spend("10.00", "20.00");
    document.put("Type", type);
    document.put("LineAmountTypes", lineAmountTypes);
    assertThat(problems(document, Samples.came("NZD", total))).isEmpty();
  }

  @Test
  void a_currency_that_the_organisation_does_not_have_is_found() {
    assertThat(problems(Samples.spend("10.00"), "CHF"))
        .extracting(Problem::code, Problem::waitsFor)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "CURRENCY_NOT_SUBSCRIBED", List.of("currency:CHF")));
  }

  @Test
  void all_problems_are_told_together() {
    Map<String, Object> document = Samples.spend("10.00", "0.00");
    document.put("Date", "2025-01-01");
    Samples.line(document, 0).put("TaxType", "OUTPUT2");
    assertThat(problems(document, "CHF")).hasSize(4);
  }

  private static void byCode(Map<String, Object> document, String code) {
    Samples.line(document, 0).remove("AccountID");
    Samples.line(document, 0).put("AccountCode", code);
  }

  private static void track(Map<String, Object> document, String option) {
    Samples.line(document, 0)
        .put(
            "Tracking",
            List.of(Map.of("TrackingCategoryID", "region", "TrackingOptionID", option)));
  }

  private static void amount(Map<String, Object> document, String amount) {
    Samples.line(document, 0).put("UnitAmount", new BigDecimal(amount));
    Samples.line(document, 0).put("LineAmount", new BigDecimal(amount));
  }

  private static Arguments malformed(Consumer<Map<String, Object>> change) {
    return wrong("DOCUMENT_MALFORMED", "mapping:perk/card-expense", change);
  }

  private static List<Problem> problems(Map<String, Object> document, SourceDocument came) {
    return new DocumentChecks(came, document, Samples.MARKER, Samples.books().build()).problems();
  }

  private static Arguments wrong(String code, String key, Consumer<Map<String, Object>> change) {
    return Arguments.of(code, key, change);
  }

  private static List<Problem> problems(Map<String, Object> document, String currency) {
    return new DocumentChecks(
            Samples.came(currency, null), document, Samples.MARKER, Samples.books().build())
        .problems();
  }
}
