package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.Sample;
import io.ledgerway.flow.Engine.Company;
import io.ledgerway.local.SandboxSwitches.Fault;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is under way in one organisation while its company is connected to another. */
class OrganisationSwitchTest {

  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
  }

  @AfterEach
  void disarm() {
    engine.switches().disarmAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop-answer", "slow"})
  void a_batch_of_the_former_organisation_waits_for_it_and_is_settled_in_no_other(String fault) {
    Company company = engine.company();
    Organisation other = engine.switches().addOrganisation("Other of " + company.id(), "NZ");
    engine
        .switches()
        .arm(
            Fault.of(fault)
                .on("PUT", "BankTransactions")
                .forTenant(company.tenant())
                .delayed(Duration.ofSeconds(4))
                .withProbability(1, 1));
    engine.send(company.expenses(1).cards(20, 1));
    Awaitility.await("the batch under way")
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                isUnderWay(company, "BankTransactions")
                    || engine.api.summary(company.id()).equals(Map.of("UNCERTAIN", 20L)));

    engine.api.connect(company.id(), other.clientId(), other.clientSecret());
    engine.switches().disarmAll();
    awaitImportOfOther(company, other);
    engine.awaitSummary(company, Map.of("UNCERTAIN", 20L));
    Awaitility.await("no call about the batch, though its time has come")
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(8))
        .until(() -> calls(other.tenantId(), "BankTransactions").isEmpty());
    assertThat(engine.api.summary(company.id())).isEqualTo(Map.of("UNCERTAIN", 20L));

    Organisation former = company.organisation();
    engine.api.connect(company.id(), former.clientId(), former.clientSecret());
    engine.awaitSummary(company, Map.of("POSTED", 20L));
    assertThat(engine.switches().documents("BankTransactions", company.tenant())).hasSize(20);
    assertThat(engine.switches().documents("BankTransactions", other.tenantId())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Accounts, account", "Contacts, contact"})
  void what_a_first_import_of_the_former_organisation_still_reads_is_not_taken_for_the_new_ones(
      String resource, String kind) {
    String id = "switched-amid-" + resource;
    Organisation former = engine.switches().addOrganisation("Former of " + id, "NZ");
    Organisation other = engine.switches().addOrganisation("New of " + id, "NZ");
    Company company = new Company(id, former, null);
    engine
        .switches()
        .arm(
            Fault.of("slow")
                .on("GET", resource)
                .forTenant(company.tenant())
                .delayed(Duration.ofSeconds(3)));
    engine.api.putCompany(id, Map.of("name", "Switched"));
    engine.api.connect(id, former.clientId(), former.clientSecret());
    Awaitility.await("the read under way")
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> isUnderWay(company, resource));

    engine.api.connect(company.id(), other.clientId(), other.clientSecret());
    awaitImportOfOther(company, other);

    assertThat(idsOf(company.id(), kind)).isEqualTo(idsAt(other, resource));
  }

  @Test
  void to_another_organisation_and_back_before_completing_leaves_all_as_it_was_and_tells_nothing() {
    Company company = engine.company();
    chooseWhatNoOtherOrganisationHas(company);
    String email = company.books().employees().get(0);
    engine.api.put(
        "/companies/" + company.id() + "/users/first", Map.of("email", email, "active", true));
    awaitAllTold(company);
    JsonNode settings = importSettings(company);
    JsonNode before = engine.api.company(company.id());
    JsonNode user = user(company);
    List<String> told = told(company);

    Organisation other = engine.switches().addOrganisation("AU of " + company.id(), "AU");
    engine.api.connect(company.id(), other.clientId(), other.clientSecret());
    awaitImportOfOther(company, other);
    assertThat(engine.api.company(company.id()).get("state").asText())
        .isEqualTo("SETUP_INCOMPLETE");
    assertThat(user(company).at("/detail/match").asText()).isIn("MATCHED", "NOT_FOUND");
    assertThat(user(company).get("parent")).isNotEqualTo(user.get("parent"));
    assertThat(importSettings(company).get("review").findValuesAsText("code")).contains("ONLY-1");
    engine.api.post("/companies/" + company.id() + "/reference-data/republish");
    engine.send(oneExpense(company, settings));
    engine.awaitSummary(company, Map.of("HELD", 1L));

    Organisation former = company.organisation();
    engine.api.connect(company.id(), former.clientId(), former.clientSecret());
    assertThat(importSettings(company)).isEqualTo(settings);
    engine.awaitSummary(company, Map.of("POSTED", 1L));
    Awaitility.await("the import of the former")
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> engine.api.company(company.id()).at("/lastImport/state").asText().equals("DONE"));
    assertThat(importSettings(company)).isEqualTo(settings);
    for (String kept : List.of("state", "reviewNeeded")) {
      assertThat(engine.api.company(company.id()).get(kept)).isEqualTo(before.get(kept));
    }
    assertThat(user(company)).isEqualTo(user);
    awaitAllTold(company);
    assertThat(told(company).subList(told.size(), told(company).size()))
        .as("only what somebody asked for, as it stands in the organisation whose choice counts")
        .allMatch(each -> each.contains("REPUBLISHED"))
        .anyMatch(each -> each.contains("ONLY-1") && each.contains("\"active\":true"));
  }

  @Test
  void completed_in_another_organisation_the_platform_is_told_once_and_coming_back_restores() {
    Company company = engine.company();
    chooseWhatNoOtherOrganisationHas(company);
    awaitAllTold(company);
    JsonNode settings = importSettings(company);
    int told = told(company).size();
    List<Sample> expense = oneExpense(company, settings);

    Organisation other = engine.switches().addOrganisation("AU of " + company.id(), "AU");
    engine.api.connect(company.id(), other.clientId(), other.clientSecret());
    awaitImportOfOther(company, other);
    JsonNode draft = importSettings(company);
    Map<String, Object> categories = new LinkedHashMap<>();
    draft
        .get("trackingCategories")
        .forEach(each -> categories.put(each.get("id").asText(), Map.of("use", "COST_OBJECT")));
    engine.api.patch(
        "/companies/" + company.id() + "/import-settings",
        Map.of("trackingCategories", categories));
    assertThat(told(company)).hasSize(told);
    engine.api.post("/companies/" + company.id() + "/import-settings/complete");
    awaitAllTold(company);

    List<String> news = told(company).subList(told, told(company).size());
    assertThat(news)
        .anyMatch(
            each -> each.contains("\"change\":\"SELECTED\"") && each.contains("\"active\":true"))
        .anyMatch(each -> each.contains("ONLY-1") && each.contains("\"change\":\"DESELECTED\""))
        .noneMatch(
            each ->
                each.contains("{\"field\":\"active\"")
                    && each.contains("\"new\":true")
                    && each.contains("\"active\":false"))
        .as("each record once")
        .doesNotHaveDuplicates();
    engine.send(expense);
    engine.awaitSummary(company, Map.of("HELD", 1L));
    assertThat(engine.api.postings(company.id(), "HELD").get(0).get("problems").toString())
        .contains("CATEGORY_UNKNOWN")
        .doesNotContain("archived");

    Organisation former = company.organisation();
    engine.api.connect(company.id(), former.clientId(), former.clientSecret());
    assertThat(engine.api.company(company.id()).get("state").asText())
        .isEqualTo("SETUP_INCOMPLETE");
    assertThat(choices(importSettings(company))).isEqualTo(choices(settings));
    engine.api.post("/companies/" + company.id() + "/import-settings/complete");
    engine.awaitSummary(company, Map.of("POSTED", 1L));
  }

  /** A single account, a custom field and a deselected tax rate. */
  private static void chooseWhatNoOtherOrganisationHas(Company company) {
    String single =
        engine
            .switches()
            .add(
                company.tenant(),
                "accounts",
                Map.of("Code", "ONLY-1", "Name", "Only here", "Type", "REVENUE"))
            .get("AccountID")
            .asText();
    JsonNode category = importSettings(company).at("/trackingCategories/1");
    engine
        .switches()
        .change(
            company.tenant(),
            "tracking-categories",
            category.get("id").asText(),
            Map.of("Name", "Only ours"));
    engine.readAgain(company);
    engine.api.patch(
        "/companies/" + company.id() + "/import-settings",
        Map.of(
            "accounts", Map.of("types", CompanySetUp.TYPES, "accounts", List.of(single)),
            "trackingCategories",
                Map.of(
                    category.get("id").asText(),
                    Map.of(
                        "use",
                        "CUSTOM_FIELD",
                        "deselected",
                        List.of(category.at("/options/0/id").asText()))),
            "taxRates", Map.of("deselected", List.of("NONE"))));
    engine.api.post("/companies/" + company.id() + "/import-settings/complete");
  }

  /** One that names nothing that is deselected. */
  private static List<Sample> oneExpense(Company company, JsonNode settings) {
    List<String> deselected = new ArrayList<>(List.of("\"NONE\""));
    settings
        .at("/trackingCategories")
        .forEach(
            category ->
                category
                    .get("options")
                    .forEach(
                        option -> {
                          if (!option.get("selected").asBoolean()) {
                            deselected.add(option.get("id").asText());
                          }
                        }));
    return company.expenses(4).cards(50, 1).stream()
        .filter(sample -> deselected.stream().noneMatch(sample.value()::contains))
        .limit(1)
        .toList();
  }

  private static JsonNode importSettings(Company company) {
    return engine.api.get("/companies/" + company.id() + "/import-settings");
  }

  private static List<JsonNode> choices(JsonNode settings) {
    return Stream.of("accountTypes", "trackingCategories", "taxRates", "review")
        .map(settings::get)
        .toList();
  }

  private static JsonNode user(Company company) {
    return engine
        .api
        .get("/companies/" + company.id() + "/reference-data/user?search=first")
        .at("/items/0");
  }

  private static List<String> told(Company company) {
    return Topic.readAll(engine.around.kafka(), "perk.reference-data").stream()
        .filter(each -> each.key().startsWith(company.id() + "/"))
        .map(each -> each.value())
        .toList();
  }

  private static void awaitAllTold(Company company) {
    Awaitility.await("all told")
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                engine
                    .context
                    .getBean(JdbcClient.class)
                    .sql(
                        "select not exists (select from reference_change c left join"
                            + " reference_publication p using (company) where company = ? and told"
                            + " and c.id > coalesce(p.published, 0)) and not exists (select from"
                            + " reference_publication where company = ? and republish_after is not"
                            + " null)")
                    .params(company.id(), company.id())
                    .query(Boolean.class)
                    .single());
  }

  private static boolean isUnderWay(Company company, String resource) {
    return engine
        .context
        .getBean(JdbcClient.class)
        .sql(
            "select exists (select from xero_call"
                + " where company = ? and resource = ? and finished_at is null)")
        .params(company.id(), resource)
        .query(Boolean.class)
        .single();
  }

  /** Of the company's active records. */
  private static List<String> idsOf(String company, String kind) {
    return engine
        .api
        .pages("/companies/" + company + "/reference-data/" + kind + "?active=true&limit=500")
        .stream()
        .map(each -> each.get("id").asText())
        .sorted()
        .toList();
  }

  private static List<String> idsAt(Organisation organisation, String resource) {
    JsonNode records =
        XeroClient.of(engine.around.sandbox().uri(), organisation).get(resource).get(resource);
    return StreamSupport.stream(records.spliterator(), false)
        .filter(each -> each.path("Status").asText("ACTIVE").equals("ACTIVE"))
        .map(each -> each.get(resource.equals("Accounts") ? "AccountID" : "ContactID").asText())
        .sorted()
        .toList();
  }

  private static void awaitImportOfOther(Company company, Organisation other) {
    Awaitility.await("the import of the other organisation")
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                !calls(other.tenantId(), "Contacts").isEmpty()
                    && engine
                        .api
                        .company(company.id())
                        .at("/lastImport/state")
                        .asText()
                        .equals("DONE"));
  }

  private static JsonNode calls(String tenant, String endpoint) {
    return engine.switches().calls(Map.of("tenantId", tenant, "endpoint", endpoint));
  }
}
