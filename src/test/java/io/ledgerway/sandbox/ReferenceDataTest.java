package io.ledgerway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What deltas show, xero-api.md 2.4, and what organisations start from. */
@ExtendWith(SandboxExtension.class)
class ReferenceDataTest {

  private XeroCalls xero;
  private String tenantId;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    xero.limitsOff();
    tenantId = xero.firstOrganisation().get("tenantId").asText();
  }

  @Test
  void archived_accounts_are_in_the_list_and_archived_contacts_only_when_asked_for__observed() {
    assertThat(xero.get("Accounts").json().findValuesAsText("Status")).contains("ARCHIVED");
    assertThat(xero.get("Contacts?pageSize=1000").json().findValuesAsText("ContactStatus"))
        .doesNotContain("ARCHIVED");
    assertThat(
            xero.get("Contacts?pageSize=1000&includeArchived=true")
                .json()
                .findValuesAsText("ContactStatus"))
        .contains("ARCHIVED");
  }

  @Test
  void if_modified_since_is_read_in_three_forms__doc() {
    Instant moment = Instant.parse(xero.control("GET", "clock", null).at("/now").asText());
    xero.advance("PT10S");
    edit("PATCH", "accounts/429", Map.of("Name", "Renamed"));
    for (String form :
        List.of(
            "yyyy-MM-dd'T'HH:mm:ss",
            "yyyy-MM-dd'T'HH:mm:ssXXX",
            "EEE, dd MMM yyyy HH:mm:ss 'GMT'")) {
      String since =
          DateTimeFormatter.ofPattern(form, java.util.Locale.ENGLISH)
              .withZone(ZoneOffset.UTC)
              .format(moment);
      assertThat(xero.get("Accounts", "If-Modified-Since", since).json().findValuesAsText("Code"))
          .as(since)
          .containsExactly("429");
    }
  }

  @Test
  void tax_rates_and_tracking_do_not_know_if_modified_since__spec() {
    assertThat(xero.get("TaxRates", "If-Modified-Since", "2030-01-01T00:00:00").at("/TaxRates"))
        .isNotEmpty();
    assertThat(
            xero.get("TrackingCategories", "If-Modified-Since", "2030-01-01T00:00:00")
                .at("/TrackingCategories"))
        .hasSize(2);
  }

  @Test
  void a_contact_can_be_found_by_email_in_any_case__doc() {
    assertThat(
            xero.get(
                    "Contacts?"
                        + XeroCalls.where(
                            "EmailAddress!=null&&EmailAddress==\"ADA.Kerr@acme.example\""))
                .at("/Contacts"))
        .hasSize(1);
  }

  @Test
  void a_person_can_add_and_archive_records_beside_the_api() {
    edit("POST", "contacts", Map.of("Name", "Zoe New", "EmailAddress", "zoe.new@acme.example"));
    edit("PATCH", "contacts/Ada Kerr".replace(" ", "%20"), Map.of("ContactStatus", "ARCHIVED"));
    edit("POST", "tracking-categories/Region/options", Map.of("Name", "Centre"));
    edit("PATCH", "tracking-categories/Region/options/North", Map.of("Status", "ARCHIVED"));
    edit("POST", "accounts", Map.of("Code", "499X", "Name", "Extra", "Type", "EXPENSE"));
    edit("POST", "currencies/CHF", Map.of());
    Map<String, Object> component = Map.of("Name", "A", "Rate", 5);
    edit(
        "POST",
        "tax-rates",
        Map.of("Name", "Own", "ReportTaxType", "INPUT", "TaxComponents", List.of(component)));
    edit("PATCH", "tax-rates", Map.of("TaxType", "TAX001", "Name", "Own renamed"));
    edit("PATCH", "tax-rates/TAX001", Map.of("Status", "ARCHIVED"));
    assertThat(xero.get("Contacts").json().findValuesAsText("Name"))
        .contains("Zoe New")
        .doesNotContain("Ada Kerr");
    assertThat(xero.get("TrackingCategories").json().findValuesAsText("Name"))
        .contains("Centre")
        .doesNotContain("North");
    assertThat(xero.get("Accounts").json().findValuesAsText("Code")).contains("499X");
    assertThat(xero.get("Currencies").json().findValuesAsText("Code")).contains("CHF");
    JsonNode rate = xero.get("TaxRates/TAX001").at("/TaxRates/0");
    assertThat(rate.get("Name").asText()).isEqualTo("Own renamed");
    assertThat(rate.get("Status").asText()).isEqualTo("ARCHIVED");
  }

  @Test
  void a_large_organisation_can_be_generated() {
    JsonNode made =
        xero.control(
                "POST",
                "organisations",
                Map.of("name", "Large", "country", "UK", "contacts", 10_000, "accounts", 500))
            .json();
    XeroCalls large = xero.as(made.get("clientId").asText(), made.get("clientSecret").asText());
    assertThat(large.get("Contacts?page=11&pageSize=1000").at("/pagination/itemCount").asInt())
        .isGreaterThan(10_000);
    assertThat(large.get("Accounts").at("/Accounts").size()).isGreaterThan(500);
  }

  private void edit(String method, String path, Map<String, Object> body) {
    Reply reply = xero.control(method, "organisations/" + tenantId + "/" + path, body);
    assertThat(reply.status()).as(reply.body()).isLessThan(300);
  }
}
