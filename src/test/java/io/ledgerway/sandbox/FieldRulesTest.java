package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.bill;
import static io.ledgerway.sandbox.Bodies.creditNote;
import static io.ledgerway.sandbox.Bodies.journal;
import static io.ledgerway.sandbox.Bodies.order;
import static io.ledgerway.sandbox.Bodies.payment;
import static io.ledgerway.sandbox.Bodies.sale;
import static io.ledgerway.sandbox.Bodies.with;
import static io.ledgerway.sandbox.Bodies.withLine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which properties records have, read beside recordings of a Demo Company (NZ) of 2026. */
@ExtendWith(SandboxExtension.class)
class FieldRulesTest {

  private XeroCalls xero;
  private Clerk clerk;
  private String ada;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    clerk = Clerk.of(calls);
    ada = xero.get("Contacts").at("/Contacts/0/ContactID").asText();
  }

  @Test
  void an_order_has_a_delivery_date_and_no_due_date__observed() {
    Map<String, Object> wanted = with(order(ada, "5"), "DeliveryDate", "2026-04-01");
    JsonNode made = clerk.good("PurchaseOrders", wanted);
    assertThat(made.get("DeliveryDateString").asText()).isEqualTo("2026-04-01T00:00:00");
    assertThat(names(made)).doesNotContain("DueDate", "DueDateString");
  }

  @Test
  void an_expected_arrival_has_its_twin_in_text__observed() {
    JsonNode made =
        clerk.good("PurchaseOrders", with(order(ada, "5"), "ExpectedArrivalDate", "2026-04-02"));
    assertThat(made.get("ExpectedArrivalDateString").asText()).isEqualTo("2026-04-02T00:00:00");
  }

  @Test
  void the_contact_of_an_order_has_a_default_currency_also_where_none_is_set__observed() {
    JsonNode made = clerk.good("PurchaseOrders", order(ada, "5"));
    assertThat(made.at("/Contact/DefaultCurrency").asText()).isEqualTo("NZD");
    assertThat(xero.get("PurchaseOrders").at("/PurchaseOrders/0/Contact/DefaultCurrency").asText())
        .isEqualTo("NZD");
    assertThat(xero.get("Contacts/" + ada).at("/Contacts/0").has("DefaultCurrency")).isFalse();
  }

  @Test
  void a_line_that_is_read_names_its_item__observed() {
    JsonNode item = xero.post("Items", Map.of("Code", "SUP", "Name", "Support")).at("/Items/0");
    Map<String, Object> sale = withLine(sale(ada, null, "5"), "ItemCode", "SUP");
    JsonNode made = clerk.good("Invoices", sale);
    assertThat(made.at("/LineItems/0").has("Item")).isFalse();
    for (JsonNode read :
        List.of(clerk.read("Invoices", made), xero.get("Invoices?page=1").at("/Invoices/0"))) {
      assertThat(names(read.at("/LineItems/0/Item"))).containsExactly("Code", "ItemID", "Name");
      assertThat(read.at("/LineItems/0/Item/ItemID")).isEqualTo(item.get("ItemID"));
    }
    JsonNode order = clerk.good("PurchaseOrders", withLine(order(ada, "5"), "ItemCode", "SUP"));
    assertThat(clerk.read("PurchaseOrders", order).at("/LineItems/0").has("Item")).isFalse();
  }

  @Test
  void a_credit_on_an_invoice_shows_its_rate_alone_and_not_in_a_page__observed() {
    JsonNode bill = allocated();
    JsonNode single = clerk.read("Invoices", bill).at("/CreditNotes/0");
    assertThat(single.get("CurrencyRate").decimalValue()).isEqualByComparingTo("1");
    assertThat(single.get("InvoiceAddresses")).isEmpty();
    JsonNode paged = xero.get("Invoices?page=1").at("/Invoices/0/CreditNotes/0");
    assertThat(paged.has("CurrencyRate")).isFalse();
    assertThat(paged.has("InvoiceAddresses")).isTrue();
  }

  @Test
  void an_allocation_shows_an_invoice_of_empty_lists_and_says_nothing_of_deletion__observed() {
    allocated();
    JsonNode allocation = xero.get("CreditNotes?page=1").at("/CreditNotes/0/Allocations/0");
    assertThat(names(allocation)).containsExactly("AllocationID", "Amount", "Date", "Invoice");
    assertThat(names(allocation.get("Invoice")))
        .containsExactly(
            "CreditNotes",
            "HasErrors",
            "InvoiceAddresses",
            "InvoiceID",
            "InvoiceNumber",
            "InvoicePaymentServices",
            "IsDiscounted",
            "LineItems",
            "Overpayments",
            "Payments",
            "Prepayments");
  }

  @Test
  void a_note_is_answered_without_its_author_and_read_with_it__observed() {
    JsonNode bill = clerk.good("Invoices", bill(ada, "B-1", "5"));
    String path = "Invoices/" + bill.get("InvoiceID").asText() + "/History";
    JsonNode made =
        xero.put(path, all("HistoryRecords", Map.of("Details", "Seen"))).at("/HistoryRecords/0");
    assertThat(names(made))
        .containsExactly("DateUTC", "DateUTCString", "Details", "ValidationErrors");
    assertThat(made.get("DateUTC").asText()).matches("/Date\\(\\d+\\)/");
    JsonNode read = xero.get(path).at("/HistoryRecords/0");
    assertThat(names(read))
        .containsExactly("Changes", "DateUTC", "DateUTCString", "Details", "User");
    assertThat(read.get("DateUTC").asText()).endsWith("+0000)/");
    assertThat(read.get("DateUTCString").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
  }

  @Test
  void an_item_that_is_written_has_validation_errors_and_a_time_without_zone__observed() {
    JsonNode made = xero.post("Items", Map.of("Code", "SUP", "Name", "Support")).at("/Items/0");
    assertThat(made.get("ValidationErrors")).isEmpty();
    assertThat(made.get("UpdatedDateUTC").asText()).matches("/Date\\(\\d+\\)/");
    JsonNode read = xero.get("Items").at("/Items/0");
    assertThat(read.has("ValidationErrors")).isFalse();
    assertThat(read.get("UpdatedDateUTC").asText()).endsWith("+0000)/");
  }

  @Test
  void a_file_that_clients_do_not_see_says_nothing_of_it__observed() {
    JsonNode sale = clerk.good("Invoices", sale(ada, null, "5"));
    String files = "Invoices/" + sale.get("InvoiceID").asText() + "/Attachments/";
    assertThat(
            names(
                xero.put(files + "a.pdf", "a", "Content-Type", "application/pdf")
                    .at("/Attachments/0")))
        .containsExactly("AttachmentID", "ContentLength", "FileName", "MimeType", "Url");
    assertThat(
            names(
                xero.put(files + "b.pdf?IncludeOnline=true", "b", "Content-Type", "application/pdf")
                    .at("/Attachments/0")))
        .contains("IncludeOnline");
  }

  @Test
  void a_contact_names_its_files_alone_and_not_in_a_page__observed() {
    assertThat(xero.get("Contacts/" + ada).at("/Contacts/0/Attachments").isArray()).isTrue();
    assertThat(xero.get("Contacts?page=1").at("/Contacts/0").has("Attachments")).isFalse();
  }

  @Test
  void an_account_names_its_reporting_code__observed() {
    JsonNode bank = xero.get("Accounts/090").at("/Accounts/0");
    assertThat(bank.get("ReportingCode").asText()).isEqualTo("ASS");
    assertThat(bank.get("ReportingCodeName").asText()).isEqualTo("Assets");
  }

  @Test
  void an_account_names_its_files_alone_says_nothing_of_them_when_written__observed() {
    JsonNode made =
        xero.put("Accounts", Map.of("Code", "499Z", "Name", "Zed", "Type", "EXPENSE"))
            .at("/Accounts/0");
    assertThat(names(made)).doesNotContain("HasAttachments", "Attachments", "Description");
    JsonNode single = xero.get("Accounts/499Z").at("/Accounts/0");
    assertThat(single.get("HasAttachments").asBoolean()).isFalse();
    assertThat(single.get("Attachments").isArray()).isTrue();
    assertThat(xero.get("Accounts").at("/Accounts/0").has("Attachments")).isFalse();
  }

  @Test
  void a_journal_has_its_sums_in_every_view_and_no_tax_amount_when_written__observed() {
    JsonNode made = clerk.good("ManualJournals", journal("Shift", "429", "7.00", "400", "-7.00"));
    assertThat(made.at("/JournalLines/0").has("TaxAmount")).isFalse();
    JsonNode single = clerk.read("ManualJournals", made);
    assertThat(single.at("/JournalLines/0/TaxAmount").decimalValue()).isZero();
    for (JsonNode read :
        List.of(single, xero.get("ManualJournals?page=1").at("/ManualJournals/0"))) {
      assertThat(read.get("DebitTotal").decimalValue()).isEqualByComparingTo("7");
      assertThat(read.get("CreditTotal").decimalValue()).isEqualByComparingTo("-7");
    }
  }

  @Test
  void a_payment_names_the_accounts_currency_and_a_document_without_files__observed() {
    JsonNode bill = clerk.good("Invoices", bill(ada, "B-1", "50"));
    JsonNode made = clerk.good("Payments", payment(bill.get("InvoiceID").asText(), "20"));
    for (JsonNode payment : List.of(made, clerk.read("Payments", made))) {
      assertThat(payment.at("/Account/CurrencyCode").asText()).isEqualTo("NZD");
      assertThat(names(payment.get("Invoice"))).doesNotContain("HasAttachments", "Attachments");
      assertThat(names(payment.at("/Invoice/Contact")))
          .containsExactly("ContactID", "ContactPersons", "HasValidationErrors", "Name");
    }
  }

  @Test
  void a_payment_that_is_read_alone_shows_itself_among_those_of_its_invoice__observed() {
    JsonNode bill = clerk.good("Invoices", bill(ada, "B-1", "50"));
    JsonNode made = clerk.good("Payments", payment(bill.get("InvoiceID").asText(), "20"));
    assertThat(made.get("Invoice").has("Payments")).isFalse();
    assertThat(clerk.read("Payments", made).at("/Invoice/Payments/0/PaymentID"))
        .isEqualTo(made.get("PaymentID"));
  }

  private JsonNode allocated() {
    JsonNode bill = clerk.good("Invoices", bill(ada, "B-1", "50"));
    JsonNode note = clerk.good("CreditNotes", creditNote(ada, "ACCPAYCREDIT", "20"));
    Map<String, Object> invoice = Map.of("InvoiceID", bill.get("InvoiceID").asText());
    xero.put(
        "CreditNotes/" + note.get("CreditNoteID").asText() + "/Allocations",
        all("Allocations", Map.of("Amount", 10, "Invoice", invoice)));
    return bill;
  }

  private static Set<String> names(JsonNode record) {
    Set<String> names = new TreeSet<>();
    record.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
