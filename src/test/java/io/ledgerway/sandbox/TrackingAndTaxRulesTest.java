package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.with;
import static io.ledgerway.sandbox.Bodies.withLine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tracking categories and tax rates: xero-api.md 4.2 and 4.3. */
@ExtendWith(SandboxExtension.class)
class TrackingAndTaxRulesTest {

  private Clerk clerk;
  private XeroCalls xero;

  @BeforeEach
  void start(XeroCalls calls) {
    clerk = Clerk.of(calls);
    xero = clerk.xero;
  }

  @Test
  void there_are_at_most_two_active_categories_and_four_in_all__doc() {
    assertThat(addCategory("Third").status()).isEqualTo(400);
    archive("Region");
    assertThat(addCategory("Third").status()).isEqualTo(200);
    archive("Project");
    assertThat(addCategory("Fourth").status()).isEqualTo(200);
    archive("Third");
    assertThat(addCategory("Fifth").status()).isEqualTo(400);
  }

  @Test
  void an_archived_category_comes_back_only_when_there_is_room__doc() {
    String region = category("Region");
    archive("Region");
    addCategory("Third");
    assertThat(xero.post("TrackingCategories/" + region, Map.of("Status", "ACTIVE")).status())
        .isEqualTo(400);
  }

  @Test
  void names_of_categories_and_options_stay_unique__unverified() {
    String region = "TrackingCategories/" + category("Region");
    assertThat(xero.post(region, Map.of("Name", "project")).status()).isEqualTo(400);
    assertThat(xero.put(region + "/Options", Map.of("Name", "north")).status()).isEqualTo(400);
    String south = xero.get(region).at("/TrackingCategories/0/Options/1/TrackingOptionID").asText();
    assertThat(xero.post(region + "/Options/" + south, Map.of("Name", "North")).status())
        .isEqualTo(400);
    assertThat(xero.post(region + "/Options/" + south, Map.of("Name", "SOUTH")).status())
        .isEqualTo(200);
  }

  @Test
  void archived_categories_and_options_are_shown_only_when_asked_for__doc() {
    archive("Project");
    List<String> shown = xero.get("TrackingCategories").json().findValuesAsText("Name");
    assertThat(shown).contains("Region").doesNotContain("Project", "Overseas");
    assertThat(xero.get("TrackingCategories?includeArchived=true").json().findValuesAsText("Name"))
        .contains("Region", "Project", "Overseas");
  }

  @Test
  void neither_has_a_change_date__spec() {
    assertThat(xero.get("TrackingCategories").body()).doesNotContain("Updated");
  }

  @Test
  void an_option_says_what_it_is__spec() {
    JsonNode options =
        xero.get("TrackingCategories?includeArchived=true").at("/TrackingCategories/0/Options");
    JsonNode archived = options.get(4);
    assertThat(archived.get("Status").asText()).isEqualTo("ARCHIVED");
    assertThat(archived.get("IsArchived").asBoolean()).isTrue();
    assertThat(archived.get("IsActive").asBoolean()).isFalse();
    assertThat(archived.get("IsDeleted").asBoolean()).isFalse();
    assertThat(archived.get("HasValidationErrors").asBoolean()).isFalse();
  }

  @Test
  void what_is_used_cannot_be_deleted_and_what_is_not_can__doc() {
    Map<String, Object> spend = Bodies.spend(clerk.ada(), "r", "1.00");
    clerk.good(
        "BankTransactions",
        withLine(spend, "Tracking", List.of(Map.of("Name", "Region", "Option", "North"))));
    String region = "TrackingCategories/" + category("Region");
    JsonNode options = xero.get(region).at("/TrackingCategories/0/Options");
    String north = region + "/Options/" + options.get(0).get("TrackingOptionID").asText();
    String south = region + "/Options/" + options.get(1).get("TrackingOptionID").asText();
    assertThat(xero.call("DELETE", region, null).status()).isEqualTo(400);
    assertThat(xero.call("DELETE", north, null).status()).isEqualTo(400);
    JsonNode gone = xero.call("DELETE", south, null).at("/Options/0");
    assertThat(gone.get("IsDeleted").asBoolean()).isTrue();
    assertThat(gone.get("IsArchived").asBoolean()).isFalse();
    assertThat(
            xero.call("DELETE", "TrackingCategories/" + category("Project"), null)
                .at("/TrackingCategories/0/Status")
                .asText())
        .isEqualTo("DELETED");
  }

  @Test
  void a_line_has_at_most_two_tracking_elements_of_two_categories__doc() {
    Map<String, String> north = Map.of("Name", "Region", "Option", "North");
    Map<String, String> south = Map.of("Name", "Region", "Option", "South");
    Map<String, String> website = Map.of("Name", "Project", "Option", "Website");
    assertThat(errorOf(List.of(north, website))).isEmpty();
    assertThat(errorOf(List.of(north, south))).isNotEmpty();
    assertThat(errorOf(List.of(north, website, south))).contains("at most two");
  }

  @Test
  void option_names_match_in_any_case__unverified() {
    assertThat(errorOf(List.of(Map.of("Name", "REGION", "Option", "nOrTh")))).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1} is {2} per cent __doc")
  @CsvSource({
    "AU,INPUT,10",
    "AU,OUTPUT,10",
    "NZ,INPUT2,15",
    "NZ,OUTPUT2,15",
    "UK,INPUT2,20",
    "UK,OUTPUT2,20",
    "UK,RRINPUT,5",
    "UK,RROUTPUT,5"
  })
  void rate(String country, String taxType, String percent, XeroCalls calls) {
    JsonNode rate = Clerk.in(country, calls).xero.get("TaxRates/" + taxType).at("/TaxRates/0");
    assertThat(rate.get("EffectiveRate").decimalValue()).isEqualByComparingTo(percent);
    assertThat(rate.get("DisplayTaxRate").decimalValue()).isEqualByComparingTo(percent);
  }

  @Test
  void own_rates_are_numbered_and_keep_their_number_when_they_are_renamed__doc() {
    assertThat(addRate(own()).at("/TaxRates/0/TaxType").asText()).isEqualTo("TAX001");
    assertThat(addRate(with(own(), "Name", "Other")).at("/TaxRates/0/TaxType").asText())
        .isEqualTo("TAX002");
    Map<String, Object> renamed = with(with(own(), "Name", "New name"), "TaxType", "TAX001");
    assertThat(changeRate(renamed).at("/TaxRates/0/TaxType").asText()).isEqualTo("TAX001");
    assertThat(xero.get("TaxRates/TAX001").at("/TaxRates/0/Name").asText()).isEqualTo("New name");
  }

  @Test
  void system_rates_cannot_be_changed_or_deleted__doc() {
    Map<String, Object> change = with(own(), "TaxType", "INPUT2");
    assertThat(changeRate(change).status()).isEqualTo(400);
    assertThat(changeRate(new HashMap<>(Map.of("Name", "No GST", "Status", "DELETED"))).status())
        .isEqualTo(400);
  }

  @Test
  void components_can_be_added_and_not_left_out_or_renamed__doc() {
    addRate(own());
    assertThat(changeRate(components("A", "B")).status()).isEqualTo(200);
    assertThat(changeRate(components("A", "B", "C")).at("/TaxRates/0/EffectiveRate").asInt())
        .isEqualTo(15);
    assertThat(changeRate(components("A", "B")).status()).isEqualTo(400);
    assertThat(changeRate(components("A", "B", "D")).status()).isEqualTo(400);
    assertThat(changeRate(with(components("A"), "TaxComponents", null)).status()).isEqualTo(400);
  }

  @Test
  void a_report_type_is_needed_in_australia_new_zealand_and_the_uk__doc(XeroCalls calls) {
    for (String country : List.of("AU", "NZ", "UK")) {
      XeroCalls there = Clerk.in(country, calls).xero;
      assertThat(there.put("TaxRates", with(own(), "ReportTaxType", null)).status()).isEqualTo(400);
    }
    XeroCalls us = Clerk.in("US", calls).xero;
    assertThat(us.put("TaxRates", with(own(), "ReportTaxType", null)).status()).isEqualTo(200);
  }

  @Test
  void sales_tax_of_the_us_does_not_work_through_the_api__doc(XeroCalls calls) {
    XeroCalls us = Clerk.in("US", calls).xero;
    assertThat(us.put("TaxRates", with(own(), "ReportTaxType", "USSALESTAX")).status())
        .isEqualTo(400);
  }

  @Test
  void a_rate_is_deleted_by_its_status_and_then_cannot_be_used__doc() {
    addRate(own());
    Map<String, Object> bill = Bodies.bill(clerk.ada(), "B", "1.00");
    assertThat(clerk.error("Invoices", withLine(bill, "TaxType", "TAX001"))).isEmpty();
    assertThat(
            changeRate(new HashMap<>(Map.of("Name", "Own", "Status", "DELETED")))
                .at("/TaxRates/0/Status")
                .asText())
        .isEqualTo("DELETED");
    assertThat(clerk.error("Invoices", bill)).contains("TaxType code TAX001 does not exist");
    assertThat(xero.get("TaxRates?" + XeroCalls.where("Status==\"ACTIVE\"")).body())
        .doesNotContain("TAX001");
  }

  @Test
  void compound_components_come_on_top_of_the_others__spec() {
    Map<String, Object> rate =
        with(
            own(),
            "TaxComponents",
            List.of(
                Map.of("Name", "A", "Rate", 10),
                Map.of("Name", "B", "Rate", 5, "IsCompound", true)));
    JsonNode made = addRate(rate).at("/TaxRates/0");
    assertThat(made.get("EffectiveRate").decimalValue()).isEqualByComparingTo("15.5");
    assertThat(made.get("DisplayTaxRate").decimalValue()).isEqualByComparingTo("15");
  }

  private String errorOf(List<Map<String, String>> tracking) {
    return clerk.error(
        "BankTransactions", withLine(Bodies.spend(clerk.ada(), "r", "1.00"), "Tracking", tracking));
  }

  private Reply addCategory(String name) {
    return xero.put("TrackingCategories", all("TrackingCategories", Map.of("Name", name)));
  }

  private void archive(String name) {
    Reply reply = xero.post("TrackingCategories/" + category(name), Map.of("Status", "ARCHIVED"));
    assertThat(reply.status()).isEqualTo(200);
  }

  private String category(String name) {
    return xero.get("TrackingCategories?" + XeroCalls.where("Name==\"" + name + "\""))
        .at("/TrackingCategories/0/TrackingCategoryID")
        .asText();
  }

  private Reply addRate(Map<String, Object> rate) {
    return xero.put("TaxRates", all("TaxRates", rate));
  }

  private Reply changeRate(Map<String, Object> rate) {
    return xero.post("TaxRates", all("TaxRates", rate));
  }

  private static Map<String, Object> own() {
    return components("A");
  }

  private static Map<String, Object> components(String... names) {
    List<Map<String, Object>> components =
        java.util.Arrays.stream(names)
            .map(name -> Map.<String, Object>of("Name", name, "Rate", 5))
            .toList();
    return new HashMap<>(
        Map.of("Name", "Own", "ReportTaxType", "INPUT", "TaxComponents", components));
  }
}
