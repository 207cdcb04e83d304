package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.contract.Schemas;
import io.ledgerway.flow.Engine.Company;
import io.ledgerway.local.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the platform is told of Xero's reference data, by topic and by REST. */
class ReferenceDataOutTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
  }

  @Test
  void every_record_is_told_once_and_then_each_change_with_old_and_new() {
    Company company = engine.company();
    String account = company.books().expenseAccounts().get(0);
    int known = all(company).size();
    awaitTold(company, known);

    String before = record(company, account).get("name").asText();
    engine
        .switches()
        .change(company.tenant(), "accounts", account, Map.of("Name", "Told " + company.id()));
    engine.readAgain(company);
    awaitTold(company, known + 1);

    JsonNode last = told(company).get(known);
    assertThat(last.get("id").asText()).isEqualTo(account);
    assertThat(last.get("change").asText()).isEqualTo("CHANGED");
    assertThat(last.get("changed").toString())
        .isEqualTo(
            "[{\"field\":\"name\",\"old\":\"%s\",\"new\":\"Told %s\"}]"
                .formatted(before, company.id()));
    assertThat(told(company)).extracting(each -> each.get("sequence").asLong()).isSorted();
    JsonNode logged = log(company, "?limit=1").get("items").get(0);
    assertThat(logged.get("changed")).isEqualTo(last.get("changed"));
    assertThat(logged.get("sequence")).isEqualTo(last.get("sequence"));
    assertThat(logged.get("cause").asText()).isEqualTo("IMPORT");
  }

  @Test
  void all_records_are_told_again_on_request_and_fit_the_schema() {
    Company company = engine.company();
    int known = all(company).size();
    awaitTold(company, known);

    engine.api.post("/companies/" + company.id() + "/reference-data/republish");
    awaitTold(company, 2 * known);

    List<JsonNode> told = told(company);
    assertThat(told.subList(known, 2 * known))
        .allMatch(each -> each.get("change").asText().equals("REPUBLISHED"))
        .extracting(each -> each.get("kind").asText() + "/" + each.get("id").asText())
        .doesNotHaveDuplicates();
    assertThat(told)
        .allSatisfy(
            each ->
                assertThat(Schemas.violations("perk/reference-record.v1", each.toString()))
                    .isEmpty());
  }

  @Test
  void records_can_be_searched_and_read_page_by_page() {
    Company company = engine.company();
    String path = "/companies/" + company.id() + "/reference-data/account";
    List<JsonNode> whole = new ArrayList<>();
    engine.api.get(path + "?limit=500").get("items").forEach(whole::add);

    assertThat(engine.api.pages(path + "?limit=7")).isEqualTo(whole);
    JsonNode one = whole.get(3);
    String part = one.get("name").asText().substring(1).toUpperCase(Locale.ROOT);
    assertThat(engine.api.get(path + "?active=true&search=" + part).get("items")).contains(one);
    assertThat(engine.api.get(path + "?active=false").get("items"))
        .isNotEmpty()
        .noneMatch(each -> each.get("active").asBoolean());
    assertThat(engine.api.get(path + "?search=no such thing").get("items")).isEmpty();
  }

  @Test
  void the_sync_log_names_settings_too_and_is_read_page_by_page() {
    Company company = engine.company();
    engine.api.choose(company.id(), "perk", Map.of("mixedSigns", "HOLD"));

    JsonNode newest = log(company, "?kind=setting&limit=1").get("items").get(0);
    assertThat(newest.get("id").asText()).isEqualTo("perk/mixedSigns");
    assertThat(newest.at("/changed/0/old").asText()).isEqualTo("NET");
    assertThat(newest.at("/changed/0/new").asText()).isEqualTo("HOLD");
    List<JsonNode> byPage = engine.api.pages("/companies/" + company.id() + "/sync-log?limit=20");
    assertThat(byPage)
        .extracting(each -> each.get("sequence").asLong())
        .isSortedAccordingTo(Comparator.reverseOrder())
        .hasSameSizeAs(engine.api.pages("/companies/" + company.id() + "/sync-log?limit=500"));
  }

  private static JsonNode log(Company company, String query) {
    return engine.api.get("/companies/" + company.id() + "/sync-log" + query);
  }

  private static List<JsonNode> all(Company company) {
    List<JsonNode> all = new ArrayList<>();
    for (String kind :
        List.of(
            "account",
            "tax-rate",
            "tracking-category",
            "tracking-option",
            "contact",
            "currency",
            "organisation",
            "user")) {
      all.addAll(
          engine.api.pages(
              "/companies/" + company.id() + "/reference-data/" + kind + "?imported=true"));
    }
    return all;
  }

  private static JsonNode record(Company company, String id) {
    return all(company).stream()
        .filter(each -> each.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static void awaitTold(Company company, int records) {
    Awaitility.await(records + " records of " + company.id())
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(told(company)).hasSize(records));
  }

  private static List<JsonNode> told(Company company) {
    return Topic.readAll(engine.around.kafka(), "perk.reference-data").stream()
        .filter(record -> record.key().startsWith(company.id() + "/"))
        .map(ReferenceDataOutTest::read)
        .toList();
  }

  private static JsonNode read(ConsumerRecord<String, String> record) {
    try {
      JsonNode value = JSON.readTree(record.value());
      assertThat(record.key())
          .isEqualTo(
              value.get("company").asText()
                  + "/"
                  + value.get("kind").asText()
                  + "/"
                  + value.get("id").asText());
      return value;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
