package io.ledgerway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemasTest {

  private static final String EXPENSE =
      """
      {"id": "exp-1", "version": 1, "company": "acme", "paidBy": "card", "card": "card-1",
       "employee": {"email": "Ana@acme.example", "team": "kept"},
       "date": "2026-11-20", "currency": "NZD", "merchant": "Caf\u00e9",
       "lines": [{"id": "l1", "amount": 12.50, "category": "c1", "taxRate": "INPUT2",
                  "costObjects": ["o1"], "customFields": {"project": "o2", "km": 12}}],
       "documents": [{"id": "d1", "kind": "receipt", "url": "https://perk.example/d1"}],
       "unknown": {"is": "kept"}}
      """;

  @Test
  void an_expense_with_unknown_fields_is_good() {
    assertThat(violations(EXPENSE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "version", "company", "paidBy", "employee", "date", "currency"})
  void a_required_field_cannot_be_missing(String field) {
    assertThat(violations(EXPENSE.replace("\"" + field + "\":", "\"x\":")))
        .isNotEmpty()
        .anyMatch(violation -> violation.contains("'" + field + "'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          "amount": 12.50      | "amount": "12.50"
          "amount": 12.50      | "amount": 1e13
          "amount": 12.50      | "amount": -1e999999999
          "amount": 12.50      | "amount": 1e-999999999
          "amount": 12.50      | "amount": null
          "amount": 12.50,     |
          "category": "c1",    |
          "version": 1         | "version": 0
          "version": 1         | "version": 1.5
          "version": 1         | "version": "1"
          "version": 1         | "version": 99999999999
          "paidBy": "card"     | "paidBy": "cash"
          "2026-11-20"         | "20.11.2026"
          "2026-11-20"         | "2026-02-30"
          "2026-11-20"         | "2026-11-31"
          "2026-11-20"         | "2026-13-01"
          "2025-11-20"         | "2025-02-29"
          "NZD"                | "nzd"
          Ana@acme.example     | Ana
          "id": "exp-1"        | "id": ""
          "id": "exp-1"        | "id": 1
          "kind": "receipt"    | "kind": "selfie"
          """)
  void a_wrong_value_is_refused(String good, String bad) {
    String expense =
        EXPENSE.replace("2026-11-20", good.contains("2025") ? "2025-11-20" : "2026-11-20");
    String broken = expense.replace(good, bad == null ? "" : bad);

    assertThat(broken).isNotEqualTo(expense);
    assertThat(violations(broken)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.00", "-0.0", "12.505", "0.001", "1E+2", "-1000000000000"})
  void an_amount_is_any_number_of_a_sensible_size(String amount) {
    // Whether Xero takes it is looked at later, where it can be told in plain words.
    assertThat(violations(EXPENSE.replace("12.50", amount))).isEmpty();
  }

  @Test
  void lines_are_one_to_a_thousand() {
    String line = "{\"id\": \"l\", \"amount\": 1, \"category\": \"c\"}";
    String head = EXPENSE.substring(0, EXPENSE.indexOf("\"lines\""));

    assertThat(violations(head + "\"lines\": []}")).isNotEmpty();
    assertThat(violations(head + "\"lines\": [" + (line + ",").repeat(999) + line + "]}"))
        .isEmpty();
    assertThat(violations(head + "\"lines\": [" + (line + ",").repeat(1000) + line + "]}"))
        .isNotEmpty();
  }

  @Test
  void lengths_are_bounded() {
    assertThat(violations(EXPENSE.replace("exp-1", "x".repeat(100)))).isEmpty();
    assertThat(violations(EXPENSE.replace("exp-1", "x".repeat(101)))).isNotEmpty();
    assertThat(violations(EXPENSE.replace("Caf\u00e9", "x".repeat(32_768)))).isEmpty();
    assertThat(violations(EXPENSE.replace("Caf\u00e9", "x".repeat(32_769)))).isNotEmpty();
  }

  @Test
  void an_outcome_says_what_is_wrong_and_who_must_act() {
    String held =
        """
        {"id": "exp-1", "version": 1, "company": "acme", "outcome": "HELD", "at": "2026-11-20T10:00:00Z",
         "problems": [{"code": "CONTACT_NOT_FOUND", "message": "No contact", "actor": "ADMIN",
                       "action": "Add it", "field": null}]}
        """;
    assertThat(Schemas.violations("perk/expense-export.v1", held)).isEmpty();
    assertThat(Schemas.violations("perk/expense-export.v1", held.replace("ADMIN", "SOMEBODY")))
        .isNotEmpty();
    assertThat(Schemas.violations("perk/expense-export.v1", held.replace("HELD", "READY")))
        .isNotEmpty();
  }

  @Test
  void an_outcome_names_the_document_in_xero() {
    String posted =
        """
        {"id": "exp-1", "version": 1, "company": "acme", "outcome": "POSTED", "at": "2026-11-20T10:00:00Z",
         "xeroDocument": {"type": "BankTransactions", "id": "7f1a2a2e-2f1c-4a3b-9d1e-0f2b6c1d2e3f",
                          "url": "https://go.xero.com"}, "problems": []}
        """;
    assertThat(Schemas.violations("perk/expense-export.v1", posted)).isEmpty();
    assertThat(Schemas.violations("perk/expense-export.v1", posted.replace("7f1a", "x")))
        .isNotEmpty();
  }

  @Test
  void a_dead_letter_says_where_it_came_from_and_why() {
    String letter =
        """
        {"id": "019ab000-0000-7000-8000-000000000001", "topic": "perk.expenses", "partition": 2,
         "offset": 17, "key": null, "company": null, "sourceId": null, "code": "NOT_JSON",
         "message": "The record is not JSON.", "action": "Send JSON.", "payload": "{",
         "receivedAt": "2026-11-20T10:00:00.123Z"}
        """;
    assertThat(Schemas.violations("shared/dead-letter.v1", letter)).isEmpty();
    assertThat(Schemas.violations("shared/dead-letter.v1", letter.replace("\"code\"", "\"kode\"")))
        .isNotEmpty();
  }

  private static java.util.List<String> violations(String expense) {
    return Schemas.violations("perk/expense.v1", expense);
  }
}
