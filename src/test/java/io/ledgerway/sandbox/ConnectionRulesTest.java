package io.ledgerway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections, organisations and users: xero-api.md 1.1, 1.4. */
@ExtendWith(SandboxExtension.class)
class ConnectionRulesTest {

  private static final String ADVISER = "adviser@acme.example";
  private static final String STANDARD = "standard@acme.example";

  private XeroCalls xero;
  private ConsentCalls app;
  private String first;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    app = new ConsentCalls(xero);
    first = xero.firstOrganisation().get("tenantId").asText();
  }

  @Test
  void a_connection_has_these_fields_and_seven_digits_in_its_dates__observed() {
    JsonNode one = list(app.tokens()).get(0);
    assertThat(one.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "authEventId",
            "tenantId",
            "tenantType",
            "tenantName",
            "createdDateUtc",
            "updatedDateUtc");
    assertThat(one.get("tenantType").asText()).isEqualTo("ORGANISATION");
    assertThat(one.get("tenantId").asText()).isEqualTo(first);
    for (String date : List.of("createdDateUtc", "updatedDateUtc")) {
      assertThat(one.get(date).asText())
          .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}");
    }
  }

  @Test
  void a_user_token_needs_the_organisations_id_on_every_call_but_connections__doc() {
    XeroCalls client = app.client();
    assertThat(client.get("Organisation").status()).isEqualTo(200);
    assertThat(client.tenant(null).get("Organisation").status()).isEqualTo(403);
    assertThat(ConsentCalls.connections(xero, client.token(), "GET", "").status()).isEqualTo(200);
  }

  @Test
  void connections_can_be_filtered_by_the_consent_that_made_them__3p() {
    Reply old = app.tokens();
    Reply now = app.with("tenantId", other("Two")).tokens();
    String event =
        ConsentCalls.claims(now.at("/access_token").asText())
            .get("authentication_event_id")
            .asText();
    assertThat(list(now)).hasSize(2);
    JsonNode filtered = connections(now, "GET", "?authEventId=" + event).json();
    assertThat(filtered.findValuesAsText("tenantName")).containsExactly("Two");
    assertThat(list(old)).hasSize(2);
  }

  @Test
  void a_tenant_that_is_authorised_again_keeps_its_first_auth_event__3p() {
    String before = list(app.tokens()).at("/0/authEventId").asText();
    xero.advance("PT1H");
    JsonNode after = list(app.tokens()).get(0);
    assertThat(after.get("authEventId").asText()).isEqualTo(before);
    assertThat(after.get("updatedDateUtc").asText())
        .isGreaterThan(after.get("createdDateUtc").asText());
  }

  @Test
  void one_organisation_is_disconnected_by_its_connection_id_and_the_others_stay__doc() {
    Reply tokens = app.tokens();
    tokens = app.with("tenantId", other("Two")).tokens();
    JsonNode both = list(tokens);
    Reply gone = connections(tokens, "DELETE", "/" + both.at("/0/id").asText());
    assertThat(gone.status()).isEqualTo(204);
    assertThat(gone.body()).isEmpty();
    assertThat(list(tokens).findValuesAsText("tenantName")).containsExactly("Two");
    XeroCalls client = new XeroCalls(xero.url()).token(tokens.at("/access_token").asText());
    assertThat(client.tenant(first).get("Organisation").status()).isEqualTo(403);
    assertThat(client.tenant(both.at("/1/tenantId").asText()).get("Organisation").status())
        .isEqualTo(200);
  }

  @Test
  void an_unknown_connection_is_not_found_nor_is_another_users__spec() {
    Reply adviser = app.user(ADVISER).tokens();
    Reply standard = app.user(STANDARD).tokens();
    String id = list(standard).at("/0/id").asText();
    assertThat(connections(adviser, "DELETE", "/" + id).status()).isEqualTo(404);
    assertThat(connections(adviser, "DELETE", "/no-id").status()).isEqualTo(404);
    assertThat(connections(standard, "DELETE", "/" + id).status()).isEqualTo(204);
  }

  @Test
  void a_revocation_cuts_every_connection_of_that_user_and_of_nobody_else__doc() {
    app.user(ADVISER).tokens();
    Reply adviser = app.with("tenantId", other("Two")).tokens();
    Reply standard = app.with("tenantId", first).user(STANDARD).tokens();
    assertThat(list(adviser)).hasSize(2);

    Reply revoked = app.revoke(adviser.at("/refresh_token").asText());
    assertThat(revoked.status()).isEqualTo(200);
    assertThat(revoked.body()).isEmpty();
    assertThat(connections(adviser, "GET", "").status()).isEqualTo(401);
    assertThat(app.refresh(adviser.at("/refresh_token").asText()).at("/error").asText())
        .isEqualTo("invalid_grant");
    assertThat(list(standard)).hasSize(1);
    assertThat(app.refresh(standard.at("/refresh_token").asText()).status()).isEqualTo(200);
    assertThat(xero.get("Organisation").status()).isEqualTo(200);
  }

  @Test
  void a_revocation_needs_the_apps_secret_and_hides_whether_the_token_was_known__doc() {
    String token = app.tokens().at("/refresh_token").asText();
    assertThat(app.as("sandbox", "wrong").revoke(token).at("/error").asText())
        .isEqualTo("invalid_client");
    assertThat(app.as("sandbox", "sandbox").revoke("never-issued").status()).isEqualTo(200);
    assertThat(app.refresh(token).status()).isEqualTo(200);
  }

  @Test
  void with_app_connections_an_app_sees_and_cuts_its_connections_without_a_user__doc() {
    XeroCalls client = app.client();
    Reply token =
        xero.tokenReply(
            "sandbox", "sandbox", "grant_type=client_credentials&scope=app.connections");
    assertThat(list(token)).hasSize(2);
    list(token).forEach(one -> connections(token, "DELETE", "/" + one.get("id").asText()));
    assertThat(client.get("Organisation").status()).isEqualTo(403);
  }

  @Test
  void a_user_who_disconnects_inside_xero_leaves_the_refresh_alive_and_calls_at_403__observed() {
    Reply tokens = app.tokens();
    xero.control("PATCH", "organisations/" + first, Map.of("disconnected", true));
    Reply refreshed = app.refresh(tokens.at("/refresh_token").asText());
    assertThat(refreshed.status()).isEqualTo(200);
    XeroCalls client = new XeroCalls(xero.url()).token(refreshed.at("/access_token").asText());
    Reply refused = client.tenant(first).get("Organisation");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.at("/Detail").asText()).isEqualTo("AuthenticationUnsuccessful");
    assertThat(list(refreshed)).isEmpty();
  }

  @Test
  void a_consent_is_for_one_organisation__doc() {
    assertThat(app.with("tenantId", first + "," + other("Two")).answer("allow").status())
        .isEqualTo(400);
    assertThat(app.page().body()).contains("type=\"radio\"").doesNotContain("checkbox");
  }

  @ParameterizedTest
  @CsvSource({"bulkConnections, true", "tier, ADVANCED"})
  void older_grants_and_the_advanced_tier_hold_several_with_one_token_set__doc(
      String property, String value) {
    xero.control("PATCH", "apps/sandbox", Map.of(property, value));
    String second = other("Two");
    assertThat(app.page().body()).contains("type=\"checkbox\"");
    Reply tokens = app.with("tenantId", first + "," + second).tokens();
    assertThat(list(tokens)).hasSize(2);
    assertThat(list(tokens).findValuesAsText("authEventId").stream().distinct()).hasSize(1);
    XeroCalls client = new XeroCalls(xero.url()).token(tokens.at("/access_token").asText());
    for (String tenant : List.of(first, second)) {
      assertThat(client.tenant(tenant).get("Organisation").status()).isEqualTo(200);
    }
  }

  @Test
  void the_starter_tier_has_five_connections__doc() {
    xero.control("PATCH", "apps/sandbox", Map.of("tier", "STARTER"));
    IntStream.range(0, 5).forEach(i -> app.with("tenantId", other("Number " + i)).code());
    Reply sixth = app.with("tenantId", first).answer("allow");
    assertThat(sixth.status()).isEqualTo(400);
    assertThat(sixth.body()).contains("all the connections of its tier");
    xero.control("PATCH", "apps/sandbox", Map.of("tier", "CORE"));
    assertThat(app.answer("allow").status()).isEqualTo(302);
  }

  @Test
  void an_organisation_is_connected_to_at_most_two_uncertified_apps__doc() {
    other("Two");
    other("Three");
    new ConsentCalls(xero).as("two", "two-secret").code();
    new ConsentCalls(xero).as("three", "three-secret").code();
    assertThat(app.answer("allow").body()).contains("two uncertified apps");
    xero.control("PATCH", "apps/sandbox", Map.of("certified", true));
    assertThat(app.answer("allow").status()).isEqualTo(302);
  }

  @Test
  void a_user_without_the_right_role_cannot_connect__unverified() {
    Reply refused = app.user("readonly@acme.example").answer("allow");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("access_denied");
  }

  @Test
  void a_standard_user_without_the_reporting_permission_is_refused_on_journals__doc() {
    String users = "organisations/" + first + "/users/";
    xero.control("PATCH", users + STANDARD, Map.of("reporting", false));
    xero.control("PATCH", users + ADVISER, Map.of("reporting", false));
    app.with("scope", "accounting.manualjournals accounting.settings");
    XeroCalls standard = app.user(STANDARD).client();
    Reply refused = standard.get("ManualJournals");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.at("/Detail").asText()).isEqualTo("AuthorizationUnsuccessful");
    assertThat(standard.get("Accounts").status()).isEqualTo(200);
    assertThat(app.user(ADVISER).client().get("ManualJournals").status()).isEqualTo(200);
    xero.control("PATCH", users + STANDARD, Map.of("reporting", true));
    assertThat(standard.get("ManualJournals").status()).isEqualTo(200);
  }

  private String other(String name) {
    return xero.control("POST", "organisations", Map.of("name", name, "country", "NZ"))
        .at("/tenantId")
        .asText();
  }

  private JsonNode list(Reply tokens) {
    return connections(tokens, "GET", "").json();
  }

  private Reply connections(Reply tokens, String method, String path) {
    return ConsentCalls.connections(xero, tokens.at("/access_token").asText(), method, path);
  }
}
