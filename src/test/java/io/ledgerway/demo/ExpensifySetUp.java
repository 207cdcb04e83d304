package io.ledgerway.demo;

import io.ledgerway.local.EngineApi;
import io.ledgerway.local.SandboxSwitches.Organisation;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.awaitility.Awaitility;

/** What an account admin does once for a company whose expense reports are read from Expensify. */
final class ExpensifySetUp {

  private static final String WORKSPACE = "3F1C9A77D2B40E55";

  private ExpensifySetUp() {}

  static void run(EngineApi engine, String company, Organisation organisation, SandboxBooks books) {
    engine.putCompany(company, Map.of("name", "Acme Reports Ltd"));
    engine.connect(company, organisation.clientId(), organisation.clientSecret());
    CompanySetUp.awaitImport(engine, company);
    CompanySetUp.importExpenses(engine, company, books.employees().get(0));
    engine.choose(
        company,
        "expensify",
        Map.of(
            "clearingAccount", "835",
            "tagLevel1Category", "Region",
            "tagLevel2Category", "Project",
            "startDate", LocalDate.now(Clock.systemUTC()).minusDays(120).toString()));
    String source = "/companies/" + company + "/sources/expensify";
    engine.put(
        source + "/secrets",
        Map.of("partnerUserID", "aa_acme_example", "partnerUserSecret", "acme-secret"));
    engine.put(source, Map.of("account", WORKSPACE));
  }

  /** Until its first reading is over and nothing is on its way. */
  static void awaitFirstReading(EngineApi engine, String company) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(300))
        .atMost(Duration.ofSeconds(90))
        .until(
            () ->
                engine
                        .get("/companies/" + company + "/sources/expensify/polls")
                        .findValuesAsText("outcome")
                        .contains("DONE")
                    && Demo.isQuiet(engine.summary(company)));
  }
}
