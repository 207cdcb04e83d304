package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Accounts, contacts, tracking, tax rates and files: xero-api.md 2.4, 4.1 to 4.4, 4.13. */
@ExtendWith(SandboxExtension.class)
class ReferenceDataTest {

  private XeroCalls xero;
  private String tenantId;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    xero.limitsOff();
    tenantId = xero.firstOrganisation().get("tenantId").asText();
  }

  @Test
  void archived_accounts_are_in_the_list_and_archived_contacts_only_when_asked_for__observed() {
    assertThat(xero.get("Accounts").json().findValuesAsText("Status")).contains("ARCHIVED");
    assertThat(xero.get("Contacts?pageSize=1000").json().findValuesAsText("ContactStatus"))
        .doesNotContain("ARCHIVED");
    assertThat(
            xero.get("Contacts?pageSize=1000&includeArchived=true")
                .json()
                .findValuesAsText("ContactStatus"))
        .contains("ARCHIVED");
  }

  @Test
  void if_modified_since_is_read_in_three_forms__doc() {
    Instant moment = Instant.parse(xero.control("GET", "clock", null).at("/now").asText());
    xero.advance("PT10S");
    edit("PATCH", "accounts/429", Map.of("Name", "Renamed"));
    for (String form :
        List.of(
            "yyyy-MM-dd'T'HH:mm:ss",
            "yyyy-MM-dd'T'HH:mm:ssXXX",
            "EEE, dd MMM yyyy HH:mm:ss 'GMT'")) {
      String since =
          DateTimeFormatter.ofPattern(form, java.util.Locale.ENGLISH)
              .withZone(ZoneOffset.UTC)
              .format(moment);
      assertThat(xero.get("Accounts", "If-Modified-Since", since).json().findValuesAsText("Code"))
          .as(since)
          .containsExactly("429");
    }
  }

  @Test
  void tax_rates_and_tracking_do_not_know_if_modified_since__spec() {
    assertThat(xero.get("TaxRates", "If-Modified-Since", "2030-01-01T00:00:00").at("/TaxRates"))
        .isNotEmpty();
    assertThat(
            xero.get("TrackingCategories", "If-Modified-Since", "2030-01-01T00:00:00")
                .at("/TrackingCategories"))
        .hasSize(2);
  }

  @Test
  void an_account_is_archived_by_its_status_and_nothing_else__doc() {
    String id = account("429");
    Reply both =
        xero.post(
            "Accounts/" + id,
            all("Accounts", Map.of("AccountID", id, "Status", "ARCHIVED", "Name", "X")));
    assertThat(both.status()).isEqualTo(400);
    Reply alone =
        xero.post("Accounts/" + id, all("Accounts", Map.of("AccountID", id, "Status", "ARCHIVED")));
    assertThat(alone.at("/Accounts/0/Status").asText()).isEqualTo("ARCHIVED");
  }

  @Test
  void account_names_are_unique_and_codes_short__exact() {
    assertThat(message(newAccount("Z1", "Advertising"))).isEqualTo("Please enter a unique Name.");
    assertThat(message(newAccount("12345678901", "New")))
        .isEqualTo("Account Code is too long. Maximum of 10 characters allowed");
  }

  @Test
  void an_account_in_use_cannot_be_deleted__doc() {
    String contact = xero.get("Contacts").at("/Contacts/0/ContactID").asText();
    xero.put("BankTransactions", all("BankTransactions", Bodies.spend(contact, "r", "1.00")));
    assertThat(xero.call("DELETE", "Accounts/" + account("429"), null).status()).isEqualTo(400);
    assertThat(xero.call("DELETE", "Accounts/" + account("420"), null).status()).isEqualTo(200);
  }

  @Test
  void contact_names_and_numbers_are_unique__exact() {
    Reply same = xero.put("Contacts", all("Contacts", Map.of("Name", "Ada Kerr")));
    assertThat(message(same))
        .isEqualTo(
            "The contact name Ada Kerr is already assigned to another contact. The contact name must be unique across all active contacts.");
    xero.put("Contacts", all("Contacts", Map.of("Name", "New One", "ContactNumber", "C1")));
    Reply number =
        xero.put("Contacts", all("Contacts", Map.of("Name", "New Two", "ContactNumber", "C1")));
    assertThat(message(number))
        .isEqualTo(
            "Another contact has this contact number. Please enter a different contact number.");
  }

  @Test
  void an_email_must_be_valid__exact() {
    Reply reply =
        xero.put("Contacts", all("Contacts", Map.of("Name", "New", "EmailAddress", "nobody")));
    assertThat(message(reply)).isEqualTo("Email address must be valid.");
  }

  @Test
  void a_post_updates_the_contact_of_that_number_and_keeps_what_it_does_not_name__doc() {
    xero.put(
        "Contacts",
        all(
            "Contacts",
            Map.of("Name", "New", "ContactNumber", "C1", "EmailAddress", "a@b.example")));
    JsonNode after =
        xero.post("Contacts", all("Contacts", Map.of("ContactNumber", "C1", "FirstName", "N")))
            .at("/Contacts/0");
    assertThat(after.get("Name").asText()).isEqualTo("New");
    assertThat(after.get("EmailAddress").asText()).isEqualTo("a@b.example");
  }

  @Test
  void a_contact_can_be_found_by_email_in_any_case__doc() {
    assertThat(
            xero.get(
                    "Contacts?"
                        + XeroCalls.where(
                            "EmailAddress!=null&&EmailAddress==\"ADA.Kerr@acme.example\""))
                .at("/Contacts"))
        .hasSize(1);
  }

  @Test
  void there_are_at_most_two_active_tracking_categories__doc() {
    assertThat(
            xero.put("TrackingCategories", all("TrackingCategories", Map.of("Name", "Third")))
                .status())
        .isEqualTo(400);
  }

  @Test
  void archived_options_are_shown_only_when_asked_for__doc() {
    assertThat(xero.get("TrackingCategories").json().findValuesAsText("Name"))
        .doesNotContain("Overseas");
    assertThat(xero.get("TrackingCategories?includeArchived=true").json().findValuesAsText("Name"))
        .contains("Overseas");
  }

  @Test
  void own_tax_rates_are_numbered_and_system_ones_stay_as_they_are__doc() {
    Map<String, Object> rate =
        Map.of(
            "Name", "Own",
            "ReportTaxType", "INPUT",
            "TaxComponents", List.of(Map.of("Name", "A", "Rate", "5")));
    assertThat(xero.put("TaxRates", all("TaxRates", rate)).at("/TaxRates/0/TaxType").asText())
        .isEqualTo("TAX001");
    assertThat(
            xero.post("TaxRates", all("TaxRates", Map.of("TaxType", "INPUT2", "Name", "X")))
                .status())
        .isEqualTo(400);
  }

  @Test
  void a_record_has_at_most_ten_files_and_one_of_the_same_name_is_replaced__doc() {
    String contact = xero.get("Contacts").at("/Contacts/0/ContactID").asText();
    IntStream.range(0, 10)
        .forEach(i -> assertThat(attach(contact, i + ".pdf").status()).isEqualTo(200));
    assertThat(attach(contact, "0.pdf").status()).isEqualTo(200);
    assertThat(attach(contact, "10.pdf").status()).isEqualTo(400);
    assertThat(xero.get("Contacts/" + contact + "/Attachments").at("/Attachments")).hasSize(10);
  }

  @Test
  void forbidden_characters_in_file_names_are_refused__doc() {
    String contact = xero.get("Contacts").at("/Contacts/0/ContactID").asText();
    for (String name : List.of("a%3Cb.pdf", "a%7Cb.pdf", "a%3Fb.pdf", "a%2Bb.pdf", "a%00b.pdf")) {
      assertThat(attach(contact, name).status()).as(name).isEqualTo(400);
    }
    assertThat(attach(contact, "r%C3%A9sum%C3%A9%201.pdf").at("/Attachments/0/FileName").asText())
        .isEqualTo("résumé 1.pdf");
  }

  @Test
  void a_note_on_nothing_is_refused__spec() {
    Reply reply =
        xero.put(
            "Invoices/7311b70a-e270-46e9-a182-84031e99b222/History",
            all("HistoryRecords", Map.of("Details", "x")));
    assertThat(message(reply))
        .isEqualTo("The document with the supplied id was not found for this endpoint.");
  }

  @Test
  void a_person_can_add_and_archive_records_beside_the_api() {
    edit("POST", "contacts", Map.of("Name", "Zoe New", "EmailAddress", "zoe.new@acme.example"));
    edit("PATCH", "contacts/Ada Kerr".replace(" ", "%20"), Map.of("ContactStatus", "ARCHIVED"));
    edit("POST", "tracking-categories/Region/options", Map.of("Name", "Centre"));
    edit("PATCH", "tracking-categories/Region/options/North", Map.of("Status", "ARCHIVED"));
    edit("POST", "accounts", Map.of("Code", "499X", "Name", "Extra", "Type", "EXPENSE"));
    edit("POST", "currencies/CHF", Map.of());
    assertThat(xero.get("Contacts").json().findValuesAsText("Name"))
        .contains("Zoe New")
        .doesNotContain("Ada Kerr");
    assertThat(xero.get("TrackingCategories").json().findValuesAsText("Name"))
        .contains("Centre")
        .doesNotContain("North");
    assertThat(xero.get("Accounts").json().findValuesAsText("Code")).contains("499X");
    assertThat(xero.get("Currencies").json().findValuesAsText("Code")).contains("CHF");
  }

  @Test
  void a_large_organisation_can_be_generated() {
    JsonNode made =
        xero.control(
                "POST",
                "organisations",
                Map.of("name", "Large", "country", "UK", "contacts", 10_000, "accounts", 500))
            .json();
    XeroCalls large = xero.as(made.get("clientId").asText(), made.get("clientSecret").asText());
    assertThat(large.get("Contacts?page=11&pageSize=1000").at("/pagination/itemCount").asInt())
        .isGreaterThan(10_000);
    assertThat(large.get("Accounts").at("/Accounts").size()).isGreaterThan(500);
  }

  private Reply attach(String contact, String name) {
    return xero.put(
        "Contacts/" + contact + "/Attachments/" + name,
        "content",
        "Content-Type",
        "application/pdf");
  }

  private Reply newAccount(String code, String name) {
    return xero.put(
        "Accounts", all("Accounts", Map.of("Code", code, "Name", name, "Type", "EXPENSE")));
  }

  private String account(String code) {
    return xero.get("Accounts?" + XeroCalls.where("Code==\"" + code + "\""))
        .at("/Accounts/0/AccountID")
        .asText();
  }

  private void edit(String method, String path, Map<String, Object> body) {
    Reply reply = xero.control(method, "organisations/" + tenantId + "/" + path, body);
    assertThat(reply.status()).as(reply.body()).isLessThan(300);
  }

  private static String message(Reply reply) {
    assertThat(reply.status()).isEqualTo(400);
    return reply.at("/Elements/0/ValidationErrors/0/Message").asText();
  }
}
