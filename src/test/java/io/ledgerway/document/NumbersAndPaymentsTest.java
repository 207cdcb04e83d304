package io.ledgerway.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.problem.Problem;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Purchase orders, payments, contacts and invoices that are sold by: what only they have. */
class NumbersAndPaymentsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          PO-1                       |
          PO 1 (north)               |
          LW-0123456789ABCDEF-07     |
          LW-00000000000000FF-00     | MARKER_MISSING
          ~~                         | MARKER_MISSING
          PO "1"                     | DOCUMENT_MALFORMED
          PO/1                       | DOCUMENT_MALFORMED
          PO%2F1                     | DOCUMENT_MALFORMED
          Größe 1                    | DOCUMENT_MALFORMED
          """)
  void an_order_is_found_by_its_own_number_or_by_our_marker(String number, String code) {
    Map<String, Object> order = Samples.spend("10.00");
    order.remove("Type");
    order.remove("BankAccount");
    order.remove("Reference");
    order.put("PurchaseOrderNumber", number);
    assertThat(codes(DocumentResource.PurchaseOrders, order, "10.00"))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @CsvSource({"ACCREC, INV-1,", "ACCPAY, INV-1, MARKER_MISSING"})
  void only_an_invoice_that_is_sold_by_has_a_number_that_is_unique(
      String type, String number, String code) {
    Map<String, Object> invoice = Samples.spend("10.00");
    invoice.put("Type", type);
    invoice.remove("BankAccount");
    invoice.put("InvoiceNumber", number);
    assertThat(codes(DocumentResource.Invoices, invoice, null))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void a_payment_names_what_it_pays_from_which_account_and_comes_to_what_came_in() {
    Map<String, Object> payment = new LinkedHashMap<>();
    payment.put("Invoice", Map.of("InvoiceID", "7311b70a-e270-46e9-a182-84031e99b222"));
    payment.put("Account", Map.of("AccountID", "bank"));
    payment.put("Date", "2026-03-01");
    payment.put("Amount", new BigDecimal("10.00"));
    payment.put("Reference", Samples.MARKER);
    assertThat(codes(DocumentResource.Payments, payment, "10.00")).isEmpty();
    assertThat(codes(DocumentResource.Payments, payment, "10.01"))
        .containsExactly("NOT_AS_IT_CAME");

    payment.put("Account", Map.of("AccountID", "old"));
    assertThat(codes(DocumentResource.Payments, payment, "10.00"))
        .containsExactly("ACCOUNT_ARCHIVED");
    payment.put("Date", "2025-06-01");
    payment.put("Account", Map.of("Code", "090"));
    assertThat(codes(DocumentResource.Payments, payment, "10.00")).containsExactly("PERIOD_LOCKED");
    payment.remove("Invoice");
    assertThat(codes(DocumentResource.Payments, payment, "10.00"))
        .containsExactly("DOCUMENT_MALFORMED");
  }

  @Test
  void a_contact_has_a_name_and_a_number_of_fifty_characters_at_most_and_comes_to_nothing() {
    Map<String, Object> contact = new LinkedHashMap<>(Map.of("Name", "Ada", "ContactNumber", "c1"));
    assertThat(codes(DocumentResource.Contacts, contact, null)).isEmpty();
    contact.put("ContactNumber", "c".repeat(51));
    assertThat(codes(DocumentResource.Contacts, contact, null)).containsExactly("MARKER_MISSING");
    contact.put("ContactNumber", "c1");
    contact.remove("Name");
    assertThat(codes(DocumentResource.Contacts, contact, null))
        .containsExactly("DOCUMENT_MALFORMED");
  }

  @Test
  void what_is_read_back_otherwise_of_a_payment_or_a_contact_is_different() {
    Map<String, Object> payment =
        Map.of("Amount", new BigDecimal("10.00"), "Date", "2026-03-01", "Reference", "x");
    assertThat(
            differences(
                DocumentResource.Payments,
                payment,
                Map.of("Amount", new BigDecimal("9.00"), "Date", "/Date(1772323200000+0000)/")))
        .containsExactly("DIFFERENT_AMOUNT");
    assertThat(
            differences(
                DocumentResource.Contacts,
                Map.of("Name", "Ada", "EmailAddress", "ada@acme.example"),
                Map.of("Name", "Ada", "EmailAddress", "")))
        .containsExactly("DIFFERENT_EMAILADDRESS");
  }

  private static List<String> codes(
      DocumentResource resource, Map<String, Object> document, String total) {
    SourceDocument came =
        new SourceDocument(
            resource, "trade/kind", "thing", "NZD", total == null ? null : new BigDecimal(total));
    return new DocumentChecks(came, document, Samples.MARKER, Samples.books().build())
        .problems().stream().map(Problem::code).toList();
  }

  private static List<String> differences(
      DocumentResource resource, Map<String, Object> meant, Map<String, Object> held) {
    return new DocumentComparison(resource, meant, held, Samples.books().build())
        .differences().stream().map(Problem::code).toList();
  }
}
