package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Contacts and their groups: xero-api.md 2.4 and 4.4. */
@ExtendWith(SandboxExtension.class)
class ContactRulesTest {

  private Clerk clerk;
  private XeroCalls xero;

  @BeforeEach
  void start(XeroCalls calls) {
    clerk = Clerk.of(calls);
    xero = clerk.xero;
  }

  @Test
  void a_name_is_needed__doc() {
    assertThat(clerk.error("Contacts", Map.of("FirstName", "A"))).isNotEmpty();
  }

  @ParameterizedTest(name = "\"{0}\" is no name __doc")
  @ValueSource(strings = {"A<b", "A>b", " A", "A ", "A  b"})
  void names(String name) {
    assertThat(clerk.error("Contacts", Map.of("Name", name))).isNotEmpty();
  }

  @ParameterizedTest(name = "{0} is no e-mail address __doc")
  @ValueSource(strings = {"nobody", "a@b", "a b@c.example", "jürgen@acme.example", "a@bücher.de"})
  void emails(String email) {
    assertThat(clerk.error("Contacts", Map.of("Name", "New", "EmailAddress", email)))
        .isEqualTo("Email address must be valid.");
  }

  @Test
  void a_put_with_a_known_number_or_name_is_refused__doc() {
    clerk.good("Contacts", Map.of("Name", "New", "ContactNumber", "C1"));
    assertThat(clerk.error("Contacts", Map.of("Name", "Other", "ContactNumber", "C1")))
        .isNotEmpty();
    assertThat(clerk.error("Contacts", Map.of("Name", "New"))).isNotEmpty();
  }

  @Test
  void a_post_with_a_known_name_alone_is_refused__spec() {
    assertThat(Clerk.errors(clerk.post("Contacts", Map.of("Name", "Ada Kerr")))).isNotEmpty();
  }

  @Test
  void a_name_is_free_again_once_its_contact_is_archived__doc() {
    clerk.post("Contacts", Map.of("ContactID", clerk.ada(), "ContactStatus", "ARCHIVED"));
    clerk.good("Contacts", Map.of("Name", "Ada Kerr"));
    assertThat(
            Clerk.errors(
                clerk.post(
                    "Contacts", Map.of("ContactID", clerk.ada(), "ContactStatus", "ACTIVE"))))
        .isNotEmpty();
  }

  @Test
  void a_post_updates_by_id_or_number_and_keeps_what_it_does_not_name__doc() {
    JsonNode made =
        clerk.good(
            "Contacts",
            Map.of("Name", "New", "ContactNumber", "C1", "EmailAddress", "a@b.example"));
    clerk.post("Contacts", Map.of("ContactNumber", "C1", "FirstName", "N"));
    clerk.post("Contacts", Map.of("ContactID", Clerk.id("Contacts", made), "LastName", "M"));
    JsonNode after = xero.get("Contacts/C1").at("/Contacts/0");
    assertThat(after.get("ContactID")).isEqualTo(made.get("ContactID"));
    assertThat(after.get("Name").asText()).isEqualTo("New");
    assertThat(after.get("FirstName").asText()).isEqualTo("N");
    assertThat(after.get("LastName").asText()).isEqualTo("M");
    assertThat(after.get("EmailAddress").asText()).isEqualTo("a@b.example");
  }

  @Test
  void a_list_of_persons_replaces_the_old_one_and_has_at_most_five__doc() {
    JsonNode made = clerk.good("Contacts", Map.of("Name", "New", "ContactPersons", persons(5)));
    String id = Clerk.id("Contacts", made);
    clerk.post("Contacts", Map.of("ContactID", id, "ContactPersons", persons(1)));
    assertThat(clerk.read("Contacts", made).get("ContactPersons")).hasSize(1);
    assertThat(
            Clerk.errors(
                clerk.post("Contacts", Map.of("ContactID", id, "ContactPersons", persons(6)))))
        .isNotEmpty();
  }

  @Test
  void a_contact_in_a_document_with_more_than_its_id_is_rewritten_and_loses_its_persons__doc() {
    JsonNode made = clerk.good("Contacts", Map.of("Name", "New", "ContactPersons", persons(2)));
    String id = Clerk.id("Contacts", made);
    Map<String, Object> bill = Bodies.bill(id, "B", "1.00");
    clerk.good("Invoices", bill);
    assertThat(clerk.read("Contacts", made).get("ContactPersons")).hasSize(2);
    bill.put("Contact", Map.of("ContactID", id, "FirstName", "N"));
    clerk.good("Invoices", bill);
    assertThat(clerk.read("Contacts", made).get("FirstName").asText()).isEqualTo("N");
    assertThat(clerk.read("Contacts", made).get("ContactPersons")).isEmpty();
  }

  @ParameterizedTest(name = "a contact that is {0} cannot be used __doc")
  @ValueSource(strings = {"ARCHIVED", "GDPRREQUEST"})
  void out_of_use(String status) {
    clerk.post("Contacts", Map.of("ContactID", clerk.ada(), "ContactStatus", status));
    assertThat(clerk.error("Invoices", Bodies.bill(clerk.ada(), "B", "1.00")))
        .startsWith("The contact with the specified contact details has been archived.");
  }

  @Test
  void supplier_and_customer_cannot_be_written_and_follow_from_documents__doc() {
    JsonNode made =
        clerk.good("Contacts", Map.of("Name", "N", "IsSupplier", true, "IsCustomer", true));
    assertThat(made.get("IsSupplier").asBoolean()).isFalse();
    assertThat(made.get("IsCustomer").asBoolean()).isFalse();
    clerk.good("Invoices", Bodies.sale(Clerk.id("Contacts", made), "S", "1.00"));
    JsonNode after = clerk.read("Contacts", made);
    assertThat(after.get("IsCustomer").asBoolean()).isTrue();
    assertThat(after.get("IsSupplier").asBoolean()).isFalse();
    assertThat(after.get("UpdatedDateUTC")).isEqualTo(made.get("UpdatedDateUTC"));
  }

  @Test
  void both_addresses_and_four_phones_are_always_there__observed() {
    JsonNode ada = xero.get("Contacts/" + clerk.ada()).at("/Contacts/0");
    assertThat(ada.get("Addresses").findValuesAsText("AddressType"))
        .containsExactlyInAnyOrder("POBOX", "STREET");
    assertThat(ada.get("Phones").findValuesAsText("PhoneType"))
        .containsExactlyInAnyOrder("DEFAULT", "DDI", "FAX", "MOBILE");
  }

  @Test
  void an_unknown_kind_of_address_or_phone_refuses_the_request__spec() {
    for (Map<String, Object> parts :
        List.of(
            Map.<String, Object>of("Addresses", List.of(Map.of("AddressType", "HOME"))),
            Map.<String, Object>of("Phones", List.of(Map.of("PhoneType", "PAGER"))))) {
      Reply reply = xero.post("Contacts/" + clerk.ada(), all("Contacts", parts));
      assertThat(reply.at("/ErrorNumber").asInt()).isEqualTo(14);
    }
  }

  @Test
  void bank_details_are_shown_as_they_were_given__spec() {
    JsonNode made = clerk.good("Contacts", Map.of("Name", "N", "BankAccountDetails", "12-34"));
    assertThat(clerk.read("Contacts", made).get("BankAccountDetails").asText()).isEqualTo("12-34");
  }

  @Test
  void a_summary_leaves_out_what_the_reference_names__doc() {
    JsonNode summary = xero.get("Contacts?summaryOnly=true").json();
    assertThat(summary.has("pagination")).isTrue();
    for (String left :
        List.of(
            "Addresses",
            "Balances",
            "ContactGroups",
            "ContactPersons",
            "IsCustomer",
            "IsSupplier",
            "SalesDefaultAccountCode",
            "SalesTrackingCategories",
            "PurchasesTrackingCategories")) {
      assertThat(summary.at("/Contacts/0").has(left)).as(left).isFalse();
    }
  }

  @Test
  void a_list_without_pages_is_whole_but_for_where_a_contact_was_merged_to__observed() {
    JsonNode listed = xero.get("Contacts").at("/Contacts/0");
    List.of("Addresses", "Phones", "IsSupplier", "IsCustomer", "ContactPersons", "HasAttachments")
        .forEach(name -> assertThat(listed.has(name)).as(name).isTrue());
    assertThat(listed).isEqualTo(xero.get("Contacts?page=1").at("/Contacts/0"));
  }

  @Test
  void a_search_finds_the_company_number_too__doc() {
    clerk.good("Contacts", Map.of("Name", "New", "CompanyNumber", "NZBN-77"));
    assertThat(xero.get("Contacts?searchTerm=nzbn").at("/Contacts")).hasSize(1);
  }

  @Test
  void a_merged_contact_is_archived_and_points_to_the_other_one__spec() {
    String ben = clerk.contact("ben.otieno@acme.example");
    JsonNode bill = clerk.good("Invoices", Bodies.bill(clerk.ada(), "B", "1.00"));
    JsonNode before = xero.get("Contacts/" + ben).at("/Contacts/0");
    xero.advance("PT5S");
    clerk.person("PATCH", "contacts/" + clerk.ada(), Map.of("mergedTo", "Ben Otieno"));

    JsonNode ada = xero.get("Contacts/" + clerk.ada()).at("/Contacts/0");
    assertThat(ada.get("ContactStatus").asText()).isEqualTo("ARCHIVED");
    assertThat(ada.get("MergedToContactID").asText()).isEqualTo(ben);
    assertThat(merged("page=1")).isEqualTo(1);
    assertThat(merged("summaryOnly=true")).isZero();
    assertThat(merged("order=Name")).isZero();
    assertThat(clerk.read("Invoices", bill).at("/Contact/ContactID").asText()).isEqualTo(ben);
    assertThat(clerk.read("Invoices", bill).get("UpdatedDateUTC"))
        .isEqualTo(bill.get("UpdatedDateUTC"));
    JsonNode after = xero.get("Contacts/" + ben).at("/Contacts/0");
    assertThat(after.get("IsSupplier").asBoolean()).isTrue();
    assertThat(after.get("UpdatedDateUTC")).isNotEqualTo(before.get("UpdatedDateUTC"));
    assertThat(clerk.error("Invoices", Bodies.bill(clerk.ada(), "B", "1.00"))).isNotEmpty();
  }

  @Test
  void an_app_cannot_merge_contacts__doc() {
    String ben = clerk.contact("ben.otieno@acme.example");
    clerk.post("Contacts", Map.of("ContactID", clerk.ada(), "MergedToContactID", ben));
    JsonNode ada = xero.get("Contacts/" + clerk.ada()).at("/Contacts/0");
    assertThat(ada.has("MergedToContactID")).isFalse();
    assertThat(ada.get("ContactStatus").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void a_contact_cannot_be_merged_into_itself() {
    Reply reply =
        xero.control(
            "PATCH",
            "organisations/" + clerk.tenantId + "/contacts/" + clerk.ada(),
            Map.of("mergedTo", clerk.ada()));
    assertThat(reply.status()).isEqualTo(400);
  }

  @Test
  void a_group_has_contacts_which_show_it__spec() {
    String group =
        clerk
            .xero
            .put("ContactGroups", all("ContactGroups", Map.of("Name", "VIPs")))
            .at("/ContactGroups/0/ContactGroupID")
            .asText();
    String contacts = "ContactGroups/" + group + "/Contacts";
    xero.put(contacts, all("Contacts", Map.of("ContactID", clerk.ada())));
    assertThat(xero.get("ContactGroups/" + group).at("/ContactGroups/0/Contacts")).hasSize(1);
    assertThat(xero.get("ContactGroups").at("/ContactGroups/0").has("Contacts")).isFalse();
    assertThat(xero.get("Contacts/" + clerk.ada()).at("/Contacts/0/ContactGroups/0/Name").asText())
        .isEqualTo("VIPs");
    assertThat(xero.call("DELETE", contacts + "/" + clerk.ada(), null).status()).isEqualTo(204);
    assertThat(xero.get("ContactGroups/" + group).at("/ContactGroups/0/Contacts")).isEmpty();
    xero.post("ContactGroups/" + group, Map.of("Status", "DELETED"));
    assertThat(xero.get("ContactGroups").at("/ContactGroups")).isEmpty();
  }

  private int merged(String query) {
    return xero.get("Contacts?includeArchived=true&" + query)
        .json()
        .findValues("MergedToContactID")
        .size();
  }

  private static List<Map<String, Object>> persons(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Map.<String, Object>of("FirstName", "P" + i, "LastName", "Q"))
        .toList();
  }
}
