package io.ledgerway.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.local.EngineApi;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** What an account admin does once per company, over the REST API. */
public final class CompanySetUp {

  public static final List<String> TYPES =
      List.of("EXPENSE", "OVERHEADS", "DIRECTCOSTS", "DEPRECIATN");

  private CompanySetUp() {}

  /**
   * Creates the company, maps the card and the transfer account, connects it and chooses what to
   * import; returns when expenses can post.
   */
  public static void run(
      EngineApi engine, String company, String clientId, String clientSecret, SandboxBooks books) {
    List<String> banks = books.bankAccounts();
    engine.putCompany(company, Map.of("name", "Acme Ltd"));
    engine.choose(company, "perk", Map.of("transferAccount", banks.get(0)));
    engine.fill(company, "perk", "cards", SampleExpenses.CARD, banks.get(banks.size() - 1));
    engine.connect(company, clientId, clientSecret);
    awaitImport(engine, company);
    importExpenses(engine, company, books.employees().get(0));
  }

  /** Waits for the read that connecting begins. */
  public static void awaitImport(EngineApi engine, String company) {
    Awaitility.await("the import of " + company)
        .atMost(Duration.ofSeconds(60))
        .until(() -> engine.company(company).at("/lastImport/state").asText().equals("DONE"));
  }

  /**
   * All accounts for expenses, each tracking category as cost objects, tax rates as preselected.
   *
   * @param user e-mail of the platform's first user
   */
  public static void importExpenses(EngineApi engine, String company, String user) {
    engine.put("/companies/" + company + "/users/first", Map.of("email", user, "active", true));
    String path = "/companies/" + company + "/import-settings";
    Map<String, Object> categories = new LinkedHashMap<>();
    for (JsonNode category : engine.get(path).get("trackingCategories")) {
      categories.put(category.get("id").asText(), Map.of("use", "COST_OBJECT"));
    }
    engine.patch(
        path, Map.of("accounts", Map.of("types", TYPES), "trackingCategories", categories));
    engine.post(path + "/complete");
  }
}
