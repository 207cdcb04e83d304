package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.flow.Engine.Company;
import io.ledgerway.local.Topic;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What users are told of failed exports: each broken, told over REST and in an event, mended where
 * people mend it, and posted by itself within a minute.
 */
class FailureScenariosTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String UNKNOWN = "00000000-1111-2222-3333-444444444444";
  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
  }

  /**
   * @param then what the employee's next version has; null when somebody else mends it
   */
  private record Scenario(
      ObjectNode event,
      String code,
      String actor,
      String message,
      Consumer<ObjectNode> then,
      Runnable mend) {

    String id() {
      return event.get("id").asText();
    }
  }

  @Test
  void each_is_told_to_who_can_mend_it_and_heals_without_a_click() {
    Company company = engine.company();
    List<Scenario> scenarios = scenarios(company);
    ObjectNode customField = PlainExpense.of(company, "custom-field");
    PlainExpense.line(customField).putObject("customFields").put("own", "made by hand");
    scenarios.forEach(each -> send(company, each.event()));
    send(company, customField);

    for (Scenario each : scenarios) {
      JsonNode problem = awaitHeld(company, each);
      assertThat(problem.get("message").asText()).as(each.id()).isEqualTo(each.message());
      assertThat(problem.get("actor").asText()).as(each.id()).isEqualTo(each.actor());
      assertThat(problem.get("action").asText()).as(each.id()).isNotBlank();
    }
    awaitTold(company, scenarios);
    JsonNode needs = engine.api.get("/companies/" + company.id() + "/attention").get("documents");
    assertThat(needs.findValuesAsText("message"))
        .containsAll(scenarios.stream().map(Scenario::message).toList());
    assertThat(
            engine
                .api
                .get("/companies/" + company.id() + "/attention?actor=EMPLOYEE")
                .get("documents")
                .findValuesAsText("actor"))
        .containsOnly("EMPLOYEE");
    engine.awaitSummary(company, Map.of("HELD", (long) scenarios.size(), "POSTED", 1L));

    for (Scenario each : scenarios) {
      if (each.then() != null) {
        each.then().accept(each.event());
        send(company, each.event().put("version", 2));
      } else {
        each.mend().run();
      }
    }

    Awaitility.await("all to be posted")
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(engine.api.postings(company.id(), "HELD"))
                    .extracting(held -> held.get("sourceId").asText() + held.get("problems"))
                    .isEmpty());
    engine.awaitSummary(company, Map.of("POSTED", scenarios.size() + 1L));
    assertThat(engine.switches().documents("BankTransactions", company.tenant()))
        .hasSize(scenarios.size() + 1);
  }

  @Test
  void a_connection_that_was_disabled_is_said_and_what_waits_goes_out_when_it_is_back() {
    Company company = engine.company();
    engine.api.delete("/companies/" + company.id() + "/connection");
    Scenario scenario =
        mended(
            PlainExpense.of(company, "disabled"),
            "CONNECTION_DISABLED",
            "ADMIN",
            "The company's connection to Xero is disabled.",
            () ->
                engine.api.connect(
                    company.id(),
                    company.organisation().clientId(),
                    company.organisation().clientSecret()));
    send(company, scenario.event());
    assertThat(awaitHeld(company, scenario).get("message").asText()).isEqualTo(scenario.message());
    scenario.mend().run();
    engine.awaitSummary(company, Map.of("POSTED", 1L));
  }

  private List<Scenario> scenarios(Company company) {
    List<Scenario> all = new ArrayList<>();
    String mail = "new.person@acme.example";
    all.add(
        mended(
            changed(company, "contact", e -> e.putObject("employee").put("email", mail)),
            "CONTACT_NOT_FOUND",
            "ADMIN",
            "We couldn't find a matching contact with the e-mail address "
                + mail
                + " in Xero. Check your Xero setup.",
            () -> add(company, "contacts", Map.of("Name", "New Person", "EmailAddress", mail))));
    String twice = "twice@acme.example";
    add(company, "contacts", Map.of("Name", "Ann Twice", "EmailAddress", twice));
    JsonNode second = add(company, "contacts", Map.of("Name", "Bob Twice", "EmailAddress", twice));
    engine.readAgain(company);
    all.add(
        mended(
            changed(company, "duplicate", e -> e.putObject("employee").put("email", twice)),
            "CONTACT_AMBIGUOUS",
            "ADMIN",
            "2 contacts in Xero share the e-mail address " + twice + ".",
            () ->
                engine
                    .switches()
                    .change(
                        company.tenant(),
                        "contacts",
                        second.get("ContactID").asText(),
                        Map.of("ContactStatus", "ARCHIVED"))));
    all.add(
        mended(
            changed(company, "card", e -> e.put("card", "card-without-account")),
            "CARD_NOT_MAPPED",
            "ADMIN",
            "We couldn't find a matching bank account for the company card card-without-account in"
                + " Xero. Check your Xero setup.",
            () ->
                engine.api.fill(
                    company.id(), "perk", "cards", "card-without-account", bank(company))));
    Map<String, Object> none = new HashMap<>();
    none.put("transferAccount", null);
    engine.api.choose(company.id(), "perk", none);
    all.add(
        mended(
            changed(company, "travel", e -> e.put("paidBy", "travel").remove("card")),
            "TRANSFER_ACCOUNT_MISSING",
            "ADMIN",
            "We couldn't find a matching bank account for 'Transfer account' of Perk in Xero."
                + " Check your Xero setup.",
            () ->
                engine.api.choose(company.id(), "perk", Map.of("transferAccount", bank(company)))));
    all.addAll(employees(company));
    return all;
  }

  /** What the employee mends, by a higher version. */
  private List<Scenario> employees(Company company) {
    String account = company.books().expenseAccounts().get(0);
    String sales = company.books().salesTax();
    List<Scenario> all = new ArrayList<>();
    all.add(
        again(
            changed(company, "category", e -> PlainExpense.line(e).put("category", UNKNOWN)),
            "CATEGORY_UNKNOWN",
            "ADMIN",
            "We couldn't find a matching account for the category "
                + UNKNOWN
                + " in Xero. Check your Xero setup.",
            e -> PlainExpense.line(e).put("category", account)));
    all.add(
        again(
            changed(
                company,
                "cost-object",
                e -> PlainExpense.line(e).putArray("costObjects").add(UNKNOWN)),
            "COST_OBJECT_UNKNOWN",
            "ADMIN",
            "We couldn't find a matching tracking option for the cost object "
                + UNKNOWN
                + " in Xero. Check your Xero setup.",
            e -> PlainExpense.line(e).remove("costObjects")));
    all.add(
        again(
            changed(company, "tax-unknown", e -> PlainExpense.line(e).put("taxRate", "TAX999")),
            "TAX_RATE_UNKNOWN",
            "ADMIN",
            "We couldn't find a matching tax rate TAX999 in Xero. Check your Xero setup.",
            e -> PlainExpense.line(e).remove("taxRate")));
    ObjectNode output =
        changed(company, "tax-of-sales", e -> PlainExpense.line(e).put("taxRate", sales));
    all.add(
        again(
            output,
            "TAX_RATE_NOT_FOR_PURCHASES",
            "EMPLOYEE",
            "An invalid value was sent for tax rate "
                + record(company, "tax-rate", sales).get("name").asText()
                + " ("
                + sales
                + ") on the account "
                + record(company, "account", account).get("code").asText()
                + " "
                + record(company, "account", account).get("name").asText()
                + ". Check your Xero setup.",
            e -> PlainExpense.line(e).remove("taxRate")));
    all.add(missing(company, "date", e -> e.remove("date"), "date"));
    all.add(missing(company, "currency", e -> e.putNull("currency"), "currency"));
    all.add(missing(company, "employee", e -> e.remove("employee"), "employee"));
    all.add(
        missing(company, "mail", e -> e.putObject("employee").put("email", ""), "employee email"));
    all.add(
        missing(
            company,
            "no-category",
            e -> PlainExpense.line(e).remove("category"),
            "category of line 1"));
    all.add(missing(company, "no-lines", e -> e.putArray("lines"), "lines"));
    all.add(missing(company, "no-card", e -> e.remove("card"), "card"));
    all.add(
        again(
            changed(company, "text-amount", e -> PlainExpense.line(e).put("amount", "11.50")),
            "INVALID_VALUE_TYPE",
            "EMPLOYEE",
            "An invalid value type was sent for amount of line 1. Check your Xero setup.",
            e -> PlainExpense.line(e).put("amount", new BigDecimal("11.50"))));
    all.add(
        again(
            changed(company, "day", e -> e.put("date", "2026-02-30")),
            "INVALID_VALUE",
            "EMPLOYEE",
            "An invalid value was sent for date. Check your Xero setup.",
            e -> e.put("date", LocalDate.now(Clock.systemUTC()).toString())));
    all.add(
        again(
            changed(company, "zero", e -> PlainExpense.line(e).put("amount", BigDecimal.ZERO)),
            "TOTAL_NOT_POSITIVE",
            "EMPLOYEE",
            "The lines come to 0; Xero takes only more than zero.",
            e -> PlainExpense.line(e).put("amount", BigDecimal.ONE)));
    ObjectNode large = changed(company, "large", e -> e.put("merchant", "x".repeat(5_000)));
    for (int i = 2; i <= 800; i++) {
      large
          .withArray("lines")
          .add(PlainExpense.line(large).deepCopy().put("id", String.valueOf(i)));
    }
    all.add(
        again(
            large,
            "DOCUMENT_TOO_LARGE",
            "EMPLOYEE",
            "With all its lines and their texts the document is larger than what Xero takes in one"
                + " call.",
            e -> e.put("merchant", "short")));
    return all;
  }

  private Scenario missing(Company company, String id, Consumer<ObjectNode> without, String told) {
    ObjectNode whole = PlainExpense.of(company, id);
    return again(
        changed(company, id, without),
        "REQUIRED_FIELD_MISSING",
        "EMPLOYEE",
        "Your expense is missing a required field for Xero: " + told + ". Please review and retry.",
        e -> e.setAll(whole));
  }

  private static Scenario again(
      ObjectNode event, String code, String actor, String message, Consumer<ObjectNode> then) {
    return new Scenario(event, code, actor, message, then, null);
  }

  private static Scenario mended(
      ObjectNode event, String code, String actor, String message, Runnable mend) {
    return new Scenario(event, code, actor, message, null, mend);
  }

  private static JsonNode awaitHeld(Company company, Scenario scenario) {
    return Awaitility.await(scenario.id() + " to be held for " + scenario.code())
        .atMost(Duration.ofSeconds(40))
        .until(
            () ->
                engine.api.postings(company.id(), "HELD").stream()
                    .filter(held -> held.get("sourceId").asText().equals(scenario.id()))
                    .map(held -> held.at("/problems/0"))
                    .findFirst()
                    .orElse(JSON.createObjectNode()),
            problem -> problem.path("code").asText().equals(scenario.code()));
  }

  private static void awaitTold(Company company, List<Scenario> scenarios) {
    Awaitility.await("the events")
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              Map<String, JsonNode> told = new HashMap<>();
              Topic.readAll(engine.around.kafka(), "perk.expense-exports").stream()
                  .filter(record -> company.id().equals(record.key()))
                  .map(record -> read(record.value()))
                  .filter(outcome -> outcome.get("outcome").asText().equals("HELD"))
                  .forEach(outcome -> told.put(outcome.get("id").asText(), outcome));
              for (Scenario each : scenarios) {
                assertThat(told).containsKey(each.id());
                JsonNode problem = told.get(each.id()).at("/problems/0");
                assertThat(problem.get("code").asText()).isEqualTo(each.code());
                assertThat(problem.get("message").asText()).isEqualTo(each.message());
                assertThat(problem.get("actor").asText()).isEqualTo(each.actor());
              }
            });
  }

  private static ObjectNode changed(Company company, String id, Consumer<ObjectNode> change) {
    ObjectNode expense = PlainExpense.of(company, id);
    change.accept(expense);
    return expense;
  }

  private static void send(Company company, ObjectNode event) {
    engine.expenses.send(company.id(), event.toString());
    engine.expenses.flush();
  }

  private static JsonNode add(Company company, String records, Map<String, ?> fields) {
    return engine.switches().add(company.tenant(), records, fields);
  }

  private static String bank(Company company) {
    return company.books().bankAccounts().get(0);
  }

  private static JsonNode record(Company company, String kind, String id) {
    return engine
        .api
        .pages("/companies/" + company.id() + "/reference-data/" + kind + "?limit=500")
        .stream()
        .filter(each -> each.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
