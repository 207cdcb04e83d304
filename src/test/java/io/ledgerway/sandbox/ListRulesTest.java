package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.bill;
import static io.ledgerway.sandbox.Bodies.spend;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code where}, {@code order}, id lists and pages: xero-api.md 2.5, 2.6. */
@ExtendWith(SandboxExtension.class)
class ListRulesTest {

  private XeroCalls xero;
  private String ada;
  private String ben;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    xero.limitsOff();
    ada = contact("Ada Kerr");
    ben = contact("Ben Otieno");
    Map<String, Object> first = bill(ada, "B-1", "10.00");
    first.put("Reference", "ignored on bills");
    Map<String, Object> second = bill(ben, "B-2", "20.00");
    second.put("Status", "DRAFT");
    Map<String, Object> sale = bill(ben, "S-1", "30.00");
    sale.put("Type", "ACCREC");
    sale.put("Reference", "Order 7");
    sale.put("Date", "2026-04-01");
    sale.put("DueDate", "2026-04-30");
    xero.put("Invoices", all("Invoices", first, second, sale));
    Map<String, Object> later = spend(ben, "t", "2.00");
    later.put("Date", "2026-05-01");
    later.put("Type", "RECEIVE");
    xero.put("BankTransactions", all("BankTransactions", spend(ada, "s", "1.00"), later));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Status==\"DRAFT\" | B-2",
        "Contact.Name==\"Ada Kerr\" | B-1",
        "Contact.ContactID==guid(\"{ben}\") AND Type==\"ACCPAY\" | B-2",
        "Contact.ContactNumber==null&&Type==\"ACCREC\" | S-1",
        "Reference==\"Order 7\" | S-1",
        "InvoiceNumber==\"B-1\" | B-1",
        "InvoiceID==guid(\"{first}\") | B-1",
        "InvoiceID==guid(\"{first}\") OR InvoiceID==guid(\"{last}\") | B-1 S-1",
        "Date>=DateTime(2026,03,31)&&Date<DateTime(2026,04,02) | S-1",
        "DueDate<=DateTime(2026,03,20) | B-1 B-2",
        "Type==\"ACCREC\" | S-1",
        "AmountDue>=20&&AmountDue<30 | B-2",
        "AmountPaid==0&&Status==\"AUTHORISED\" | B-1 S-1"
      })
  void invoices_are_filtered_by_these_fields__doc(String where, String numbers) {
    assertThat(numbers("Invoices?" + XeroCalls.where(filled(where))))
        .containsExactlyInAnyOrder(numbers.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Name==\"ada kerr\" | Ada Kerr",
        "EmailAddress!=null&&EmailAddress==\"ADA.Kerr@acme.example\" | Ada Kerr",
        "AccountNumber==\"a-1\" | Ada Kerr"
      })
  void contacts_are_filtered_by_these_fields_in_any_case__doc(String where, String name) {
    xero.post("Contacts/" + ada, all("Contacts", Map.of("AccountNumber", "A-1")));
    assertThat(xero.get("Contacts?" + XeroCalls.where(where)).json().findValuesAsText("Name"))
        .containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Type==\"RECEIVE\" | t",
        "Status==\"AUTHORISED\" | s t",
        "Date>=DateTime(2026,04,01) | t",
        "Contact.ContactID==guid(\"{ben}\") | t"
      })
  void bank_transactions_are_filtered_by_these_fields__doc(String where, String references) {
    assertThat(
            xero.get("BankTransactions?" + XeroCalls.where(filled(where)))
                .json()
                .findValuesAsText("Reference"))
        .containsExactlyInAnyOrder(references.split(" "));
  }

  @Test
  void manual_journals_are_filtered_by_narration__doc() {
    xero.put("ManualJournals", all("ManualJournals", journal("one"), journal("two")));
    assertThat(
            xero.get("ManualJournals?" + XeroCalls.where("Narration==\"two\""))
                .json()
                .findValuesAsText("Narration"))
        .containsExactly("two");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PaymentType==\"ACCPAYPAYMENT\"",
        "Status==\"AUTHORISED\"",
        "Date==DateTime(2026,03,05)",
        "Invoice.InvoiceID==guid(\"{first}\")",
        "Reference==\"p\"",
        "PaymentID==guid(\"{payment}\")"
      })
  void payments_are_filtered_by_these_fields__doc(String where) {
    String payment =
        xero.put(
                "Payments",
                all(
                    "Payments",
                    Map.of(
                        "Invoice",
                        Map.of("InvoiceID", id("B-1")),
                        "Account",
                        Map.of("Code", "090"),
                        "Date",
                        "2026-03-05",
                        "Reference",
                        "p",
                        "Amount",
                        1)))
            .at("/Payments/0/PaymentID")
            .asText();
    String filter = filled(where.replace("{payment}", payment));
    assertThat(xero.get("Payments?" + XeroCalls.where(filter)).at("/Payments")).hasSize(1);
    String other = filter.replace("==", "!=");
    assertThat(xero.get("Payments?" + XeroCalls.where(other)).at("/Payments")).isEmpty();
  }

  @Test
  void purchase_orders_have_parameters_instead_of_where__doc() {
    xero.put(
        "PurchaseOrders",
        all("PurchaseOrders", order("2026-03-01", "DRAFT"), order("2026-03-09", "SUBMITTED")));
    assertThat(orders("Status=SUBMITTED")).containsExactly("2026-03-09T00:00:00");
    assertThat(orders("DateFrom=2026-03-02")).containsExactly("2026-03-09T00:00:00");
    assertThat(orders("DateTo=2026-03-08")).containsExactly("2026-03-01T00:00:00");
    assertThat(orders("order=Date%20DESC"))
        .containsExactly("2026-03-09T00:00:00", "2026-03-01T00:00:00");
    assertThat(xero.get("PurchaseOrders?where=Status%3D%3D%22DRAFT%22").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Type==\"ACCPAY\" AND Status==\"DRAFT\" | B-2",
        "Type==\"ACCPAY\" && Status==\"DRAFT\" | B-2",
        "InvoiceNumber==\"B-1\" OR InvoiceNumber==\"S-1\" | B-1 S-1",
        "(Type==\"ACCREC\" OR Status==\"DRAFT\") AND AmountDue>25 | S-1",
        "Type=\"ACCREC\" | S-1",
        "SentToContact==true | ''",
        "InvoiceNumber.StartsWith(\"B\") | B-1 B-2",
        "InvoiceNumber.EndsWith(\"1\") | B-1 S-1",
        "InvoiceNumber.Contains(\"-2\") | B-2",
        "InvoiceNumber.ToLower()==\"b-1\" | B-1",
        "DueDate==DateTime(2026,04,30) | S-1"
      })
  void a_where_knows_these_connectors_literals_and_methods__doc(String where, String numbers) {
    assertThat(numbers("Invoices?" + XeroCalls.where(where)))
        .containsExactlyInAnyOrder(numbers.isEmpty() ? new String[0] : numbers.split(" "));
  }

  @Test
  void a_field_that_is_null_is_checked_first__doc() {
    String term = "Reference.Contains(\"7\")";
    assertThat(numbers("Invoices?" + XeroCalls.where("Reference!=null&&" + term)))
        .containsExactly("S-1");
    Map<String, Object> none = spend(ada, "x", "1.00");
    none.remove("Reference");
    xero.put("BankTransactions", all("BankTransactions", none));
    assertThat(xero.get("BankTransactions?" + XeroCalls.where(term)).at("/Type").asText())
        .isEqualTo("QueryParseException");
  }

  @Test
  void a_bad_field_is_named_in_a_query_parse_exception__spec() {
    Reply refused = xero.get("Accounts?" + XeroCalls.where("hi==1"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/ErrorNumber").asInt()).isEqualTo(16);
    assertThat(refused.at("/Type").asText()).isEqualTo("QueryParseException");
    assertThat(refused.at("/Message").asText())
        .isEqualTo("No property or field 'hi' exists in type 'Account' (at index 0)");
    assertThat(xero.get("Accounts?order=hi").at("/ErrorNumber").asInt()).isEqualTo(16);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IDs={first},{last} | B-1 S-1",
        "InvoiceNumbers=B-1,B-2 | B-1 B-2",
        "ContactIDs={ada} | B-1",
        "Statuses=DRAFT,VOIDED | B-2",
        "Statuses=AUTHORISED&ContactIDs={ben} | S-1",
        "searchTerm=order | S-1",
        "SearchTerm=s-1 | S-1",
        "createdByMyApp=true | B-1 B-2 S-1"
      })
  void invoices_are_chosen_by_lists_and_terms__doc(String query, String numbers) {
    assertThat(numbers("Invoices?" + filled(query))).containsExactlyInAnyOrder(numbers.split(" "));
  }

  @Test
  void invoices_of_another_app_are_not_created_by_mine__doc() {
    XeroCalls user =
        new ConsentCalls(xero)
            .as("sandbox", "sandbox")
            .with("scope", "accounting.invoices")
            .client();
    assertThat(user.get("Invoices?createdByMyApp=true").at("/Invoices")).hasSize(3);
    xero.control("POST", "organisations", Map.of("name", "Two", "country", "NZ"));
    XeroCalls other =
        new ConsentCalls(xero)
            .as("two", "two-secret")
            .with("scope", "accounting.invoices")
            .client();
    assertThat(other.get("Invoices?createdByMyApp=true").at("/Invoices")).isEmpty();
    assertThat(other.get("Invoices").at("/Invoices")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zed Search", "Fay", "Quick", "N-77", "CO-88", "zed@search.example"})
  void contacts_are_searched_by_these_fields__doc(String term) {
    xero.put(
        "Contacts",
        all(
            "Contacts",
            Map.of(
                "Name", "Zed Search",
                "FirstName", "Fay",
                "LastName", "Quick",
                "ContactNumber", "N-77",
                "CompanyNumber", "CO-88",
                "EmailAddress", "zed@search.example")));
    assertThat(
            xero.get("Contacts?searchTerm=" + term.toLowerCase().replace(" ", "%20"))
                .json()
                .findValuesAsText("Name"))
        .containsExactly("Zed Search");
  }

  @Test
  void contacts_are_chosen_by_a_list_of_ids__doc() {
    assertThat(xero.get("Contacts?IDs=" + ada + "," + ben).json().findValuesAsText("Name"))
        .containsExactlyInAnyOrder("Ada Kerr", "Ben Otieno");
    assertThat(xero.get("Contacts?IDs=x").status()).isEqualTo(400);
  }

  @Test
  void a_list_comes_by_change_date_then_id_unless_an_order_is_asked_for__doc() {
    xero.advance("PT10S");
    xero.post(
        "Invoices",
        all("Invoices", Map.of("InvoiceID", id("B-1"), "InvoiceNumber", "B-1 changed")));
    assertThat(numbers("Invoices")).last().isEqualTo("B-1 changed");
    assertThat(numbers("Invoices?order=Date%20DESC")).first().isEqualTo("S-1");
    assertThat(numbers("Invoices?order=InvoiceNumber"))
        .containsExactly("B-1 changed", "B-2", "S-1");
    assertThat(numbers("Invoices?order=UpdatedDateUTC%20DESC")).first().isEqualTo("B-1 changed");
    assertThat(xero.get("Contacts?order=Name%20DESC").at("/Contacts/0/Name").asText())
        .isGreaterThan("Ben");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-3, 1", "1, 1", "7, 7", "1000, 1000", "1001, 1000", "99999, 1000"})
  void a_page_size_is_clamped_to_1_and_1000__doc(String asked, int size) {
    assertThat(xero.get("Contacts?page=1&pageSize=" + asked).at("/pagination/pageSize").asInt())
        .isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invoices",
        "Contacts",
        "CreditNotes",
        "BankTransactions",
        "ManualJournals",
        "Payments",
        "PurchaseOrders"
      })
  void these_endpoints_have_pages_of_100_and_an_empty_one_beyond_the_end__doc(String endpoint) {
    Reply first = xero.get(endpoint + "?page=1");
    assertThat(first.at("/pagination/page").asInt()).isEqualTo(1);
    assertThat(first.at("/pagination/pageSize").asInt()).isEqualTo(100);
    int all = first.at("/pagination/itemCount").asInt();
    assertThat(first.at("/" + endpoint)).hasSize(all);
    assertThat(first.at("/pagination/pageCount").asInt()).isEqualTo((all + 99) / 100);
    Reply beyond = xero.get(endpoint + "?page=50");
    assertThat(beyond.status()).isEqualTo(200);
    assertThat(beyond.at("/" + endpoint)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Accounts", "Items", "TaxRates", "TrackingCategories", "Currencies", "Users"})
  void these_endpoints_are_not_paged_at_all__doc(String endpoint) {
    Reply asked = xero.get(endpoint + "?page=2&pageSize=1");
    assertThat(asked.json().has("pagination")).isFalse();
    assertThat(asked.at("/" + endpoint)).hasSize(xero.get(endpoint).at("/" + endpoint).size());
  }

  @ParameterizedTest
  @CsvSource({
    "PurchaseOrders, true",
    "Invoices?Statuses=DRAFT, true",
    "Invoices?summaryOnly=true, true",
    "Contacts?summaryOnly=true, true",
    "Invoices, false",
    "Contacts, false",
    "BankTransactions, false",
    "ManualJournals, false",
    "CreditNotes, false",
    "Payments, false"
  })
  void paging_is_forced_here_and_left_out_there__doc(String path, boolean forced) {
    assertThat(xero.get(path).json().has("pagination")).isEqualTo(forced);
  }

  @Test
  void without_a_page_a_list_is_a_summary_and_with_one_it_is_full__doc() {
    xero.put("ManualJournals", all("ManualJournals", journal("one")));
    JsonNode brief = xero.get("Invoices").at("/Invoices/0");
    JsonNode full = xero.get("Invoices?page=1").at("/Invoices/0");
    assertThat(brief.get("LineItems")).isEmpty();
    assertThat(full.get("LineItems")).isNotEmpty();
    assertThat(xero.get("ManualJournals").at("/ManualJournals/0").has("JournalLines")).isFalse();
    assertThat(xero.get("ManualJournals?page=1").at("/ManualJournals/0/JournalLines")).hasSize(2);
  }

  @Test
  void pages_follow_each_other_without_gap_or_overlap__doc() {
    List<String> whole = names("Contacts?pageSize=1000");
    List<String> pieces =
        IntStream.rangeClosed(1, (whole.size() + 6) / 7)
            .mapToObj(page -> names("Contacts?pageSize=7&page=" + page))
            .flatMap(List::stream)
            .toList();
    assertThat(pieces).isEqualTo(whole);
  }

  @Test
  void more_than_a_hundred_thousand_records_in_one_answer_are_refused__doc() {
    xero.control(
        "POST", "organisations", Map.of("name", "Huge", "country", "NZ", "contacts", 100_001));
    XeroCalls huge = xero.as("huge", "huge-secret");
    assertThat(huge.get("Contacts").status()).isEqualTo(400);
    assertThat(huge.get("Contacts?page=1").status()).isEqualTo(200);
  }

  private List<String> names(String path) {
    return xero.get(path).json().findValuesAsText("Name");
  }

  private List<String> numbers(String path) {
    Reply reply = xero.get(path);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json().findValuesAsText("InvoiceNumber");
  }

  private List<String> orders(String query) {
    return xero.get("PurchaseOrders?" + query).json().findValuesAsText("DateString");
  }

  private String filled(String text) {
    return text.replace("{ada}", ada)
        .replace("{ben}", ben)
        .replace("{first}", text.contains("{first}") ? id("B-1") : "")
        .replace("{last}", text.contains("{last}") ? id("S-1") : "");
  }

  private String id(String number) {
    return xero.get("Invoices/" + number).at("/Invoices/0/InvoiceID").asText();
  }

  private String contact(String name) {
    return xero.get("Contacts?" + XeroCalls.where("Name==\"" + name + "\""))
        .at("/Contacts/0/ContactID")
        .asText();
  }

  private Map<String, Object> order(String date, String status) {
    Map<String, Object> order = spend(ada, "r", "1.00");
    order.keySet().removeAll(List.of("Type", "BankAccount"));
    order.put("Date", date);
    order.put("Status", status);
    return order;
  }

  private static Map<String, Object> journal(String narration) {
    return Map.of(
        "Narration",
        narration,
        "Date",
        "2026-03-04",
        "JournalLines",
        List.of(
            Map.of("AccountCode", "429", "LineAmount", 1),
            Map.of("AccountCode", "400", "LineAmount", -1)));
  }
}
