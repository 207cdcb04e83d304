package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.flow.Engine.Company;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What may happen to a record in Xero, and what a sync makes of it. All is done in one
 * organisation: first what a sync of changes finds, then what only a full one can.
 */
class SyncMatrixTest {

  private static final Map<String, String> ID = new HashMap<>();
  private static Engine engine;
  private static Company company;
  private static XeroClient xero;

  @BeforeAll
  static void change_everything_once() {
    engine = Engine.shared();
    company = engine.company();
    xero = XeroClient.of(engine.around.sandbox().uri(), company.organisation());
    for (String account : List.of("renamed", "recoded", "archived", "restored", "deleted")) {
      ID.put("account " + account, newAccount(account));
    }
    archive("accounts", "account restored");
    for (String rate : List.of("renamed", "other per cent", "archived", "deleted")) {
      ID.put("rate " + rate, newTaxRate(rate));
    }
    for (String contact : List.of("renamed", "readdressed", "archived", "merged")) {
      ID.put("contact " + contact, newContact(contact));
    }
    JsonNode categories =
        xero.get("TrackingCategories?includeArchived=true").get("TrackingCategories");
    String renamed = categories.get(0).get("TrackingCategoryID").asText();
    String archived = categories.get(1).get("TrackingCategoryID").asText();
    ID.put("category renamed", renamed);
    ID.put("category archived", archived);
    for (String option : List.of("renamed", "archived", "deleted")) {
      ID.put("option " + option, newOption(renamed, option));
    }
    engine.readAgain(company);

    change("accounts", "account renamed", Map.of("Name", "Account renamed again"));
    change("accounts", "account recoded", Map.of("Code", "Y-recoded"));
    archive("accounts", "account archived");
    change("accounts", "account restored", Map.of("Status", "ACTIVE"));
    xero.delete("Accounts/" + ID.get("account deleted"));
    ID.put("account new", newAccount("new"));

    changeRate("rate renamed", Map.of("Name", "Rate renamed again"));
    changeRate("rate other per cent", Map.of("TaxComponents", component("8")));
    changeRate("rate archived", Map.of("Status", "ARCHIVED"));
    changeRate("rate deleted", Map.of("Status", "DELETED"));
    ID.put("rate new", newTaxRate("new"));

    change("contacts", "contact renamed", Map.of("Name", "Contact renamed again " + company.id()));
    change("contacts", "contact readdressed", Map.of("EmailAddress", "other@sync.example"));
    change("contacts", "contact archived", Map.of("ContactStatus", "ARCHIVED"));
    // Xero keeps the contact that was merged into another as an archived one.
    change("contacts", "contact merged", Map.of("ContactStatus", "ARCHIVED"));
    ID.put("contact new", newContact("new"));

    change("tracking-categories", "category renamed", Map.of("Name", "Category renamed again"));
    String options = "tracking-categories/" + renamed + "/options";
    change(options, "option renamed", Map.of("Name", "Option renamed again"));
    change(options, "option archived", Map.of("Status", "ARCHIVED"));
    xero.delete("TrackingCategories/" + renamed + "/Options/" + ID.get("option deleted"));
    ID.put("option new", newOption(renamed, "new"));
    change("tracking-categories", "category archived", Map.of("Status", "ARCHIVED"));
    JsonNode brandNew =
        engine.switches().add(company.tenant(), "tracking-categories", Map.of("Name", "Brand new"));
    ID.put("category new", brandNew.get("TrackingCategoryID").asText());
    engine.readAgain(company);
  }

  @Test
  void a_new_account_is_known() {
    assertThat(last("account new")).isEqualTo("ADDED");
  }

  @Test
  void a_renamed_account_says_its_old_and_new_name() {
    assertThat(last("account renamed"))
        .isEqualTo("CHANGED name: Account renamed -> Account renamed again");
  }

  @Test
  void an_account_with_another_code_says_both() {
    assertThat(last("account recoded")).isEqualTo("CHANGED code: X-recoded -> Y-recoded");
  }

  @Test
  void an_archived_account_is_inactive() {
    assertThat(last("account archived")).isEqualTo("DEACTIVATED active: true -> false");
  }

  @Test
  void an_account_taken_out_of_the_archive_is_active_again() {
    assertThat(last("account restored")).isEqualTo("REACTIVATED active: false -> true");
  }

  @Test
  void a_deleted_account_is_inactive() {
    assertThat(last("account deleted")).isEqualTo("DEACTIVATED active: true -> false");
  }

  @Test
  void a_new_tracking_option_is_known_with_its_category() {
    assertThat(last("option new")).isEqualTo("ADDED");
    assertThat(record("tracking-option", "option new").get("parent").asText())
        .isEqualTo(ID.get("category renamed"));
  }

  @Test
  void a_renamed_tracking_option_says_its_old_and_new_name() {
    assertThat(last("option renamed"))
        .isEqualTo("CHANGED name: Option renamed -> Option renamed again");
  }

  @Test
  void an_archived_tracking_option_is_inactive() {
    assertThat(last("option archived")).isEqualTo("DEACTIVATED active: true -> false");
  }

  @Test
  void a_deleted_tracking_option_is_inactive() {
    assertThat(last("option deleted")).isEqualTo("DEACTIVATED active: true -> false");
  }

  @Test
  void a_renamed_tracking_category_says_its_new_name() {
    assertThat(last("category renamed"))
        .startsWith("CHANGED name: ")
        .endsWith(" -> Category renamed again");
  }

  @Test
  void an_archived_tracking_category_is_inactive() {
    assertThat(last("category archived")).isEqualTo("DEACTIVATED active: true -> false");
  }

  @Test
  void a_deleted_tracking_category_is_inactive_with_its_options() {
    Company other = engine.company();
    XeroClient books = XeroClient.of(engine.around.sandbox().uri(), other.organisation());
    JsonNode category = books.get("TrackingCategories").at("/TrackingCategories/0");
    books.delete("TrackingCategories/" + category.get("TrackingCategoryID").asText());
    engine.readAgain(other);

    String path = "/companies/" + other.id() + "/reference-data/";
    assertThat(engine.api.get(path + "tracking-category?active=false").get("items"))
        .extracting(each -> each.get("id").asText())
        .contains(category.get("TrackingCategoryID").asText());
    assertThat(engine.api.get(path + "tracking-option?active=false").get("items"))
        .extracting(each -> each.get("id").asText())
        .containsAll(category.get("Options").findValuesAsText("TrackingOptionID"));
  }

  @Test
  void a_brand_new_tracking_category_is_known() {
    assertThat(last("category new")).isEqualTo("ADDED");
  }

  @Test
  void a_new_tax_rate_is_known() {
    assertThat(last("rate new")).isEqualTo("ADDED");
  }

  @Test
  void a_renamed_tax_rate_says_its_old_and_new_name() {
    assertThat(last("rate renamed")).isEqualTo("CHANGED name: Rate renamed -> Rate renamed again");
  }

  @Test
  void a_tax_rate_of_another_percentage_says_both() {
    assertThat(last("rate other per cent")).startsWith("CHANGED effectiveRate: 7").contains("-> 8");
  }

  @Test
  void an_archived_tax_rate_is_inactive() {
    assertThat(last("rate archived")).isEqualTo("DEACTIVATED active: true -> false");
  }

  @Test
  void a_deleted_tax_rate_is_inactive() {
    assertThat(last("rate deleted")).isEqualTo("DEACTIVATED active: true -> false");
  }

  @Test
  void a_new_contact_is_known_by_its_e_mail_in_lower_case() {
    assertThat(last("contact new")).isEqualTo("ADDED");
    assertThat(record("contact", "contact new").get("email").asText())
        .isEqualTo("new@sync.example");
  }

  @Test
  void a_renamed_contact_says_its_new_name() {
    assertThat(last("contact renamed")).startsWith("CHANGED").contains("-> Contact renamed again");
  }

  @Test
  void a_contact_with_another_e_mail_says_both() {
    assertThat(last("contact readdressed"))
        .isEqualTo("CHANGED email: readdressed@sync.example -> other@sync.example");
  }

  @Test
  void an_archived_contact_is_inactive() {
    assertThat(last("contact archived")).isEqualTo("DEACTIVATED active: true -> false");
  }

  @Test
  void a_merged_contact_is_inactive() {
    assertThat(last("contact merged")).isEqualTo("DEACTIVATED active: true -> false");
  }

  /** The newest line of the sync log about that record, in words. */
  private static String last(String what) {
    JsonNode entry =
        engine
            .api
            .get("/companies/" + company.id() + "/sync-log?limit=1&id=" + ID.get(what))
            .get("items")
            .get(0);
    String change = entry.get("change").asText();
    return change.equals("ADDED")
        ? change
        : change
            + StreamSupport.stream(entry.get("changed").spliterator(), false)
                .map(
                    field ->
                        " %s: %s -> %s"
                            .formatted(
                                field.get("field").asText(),
                                field.path("old").asText(),
                                field.path("new").asText()))
                .reduce("", String::concat);
  }

  private static JsonNode record(String kind, String what) {
    return engine
        .api
        .get(
            "/companies/%s/reference-data/%s?search=%s".formatted(company.id(), kind, ID.get(what)))
        .get("items")
        .get(0);
  }

  private static void change(String records, String what, Map<String, ?> fields) {
    engine.switches().change(company.tenant(), records, ID.get(what), fields);
  }

  private static void archive(String records, String what) {
    change(records, what, Map.of("Status", "ARCHIVED"));
  }

  private static void changeRate(String what, Map<String, ?> fields) {
    Map<String, Object> body = new HashMap<>(fields);
    body.put("TaxType", ID.get(what));
    engine.switches().changeTaxRate(company.tenant(), body);
  }

  private static String newAccount(String name) {
    return engine
        .switches()
        .add(
            company.tenant(),
            "accounts",
            Map.of("Code", "X-" + name, "Name", "Account " + name, "Type", "EXPENSE"))
        .get("AccountID")
        .asText();
  }

  private static String newTaxRate(String name) {
    return engine
        .switches()
        .add(
            company.tenant(),
            "tax-rates",
            Map.of(
                "Name", "Rate " + name, "ReportTaxType", "INPUT", "TaxComponents", component("7")))
        .get("TaxType")
        .asText();
  }

  private static List<Map<String, ?>> component(String rate) {
    return List.of(Map.of("Name", "Tax", "Rate", new BigDecimal(rate)));
  }

  private static String newContact(String name) {
    return engine
        .switches()
        .add(
            company.tenant(),
            "contacts",
            Map.of("Name", "Contact " + name, "EmailAddress", name + "@Sync.example"))
        .get("ContactID")
        .asText();
  }

  private static String newOption(String category, String name) {
    return engine
        .switches()
        .add(
            company.tenant(),
            "tracking-categories/" + category + "/options",
            Map.of("Name", "Option " + name))
        .get("TrackingOptionID")
        .asText();
  }
}
