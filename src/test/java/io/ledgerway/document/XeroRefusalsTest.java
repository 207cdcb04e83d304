package io.ledgerway.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.problem.Problem;
import io.ledgerway.problem.Problem.Actor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XeroRefusalsTest {

  private final Map<String, Object> document = Samples.spend("10.00");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Account code '420' has been archived, or has been deleted. Each line item must reference a valid account. | ACCOUNT_ARCHIVED | account-code:420 account:meals
          Account code '999' is not a valid code for this document. | CATEGORY_NOT_USABLE | account-code:999
          Account must be valid. | CATEGORY_UNKNOWN | account:meals
          Cheque bank account is archived and cannot be used. Please un-archive it first. | BANK_ACCOUNT_ARCHIVED | account:bank
          The specified bank account details does not match a known bank account. | BANK_ACCOUNT_UNKNOWN | account:bank
          The specified bank account details do not match a known bank account | BANK_ACCOUNT_UNKNOWN | account:bank
          The currency of the bank transaction must be the base currency of the organisation or the currency of the bank account. | CURRENCY_OF_BANK_ACCOUNT | account:bank
          The TaxType code TAX001 does not exist or cannot be used for this type of transaction. | TAX_RATE_INACTIVE | tax-rate:TAX001
          The TaxType code 'INPUT2' cannot be used with account code '420'. | TAX_RATE_NOT_FOR_PURCHASES | tax-rate:INPUT2 account-code:420 account:meals
          The contact with the specified contact details has been archived. The contact must be un-archived before creating new invoices or credit notes. | CONTACT_ARCHIVED | contact-id:ana contact:ana@acme.example
          The contact with the specified contact details could not be found. | CONTACT_NOT_FOUND | contact-id:ana contact:ana@acme.example
          Organisation is not subscribed to currency CHF | CURRENCY_NOT_SUBSCRIBED | currency:CHF
          The current organisation is not subscribed to currency 'CHF'. | CURRENCY_NOT_SUBSCRIBED | currency:CHF
          The document date cannot be before the period lock date, currently set at 30-Sep-2026 | PERIOD_LOCKED | organisation:lock-date
          Unknown tracking details. A Tracking Category did not match a known active Tracking Category. | COST_OBJECT_ARCHIVED | tracking-option:north tracking-category:region
          You have reached the limit of invoices you can approve | PLAN_LIMIT | organisation:plan
          """)
  void what_xero_says_is_told_in_its_words_under_the_cause_that_it_is(
      String words, String code, String keys) {
    assertThat(problems(words))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.message()).isEqualTo(words);
              assertThat(String.join(" ", problem.waitsFor())).isEqualTo(keys);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Invoice # must be unique. | XERO_REFUSED_DUPLICATE | EMPLOYEE | This expense may already exist in Xero. Check for duplicates before retrying.
          The contact name Ana is already assigned to another contact. The contact name must be unique across all active contacts. | XERO_REFUSED_DUPLICATE | EMPLOYEE | This expense may already exist in Xero. Check for duplicates before retrying.
          A valid user should be identified using the UserID. | USER_NOT_MATCHED | ADMIN | The employee could not be matched to a valid Xero user. Please verify the user mapping.
          You are not permitted to access this resource without the reporting role or higher privileges | CONSENT_NEEDED | ADMIN | Xero rejected the request due to insufficient permissions. Please check the Xero integration credentials.
          """)
  void what_people_know_a_clearer_sentence_for_is_told_in_it_and_xeros_words_are_kept(
      String words, String code, String actor, String message) {
    assertThat(problems(words))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.actor()).hasToString(actor);
              assertThat(problem.message()).isEqualTo(message);
              assertThat(problem.said()).isEqualTo(words);
            });
  }

  @Test
  void a_refusal_without_a_word_is_for_the_employee() {
    assertThat(problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("XERO_REFUSED_WITHOUT_REASON");
              assertThat(problem.actor()).isEqualTo(Actor.EMPLOYEE);
              assertThat(problem.message())
                  .isEqualTo(
                      "Your expense could not be posted to Xero. Please review the data and"
                          + " retry.");
            });
  }

  @Test
  void what_nobody_knows_is_for_finance_and_waits_for_whatever_the_document_names() {
    assertThat(problems("Something is not to Xero's taste."))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("XERO_REFUSED");
              assertThat(problem.actor()).isEqualTo(Actor.FINANCE);
              assertThat(problem.waitsFor())
                  .containsExactly(
                      "contact-id:ana",
                      "contact:ana@acme.example",
                      "account:bank",
                      "account:meals",
                      "tax-rate:INPUT2",
                      "tracking-option:north",
                      "tracking-category:region");
            });
  }

  private List<Problem> problems(String... words) {
    return XeroRefusals.problems(
        List.of(words),
        DocumentResource.BankTransactions,
        document,
        "expense",
        Samples.books().build());
  }
}
