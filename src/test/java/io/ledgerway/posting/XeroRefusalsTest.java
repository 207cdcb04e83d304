package io.ledgerway.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Books;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Xero is recorded to say, and what it means for whom. */
class XeroRefusalsTest {

  private static final Books BOOKS = Samples.books().build();
  private static final Map<String, Object> DOCUMENT =
      Map.of(
          "BankAccount", Map.of("AccountID", "usd"),
          "Contact", Map.of("ContactID", "ada"));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The currency of the bank transaction must be the base currency of the organisation or the currency of the bank account. | XERO_REFUSED_CURRENCY | account:usd
          The specified bank account details does not match a known bank account. | XERO_REFUSED_BANK_ACCOUNT | account:usd
          Organisation is not subscribed to currency CHF | XERO_REFUSED_CURRENCY | currency:CHF
          The specified contact details matched an archived contact. Archived contacts cannot currently be edited via the API. | XERO_REFUSED_CONTACT | contact-id:ada
          Account code '420' is not a valid code for this document. | XERO_REFUSED_ACCOUNT | account:meals
          """)
  void a_refusal_in_xeros_words_has_a_code_and_what_would_release_it(
      String words, String code, String subject) {
    Problem problem = XeroRefusals.problems(List.of(words), DOCUMENT, BOOKS).get(0);
    assertThat(problem.message()).isEqualTo(words);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.subject()).isEqualTo(subject);
  }
}
