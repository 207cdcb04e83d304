package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.bill;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Invoices and credit notes: xero-api.md 4.6, 4.9, 4.10 and 6.3. Each name ends in its tag. */
@ExtendWith(SandboxExtension.class)
class InvoiceRulesTest {

  private XeroCalls xero;
  private String ada;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    xero.limitsOff();
    ada = xero.get("Contacts").at("/Contacts/0/ContactID").asText();
  }

  @Test
  void amounts_are_exclusive_when_nothing_is_said__doc() {
    Map<String, Object> bill = bill(ada, "B", "100.00");
    bill.remove("LineAmountTypes");
    assertThat(save(bill).get("Total").decimalValue()).isEqualByComparingTo("115.00");
  }

  @Test
  void a_bill_is_a_draft_when_nothing_is_said__doc() {
    Map<String, Object> bill = bill(ada, "B", "1.00");
    bill.remove("Status");
    assertThat(save(bill).get("Status").asText()).isEqualTo("DRAFT");
  }

  @Test
  void a_draft_may_lack_accounts_and_an_approved_bill_may_not__doc() {
    Map<String, Object> bill = bill(ada, "B", "1.00");
    Bodies.line(bill, 0).remove("AccountCode");
    assertThat(errorOf(bill)).isEqualTo("Account code or ID must be specified.");
    bill.put("Status", "DRAFT");
    assertThat(save(bill).get("StatusAttributeString").asText()).isEqualTo("OK");
  }

  @Test
  void numbers_of_bills_may_repeat_and_numbers_of_sales_may_not__spec() {
    assertThat(save(bill(ada, "N1", "1.00")).get("StatusAttributeString").asText()).isEqualTo("OK");
    assertThat(save(bill(ada, "N1", "1.00")).get("StatusAttributeString").asText()).isEqualTo("OK");
    save(sale("S1"));
    assertThat(errorOf(sale("S1"))).isEqualTo("Invoice # must be unique.");
  }

  @Test
  void a_post_with_a_known_sales_number_edits_it__3p() {
    save(sale("S1"));
    Map<String, Object> again = sale("S1");
    again.put("Reference", "changed");
    xero.post("Invoices", all("Invoices", again));
    JsonNode found = xero.get("Invoices?page=1&InvoiceNumbers=S1").at("/Invoices");
    assertThat(found).hasSize(1);
    assertThat(found.at("/0/Reference").asText()).isEqualTo("changed");
  }

  @Test
  void a_sale_without_a_number_gets_one__doc() {
    Map<String, Object> sale = sale(null);
    sale.remove("InvoiceNumber");
    assertThat(save(sale).get("InvoiceNumber").asText()).isEqualTo("INV-0001");
  }

  @Test
  void a_draft_may_be_dated_in_a_locked_period_and_not_be_approved_there__3p() {
    lock("endOfYearLockDate", "2026-03-31");
    Map<String, Object> bill = bill(ada, "B", "1.00");
    assertThat(errorOf(bill))
        .isEqualTo(
            "The document date cannot be before the end of year lock date, currently set at 31-Mar-2026");
    bill.put("Status", "DRAFT");
    JsonNode draft = save(bill);
    assertThat(draft.get("StatusAttributeString").asText()).isEqualTo("OK");
    JsonNode approved =
        xero.post(
                "Invoices?summarizeErrors=false",
                all(
                    "Invoices",
                    Map.of("InvoiceID", draft.get("InvoiceID").asText(), "Status", "AUTHORISED")))
            .at("/Invoices/0");
    assertThat(approved.get("StatusAttributeString").asText()).isEqualTo("ERROR");
  }

  @Test
  void a_posted_bill_in_a_locked_period_cannot_be_edited__exact() {
    String id = save(bill(ada, "B", "1.00")).get("InvoiceID").asText();
    lock("endOfYearLockDate", "2026-03-31");
    JsonNode edited =
        xero.post(
                "Invoices?summarizeErrors=false",
                all("Invoices", Map.of("InvoiceID", id, "Reference", "changed")))
            .at("/Invoices/0");
    assertThat(edited.at("/ValidationErrors/0/Message").asText())
        .isEqualTo(
            "The document cannot be edited as it is currently dated before the end of year lock date");
  }

  @Test
  void a_first_bill_makes_a_supplier_without_moving_its_change_date__doc() {
    JsonNode before = xero.get("Contacts/" + ada).at("/Contacts/0");
    save(bill(ada, "B", "1.00"));
    JsonNode after = xero.get("Contacts/" + ada).at("/Contacts/0");
    assertThat(before.get("IsSupplier").asBoolean()).isFalse();
    assertThat(after.get("IsSupplier").asBoolean()).isTrue();
    assertThat(after.get("UpdatedDateUTC")).isEqualTo(before.get("UpdatedDateUTC"));
  }

  @Test
  void a_tax_amount_may_be_given_on_a_bill_but_not_above_the_line__doc() {
    Map<String, Object> bill = bill(ada, "B", "100.00");
    Bodies.line(bill, 0).put("TaxAmount", "14.99");
    assertThat(save(bill).get("TotalTax").decimalValue()).isEqualByComparingTo("14.99");
    Bodies.line(bill, 0).put("TaxAmount", "100.01");
    assertThat(errorOf(bill)).isEqualTo("The tax amount cannot be greater than the line amount");
  }

  @Test
  void lines_are_replaced_and_left_out_ones_are_gone__doc() {
    JsonNode made = save(bill(ada, "B", "1.00", "2.00"));
    String kept = made.at("/LineItems/0/LineItemID").asText();
    JsonNode after =
        xero.post(
                "Invoices",
                all(
                    "Invoices",
                    Map.of(
                        "InvoiceID", made.get("InvoiceID").asText(),
                        "LineItems", List.of(Map.of("LineItemID", kept, "Description", "New")))))
            .at("/Invoices/0");
    assertThat(after.get("LineItems")).hasSize(1);
    assertThat(after.at("/LineItems/0/LineItemID").asText()).isEqualTo(kept);
    assertThat(after.at("/LineItems/0/LineAmount").decimalValue()).isEqualByComparingTo("1.00");
  }

  @Test
  void a_payment_lowers_what_is_due_and_pays_the_bill_at_zero__doc() {
    JsonNode bill = save(bill(ada, "B", "100.00"));
    pay(bill, "15.00", "");
    assertThat(read(bill).get("AmountDue").decimalValue()).isEqualByComparingTo("100.00");
    assertThat(pay(bill, "100.01", "ERROR"))
        .isEqualTo("Payment amount exceeds the amount outstanding on this document");
    pay(bill, "100.00", "");
    assertThat(read(bill).get("Status").asText()).isEqualTo("PAID");
    assertThat(pay(bill, "1.00", "ERROR"))
        .isEqualTo("Payments can only be made against Authorised documents");
  }

  @Test
  void a_bill_with_a_payment_is_neither_voided_nor_changed_in_its_amounts__exact() {
    JsonNode bill = save(bill(ada, "B", "100.00"));
    pay(bill, "15.00", "");
    String id = bill.get("InvoiceID").asText();
    assertThat(change(id, Map.of("InvoiceID", id, "Status", "VOIDED")))
        .isEqualTo(
            "The status VOIDED cannot be applied to the invoice because it has payments or credit notes allocated to it.");
    assertThat(change(id, Map.of("InvoiceID", id, "LineItems", Bodies.lines("429", "5.00"))))
        .isEqualTo(
            "This document cannot be edited as it has a payment or credit note allocated to it.");
    assertThat(change(id, Map.of("InvoiceID", id, "Reference", "may change"))).isEmpty();
  }

  @Test
  void a_negative_total_is_refused__observed() {
    assertThat(errorOf(bill(ada, "B", "5.00", "-6.00")))
        .isEqualTo("The Total for this document must be greater than or equal to zero.");
  }

  @Test
  void a_line_total_that_does_not_fit_is_refused__observed() {
    Map<String, Object> bill = bill(ada, "B", "5.00");
    Bodies.line(bill, 0).put("LineAmount", "6.00");
    assertThat(errorOf(bill))
        .isEqualTo("The line total 6.00 does not match the expected line total 5.00");
  }

  @Test
  void an_unknown_item_code_is_refused__exact() {
    Map<String, Object> bill = bill(ada, "B", "5.00");
    Bodies.line(bill, 0).put("ItemCode", "X");
    assertThat(errorOf(bill)).isEqualTo("Item code 'X' is not valid");
  }

  @Test
  void lists_without_a_page_have_no_lines_and_no_pagination__doc() {
    save(bill(ada, "B", "5.00"));
    JsonNode summary = xero.get("Invoices").json();
    assertThat(summary.has("pagination")).isFalse();
    assertThat(summary.at("/Invoices/0/LineItems")).isEmpty();
    JsonNode paged = xero.get("Invoices?page=1&pageSize=5000").json();
    assertThat(paged.at("/pagination/pageSize").asInt()).isEqualTo(1000);
    assertThat(paged.at("/Invoices/0/LineItems")).hasSize(1);
    assertThat(xero.get("Invoices?page=9").at("/Invoices")).isEmpty();
    assertThat(xero.get("Invoices?Statuses=AUTHORISED").json().has("pagination")).isTrue();
  }

  @Test
  void a_starter_plan_approves_five_bills_a_month__exact_start() {
    String tenantId = xero.firstOrganisation().get("tenantId").asText();
    xero.control("PATCH", "organisations/" + tenantId, Map.of("plan", "STARTER"));
    for (int i = 0; i < 5; i++) {
      assertThat(save(bill(ada, "B" + i, "1.00")).get("StatusAttributeString").asText())
          .isEqualTo("OK");
    }
    assertThat(errorOf(bill(ada, "B6", "1.00")))
        .startsWith("You have reached the limit of invoices you can approve");
  }

  private Map<String, Object> sale(String number) {
    Map<String, Object> sale = bill(ada, number, "1.00");
    sale.put("Type", "ACCREC");
    sale.put("LineItems", Bodies.lines("200", "1.00"));
    return sale;
  }

  private JsonNode save(Map<String, Object> invoice) {
    return xero.put("Invoices?summarizeErrors=false", all("Invoices", invoice)).at("/Invoices/0");
  }

  private String errorOf(Map<String, Object> invoice) {
    return save(invoice).at("/ValidationErrors/0/Message").asText();
  }

  private String change(String id, Map<String, Object> change) {
    return xero.post("Invoices/" + id + "?summarizeErrors=false", all("Invoices", change))
        .at("/Invoices/0/ValidationErrors/0/Message")
        .asText();
  }

  private JsonNode read(JsonNode bill) {
    return xero.get("Invoices/" + bill.get("InvoiceID").asText()).at("/Invoices/0");
  }

  private String pay(JsonNode bill, String amount, String outcome) {
    JsonNode payment =
        xero.put(
                "Payments?summarizeErrors=false",
                all(
                    "Payments",
                    Map.of(
                        "Invoice",
                        Map.of("InvoiceID", bill.get("InvoiceID").asText()),
                        "Account",
                        Map.of("Code", "090"),
                        "Amount",
                        amount,
                        "Date",
                        "2026-04-01")))
            .at("/Payments/0");
    assertThat(payment.get("StatusAttributeString").asText())
        .isEqualTo(outcome.isEmpty() ? "OK" : outcome);
    return payment.at("/ValidationErrors/0/Message").asText();
  }

  private void lock(String which, String date) {
    String tenantId = xero.firstOrganisation().get("tenantId").asText();
    xero.control("PATCH", "organisations/" + tenantId, Map.of(which, date));
  }
}
