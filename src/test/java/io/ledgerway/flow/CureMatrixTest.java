package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.flow.Engine.Company;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every cause that Xero or our checks can name, mended in every order, for all of them at once:
 * what was held is posted without anybody asking for it.
 */
class CureMatrixTest {

  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
  }

  @Test
  void what_is_mended_in_xero_goes_out_by_itself_in_whichever_order_people_work() {
    Spoilable mendedAtOnce = new Spoilable(engine.company());
    Spoilable mendedAfterARead = new Spoilable(engine.company());
    Spoilable knownBefore = new Spoilable(engine.company());
    knownBefore.spoil();
    knownBefore.spoilWhatXeroWouldTake();
    engine.readAgain(knownBefore.company);
    mendedAfterARead.spoil();
    mendedAtOnce.spoil();
    mendedAtOnce.send();
    mendedAfterARead.send();
    knownBefore.send();
    knownBefore.sendWhatXeroWouldTake();

    mendedAtOnce.awaitHeld(Spoilable.CODES);
    mendedAtOnce.mend();
    mendedAfterARead.awaitHeld(Spoilable.CODES);
    engine.readAgain(mendedAfterARead.company);
    mendedAfterARead.awaitHeld(Spoilable.CODES);
    mendedAfterARead.mend();
    knownBefore.awaitHeld(
        Stream.concat(
                Spoilable.CODES.stream(), Stream.of("CONTACT_NOT_FOUND", "CURRENCY_NOT_SUBSCRIBED"))
            .sorted()
            .toList());
    knownBefore.mend();
    knownBefore.mendWhatXeroWouldTake();
    List.of(mendedAtOnce, mendedAfterARead, knownBefore)
        .forEach(each -> engine.readAgain(each.company));

    mendedAtOnce.awaitPosted();
    mendedAfterARead.awaitPosted();
    knownBefore.awaitPosted();
  }

  @Test
  void what_is_mended_by_a_setting_goes_out_by_itself() {
    Company company = engine.company();
    String tenant = company.tenant();
    Choices choices = new Choices(company);
    String notImported =
        engine
            .switches()
            .add(
                tenant,
                "accounts",
                Map.of("Code", "6199", "Name", "Stock of cure", "Type", "CURRENT"))
            .get("AccountID")
            .asText();
    engine.readAgain(company);
    choices.choose(List.of(), List.of(choices.rate()), List.of(choices.option()));
    String bank = company.books().bankAccounts().get(2);
    String dollars = company.books().bankAccounts().get(1);
    Map<String, Object> none = new HashMap<>();
    none.put("transferAccount", null);
    engine.api.choose(company.id(), "perk", none);
    engine.api.fill(company.id(), "perk", "cards", "card-usd", bank);
    List<String> codes =
        List.of(
            "AMOUNT_ZERO",
            "CARD_NOT_MAPPED",
            "CATEGORY_NOT_IMPORTED",
            "COST_OBJECT_NOT_IMPORTED",
            "CURRENCY_OF_BANK_ACCOUNT",
            "MIXED_SIGNS",
            "TAX_RATE_NOT_IMPORTED",
            "TRANSFER_ACCOUNT_MISSING");
    engine.api.choose(company.id(), "perk", Map.of("mixedSigns", "HOLD", "zeroLines", "HOLD"));
    Expenses expenses = new Expenses(company);
    expenses.add(expense -> expense.put("card", "card-of-later"));
    expenses.add(
        expense -> {
          ObjectNode nothing = PlainExpense.line(expense).deepCopy();
          expense.withArray("lines").add(nothing.put("id", "2").put("amount", BigDecimal.ZERO));
        });
    expenses.add(expense -> PlainExpense.line(expense).put("category", notImported));
    expenses.add(
        expense -> PlainExpense.line(expense).putArray("costObjects").add(choices.option()));
    expenses.add(expense -> expense.put("card", "card-usd").put("currency", "USD"));
    expenses.add(
        expense -> {
          ObjectNode back = PlainExpense.line(expense).deepCopy();
          expense.withArray("lines").add(back.put("id", "2").put("amount", new BigDecimal("-1")));
        });
    expenses.add(expense -> PlainExpense.line(expense).put("taxRate", choices.rate()));
    expenses.add(expense -> expense.put("paidBy", "travel").remove("card"));
    expenses.send();
    awaitHeld(company, codes);
    assertThat(engine.api.postings(company.id(), "HELD").toString())
        .doesNotContain("Map the card to a bank account in");

    choices.choose(List.of(notImported), List.of(), List.of());
    engine.api.choose(
        company.id(),
        "perk",
        Map.of("mixedSigns", "NET", "zeroLines", "LEAVE_OUT", "transferAccount", bank));
    engine.api.fill(company.id(), "perk", "cards", "card-of-later", bank);
    engine.api.fill(company.id(), "perk", "cards", "card-usd", dollars);

    engine.awaitSummary(company, Map.of("POSTED", (long) codes.size()));
  }

  private static void awaitHeld(Company company, List<String> codes) {
    Awaitility.await(company.id() + " to be held for " + codes)
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () ->
                assertThat(engine.api.postings(company.id(), "HELD"))
                    .extracting(held -> held.at("/problems/0/code").asText())
                    .containsExactlyInAnyOrderElementsOf(codes));
  }

  /** Expenses of a company that differ in one thing each. */
  private static final class Expenses {

    private final Company company;
    private final List<ObjectNode> all = new ArrayList<>();

    Expenses(Company company) {
      this.company = company;
    }

    void add(Consumer<ObjectNode> change) {
      ObjectNode expense = PlainExpense.of(company, "expense-" + all.size());
      change.accept(expense);
      all.add(expense);
    }

    void send() {
      all.forEach(each -> engine.expenses.send(company.id(), each.toString()));
      engine.expenses.flush();
    }
  }

  /** What a company imports. */
  private static final class Choices {

    private final String path;
    private final List<String> rates;
    private final Map<String, List<String>> options = new HashMap<>();
    private final String firstCategory;

    Choices(Company company) {
      path = "/companies/" + company.id() + "/import-settings";
      rates = company.books().purchaseTaxes();
      JsonNode categories = engine.api.get(path).get("trackingCategories");
      categories.forEach(
          each -> options.put(each.get("id").asText(), each.get("options").findValuesAsText("id")));
      firstCategory = categories.get(0).get("id").asText();
    }

    String rate() {
      return rates.get(0);
    }

    String option() {
      return options.get(firstCategory).get(0);
    }

    void choose(List<String> accounts, List<String> withoutRates, List<String> withoutOptions) {
      Map<String, Object> tracking = new HashMap<>();
      options
          .keySet()
          .forEach(
              id ->
                  tracking.put(
                      id,
                      Map.of(
                          "use",
                          "COST_OBJECT",
                          "deselected",
                          withoutOptions.stream().filter(options.get(id)::contains).toList())));
      engine.api.patch(
          path,
          Map.of(
              "accounts",
              Map.of("types", CompanySetUp.TYPES, "accounts", accounts),
              "trackingCategories",
              tracking,
              "taxRates",
              Map.of("deselected", withoutRates)));
      engine.api.post(path + "/complete");
    }
  }

  /** A company of whose organisation everything that an expense can name can be spoilt. */
  private static final class Spoilable {

    private static final int BILLS_OF_THE_SMALLEST_PLAN = 5;
    private static final List<String> CODES =
        List.of(
            "ACCOUNT_ARCHIVED",
            "BANK_ACCOUNT_ARCHIVED",
            "CONTACT_ARCHIVED",
            "COST_OBJECT_ARCHIVED",
            "COST_OBJECT_ARCHIVED",
            "PERIOD_LOCKED",
            "PLAN_LIMIT",
            "TAX_RATE_INACTIVE");

    final Company company;
    private final String account;
    private final String bank;
    private final String contact;
    private final String withoutMail;
    private final String rate;
    private final JsonNode category;
    private final JsonNode otherCategory;
    private long sent;

    Spoilable(Company company) {
      this.company = company;
      account = company.books().expenseAccounts().get(1);
      bank = company.books().bankAccounts().get(0);
      contact = contact("Spoilt Person", "spoilt@acme.example");
      withoutMail = contact("Person Without", "without@acme.example");
      rate =
          engine
              .switches()
              .add(
                  company.tenant(),
                  "tax-rates",
                  Map.of(
                      "Name",
                      "Own rate",
                      "ReportTaxType",
                      "INPUT",
                      "TaxComponents",
                      List.of(Map.of("Name", "Tax", "Rate", new BigDecimal("7")))))
              .get("TaxType")
              .asText();
      JsonNode categories =
          engine
              .api
              .get("/companies/" + company.id() + "/import-settings")
              .get("trackingCategories");
      category = categories.get(0);
      otherCategory = categories.get(1);
      engine.readAgain(company);
    }

    private String contact(String name, String email) {
      return engine
          .switches()
          .add(company.tenant(), "contacts", Map.of("Name", name, "EmailAddress", email))
          .get("ContactID")
          .asText();
    }

    void spoil() {
      each("ARCHIVED", "STARTER", "2025-01-31");
    }

    void mend() {
      each("ACTIVE", "PREMIUM", null);
    }

    private void each(String status, String plan, String lockDate) {
      change("accounts", account, "Status", status);
      change("accounts", bank, "Status", status);
      change("contacts", contact, "ContactStatus", status);
      change("tax-rates", rate, "Status", status);
      change(
          "tracking-categories/" + category.get("id").asText() + "/options",
          category.at("/options/0/id").asText(),
          "Status",
          status);
      change("tracking-categories", otherCategory.get("id").asText(), "Status", status);
      Map<String, Object> organisation = new HashMap<>();
      organisation.put("plan", plan);
      organisation.put("periodLockDate", lockDate);
      engine.switches().change(company.tenant(), organisation);
    }

    private void change(String records, String id, String field, String value) {
      engine.switches().change(company.tenant(), records, id, Map.of(field, value));
    }

    void spoilWhatXeroWouldTake() {
      change("contacts", withoutMail, "EmailAddress", "");
    }

    void mendWhatXeroWouldTake() {
      change("contacts", withoutMail, "EmailAddress", "without@acme.example");
      engine.switches().add(company.tenant(), "currencies/CHF", Map.of());
    }

    void send() {
      Expenses expenses = new Expenses(company);
      expenses.add(expense -> PlainExpense.line(expense).put("category", account));
      expenses.add(expense -> expense.put("paidBy", "travel").remove("card"));
      expenses.add(expense -> expense.putObject("employee").put("email", "spoilt@acme.example"));
      expenses.add(expense -> PlainExpense.line(expense).put("taxRate", rate));
      Stream.of(category, otherCategory)
          .map(each -> each.at("/options/0/id").asText())
          .forEach(
              option ->
                  expenses.add(
                      expense -> PlainExpense.line(expense).putArray("costObjects").add(option)));
      expenses.add(expense -> expense.put("date", "2025-01-10"));
      for (int i = 0; i <= BILLS_OF_THE_SMALLEST_PLAN; i++) {
        expenses.add(expense -> expense.put("paidBy", "private").remove("card"));
      }
      send(expenses);
    }

    void sendWhatXeroWouldTake() {
      Expenses expenses = new Expenses(company);
      expenses.add(
          expense ->
              expense
                  .put("id", "without-mail")
                  .putObject("employee")
                  .put("email", "without@acme.example"));
      expenses.add(
          expense ->
              expense
                  .put("id", "in-francs")
                  .put("paidBy", "private")
                  .put("currency", "CHF")
                  .put("date", "2025-06-01")
                  .remove("card"));
      send(expenses);
    }

    private void send(Expenses expenses) {
      sent += expenses.all.size();
      expenses.send();
    }

    void awaitHeld(List<String> codes) {
      CureMatrixTest.awaitHeld(company, codes);
    }

    void awaitPosted() {
      engine.awaitSummary(company, Map.of("POSTED", sent));
    }
  }
}
