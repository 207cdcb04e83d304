package io.ledgerway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens, custom connections and the errors of the identity server: xero-api.md 1.3, 1.5, 1.7. */
@ExtendWith(SandboxExtension.class)
class TokenRulesTest {

  private XeroCalls xero;
  private ConsentCalls app;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    app = new ConsentCalls(xero);
  }

  @Test
  void a_token_response_has_these_fields__doc() {
    JsonNode tokens = app.tokens().json();
    assertThat(tokens.get("expires_in").asInt()).isEqualTo(1800);
    assertThat(tokens.get("token_type").asText()).isEqualTo("Bearer");
    assertThat(tokens.get("scope").asText().split(" "))
        .containsExactlyInAnyOrder(ConsentCalls.SCOPE.split(" "));
    assertThat(tokens.has("refresh_token")).isTrue();
    assertThat(tokens.has("id_token")).isTrue();
  }

  @Test
  void a_refresh_token_needs_offline_access_and_an_id_token_needs_openid__doc() {
    JsonNode tokens = app.with("scope", "accounting.settings").tokens().json();
    assertThat(tokens.has("refresh_token")).isFalse();
    assertThat(tokens.has("id_token")).isFalse();
  }

  @Test
  void an_access_token_lives_thirty_minutes__doc() {
    XeroCalls client = app.client();
    xero.advance("PT29M59S");
    assertThat(client.get("Organisation").status()).isEqualTo(200);
    xero.advance("PT1S");
    assertThat(client.get("Organisation").at("/Detail").asText()).startsWith("TokenExpired");
  }

  @Test
  void an_id_token_lives_five_minutes_and_says_who_it_was__doc() {
    JsonNode claims =
        ConsentCalls.claims(app.user("standard@acme.example").tokens().at("/id_token").asText());
    assertThat(claims.get("exp").asLong() - claims.get("nbf").asLong()).isEqualTo(300);
    assertThat(claims.get("email").asText()).isEqualTo("standard@acme.example");
    assertThat(claims.get("xero_userid").asText()).isEqualTo(app.userId("standard@acme.example"));
  }

  @Test
  void a_refresh_token_lives_sixty_days_unless_it_is_used__doc() {
    String token = app.tokens().at("/refresh_token").asText();
    xero.advance("P59D");
    String next = app.refresh(token).at("/refresh_token").asText();
    xero.advance("P59D");
    String last = app.refresh(next).at("/refresh_token").asText();
    xero.advance("P60D");
    assertThat(app.refresh(last).at("/error").asText()).isEqualTo("invalid_grant");
  }

  @Test
  void a_refresh_gives_a_new_token_and_the_one_before_works_thirty_more_minutes__doc() {
    String first = app.tokens().at("/refresh_token").asText();
    String second = app.refresh(first).at("/refresh_token").asText();
    assertThat(second).isNotEqualTo(first);
    xero.advance("PT29M59S");
    assertThat(app.refresh(first).status()).isEqualTo(200);
    xero.advance("PT1S");
    assertThat(app.refresh(first).at("/error").asText()).isEqualTo("invalid_grant");
    assertThat(app.refresh(second).status()).isEqualTo(200);
  }

  @Test
  void using_a_rotated_token_again_does_not_lengthen_its_grace__3p() {
    String first = app.tokens().at("/refresh_token").asText();
    app.refresh(first);
    xero.advance("PT20M");
    assertThat(app.refresh(first).status()).isEqualTo(200);
    xero.advance("PT10M");
    assertThat(app.refresh(first).status()).isEqualTo(400);
  }

  @Test
  void an_access_token_carries_these_claims__xero_code() {
    JsonNode claims = ConsentCalls.claims(app.tokens().at("/access_token").asText());
    for (String claim :
        List.of(
            "nbf",
            "exp",
            "iss",
            "aud",
            "client_id",
            "sub",
            "auth_time",
            "xero_userid",
            "global_session_id",
            "jti",
            "authentication_event_id")) {
      assertThat(claims.has(claim)).as(claim).isTrue();
    }
    assertThat(claims.get("scope").isArray()).isTrue();
    assertThat(claims.get("exp").asLong() - claims.get("nbf").asLong()).isEqualTo(1800);
  }

  @Test
  void tokens_are_signed_with_the_published_rs256_key__spec() throws Exception {
    String[] token = app.tokens().at("/access_token").asText().split("\\.");
    JsonNode key = xero.open("GET", "/.well-known/openid-configuration/jwks", null).at("/keys/0");
    Signature check = Signature.getInstance("SHA256withRSA");
    check.initVerify(
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
    check.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(check.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
    assertThat(key.get("alg").asText()).isEqualTo("RS256");
  }

  @ParameterizedTest
  @CsvSource({
    "sandbox, wrong, client_credentials, invalid_client",
    "nobody, x, client_credentials, invalid_client",
    "sandbox, sandbox, password, unsupported_grant_type",
    "sandbox, sandbox, '', unsupported_grant_type",
    "'', '', client_credentials, invalid_request",
    "sandbox, sandbox, refresh_token&refresh_token=never-issued, invalid_grant",
    "sandbox, sandbox, authorization_code&code=never-issued, invalid_grant"
  })
  void an_error_of_the_token_endpoint_is_a_400_with_its_name__observed(
      String id, String secret, String grant, String error) {
    Reply reply = xero.tokenReply(id, secret, "grant_type=" + grant);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/error").asText()).isEqualTo(error);
  }

  @Test
  void a_token_request_that_is_no_form_is_invalid__unverified() {
    Reply reply =
        xero.open(
            "POST",
            "/connect/token",
            "{\"grant_type\":\"client_credentials\"}",
            "Authorization",
            XeroCalls.basic("sandbox", "sandbox"),
            "Content-Type",
            "application/json");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/error").asText()).isEqualTo("invalid_request");
  }

  @Test
  void a_custom_connection_gets_no_refresh_token__xero_code() {
    Reply reply = xero.tokenReply("sandbox", "sandbox", "grant_type=client_credentials");
    assertThat(reply.at("/expires_in").asInt()).isEqualTo(1800);
    assertThat(reply.json().has("refresh_token")).isFalse();
  }

  @Test
  void a_custom_connection_may_leave_the_organisation_out_or_empty__3p() {
    assertThat(xero.get("Organisation").status()).isEqualTo(200);
    assertThat(xero.get("Organisation", "Xero-tenant-id", "").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"AU, AUD", "NZ, NZD", "UK, GBP", "US, USD"})
  void a_custom_connection_is_bound_to_one_organisation_of_these_countries__xero_code(
      String country, String currency) {
    JsonNode made =
        xero.control("POST", "organisations", Map.of("name", "Other", "country", country)).json();
    XeroCalls other = xero.as("other", "other-secret");
    assertThat(other.get("Organisation").at("/Organisations/0/BaseCurrency").asText())
        .isEqualTo(currency);
    assertThat(xero.get("Organisation", "Xero-tenant-id", made.get("tenantId").asText()).status())
        .isEqualTo(403);
  }

  @Test
  void a_scope_outside_the_assigned_ones_fails_validation__observed() {
    xero.control("PATCH", "apps/sandbox", Map.of("scopes", List.of("accounting.settings.read")));
    Reply reply =
        xero.tokenReply(
            "sandbox", "sandbox", "grant_type=client_credentials&scope=accounting.settings");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/error").asText()).isEqualTo("invalid_scope");
    assertThat(reply.at("/error_description").asText())
        .isEqualTo("Client credentials scope validation failed");
  }

  private static BigInteger number(JsonNode key, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(key.get(name).asText()));
  }
}
