package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.ledgerway.flow.Engine.Company;
import io.ledgerway.local.SandboxSwitches.Fault;
import io.ledgerway.local.SandboxSwitches.Organisation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.HttpClientErrorException;

/** When and how a company is kept in step with Xero. */
class SyncTest {

  private static final List<String> RESOURCES =
      List.of(
          "Organisation", "Currencies", "TaxRates", "TrackingCategories", "Accounts", "Contacts");

  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
  }

  @Test
  void a_company_is_read_each_night_at_its_hour_without_being_asked() {
    Company company = engine.company();
    engine.api.putCompany(company.id(), Map.of("syncAt", "02:30", "syncZone", "Pacific/Auckland"));
    Instant next = Instant.parse(company(company).get("nextSyncAt").asText());
    assertThat(next)
        .isBetween(engine.clock.instant(), engine.clock.instant().plus(Duration.ofDays(1)));
    assertThat(next.atZone(ZoneId.of("Pacific/Auckland")).toLocalTime()).hasToString("02:30");

    String before = company(company).at("/lastImport/startedAt").asText();
    engine.switches().change(company.tenant(), "accounts", "429", Map.of("Name", "At night"));
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
        .until(
            () ->
                company(company).at("/lastImport/state").asText().equals("DONE")
                    && !company(company).at("/lastImport/startedAt").asText().equals(before));
    assertThat(Instant.parse(company(company).get("nextSyncAt").asText())).isEqualTo(next);
    String log = "/companies/" + company.id() + "/sync-log?limit=1";
    assertThat(engine.api.get(log + "&kind=account").at("/items/0/askedBy").asText())
        .isEqualTo("schedule");

    String bank = company.books().bankAccounts().get(1);
    engine.api.fill(company.id(), "perk", "cards", "told", bank);
    JsonNode told = engine.api.get(log + "&kind=table");
    assertThat(told.at("/items/0/askedBy").asText()).isEqualTo("api-key");
    assertThat(told.at("/items/0/changed/0/new").asText())
        .as("code and name, no GUID")
        .matches("\\d{3} .*")
        .isNotEqualTo(bank);
  }

  @Test
  void a_zone_that_nobody_knows_is_refused() {
    Company company = engine.company();
    assertThatThrownBy(
            () -> engine.api.putCompany(company.id(), Map.of("syncZone", "Middle/Earth")))
        .isInstanceOf(HttpClientErrorException.BadRequest.class)
        .hasMessageContaining("ZONE_UNKNOWN")
        .hasMessageContaining("Middle/Earth");
    assertThat(company(company).get("syncZone").asText()).isEqualTo("UTC");
  }

  @Test
  void a_days_limit_amid_the_pages_stops_the_import_says_until_when_and_it_goes_on_behind_them() {
    Company other = engine.company();
    Organisation books = engine.switches().addOrganisation("Limited", "NZ", 4_500);
    engine.api.putCompany("limited", Map.of("name", "Limited Ltd"));
    Company limited = new Company("limited", books, null);
    engine
        .switches()
        .arm(
            Fault.of("slow")
                .on("GET", "Contacts")
                .forTenant(books.tenantId())
                .next(2)
                .delayed(Duration.ofSeconds(1)));
    engine.api.connect("limited", books.clientId(), books.clientSecret());
    Awaitility.await("the first page")
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> part(limited, "Contacts").path("records").asInt() >= 1000);
    engine.switches().exhaust(books.tenantId(), "day", Duration.ofSeconds(5));

    awaitState(limited, "WAITING");
    assertThat(company(limited).at("/lastImport/problem").asText()).contains("DAY");
    Instant resumes = Instant.parse(company(limited).at("/lastImport/resumesAt").asText());
    assertThat(resumes)
        .isBetween(engine.clock.instant(), engine.clock.instant().plus(Duration.ofSeconds(7)));
    engine.readAgain(other);
    assertThat(company(limited).at("/lastImport/state").asText())
        .as("while the other is read")
        .isEqualTo("WAITING");
    awaitState(limited, "DONE");
    assertThat(Instant.parse(company(limited).at("/lastImport/finishedAt").asText()))
        .isAfterOrEqualTo(resumes);
    assertThat(calls(limited, "Contacts")).as("five pages, and the one refused").isEqualTo(6);
    assertThat(part(limited, "Contacts").get("changed").asInt()).isGreaterThan(4_500);
  }

  @Test
  void the_last_fifth_of_a_days_calls_is_left_to_documents() {
    Company company = engine.company();
    // Of a day this small it is two hundred calls.
    engine.switches().limits(company.tenant(), 0, 0, 210);
    int before = calls(company, null);
    engine.api.startImport(company.id());
    awaitState(company, "WAITING");

    int read = calls(company, null) - before;
    assertThat(read).as("calls of the import").isBetween(1, 10);
    assertThat(company(company).at("/lastImport/problem").asText()).contains("DAY");
    assertThat(Instant.parse(company(company).at("/lastImport/resumesAt").asText()))
        .isAfter(engine.clock.instant().plus(Duration.ofHours(1)));
    engine.send(company.expenses(1).cards(60, 1));
    engine.awaitSummary(company, Map.of("POSTED", 60L));
    assertThat(calls(company, null) - before)
        .as("documents went out, and nothing else was read")
        .isEqualTo(read + 2);
  }

  @Test
  void a_first_import_of_ten_thousand_contacts_costs_ten_calls_and_is_told_while_it_runs() {
    Company small = engine.company();
    int seeded = part(small, "Contacts").get("records").asInt();
    Organisation large = engine.switches().addOrganisation("Large", "NZ", 10_000 - seeded);
    engine.api.putCompany("large", Map.of("name", "Large Ltd"));
    Company company = new Company("large", large, null);
    engine
        .switches()
        .arm(
            Fault.of("slow")
                .on("GET", "Contacts")
                .forTenant(large.tenantId())
                .next(2)
                .delayed(Duration.ofSeconds(1)));
    engine.api.connect("large", large.clientId(), large.clientSecret());

    Awaitility.await("the first pages")
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () -> {
              JsonNode contacts = part(company, "Contacts");
              assertThat(contacts.path("expected").asInt()).isEqualTo(10_000);
              assertThat(contacts.get("records").asInt()).isBetween(1000, 9000);
              assertThat(company(company).at("/lastImport/state").asText()).isEqualTo("RUNNING");
            });
    Awaitility.await("the import")
        .atMost(Duration.ofSeconds(30))
        .until(() -> company(company).at("/lastImport/state").asText().equals("DONE"));
    JsonNode last = company(company).get("lastImport");
    assertThat(
            Duration.between(
                Instant.parse(last.get("startedAt").asText()),
                Instant.parse(last.get("finishedAt").asText())))
        .isLessThan(Duration.ofSeconds(20));
    assertThat(calls(company, "Contacts")).isEqualTo(10);
    assertThat(part(company, "Contacts").get("changed").asInt()).isEqualTo(10_000);
    assertThat(last.at("/report/records").asInt()).isGreaterThan(10_000);
  }

  @Test
  void a_sync_with_nothing_new_costs_one_call_per_resource() {
    Company company = engine.company();
    Map<String, Integer> before = new TreeMap<>();
    RESOURCES.forEach(each -> before.put(each, calls(company, each)));
    int all = calls(company, null);
    engine.readAgain(company);

    RESOURCES.forEach(
        each -> assertThat(calls(company, each)).as(each).isEqualTo(before.get(each) + 1));
    assertThat(calls(company, null)).isEqualTo(all + RESOURCES.size());
    assertThat(company(company).at("/lastImport/report/changed").asInt()).isZero();
  }

  @Test
  void the_end_of_an_import_says_what_needs_attention() {
    Company company = engine.company();
    for (String name : List.of("Ann", "Bob")) {
      engine
          .switches()
          .add(
              company.tenant(),
              "contacts",
              Map.of("Name", name + " Same", "EmailAddress", "same@acme.example"));
    }
    String bank = company.books().bankAccounts().get(0);
    engine.switches().change(company.tenant(), "accounts", bank, Map.of("Status", "ARCHIVED"));
    engine.readAgain(company);

    assertThat(company(company).at("/lastImport/report/attention"))
        .extracting(each -> each.get("code").asText() + " " + each.get("subject").asText())
        .contains("CONTACT_AMBIGUOUS same@acme.example", "CHOICE_INACTIVE perk/transferAccount");
  }

  private static void awaitState(Company company, String state) {
    Awaitility.await("the import to be " + state)
        .atMost(Duration.ofSeconds(30))
        .until(() -> company(company).at("/lastImport/state").asText().equals(state));
  }

  private static int calls(Company company, String endpoint) {
    Map<String, String> filter = new HashMap<>(Map.of("tenantId", company.tenant()));
    if (endpoint != null) {
      filter.put("endpoint", endpoint);
    }
    return engine.switches().calls(filter).size();
  }

  private static JsonNode part(Company company, String resource) {
    for (JsonNode part : company(company).at("/lastImport/report/resources")) {
      if (part.get("resource").asText().equals(resource)) {
        return part;
      }
    }
    return MissingNode.getInstance();
  }

  private static JsonNode company(Company company) {
    return engine.api.company(company.id());
  }
}
