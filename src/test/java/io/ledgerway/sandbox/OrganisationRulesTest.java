package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Organisation, actions and currencies: xero-api.md 4.12. */
@ExtendWith(SandboxExtension.class)
class OrganisationRulesTest {

  private Clerk clerk;
  private XeroCalls xero;

  @BeforeEach
  void start(XeroCalls calls) {
    clerk = Clerk.of(calls);
    xero = clerk.xero;
  }

  @ParameterizedTest(name = "{0}: {1}, {2}, {3} __doc")
  @CsvSource({
    "AU,AU,AUD,AUSEASTERNSTANDARDTIME",
    "NZ,NZ,NZD,NEWZEALANDSTANDARDTIME",
    "UK,GB,GBP,GMTSTANDARDTIME",
    "US,US,USD,EASTERNSTANDARDTIME"
  })
  void edition(String version, String country, String currency, String zone, XeroCalls calls) {
    JsonNode shown = Clerk.in(version, calls).xero.get("Organisation").at("/Organisations/0");
    assertThat(shown.get("Version").asText()).isEqualTo(version);
    assertThat(shown.get("CountryCode").asText()).isEqualTo(country);
    assertThat(shown.get("BaseCurrency").asText()).isEqualTo(currency);
    assertThat(shown.get("Timezone").asText()).isEqualTo(zone);
  }

  @Test
  void lock_dates_are_shown_only_when_they_are_set__doc() {
    JsonNode before = xero.get("Organisation").at("/Organisations/0");
    assertThat(before.has("PeriodLockDate")).isFalse();
    assertThat(before.has("EndOfYearLockDate")).isFalse();
    clerk.set("periodLockDate", "2026-03-31");
    clerk.set("endOfYearLockDate", "2025-03-31");
    JsonNode after = xero.get("Organisation").at("/Organisations/0");
    assertThat(after.get("PeriodLockDate").asText()).isEqualTo("/Date(1774915200000+0000)/");
    assertThat(after.get("EndOfYearLockDate").asText()).isEqualTo("/Date(1743379200000+0000)/");
  }

  @Test
  void actions_tell_what_the_plan_still_allows__doc() {
    assertThat(action("UseMulticurrency")).isEqualTo("ALLOWED");
    clerk.set("plan", "STARTER");
    assertThat(action("UseMulticurrency")).isEqualTo("NOT-ALLOWED");
    assertThat(action("CreateApprovedBill")).isEqualTo("ALLOWED");
    IntStream.range(0, 5)
        .forEach(
            i ->
                clerk.good(
                    "Invoices", Bodies.with(Bodies.bill(clerk.ada(), "B", "1.00"), "Date", null)));
    assertThat(action("CreateApprovedBill")).isEqualTo("NOT-ALLOWED");
    assertThat(action("CreateApprovedInvoice")).isEqualTo("ALLOWED");
  }

  @Test
  void a_currency_is_added_where_the_plan_has_them__doc() {
    Map<String, Object> franc = all("Currencies", Map.of("Code", "CHF"));
    clerk.set("plan", "STANDARD");
    assertThat(xero.put("Currencies", franc).status()).isEqualTo(400);
    clerk.set("plan", "PREMIUM");
    assertThat(xero.put("Currencies", franc).at("/Currencies/0/Description").asText())
        .isEqualTo("Swiss Franc");
    assertThat(xero.get("Currencies").json().findValuesAsText("Code")).contains("CHF");
  }

  @Test
  void employees_are_not_there_any_more__spec() {
    assertThat(xero.get("Employees").status()).isEqualTo(404);
  }

  private String action(String name) {
    for (JsonNode action : xero.get("Organisation/Actions").at("/Actions")) {
      if (action.get("Name").asText().equals(name)) {
        return action.get("Status").asText();
      }
    }
    return null;
  }
}
