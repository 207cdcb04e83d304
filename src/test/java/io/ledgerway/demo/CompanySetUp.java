package io.ledgerway.demo;

import io.ledgerway.local.EngineApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** What an account admin does once per company, over the REST API. */
public final class CompanySetUp {

  private CompanySetUp() {}

  /**
   * Creates the company, connects it, reads its reference data and maps the card and the transfer
   * account; returns when expenses can post.
   */
  public static void run(
      EngineApi engine, String company, String clientId, String clientSecret, SandboxBooks books) {
    List<String> banks = books.bankAccounts();
    Map<String, Object> settings =
        Map.of(
            "name", "Acme Ltd",
            "exportMode", "REAL_TIME",
            "mixedSigns", "HOLD",
            "transferAccount", banks.get(0),
            "cards", Map.of(SampleExpenses.CARD, banks.get(banks.size() - 1)));
    engine.putCompany(company, settings);
    engine.connect(company, clientId, clientSecret);
    engine.startImport(company);
    Awaitility.await("the import of " + company)
        .atMost(Duration.ofSeconds(60))
        .until(() -> engine.company(company).at("/lastImport/state").asText().equals("DONE"));
  }
}
