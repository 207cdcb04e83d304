package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.Sample;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.flow.Engine.Company;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.HttpClientErrorException;

/** What a company imports: chosen in a draft, completed, changed later, carried over. */
class ImportSettingsTest {

  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
  }

  @Test
  void before_anything_is_connected_imports_and_exports_are_refused_with_that_reason() {
    String company = "settings-" + UUID.randomUUID();
    engine.api.putCompany(company, Map.of("name", "New"));

    assertThat(engine.api.company(company).get("state").asText()).isEqualTo("NOT_ENABLED");
    assertThatThrownBy(() -> engine.api.startImport(company))
        .isInstanceOf(HttpClientErrorException.Conflict.class)
        .hasMessageContaining("NOT_ENABLED");
    assertThatThrownBy(() -> engine.api.startExport(company))
        .hasMessageContaining("not connected to Xero");
    assertThat(codes(choices(company))).containsExactly("NOTHING_READ_YET");
  }

  @Test
  void connecting_reads_what_can_be_chosen_and_the_usual_is_selected() {
    Company company = connected();

    assertThat(state(company)).isEqualTo("SETUP_INCOMPLETE");
    JsonNode choices = choices(company.id());
    assertThat(choices.at("/accountTypes/0/type").asText()).isEqualTo("EXPENSE");
    assertThat(choices.at("/accountTypes/0/selected").asText()).isEqualTo("ALL");
    assertThat(choices.get("accountTypes"))
        .filteredOn(type -> !type.get("type").asText().equals("EXPENSE"))
        .isNotEmpty()
        .allMatch(type -> type.get("selected").asText().equals("NONE"));
    assertThat(named(choices, "taxRates", "taxType", "INPUT2").get("selected").asBoolean())
        .isTrue();
    for (String sales : List.of("OUTPUT2", "ZERORATED")) {
      JsonNode rate = named(choices, "taxRates", "taxType", sales);
      assertThat(rate.get("selected").asBoolean()).as(sales).isFalse();
      assertThat(rate.get("reason").asText()).contains("for sales");
    }
    assertThat(choices.get("trackingCategories")).hasSize(2).noneMatch(each -> each.has("use"));
    assertThat(codes(choices))
        .containsExactly(
            "TRACKING_CATEGORY_UNDECIDED",
            "TRACKING_CATEGORY_UNDECIDED",
            "NO_COST_OBJECT",
            "NO_ACTIVE_USER");
    assertThatThrownBy(() -> engine.api.startImport(company.id()))
        .hasMessageContaining("SETUP_INCOMPLETE");
  }

  @Test
  void each_step_is_kept_in_the_draft_and_nothing_is_told_before_it_is_complete() {
    Company company = connected();
    patch(company, Map.of("taxRates", Map.of("deselected", List.of("INPUT2"))));
    JsonNode account = choices(company.id()).at("/accountTypes/0/accounts/0");
    JsonNode after =
        patch(
            company,
            Map.of(
                "accounts", Map.of("types", List.of(), "accounts", List.of(id(account), "none"))));

    assertThat(named(after, "taxRates", "taxType", "INPUT2").get("selected").asBoolean()).isFalse();
    assertThat(after.at("/accountTypes/0/selected").asText()).isEqualTo("SOME");
    assertThat(codes(after)).contains("ACCOUNT_UNKNOWN");
    assertThatThrownBy(() -> complete(company))
        .isInstanceOf(HttpClientErrorException.UnprocessableEntity.class)
        .hasMessageContaining("NO_COST_OBJECT")
        .hasMessageContaining("ACCOUNT_UNKNOWN");
    assertThat(state(company)).isEqualTo("SETUP_INCOMPLETE");
    assertThat(Topic.readAll(engine.around.kafka(), "perk.reference-data"))
        .noneMatch(record -> record.key().startsWith(company.id() + "/"));
  }

  @Test
  void what_does_not_fit_is_said_all_at_once() {
    Company company = connected();
    JsonNode choices = choices(company.id());
    String category = choices.at("/trackingCategories/0/id").asText();
    List<String> options = choices.at("/trackingCategories/0/options").findValuesAsText("id");
    String bank = company.books().bankAccounts().get(0);

    JsonNode after =
        patch(
            company,
            Map.of(
                "accounts", Map.of("types", List.of("BANK"), "accounts", List.of(bank)),
                "trackingCategories",
                    Map.of(
                        category,
                        Map.of("use", "COST_OBJECT", "deselected", options),
                        "nothing",
                        Map.of("use", "CUSTOM_FIELD")),
                "taxRates", Map.of("selected", List.of("NOSUCHTAX"))));

    assertThat(codes(after))
        .contains(
            "ACCOUNT_NOT_SELECTABLE",
            "NO_ACCOUNT",
            "NO_OPTION",
            "TRACKING_CATEGORY_UNKNOWN",
            "TAX_RATE_UNKNOWN");
    assertThatThrownBy(
            () ->
                patch(company, Map.of("trackingCategories", Map.of(category, Map.of("use", "X")))))
        .isInstanceOf(HttpClientErrorException.BadRequest.class)
        .hasMessageContaining("'X' is none of [COST_OBJECT, CUSTOM_FIELD, SKIP]");
    assertThatThrownBy(() -> patch(company, Map.of("taxrates", Map.of())))
        .isInstanceOf(HttpClientErrorException.BadRequest.class)
        .hasMessageContaining("There is no 'taxrates' here");
  }

  @Test
  void a_document_that_came_before_the_set_up_is_held_for_it_and_goes_out_by_itself() {
    Company company = connected();
    engine.api.choose(
        company.id(), "perk", Map.of("transferAccount", company.books().bankAccounts().get(0)));
    List<Sample> one = travel(company);
    engine.send(one);
    engine.awaitSummary(company, Map.of("HELD", 1L));
    JsonNode problem = engine.api.postings(company.id(), "HELD").get(0).at("/problems/0");
    assertThat(problem.get("code").asText()).isEqualTo("SETUP_INCOMPLETE");
    assertThat(problem.get("actor").asText()).isEqualTo("ADMIN");

    CompanySetUp.importExpenses(engine.api, company.id(), company.books().employees().get(0));

    assertThat(state(company)).isEqualTo("ACTIVE");
    engine.awaitSummary(company, Map.of("POSTED", 1L));
  }

  @Test
  void a_new_account_is_imported_with_its_type_but_not_beside_single_ones() {
    Company company = engine.company();
    JsonNode single =
        named(choices(company.id()), "accountTypes", "type", "REVENUE").at("/accounts/0");
    patch(
        company,
        Map.of("accounts", Map.of("types", List.of("EXPENSE"), "accounts", List.of(id(single)))));
    complete(company);

    String ofType = newAccount(company, "T-1", "EXPENSE");
    String besides = newAccount(company, "T-2", "REVENUE");
    engine.readAgain(company);

    assertThat(record(company, "account", id(single)).get("importedAs").asText())
        .isEqualTo("CATEGORY");
    assertThat(record(company, "account", ofType).get("importedAs").asText()).isEqualTo("CATEGORY");
    assertThat(record(company, "account", besides).has("importedAs")).isFalse();
    awaitTold(company, "account/" + ofType, "\"active\":true");
    assertThat(told(company, "account/" + besides)).isEmpty();
  }

  @Test
  void a_deselected_account_becomes_inactive_at_the_platform_and_holds_what_uses_it() {
    Company company = engine.company();
    List<Sample> one = travel(company);
    String used = one.get(0).value().replaceAll("(?s).*\"category\":\"([^\"]*)\".*", "$1");
    List<String> others =
        company.books().expenseAccounts().stream()
            .filter(id -> !one.get(0).value().contains(id))
            .toList();
    patch(company, Map.of("accounts", Map.of("types", List.of(), "accounts", others)));
    JsonNode preview = engine.api.get("/companies/" + company.id() + "/import-settings/preview");
    assertThat(preview.get("deselected").asInt()).isPositive();
    assertThat(preview.get("changes").findValuesAsText("id")).contains(used);
    complete(company);

    awaitTold(company, "account/" + used, "\"change\":\"DESELECTED\"");
    assertThat(told(company, "account/" + used))
        .last()
        .asString()
        .contains("\"active\":false", "\"field\":\"importedAs\"", "\"old\":\"CATEGORY\"");
    assertThat(log(company, used).get("cause").asText()).isEqualTo("SETTING");
    engine.send(one);
    engine.awaitSummary(company, Map.of("HELD", 1L));
    assertThat(engine.api.postings(company.id(), "HELD").get(0).get("problems"))
        .anyMatch(each -> each.get("code").asText().equals("CATEGORY_NOT_IMPORTED"));
    assertThat(
            engine
                .api
                .get("/companies/" + company.id() + "/import-settings/preview")
                .get("documentsTouched")
                .asInt())
        .as("nothing is to be changed now")
        .isZero();

    patch(
        company,
        Map.of(
            "accounts",
            Map.of("types", List.of("EXPENSE", "OVERHEADS", "DIRECTCOSTS", "DEPRECIATN"))));
    assertThat(
            engine
                .api
                .get("/companies/" + company.id() + "/import-settings/preview")
                .get("selected")
                .asInt())
        .isPositive();
    complete(company);
    engine.awaitSummary(company, Map.of("POSTED", 1L));
  }

  @Test
  void a_deselected_tax_rate_becomes_inactive_and_a_selected_one_for_sales_is_warned_of() {
    Company company = engine.company();
    patch(
        company,
        Map.of(
            "taxRates", Map.of("selected", List.of("OUTPUT2"), "deselected", List.of("INPUT2"))));
    complete(company);

    assertThat(record(company, "tax-rate", "INPUT2").has("importedAs")).isFalse();
    assertThat(record(company, "tax-rate", "OUTPUT2").get("importedAs").asText())
        .isEqualTo("TAX_RATE");
    awaitTold(company, "tax-rate/INPUT2", "\"active\":false");
    JsonNode check = preflight(company, "tax-rates");
    assertThat(check.get("ok").asBoolean()).isFalse();
    assertThat(check.get("message").asText()).contains("OUTPUT2");
  }

  @Test
  void a_category_can_become_a_custom_field_later_and_the_preview_says_what_that_touches() {
    Company company = engine.company();
    JsonNode category = choices(company.id()).at("/trackingCategories/0");
    String option = category.at("/options/0/id").asText();
    patch(
        company,
        Map.of(
            "trackingCategories",
            Map.of(id(category), Map.of("use", "CUSTOM_FIELD", "deselected", List.of(option)))));

    patch(
        company, Map.of("trackingCategories", Map.of(id(category), Map.of("use", "CUSTOM_FIELD"))));

    JsonNode preview = engine.api.get("/companies/" + company.id() + "/import-settings/preview");
    assertThat(preview.get("deselected").asInt()).as("kept by the second change").isEqualTo(1);
    assertThat(preview.get("changed").asInt()).isEqualTo(category.get("options").size());
    assertThat(preview.at("/changes/0").toString()).contains("COST_OBJECT");
    assertThat(record(company, "tracking-category", id(category)).get("importedAs").asText())
        .as("not before it is complete")
        .isEqualTo("COST_OBJECT");
    complete(company);

    awaitTold(company, "tracking-category/" + id(category), "\"importedAs\":\"CUSTOM_FIELD\"");
    awaitTold(company, "tracking-option/" + option, "\"active\":false");
    JsonNode added =
        engine
            .switches()
            .add(
                company.tenant(),
                "tracking-categories/" + id(category) + "/options",
                Map.of("Name", "Later"));
    engine.readAgain(company);
    awaitTold(
        company,
        "tracking-option/" + added.get("TrackingOptionID").asText(),
        "\"importedAs\":\"CUSTOM_FIELD\"");
  }

  @Test
  void a_brand_new_category_is_offered_and_imported_once_it_is_mapped() {
    Company company = engine.company();
    String former = choices(company.id()).at("/trackingCategories/1/id").asText();
    engine
        .switches()
        .change(company.tenant(), "tracking-categories", former, Map.of("Status", "ARCHIVED"));
    String added =
        engine
            .switches()
            .add(company.tenant(), "tracking-categories", Map.of("Name", "Brand new"))
            .get("TrackingCategoryID")
            .asText();
    engine
        .switches()
        .add(company.tenant(), "tracking-categories/" + added + "/options", Map.of("Name", "One"));
    engine.readAgain(company);

    assertThat(engine.api.company(company.id()).at("/lastImport/report/attention"))
        .anyMatch(
            each ->
                each.get("code").asText().equals("TRACKING_CATEGORY_NEW")
                    && each.get("subject").asText().equals(added)
                    && each.get("message").asText().endsWith("is new, and offered for mapping."));
    assertThat(told(company, "tracking-category/" + added)).isEmpty();
    assertThat(codes(choices(company.id()))).containsExactly("TRACKING_CATEGORY_UNDECIDED");

    patch(company, Map.of("trackingCategories", Map.of(added, Map.of("use", "CUSTOM_FIELD"))));
    complete(company);
    awaitTold(company, "tracking-category/" + added, "\"importedAs\":\"CUSTOM_FIELD\"");
    assertThat(engine.api.company(company.id()).at("/lastImport/report/attention"))
        .noneMatch(each -> each.get("code").asText().equals("TRACKING_CATEGORY_NEW"));
  }

  @Test
  void a_draft_thrown_away_leaves_what_is_in_force() {
    Company company = engine.company();
    assertThat(choices(company.id()).get("draft").asBoolean()).isFalse();
    assertThat(
            patch(company, Map.of("accounts", Map.of("types", List.of()))).get("draft").asBoolean())
        .isTrue();
    engine.api.delete("/companies/" + company.id() + "/import-settings");

    assertThat(choices(company.id()).get("draft").asBoolean()).isFalse();
    assertThat(choices(company.id()).at("/accountTypes/0/selected").asText()).isEqualTo("ALL");
    assertThat(state(company)).isEqualTo("ACTIVE");
  }

  @Test
  void the_preflight_names_each_gap_before_the_first_export() {
    Company company = connected();

    assertThat(gaps(company))
        .contains("set-up", "perk/cards", "perk/transferAccount", "people")
        .doesNotContain("bank-account", "scopes");
    assertThat(gaps(engine.company())).isEmpty();
    engine.switches().change(company.tenant(), Map.of("periodLockDate", "2026-06-30"));
    engine.api.startSetUpRead(company.id());
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(preflight(company, "lock-dates").get("message").asText())
                    .contains("2026-06-30"));
  }

  @Test
  void a_nightly_import_of_a_company_that_is_not_set_up_is_passed_over_with_the_reason() {
    Company company = connected();
    engine.api.putCompany(company.id(), Map.of("syncAt", "03:00"));
    engine
        .context
        .getBean(JdbcClient.class)
        .sql(
            "update import_schedule set next_run_at = next_run_at - interval '1 day' where company"
                + " = ?")
        .param(company.id())
        .update();

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(engine.api.company(company.id()).at("/skippedImport/reason").asText())
                    .contains("set-up is not complete"));
  }

  @Test
  void in_another_organisation_choices_bind_by_code_or_name_and_the_rest_is_for_review() {
    Company company = engine.company();
    String single = newAccount(company, "ONLY-1", "REVENUE");
    engine.readAgain(company);
    JsonNode before = choices(company.id());
    String meals = before.at("/accountTypes/0/accounts/2/id").asText();
    String code = before.at("/accountTypes/0/accounts/2/code").asText();
    String north = before.at("/trackingCategories/1/options/0/name").asText();
    patch(
        company,
        Map.of(
            "accounts", Map.of("accounts", List.of(meals, single)),
            "trackingCategories",
                Map.of(
                    before.at("/trackingCategories/1/id").asText(),
                    Map.of(
                        "use",
                        "CUSTOM_FIELD",
                        "deselected",
                        List.of(before.at("/trackingCategories/1/options/0/id").asText())))));
    complete(company);

    Organisation other = engine.switches().addOrganisation("Moved " + company.id(), "NZ");
    engine.api.connect(company.id(), other.clientId(), other.clientSecret());
    // Somebody who is quicker than the first read must not keep the former choices from binding.
    patch(company, Map.of("taxRates", Map.of("deselected", List.of("INPUT2"))));
    CompanySetUp.awaitImport(engine.api, company.id());

    assertThat(state(company)).isEqualTo("SETUP_INCOMPLETE");
    JsonNode after = choices(company.id());
    assertThat(after.get("draft").asBoolean()).isTrue();
    assertThat(after.get("review")).hasSize(1);
    assertThat(after.at("/review/0/code").asText()).isEqualTo("ONLY-1");
    assertThat(after.at("/accountTypes/0/accounts"))
        .filteredOn(account -> account.get("selected").asBoolean())
        .singleElement()
        .matches(account -> account.get("code").asText().equals(code))
        .matches(account -> !account.get("id").asText().equals(meals));
    assertThat(after.at("/trackingCategories/1/use").asText()).isEqualTo("CUSTOM_FIELD");
    assertThat(after.at("/trackingCategories/1/options"))
        .filteredOn(option -> !option.get("selected").asBoolean())
        .singleElement()
        .matches(option -> option.get("name").asText().equals(north));
    assertThat(engine.api.company(company.id()).get("reviewNeeded")).isEmpty();
    complete(company);
    assertThat(state(company)).isEqualTo("ACTIVE");
    assertThat(choices(company.id()).get("review")).isEmpty();
  }

  /** Connected and read, nothing chosen. */
  private static Company connected() {
    String id = "settings-" + UUID.randomUUID();
    Organisation organisation = engine.switches().addOrganisation("Books of " + id, "NZ");
    engine.api.putCompany(id, Map.of("name", "New"));
    engine.api.connect(id, organisation.clientId(), organisation.clientSecret());
    CompanySetUp.awaitImport(engine.api, id);
    return new Company(
        id,
        organisation,
        SandboxBooks.read(
            engine.around.sandbox().uri(), organisation.clientId(), organisation.clientSecret()));
  }

  private static List<Sample> travel(Company company) {
    return company.expenses(7).good(40).stream()
        .filter(sample -> sample.value().contains("\"paidBy\":\"travel\""))
        .limit(1)
        .toList();
  }

  private static JsonNode choices(String company) {
    return engine.api.get("/companies/" + company + "/import-settings");
  }

  private static JsonNode patch(Company company, Map<String, ?> change) {
    return engine.api.patch("/companies/" + company.id() + "/import-settings", change);
  }

  private static void complete(Company company) {
    engine.api.post("/companies/" + company.id() + "/import-settings/complete");
  }

  private static String state(Company company) {
    return engine.api.company(company.id()).get("state").asText();
  }

  private static List<String> codes(JsonNode choices) {
    return choices.get("problems").findValuesAsText("code");
  }

  private static String id(JsonNode record) {
    return record.get("id").asText();
  }

  private static JsonNode named(JsonNode choices, String list, String key, String value) {
    return StreamSupport.stream(choices.get(list).spliterator(), false)
        .filter(each -> each.get(key).asText().equals(value))
        .findFirst()
        .orElseThrow();
  }

  private static String newAccount(Company company, String code, String type) {
    return engine
        .switches()
        .add(
            company.tenant(), "accounts", Map.of("Code", code, "Name", "New " + code, "Type", type))
        .get("AccountID")
        .asText();
  }

  private static JsonNode record(Company company, String kind, String id) {
    return engine
        .api
        .get("/companies/%s/reference-data/%s?search=%s".formatted(company.id(), kind, id))
        .at("/items/0");
  }

  private static JsonNode log(Company company, String id) {
    return engine
        .api
        .get("/companies/" + company.id() + "/sync-log?limit=1&id=" + id)
        .at("/items/0");
  }

  private static List<String> told(Company company, String record) {
    return Topic.readAll(engine.around.kafka(), "perk.reference-data").stream()
        .filter(each -> each.key().equals(company.id() + "/" + record))
        .map(each -> each.value())
        .toList();
  }

  private static void awaitTold(Company company, String record, String part) {
    Awaitility.await(record)
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(told(company, record)).last().asString().contains(part));
  }

  private static JsonNode preflight(Company company, String check) {
    for (JsonNode each : engine.api.get("/companies/" + company.id() + "/preflight")) {
      if (each.get("check").asText().equals(check)) {
        return each;
      }
    }
    throw new AssertionError("no check " + check);
  }

  private static List<String> gaps(Company company) {
    return StreamSupport.stream(
            engine.api.get("/companies/" + company.id() + "/preflight").spliterator(), false)
        .filter(each -> !each.get("ok").asBoolean())
        .map(each -> each.get("check").asText())
        .toList();
  }
}
