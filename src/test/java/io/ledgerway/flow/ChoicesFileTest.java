package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.flow.Engine.Company;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.HttpClientErrorException;

/** What a company has chosen, read out as a file and put into another one. */
class ChoicesFileTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
  }

  @Test
  void what_one_company_chose_binds_by_code_and_name_in_another_organisation() {
    Company from = engine.company();
    Company to = engine.company();
    String bank = from.books().bankAccounts().get(0);
    engine.api.fill(from.id(), "perk", "cards", "card-of-sales", bank);
    engine.api.choose(from.id(), "perk", Map.of("receipts", "RECEIPTS"));

    JsonNode file = file(from);
    assertThat(file.toString()).doesNotContain(bank).doesNotContain("secret");
    assertThat(file.at("/sources/perk/settings/receipts").asText()).isEqualTo("RECEIPTS");
    JsonNode named = file.at("/sources/perk/tables/cards/card-of-sales");
    assertThat(named.get("name").asText()).isNotBlank();

    JsonNode before = file(to);
    JsonNode report = report(to, file);
    assertThat(report.get("unbound")).as("unbound").isEmpty();
    assertThat(report.get("refused")).as("refused").isEmpty();
    assertThat(report.get("changes").findValuesAsText("value"))
        .contains("card-of-sales", "receipts");
    assertThat(file(to)).as("looked at").isEqualTo(before);

    put(to, file, report.get("version").asText());
    assertThat(file(to).at("/sources/perk/tables/cards/card-of-sales")).isEqualTo(named);
    assertThat(file(to).get("imports")).isEqualTo(file.get("imports"));
    JsonNode again = report(to, file);
    assertThat(again.get("changes")).isEmpty();
    assertThat(again.get("same").asInt()).isPositive();
    assertThat(again.get("imports").asBoolean()).isFalse();
  }

  @Test
  void
      what_does_not_bind_is_told_and_left_out_and_what_is_wrong_is_told_before_anything_is_taken() {
    Company company = engine.company();
    ObjectNode file = (ObjectNode) file(company);
    ObjectNode cards = ((ObjectNode) file.get("sources")).withObject("/perk/tables/cards");
    cards.putObject("one").put("name", "An account of nobody's");
    cards.putObject("two").put("id", "6f6c6b1e-0000-7000-8000-000000000000");
    ((ObjectNode) file.get("imports"))
        .putObject("taxRates")
        .putArray("selected")
        .add("No such rate");
    JsonNode report = report(company, file);
    assertThat(report.get("unbound").findValuesAsText("value"))
        .containsExactlyInAnyOrder("one", "two");
    assertThat(report.get("unbound").findValuesAsText("part"))
        .contains("perk.cards", "imports.taxRates");

    ObjectNode wrong = file.deepCopy();
    ((ObjectNode) wrong.get("sources")).withObject("/perk/settings").put("receipts", "SOME");
    ((ObjectNode) wrong.get("sources")).putObject("nobody").putObject("settings");
    JsonNode refused = report(company, wrong);
    assertThat(refused.get("refused").findValuesAsText("part")).contains("perk.settings", "nobody");
    JsonNode before = file(company);
    assertThat(refusal(company, wrong, refused.get("version").asText()))
        .contains("CHOICES_REFUSED");
    assertThat(file(company)).isEqualTo(before);
  }

  @Test
  void nothing_is_put_in_force_that_nobody_has_looked_at() {
    Company company = engine.company();
    ObjectNode file = (ObjectNode) file(company);
    String looked = report(company, file).get("version").asText();
    ((ObjectNode) file.get("sources")).withObject("/perk/settings").put("receipts", "RECEIPTS");
    assertThat(refusal(company, file, looked)).contains("CHOICES_CHANGED");
    assertThat(refusal(company, file.put("format", 2), looked)).contains("CHOICES_FORMAT");
    assertThat(file(company).at("/sources/perk/settings/receipts").asText())
        .isNotEqualTo("RECEIPTS");
  }

  @Test
  void what_somebody_else_changes_after_the_report_is_not_overwritten_unseen() {
    Company company = engine.company();
    JsonNode file = file(company);
    ((ObjectNode) file.get("imports")).withObject("/accounts").withArray("types").add("REVENUE");
    String looked = report(company, file).get("version").asText();
    engine.api.patch(
        "/companies/" + company.id() + "/import-settings",
        Map.of("taxRates", Map.of("selected", List.of("OUTPUT2"), "deselected", List.of())));

    assertThat(refusal(company, file, looked)).contains("CHOICES_CHANGED");
  }

  @Test
  void a_null_takes_a_choice_back_and_what_is_no_such_file_is_refused()
      throws JsonProcessingException {
    Company company = engine.company();
    engine.api.choose(company.id(), "perk", Map.of("receipts", "RECEIPTS"));
    ObjectNode file = (ObjectNode) file(company);
    ((ObjectNode) file.at("/sources/perk/settings")).putNull("receipts");
    put(company, file, report(company, file).get("version").asText());
    assertThat(file(company).at("/sources/perk/settings").has("receipts")).isFalse();

    for (String broken :
        List.of(
            "{\"format\": 1, \"imports\": {\"trackingCategories\": [null]}}",
            "{\"format\": 1, \"imports\": {\"trackingCategories\": [{\"use\": \"SKIP\"}]}}",
            "{\"format\": 1, \"imports\": {\"accounts\": {\"types\": [null]}}}",
            "{\"format\": 1, \"imports\": {\"accounts\": {\"accounts\": [null]}}}",
            "{\"format\": 1, \"imports\": {\"taxRates\": {\"selected\": [null]}}}",
            "{\"format\": 1, \"sources\": {\"perk\": null}}",
            "{\"format\": 1, \"sources\": {\"perk\": {\"tables\": {\"cards\": null}}}}")) {
      assertThat(refusal(company, JSON.readTree(broken), "any"))
          .as(broken)
          .contains("\"status\":400");
    }
    ObjectNode odd = (ObjectNode) file(company);
    ((ObjectNode) odd.get("sources")).withObject("/perk/tables/cards").putArray("card-1");
    assertThat(report(company, odd).get("refused").findValuesAsText("field")).contains("card-1");
  }

  private static String refusal(Company company, JsonNode file, String seen) {
    return catchThrowableOfType(HttpClientErrorException.class, () -> put(company, file, seen))
        .getResponseBodyAsString();
  }

  private static JsonNode file(Company company) {
    return engine.api.get("/companies/" + company.id() + "/choices");
  }

  private static JsonNode report(Company company, JsonNode file) {
    return engine.api.post("/companies/" + company.id() + "/choices/report", file);
  }

  private static void put(Company company, JsonNode file, String seen) {
    engine.api.put("/companies/" + company.id() + "/choices", file, seen);
  }
}
