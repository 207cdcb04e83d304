package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.bill;
import static io.ledgerway.sandbox.Bodies.with;
import static io.ledgerway.sandbox.Bodies.withLine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void a_sale_without_a_number_gets_one__doc() {
    Map<String, Object> sale = sale(null);
    sale.remove("InvoiceNumber");
    assertThat(save(sale).get("InvoiceNumber").asText()).isEqualTo("INV-0001");
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

  @ParameterizedTest(name = "an invoice of type {0} is refused __spec")
  @ValueSource(
      strings = {
        "ACCPAYCREDIT",
        "ACCRECCREDIT",
        "APOVERPAYMENT",
        "APPREPAYMENT",
        "AROVERPAYMENT",
        "ARPREPAYMENT"
      })
  void read_only_types(String type) {
    assertThat(errorOf(with(bill(ada, "B", "1.00"), "Type", type))).isNotEmpty();
  }

  @Test
  void a_contact_given_by_name_alone_is_the_one_of_that_name_or_a_new_one__unverified() {
    JsonNode known = save(with(bill(ada, "B", "1.00"), "Contact", Map.of("Name", "City Taxis")));
    assertThat(known.at("/Contact/EmailAddress").asText()).isEqualTo("office@city-taxis.example");
    JsonNode made = save(with(bill(ada, "B", "1.00"), "Contact", Map.of("Name", "Brand New")));
    String id = made.at("/Contact/ContactID").asText();
    assertThat(xero.get("Contacts/" + id).at("/Contacts/0/Name").asText()).isEqualTo("Brand New");
  }

  @ParameterizedTest(name = "without a due date {0}: {1} __doc")
  @CsvSource({"DRAFT,OK", "SUBMITTED,OK", "AUTHORISED,ERROR"})
  void due_date(String status, String outcome) {
    Map<String, Object> bill = with(bill(ada, "B", "1.00"), "DueDate", null);
    assertThat(outcome(with(bill, "Status", status))).isEqualTo(outcome);
  }

  @ParameterizedTest(name = "without an account {0}: {1} __doc")
  @CsvSource({"DRAFT,OK", "SUBMITTED,ERROR", "AUTHORISED,ERROR"})
  void account(String status, String outcome) {
    Map<String, Object> bill = withLine(bill(ada, "B", "1.00"), "AccountCode", null);
    assertThat(outcome(with(bill, "Status", status))).isEqualTo(outcome);
  }

  @ParameterizedTest(name = "without lines {0}: {1} __doc")
  @CsvSource({"DRAFT,OK", "SUBMITTED,ERROR", "AUTHORISED,ERROR"})
  void without_lines(String status, String outcome) {
    Map<String, Object> bill = with(bill(ada, "B", "1.00"), "LineItems", null);
    assertThat(outcome(with(bill, "Status", status))).isEqualTo(outcome);
  }

  @ParameterizedTest(name = "the number {0} is refused on {1} __doc")
  @CsvSource({"Café 1,ACCPAY", "Café 1,ACCREC", "№ 1,ACCPAY"})
  void numbers(String number, String type) {
    Map<String, Object> invoice = type.equals("ACCPAY") ? bill(ada, number, "1.00") : sale(number);
    assertThat(errorOf(invoice)).contains("ASCII");
  }

  @Test
  void a_bill_keeps_a_reference_too__observed() {
    JsonNode made = save(with(bill(ada, "B", "1.00"), "Reference", "R"));
    assertThat(read(made).get("Reference").asText()).isEqualTo("R");
  }

  @Test
  void a_rate_has_six_decimals_stays_on_updates_and_an_odd_one_is_warned_of__doc() {
    Map<String, Object> bill = with(bill(ada, "B", "1.00"), "CurrencyCode", "USD");
    JsonNode made = save(with(bill, "CurrencyRate", "0.60123456"));
    assertThat(made.get("StatusAttributeString").asText()).isEqualTo("OK");
    String id = made.get("InvoiceID").asText();
    change(id, Map.of("InvoiceID", id, "Reference", "R"));
    assertThat(read(made).get("CurrencyRate").decimalValue()).isEqualByComparingTo("0.601235");
    JsonNode odd = save(with(bill, "CurrencyRate", "61.1"));
    assertThat(odd.get("StatusAttributeString").asText()).isEqualTo("WARNING");
    assertThat(odd.get("CurrencyRate").decimalValue()).isEqualByComparingTo("61.1");
  }

  @ParameterizedTest(name = "{0} is kept on ACCPAY: {1}, on ACCREC: {2} __doc")
  @CsvSource({
    "ExpectedPaymentDate,false,true",
    "PlannedPaymentDate,true,false",
    "BrandingThemeID,true,true",
    "Url,true,true"
  })
  void fields(String property, boolean bill, boolean sale) {
    String value =
        switch (property) {
          case "Url" -> "https://a.example/1";
          case "BrandingThemeID" -> "7311b70a-e270-46e9-a182-84031e99b222";
          default -> "2026-05-01";
        };
    assertThat(save(with(bill(ada, "B", "1.00"), property, value)).has(property)).isEqualTo(bill);
    assertThat(save(with(sale("S"), property, value)).has(property)).isEqualTo(sale);
  }

  @Test
  void totals_that_are_sent_do_not_count__doc() {
    Map<String, Object> bill = with(bill(ada, "B", "100.00"), "Total", "999.00");
    JsonNode made = save(with(with(bill, "SubTotal", "1.00"), "TotalTax", "2.00"));
    assertThat(made.get("Total").decimalValue()).isEqualByComparingTo("115.00");
    assertThat(made.get("TotalTax").decimalValue()).isEqualByComparingTo("15.00");
  }

  @ParameterizedTest(
      name = "{0} with RoundingAmount {1} and totals {2}, {3}, {4} comes to {5} __doc")
  @CsvSource({
    "AUTHORISED,0.03,100.00,15.00,115.03,115.03",
    "SUBMITTED,-0.10,100.00,15.00,114.90,114.90",
    "DRAFT,0.03,100.00,15.00,115.03,115.00",
    "AUTHORISED,0.11,100.00,15.00,115.11,115.00",
    "AUTHORISED,0.03,100.00,15.00,115.00,115.00",
    "AUTHORISED,0.03,100.01,15.00,115.04,115.00",
    "AUTHORISED,0.03,100.00,14.99,115.02,115.00",
    "AUTHORISED,0.03,,15.00,115.03,115.00",
    "AUTHORISED,0.03,100.00,15.00,,115.00"
  })
  void rounding_amount(
      String status, String rounding, String sub, String tax, String total, String comes) {
    Map<String, Object> bill = with(bill(ada, "B", "100.00"), "Status", status);
    with(with(bill, "RoundingAmount", rounding), "SubTotal", sub);
    JsonNode made = save(with(with(bill, "TotalTax", tax), "Total", total));
    assertThat(made.get("Total").decimalValue()).isEqualByComparingTo(comes);
    assertThat(made.get("AmountDue").decimalValue()).isEqualByComparingTo(comes);
    assertThat(made.has("RoundingAmount")).isEqualTo(!comes.equals("115.00"));
  }

  @Test
  void a_rounding_amount_stays_until_the_lines_change__unverified() {
    Map<String, Object> bill = with(bill(ada, "B", "100.00"), "RoundingAmount", "0.03");
    with(with(with(bill, "SubTotal", "100.00"), "TotalTax", "15.00"), "Total", "115.03");
    String id = save(bill).get("InvoiceID").asText();
    change(id, Map.of("InvoiceID", id, "Reference", "R"));
    assertThat(total(id)).isEqualByComparingTo("115.03");
    change(id, Map.of("InvoiceID", id, "LineItems", Bodies.lines("429", "200.00")));
    assertThat(total(id)).isEqualByComparingTo("230.00");
  }

  @ParameterizedTest(name = "a bill with a line of {0} comes to {1} __unverified")
  @CsvSource({"0.00,115.00", "-10.00,103.50"})
  void zero_and_negative_lines(String amount, String total) {
    assertThat(save(bill(ada, "B", "100.00", amount)).get("Total").decimalValue())
        .isEqualByComparingTo(total);
  }

  @Test
  void a_line_may_be_a_description_and_nothing_else__doc() {
    Map<String, Object> bill = bill(ada, "B", "100.00");
    bill.put("LineItems", List.of(Bodies.line(bill, 0), Map.of("Description", "Words")));
    JsonNode made = save(bill);
    assertThat(made.get("Total").decimalValue()).isEqualByComparingTo("115.00");
    assertThat(made.at("/LineItems/1/Description").asText()).isEqualTo("Words");
    assertThat(made.at("/LineItems/1").has("LineAmount")).isFalse();
  }

  @Test
  void a_line_without_amount_or_description_is_refused__doc() {
    assertThat(errorOf(with(bill(ada, "B", "1.00"), "LineItems", List.of(Map.of("Quantity", 1)))))
        .isNotEmpty();
  }

  @ParameterizedTest(name = "a unit amount of 1.23456 is {1} with unitdp={0} __doc")
  @CsvSource({"2,1.23", "4,1.2346"})
  void unit_decimals(String decimals, String amount) {
    Map<String, Object> bill = withLine(bill(ada, "B", "1.00"), "UnitAmount", "1.23456");
    JsonNode made =
        xero.put("Invoices?unitdp=" + decimals, all("Invoices", bill)).at("/Invoices/0");
    assertThat(made.at("/LineItems/0/UnitAmount").decimalValue()).isEqualByComparingTo(amount);
    assertThat(made.at("/LineItems/0/LineAmount").decimalValue()).isEqualByComparingTo("1.23");
  }

  @ParameterizedTest(name = "a line of {0}: {1} __doc")
  @CsvSource({"9999999999.99,OK", "10000000000.00,ERROR"})
  void largest_line(String amount, String outcome) {
    assertThat(outcome(bill(ada, "B", amount))).isEqualTo(outcome);
  }

  @ParameterizedTest(name = "a discount of {0} {1} on 3 x 33.33 leaves {2} __doc")
  @CsvSource({
    "DiscountRate,10,89.99",
    "DiscountRate,33.3333,66.66",
    "DiscountRate,100,0.00",
    "DiscountAmount,9.99,90.00",
    "DiscountAmount,99.99,0.00"
  })
  void discounts(String property, String value, String left) {
    JsonNode made = save(discounted(property, value));
    assertThat(made.at("/LineItems/0/LineAmount").decimalValue()).isEqualByComparingTo(left);
    assertThat(made.get("SubTotal").decimalValue()).isEqualByComparingTo(left);
    assertThat(made.get("IsDiscounted").asBoolean()).isTrue();
    assertThat(made.get("TotalDiscount").decimalValue())
        .isEqualByComparingTo(new BigDecimal("99.99").subtract(new BigDecimal(left)));
  }

  @ParameterizedTest(name = "a discount of {0} {1} on 3 x 33.33 is refused __observed")
  @CsvSource({"DiscountRate,100.01", "DiscountRate,-1", "DiscountAmount,100.00"})
  void too_much_discount(String property, String value) {
    assertThat(errorOf(discounted(property, value)))
        .endsWith("is invalid. Discount must not be greater than the line total.");
  }

  @Test
  void of_two_discounts_the_rate_counts__3p() {
    JsonNode made = save(withLine(discounted("DiscountRate", "10"), "DiscountAmount", "50.00"));
    assertThat(made.get("SubTotal").decimalValue()).isEqualByComparingTo("89.99");
  }

  @ParameterizedTest(name = "a line amount of 90 after {0} {1} makes a unit amount of {2} __spec")
  @CsvSource({"DiscountRate,10,100.00", "DiscountAmount,5,95.00"})
  void unit_before_discount(String property, String value, String unit) {
    Map<String, Object> sale = withLine(sale("S"), property, value);
    withLine(withLine(sale, "UnitAmount", null), "LineAmount", "90.00");
    JsonNode line = save(sale).at("/LineItems/0");
    assertThat(line.get("UnitAmount").decimalValue()).isEqualByComparingTo(unit);
    assertThat(line.get("LineAmount").decimalValue()).isEqualByComparingTo("90.00");
  }

  @Test
  void a_discounted_line_amount_must_fit__doc() {
    Map<String, Object> sale = discounted("DiscountRate", "10");
    assertThat(outcome(withLine(sale, "LineAmount", "89.99"))).isEqualTo("OK");
    assertThat(errorOf(with(withLine(sale, "LineAmount", "99.99"), "InvoiceNumber", "S2")))
        .isEqualTo("The line total 99.99 does not match the expected line total 89.99");
  }

  @ParameterizedTest(name = "a bill with {0} is refused __doc")
  @ValueSource(strings = {"DiscountRate", "DiscountAmount"})
  void bills_have_no_discounts(String property) {
    assertThat(errorOf(withLine(bill(ada, "B", "1.00"), property, "0.5"))).isNotEmpty();
    assertThat(outcome(withLine(bill(ada, "B", "1.00"), property, "0"))).isEqualTo("OK");
  }

  @ParameterizedTest(name = "on a part-paid bill {0} may be changed: {1} __doc")
  @CsvSource({
    "Reference,true",
    "DueDate,true",
    "InvoiceNumber,true",
    "BrandingThemeID,true",
    "Contact,true",
    "Url,true",
    "line Description,true",
    "line AccountCode,true",
    "line Tracking,true",
    "Date,false",
    "CurrencyCode,false",
    "LineAmountTypes,false",
    "line UnitAmount,false",
    "line Quantity,false",
    "line TaxType,false",
    "line TaxAmount,false",
    "no lines,false"
  })
  void part_paid(String property, boolean allowed) {
    JsonNode bill = save(bill(ada, "B", "100.00"));
    pay(bill, "15.00", "");
    String id = bill.get("InvoiceID").asText();
    String line = bill.at("/LineItems/0/LineItemID").asText();
    Object value =
        switch (property) {
          case "DueDate", "Date" -> "2026-05-05";
          case "BrandingThemeID" -> "7311b70a-e270-46e9-a182-84031e99b222";
          case "Contact" -> Map.of("Name", "City Taxis");
          case "Url" -> "https://a.example/1";
          case "CurrencyCode" -> "USD";
          case "LineAmountTypes" -> "Inclusive";
          case "line AccountCode" -> "420";
          case "line Tracking" -> List.of(Map.of("Name", "Region", "Option", "North"));
          case "line UnitAmount", "line TaxAmount" -> "14.00";
          case "line Quantity" -> 2;
          case "line TaxType" -> "NONE";
          default -> "changed";
        };
    Map<String, Object> change =
        property.equals("no lines")
            ? Map.of("LineItems", List.of())
            : property.startsWith("line ")
                ? Map.of(
                    "LineItems", List.of(Map.of("LineItemID", line, property.substring(5), value)))
                : Map.of(property, value);
    String error = change(id, change);
    if (allowed) {
      assertThat(error).isEmpty();
    } else {
      assertThat(error).isNotEmpty();
      assertThat(read(bill).get("Total")).isEqualTo(bill.get("Total"));
    }
  }

  @Test
  void a_paid_bill_read_and_sent_back_as_it_is_is_no_change__unverified() {
    JsonNode bill = save(bill(ada, "B", "100.00"));
    pay(bill, "15.00", "");
    assertThat(xero.post("Invoices", all("Invoices", read(bill))).status()).isEqualTo(200);
  }

  @Test
  void a_starter_plan_approves_twenty_sales_a_month__exact_start() {
    String tenantId = xero.firstOrganisation().get("tenantId").asText();
    xero.control("PATCH", "organisations/" + tenantId, Map.of("plan", "STARTER"));
    for (int i = 0; i < 20; i++) {
      assertThat(outcome(sale("S" + i))).isEqualTo("OK");
    }
    assertThat(errorOf(sale("S20")))
        .startsWith("You have reached the limit of invoices you can approve");
    assertThat(outcome(with(sale("S20"), "Status", "DRAFT"))).isEqualTo("OK");
  }

  private Map<String, Object> discounted(String property, String value) {
    Map<String, Object> sale = Bodies.sale(ada, "S", "33.33");
    return withLine(withLine(sale, "Quantity", 3), property, value);
  }

  private String outcome(Map<String, Object> invoice) {
    return save(invoice).get("StatusAttributeString").asText();
  }

  private BigDecimal total(String id) {
    return xero.get("Invoices/" + id).at("/Invoices/0/Total").decimalValue();
  }

  private Map<String, Object> sale(String number) {
    return Bodies.sale(ada, number, "1.00");
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
}
