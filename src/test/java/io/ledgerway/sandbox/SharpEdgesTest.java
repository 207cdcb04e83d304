package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.bill;
import static io.ledgerway.sandbox.Bodies.journal;
import static io.ledgerway.sandbox.Bodies.payment;
import static io.ledgerway.sandbox.Bodies.sale;
import static io.ledgerway.sandbox.Bodies.spend;
import static io.ledgerway.sandbox.Bodies.with;
import static io.ledgerway.sandbox.Bodies.withLine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sharp edges of xero-api.md 7 that lie in documents, by their numbers there. */
@ExtendWith(SandboxExtension.class)
class SharpEdgesTest {

  private Clerk clerk;
  private XeroCalls xero;

  @BeforeEach
  void start(XeroCalls calls) {
    clerk = Clerk.of(calls);
    xero = clerk.xero;
  }

  @ParameterizedTest(name = "1: good {0} of a failed batch are saved __observed")
  @ValueSource(
      strings = {"BankTransactions", "Invoices", "CreditNotes", "PurchaseOrders", "ManualJournals"})
  void good_elements_of_a_failed_batch(String plural) {
    Map<String, Object> bad = with(body(plural), "Status", bad(plural));
    Reply reply = xero.put(plural, all(plural, body(plural), bad, body(plural)));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/Elements")).hasSize(1);
    assertThat(reply.at("/Elements/0/" + Clerk.idName(plural)).asText())
        .isEqualTo("00000000-0000-0000-0000-000000000000");
    assertThat(xero.get(plural + "?page=1").at("/pagination/itemCount").asInt()).isEqualTo(2);
  }

  @Test
  void edge_2_what_is_unknown_or_misplaced_is_dropped_without_a_word__observed() {
    Map<String, Object> journal = with(journal("N", "429", "1", "835", "-1"), "CurrencyCode", "XX");
    JsonNode made = clerk.good("ManualJournals", with(journal, "Reference", "R"));
    assertThat(made.has("CurrencyCode")).isFalse();
    assertThat(made.has("Reference")).isFalse();
    assertThat(made.get("StatusAttributeString").asText()).isEqualTo("OK");
  }

  @ParameterizedTest(name = "3: {0} of a locked period answer 200 and stay as they were __observed")
  @ValueSource(strings = {"BankTransactions", "Invoices", "CreditNotes", "ManualJournals"})
  void locked(String plural) {
    JsonNode made = clerk.good(plural, body(plural));
    String id = Clerk.id(plural, made);
    clerk.set("endOfYearLockDate", "2026-03-31");
    String property = plural.equals("ManualJournals") ? "Narration" : "Reference";
    for (Map<String, Object> change :
        List.<Map<String, Object>>of(
            Map.of(property, "changed"),
            Map.of("Status", plural.equals("BankTransactions") ? "DELETED" : "VOIDED"))) {
      Reply reply = xero.post(plural + "/" + id, all(plural, change));
      assertThat(reply.status()).isEqualTo(200);
      JsonNode element = reply.at("/" + plural + "/0");
      assertThat(Clerk.errors(element))
          .containsExactly(
              "The document cannot be edited as it is currently dated before the end of year lock date");
      assertThat(element.get(property)).isEqualTo(made.get(property));
      assertThat(element.get("Status")).isEqualTo(made.get("Status"));
    }
    JsonNode after = clerk.read(plural, made);
    assertThat(after.get("Status")).isEqualTo(made.get("Status"));
    assertThat(after.get(property)).isEqualTo(made.get(property));
    assertThat(after.get("UpdatedDateUTC")).isEqualTo(made.get("UpdatedDateUTC"));
  }

  @Test
  void edge_3_the_status_attribute_does_not_give_it_away__unverified() {
    JsonNode made = clerk.good("Invoices", body("Invoices"));
    clerk.set("periodLockDate", "2026-03-31");
    JsonNode element =
        clerk.post(
            "Invoices", Map.of("InvoiceID", Clerk.id("Invoices", made), "Reference", "changed"));
    assertThat(element.get("StatusAttributeString").asText()).isEqualTo("OK");
    assertThat(Clerk.errors(element))
        .containsExactly(
            "The document cannot be edited as it is currently dated before the period lock date");
  }

  @ParameterizedTest(name = "4: {0} are found again by their {1} __doc")
  @CsvSource({
    "BankTransactions,Reference,r",
    "Invoices,InvoiceNumber,B",
    "ManualJournals,Narration,N",
    "CreditNotes,Reference,R"
  })
  void marker(String plural, String property, String value) {
    clerk.good(plural, with(body(plural), property, value));
    clerk.good(plural, with(body(plural), property, "other"));
    assertThat(
            xero.get(plural + "?" + XeroCalls.where(property + "==\"" + value + "\""))
                .at("/" + plural))
        .hasSize(1);
  }

  @ParameterizedTest(name = "{0} are read by their {1} too __spec")
  @CsvSource({
    "Invoices,InvoiceNumber",
    "CreditNotes,CreditNoteNumber",
    "PurchaseOrders,PurchaseOrderNumber"
  })
  void number(String plural, String property) {
    JsonNode made = clerk.good(plural, with(body(plural), property, "X-1"));
    assertThat(xero.get(plural + "/x-1").at("/" + plural + "/0/" + Clerk.idName(plural)))
        .isEqualTo(made.get(Clerk.idName(plural)));
    assertThat(xero.get(plural + "/X-2").status()).isEqualTo(404);
  }

  @Test
  void edge_5_numbers_of_bills_may_repeat__doc() {
    clerk.good("Invoices", bill(clerk.ada(), "N", "1.00"));
    clerk.good("Invoices", bill(clerk.ada(), "N", "1.00"));
    Reply found = xero.get("Invoices?page=1&InvoiceNumbers=N");
    assertThat(found.at("/Invoices")).hasSize(2);
  }

  @Test
  void edge_6_a_post_changes_the_sale_of_that_number_and_a_put_is_refused__3p() {
    JsonNode made = clerk.good("Invoices", sale(clerk.ada(), "S", "1.00"));
    Map<String, Object> again = with(sale(clerk.ada(), "S", "2.00"), "Reference", "changed");
    assertThat(clerk.error("Invoices", again)).isEqualTo("Invoice # must be unique.");
    assertThat(clerk.post("Invoices", again).get("InvoiceID")).isEqualTo(made.get("InvoiceID"));
    assertThat(clerk.read("Invoices", made).get("Reference").asText()).isEqualTo("changed");
    JsonNode first = clerk.good("Invoices", bill(clerk.ada(), "B", "1.00"));
    assertThat(clerk.post("Invoices", bill(clerk.ada(), "B", "1.00")).get("InvoiceID"))
        .isNotEqualTo(first.get("InvoiceID"));
  }

  @ParameterizedTest(name = "8: lines of {0} without their ids are made anew __doc")
  @ValueSource(strings = {"BankTransactions", "Invoices", "CreditNotes", "PurchaseOrders"})
  void line_ids(String plural) {
    JsonNode made = clerk.good(plural, body(plural));
    String line = made.at("/LineItems/0/LineItemID").asText();
    Map<String, Object> change = body(plural);
    change.put(Clerk.idName(plural), Clerk.id(plural, made));
    change.remove("InvoiceNumber");
    withLine(change, "LineItemID", line);
    assertThat(clerk.post(plural, change).at("/LineItems/0/LineItemID").asText()).isEqualTo(line);
    withLine(change, "LineItemID", null);
    assertThat(clerk.post(plural, change).at("/LineItems/0/LineItemID").asText())
        .isNotEqualTo(line);
    assertThat(clerk.read(plural, made).get("LineItems")).hasSize(1);
  }

  @ParameterizedTest(name = "9: {0} {1} is {2} tax of {3} __doc")
  @CsvSource({
    "25.06 25.61 25.63,Exclusive,11.44,87.74",
    "25.06 25.61 25.63,Inclusive,9.95,76.30",
    "25.06 25.61 25.63,NoTax,0,76.30",
    "0.03 0.03 0.03,Exclusive,0.00,0.09",
    "0.03 0.04,Exclusive,0.01,0.08"
  })
  void rounding(String amounts, String types, String tax, String total) {
    Map<String, Object> bill = bill(clerk.ada(), "B", amounts.split(" "));
    JsonNode made = clerk.good("Invoices", with(bill, "LineAmountTypes", types));
    assertThat(made.get("TotalTax").decimalValue()).isEqualByComparingTo(tax);
    assertThat(made.get("Total").decimalValue()).isEqualByComparingTo(total);
  }

  @Test
  void edge_9_a_line_to_the_rounding_account_makes_a_total_fit__doc() {
    Map<String, Object> bill = bill(clerk.ada(), "B", "10.00", "0.02");
    Bodies.line(bill, 1).put("AccountCode", "860");
    assertThat(clerk.good("Invoices", bill).get("Total").decimalValue())
        .isEqualByComparingTo("11.52");
    assertThat(
            xero.get("Accounts?" + XeroCalls.where("SystemAccount==\"ROUNDING\""))
                .at("/Accounts/0/Code")
                .asText())
        .isEqualTo("860");
  }

  @Test
  void edge_12_what_a_delta_does_not_show__doc() {
    JsonNode made = clerk.good("Invoices", bill(clerk.ada(), "B", "10.00"));
    String id = Clerk.id("Invoices", made);
    clerk.good("Payments", payment(id, "1.00"));
    String before = clerk.read("Invoices", made).get("UpdatedDateUTC").asText();
    xero.advance("PT5S");
    String line = made.at("/LineItems/0/LineItemID").asText();
    Map<String, Object> account = Map.of("LineItemID", line, "AccountCode", "420");
    for (Map<String, Object> unseen :
        List.<Map<String, Object>>of(
            Map.of("InvoiceID", id, "DueDate", "2026-12-31"),
            Map.of("InvoiceID", id, "SentToContact", true),
            Map.of("InvoiceID", id, "LineItems", List.of(account)))) {
      assertThat(Clerk.errors(clerk.post("Invoices", unseen))).isEmpty();
    }
    JsonNode after = clerk.read("Invoices", made);
    assertThat(after.get("DueDateString").asText()).isEqualTo("2026-12-31T00:00:00");
    assertThat(after.get("SentToContact").asBoolean()).isTrue();
    assertThat(after.at("/LineItems/0/AccountCode").asText()).isEqualTo("420");
    assertThat(after.get("UpdatedDateUTC").asText()).isEqualTo(before);

    clerk.post("Invoices", Map.of("InvoiceID", id, "Reference", "seen"));
    assertThat(clerk.read("Invoices", made).get("UpdatedDateUTC").asText()).isNotEqualTo(before);
  }

  @Test
  void edge_12_the_due_date_of_an_unpaid_bill_is_seen__doc() {
    JsonNode made = clerk.good("Invoices", bill(clerk.ada(), "B", "10.00"));
    xero.advance("PT5S");
    clerk.post(
        "Invoices", Map.of("InvoiceID", Clerk.id("Invoices", made), "DueDate", "2026-12-31"));
    assertThat(clerk.read("Invoices", made).get("UpdatedDateUTC"))
        .isNotEqualTo(made.get("UpdatedDateUTC"));
  }

  @Test
  void edge_14_a_bank_account_without_a_code_is_named_by_its_id__doc() {
    JsonNode cash =
        xero.get("Accounts?" + XeroCalls.where("Name==\"Petty Cash\"")).at("/Accounts/0");
    assertThat(cash.has("Code")).isFalse();
    Map<String, Object> bank = Map.of("AccountID", cash.get("AccountID").asText());
    JsonNode made =
        clerk.good("BankTransactions", with(spend(clerk.ada(), "r", "1.00"), "BankAccount", bank));
    assertThat(made.at("/BankAccount/Name").asText()).isEqualTo("Petty Cash");
  }

  @Test
  void edge_17_a_bank_transaction_has_the_currency_of_its_bank_account__doc() {
    Map<String, Object> dollars =
        with(spend(clerk.ada(), "r", "1.00"), "BankAccount", Map.of("Code", "088"));
    JsonNode made = clerk.good("BankTransactions", dollars);
    assertThat(made.get("CurrencyCode").asText()).isEqualTo("USD");
    assertThat(made.get("CurrencyRate").decimalValue()).isEqualByComparingTo("0.611111");
  }

  @ParameterizedTest(name = "18: {0} dated {1} while {2} is 2026-03-04: {3} __doc")
  @CsvSource({
    "BankTransactions,2026-03-04,periodLockDate,ERROR",
    "BankTransactions,2026-03-05,periodLockDate,OK",
    "BankTransactions,2026-03-04,endOfYearLockDate,ERROR",
    "Invoices,2026-03-04,periodLockDate,ERROR",
    "Invoices,2026-03-05,endOfYearLockDate,OK",
    "CreditNotes,2026-03-04,endOfYearLockDate,ERROR",
    "ManualJournals,2026-03-04,periodLockDate,ERROR",
    "PurchaseOrders,2026-03-04,periodLockDate,OK"
  })
  void lock_dates(String plural, String date, String which, String outcome) {
    clerk.set(which, "2026-03-04");
    JsonNode made = clerk.put(plural, with(body(plural), "Date", date));
    assertThat(made.get("StatusAttributeString").asText()).isEqualTo(outcome);
  }

  @ParameterizedTest(name = "18: a {0} may be dated in a locked period and not approved there __3p")
  @ValueSource(strings = {"DRAFT", "SUBMITTED"})
  void drafts_pass(String status) {
    clerk.set("periodLockDate", "2026-03-31");
    JsonNode made = clerk.good("Invoices", with(bill(clerk.ada(), "B", "1.00"), "Status", status));
    Map<String, Object> approve =
        Map.of("InvoiceID", Clerk.id("Invoices", made), "Status", "AUTHORISED");
    assertThat(Clerk.errors(clerk.post("Invoices", approve)))
        .containsExactly(
            "The document date cannot be before the period lock date, currently set at 31-Mar-2026");
    assertThat(clerk.read("Invoices", made).get("Status").asText()).isEqualTo(status);
  }

  private static String bad(String plural) {
    return switch (plural) {
      case "BankTransactions", "ManualJournals" -> "VOIDED";
      default -> "DELETED";
    };
  }

  private Map<String, Object> body(String plural) {
    return switch (plural) {
      case "BankTransactions" -> spend(clerk.ada(), "r", "1.00");
      case "Invoices" -> bill(clerk.ada(), "B", "1.00");
      case "CreditNotes" -> Bodies.creditNote(clerk.ada(), "ACCPAYCREDIT", "1.00");
      case "PurchaseOrders" -> with(Bodies.order(clerk.ada(), "1.00"), "Status", "AUTHORISED");
      default -> journal("N", "429", "1.00", "835", "-1.00");
    };
  }
}
