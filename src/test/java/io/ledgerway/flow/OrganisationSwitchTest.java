package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.flow.Engine.Company;
import io.ledgerway.local.SandboxSwitches.Fault;
import io.ledgerway.local.SandboxSwitches.Organisation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
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
