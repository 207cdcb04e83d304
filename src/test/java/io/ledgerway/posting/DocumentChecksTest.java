package io.ledgerway.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Settings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentChecksTest {

  @Test
  void nothing_stands_in_the_way_of_a_good_document() {
    assertThat(problems(Samples.spend("10.00", "20.00"), "NZD")).isEmpty();
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
              assertThat(problem.subject()).isEqualTo(key);
              assertThat(problem.message()).isNotBlank();
              assertThat(problem.action()).isNotBlank();
            });
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong("PERIOD_LOCKED", "organisation:lock-date", d -> d.put("Date", "2025-12-31")),
        wrong("MARKER_MISSING", "mapping:perk/card-expense", d -> d.put("Reference", "Café")),
        wrong("URL_UNUSABLE", null, d -> d.put("Url", "localhost/postings/1")),
        wrong("URL_UNUSABLE", null, d -> d.put("Url", "https://xero.example/1")),
        wrong("CONTACT_MISSING", "mapping:perk/card-expense", d -> d.remove("Contact")),
        wrong(
            "BANK_ACCOUNT_UNUSABLE",
            "account:meals",
            d -> d.put("BankAccount", Map.of("AccountID", "meals"))),
        wrong("BANK_ACCOUNT_UNUSABLE", null, d -> d.remove("BankAccount")),
        wrong(
            "CURRENCY_OF_BANK_ACCOUNT",
            "account:usd",
            d -> d.put("BankAccount", Map.of("AccountID", "usd"))),
        wrong("ACCOUNT_UNUSABLE", "account:old", d -> Samples.line(d, 0).put("AccountID", "old")),
        wrong("ACCOUNT_UNUSABLE", "account:bank", d -> Samples.line(d, 0).put("AccountID", "bank")),
        wrong(
            "TAX_RATE_NOT_FOR_PURCHASES",
            "tax-rate:OUTPUT2",
            d -> Samples.line(d, 0).put("TaxType", "OUTPUT2")),
        wrong(
            "ACCOUNT_UNUSABLE",
            "account:left-out",
            d -> Samples.line(d, 0).put("AccountID", "left-out")),
        wrong("TRACKING_OPTION_UNUSABLE", "tracking-option:gone", d -> track(d, "gone")),
        wrong("TRACKING_OPTION_UNUSABLE", "tracking-option:left-out", d -> track(d, "left-out")),
        wrong("AMOUNT_ZERO", null, d -> amount(d, "0.00")),
        wrong("AMOUNT_NOT_EXACT", null, d -> amount(d, "10.001")),
        wrong("AMOUNT_NOT_EXACT", null, d -> amount(d, "10000000000.00")),
        wrong("MIXED_SIGNS", "setting:mixed-signs", d -> amount(d, "-5.00")),
        wrong("TOTAL_NOT_POSITIVE", null, d -> amount(d, "-50.00")));
  }

  @Test
  void lines_of_both_signs_pass_where_the_company_nets_them() {
    Map<String, Object> document = Samples.spend("10.00", "20.00");
    amount(document, "-5.00");
    Settings netting =
        new Settings(Settings.ExportMode.REAL_TIME, Settings.MixedSigns.NET, null, true);
    assertThat(
            new DocumentChecks(
                    Samples.row("NZD"),
                    document,
                    Samples.MARKER,
                    Samples.books().settings(netting).build())
                .problems())
        .isEmpty();
  }

  @Test
  void a_currency_that_the_organisation_does_not_have_is_found() {
    assertThat(problems(Samples.spend("10.00"), "CHF"))
        .extracting(Problem::code, Problem::subject)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("CURRENCY_NOT_SUBSCRIBED", "currency:CHF"));
  }

  @Test
  void all_problems_are_told_together() {
    Map<String, Object> document = Samples.spend("10.00", "0.00");
    document.put("Date", "2025-01-01");
    Samples.line(document, 0).put("TaxType", "OUTPUT2");
    assertThat(problems(document, "CHF")).hasSize(4);
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

  private static Arguments wrong(String code, String key, Consumer<Map<String, Object>> change) {
    return Arguments.of(code, key, change);
  }

  private static List<Problem> problems(Map<String, Object> document, String currency) {
    return new DocumentChecks(
            Samples.row(currency), document, Samples.MARKER, Samples.books().build())
        .problems();
  }
}
