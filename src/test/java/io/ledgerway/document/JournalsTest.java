package io.ledgerway.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Account;
import io.ledgerway.reference.Books;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular of manual journals (xero-api.md 4.8). */
class JournalsTest {

  private static final String ID = "7311b70a-e270-46e9-a182-84031e99b222";

  @Test
  void a_balanced_journal_is_sound_without_contact_and_type() {
    assertThat(problems(journal("70.00", "-20.00", "-50.00"), "NZD", "50.00")).isEmpty();
  }

  @Test
  void one_that_does_not_come_to_zero_is_the_mappings_mistake() {
    assertThat(problems(journal("70.00", "-69.99"), "NZD", "70.00"))
        .containsExactly("NOT_AS_IT_CAME");
  }

  @Test
  void one_that_debits_less_than_came_in_is_the_mappings_mistake() {
    assertThat(problems(journal("69.99", "-69.99"), "NZD", "70.00"))
        .containsExactly("NOT_AS_IT_CAME");
  }

  @Test
  void tax_exclusive_lines_balance_with_their_tax() {
    Map<String, Object> document = journal("100.00", "-115.00");
    document.put("LineAmountTypes", "Exclusive");
    line(document, 0).put("TaxType", "INPUT2");

    assertThat(problems(document, "NZD", "100.00")).isEmpty();
  }

  @Test
  void a_single_line_is_no_journal() {
    assertThat(problems(journal("0.00"), "NZD", "0")).contains("DOCUMENT_MALFORMED");
  }

  @Test
  void a_draft_is_refused_for_xero_would_drop_lines_of_it() {
    Map<String, Object> document = journal("70.00", "-70.00");
    document.put("Status", "DRAFT");

    assertThat(problems(document, "NZD", "70.00")).containsExactly("DOCUMENT_MALFORMED");
  }

  @Test
  void it_is_in_the_organisations_own_currency() {
    List<Problem> found = found(journal("70.00", "-70.00"), "USD", "70.00");

    assertThat(found).extracting(Problem::code).containsExactly("NOT_BASE_CURRENCY");
    assertThat(found.get(0).message()).contains("USD").contains("NZD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bank", "debtors", "creditors", "earnings", "stock", "old"})
  void accounts_that_xero_would_take_out_are_refused_before_it_is_sent(String account) {
    Map<String, Object> document = journal("70.00", "-70.00");
    line(document, 0).put("AccountID", account);

    assertThat(problems(document, "NZD", "70.00"))
        .hasSize(1)
        .isSubsetOf("CATEGORY_NOT_USABLE", "ACCOUNT_NOT_IN_JOURNALS", "ACCOUNT_ARCHIVED");
  }

  @Test
  void read_back_as_it_was_meant_nothing_differs() {
    Map<String, Object> meant = journal("70.00", "-70.00");

    assertThat(differences(meant, held(meant))).isEmpty();
  }

  @Test
  void a_line_that_xero_dropped_with_a_warning_is_told() {
    Map<String, Object> meant = journal("70.00", "-20.00", "-50.00");
    Map<String, Object> held = held(meant);
    ((List<?>) held.get("JournalLines")).remove(2);
    held.put(
        "Warnings",
        List.of(
            Map.of(
                "Message",
                "Account code '421' has been removed as it does not match a recognised account.")));

    assertThat(differences(meant, held)).contains("DIFFERENT_LINES", "XERO_WARNING");
  }

  @Test
  void xeros_words_mean_that_an_account_cannot_be_used() {
    List<Problem> told =
        XeroRefusals.problems(
            List.of("The total debits (100.00) must equal total credits (-10.00)"),
            DocumentResource.ManualJournals,
            journal("70.00", "-70.00"),
            "report",
            books());

    assertThat(told)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("ACCOUNT_NOT_IN_JOURNALS");
              assertThat(problem.waitsFor()).contains("account:meals", "account:clearing");
            });
  }

  private static List<String> problems(
      Map<String, Object> document, String currency, String total) {
    return found(document, currency, total).stream().map(Problem::code).toList();
  }

  private static List<Problem> found(Map<String, Object> document, String currency, String total) {
    SourceDocument came =
        new SourceDocument(
            DocumentResource.ManualJournals,
            "toy/report",
            "report",
            currency,
            new BigDecimal(total));
    return new DocumentChecks(came, document, Samples.MARKER, books()).problems();
  }

  private static List<String> differences(Map<String, Object> meant, Map<String, Object> held) {
    return new DocumentComparison(DocumentResource.ManualJournals, meant, held, books())
        .differences().stream().map(Problem::code).toList();
  }

  private static Map<String, Object> held(Map<String, Object> meant) {
    Map<String, Object> held = DocumentJson.read(DocumentJson.write(meant));
    held.put("ManualJournalID", ID);
    held.put("Date", "/Date(1772323200000+0000)/");
    for (int i = 0; i < ((List<?>) held.get("JournalLines")).size(); i++) {
      line(held, i).put("TaxType", "NONE");
      line(held, i).put("TaxAmount", BigDecimal.ZERO);
    }
    return held;
  }

  private static Map<String, Object> journal(String... amounts) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("Narration", "Report 1 · " + Samples.MARKER);
    document.put("Date", "2026-03-01");
    document.put("Status", "POSTED");
    document.put("LineAmountTypes", "NoTax");
    List<Object> lines = new ArrayList<>();
    for (int i = 0; i < amounts.length; i++) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("LineAmount", new BigDecimal(amounts[i]));
      line.put("AccountID", i < amounts.length - 1 ? "meals" : "clearing");
      lines.add(line);
    }
    document.put("JournalLines", lines);
    return document;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> line(Map<String, Object> document, int index) {
    return (Map<String, Object>) ((List<?>) document.get("JournalLines")).get(index);
  }

  private static Books books() {
    return Samples.books()
        .currency("USD")
        .account(account("clearing", "850", "CURRLIAB", null))
        .account(account("debtors", "610", "CURRENT", "DEBTORS"))
        .account(account("creditors", "800", "CURRLIAB", "CREDITORS"))
        .account(account("earnings", "960", "EQUITY", "RETAINEDEARNINGS"))
        .account(account("stock", "630", "INVENTORY", null))
        .build();
  }

  private static Account account(String id, String code, String type, String system) {
    return new Account(id, code, id, type, "LIABILITY", "NONE", null, system, true, false);
  }
}
