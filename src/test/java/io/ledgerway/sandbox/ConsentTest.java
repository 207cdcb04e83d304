package io.ledgerway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.sandbox.XeroCalls.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The consent page, PKCE and authorisation codes: xero-api.md 1.1, 1.2, 1.7. */
@ExtendWith(SandboxExtension.class)
class ConsentTest {

  private XeroCalls xero;
  private ConsentCalls app;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    app = new ConsentCalls(xero);
  }

  @Test
  void a_code_becomes_tokens_once__doc() {
    String code = app.code();
    assertThat(app.exchange(code).status()).isEqualTo(200);
    assertThat(app.exchange(code).at("/error").asText()).isEqualTo("invalid_grant");
  }

  @Test
  void a_code_lives_five_minutes__doc() {
    String young = app.code();
    xero.advance("PT4M59S");
    assertThat(app.exchange(young).status()).isEqualTo(200);
    String old = app.code();
    xero.advance("PT5M");
    assertThat(app.exchange(old).at("/error").asText()).isEqualTo("invalid_grant");
  }

  @Test
  void a_code_is_for_the_app_that_asked_and_its_redirect_address__doc() {
    String code = app.code();
    xero.control("POST", "organisations", Map.of("name", "Two", "country", "AU"));
    assertThat(new ConsentCalls(xero).as("two", "two-secret").exchange(code).status())
        .isEqualTo(400);
    assertThat(app.exchange(app.code(), "redirect_uri", "https://other").at("/error").asText())
        .isEqualTo("invalid_grant");
  }

  @Test
  void the_state_comes_back_as_it_was__doc() {
    assertThat(app.with("state", "a b&c").answer("allow").header("Location"))
        .contains("state=a%20b%26c");
  }

  @Test
  void a_refusal_comes_back_as_access_denied__3p() {
    assertThat(app.answer("cancel").header("Location")).contains("error=access_denied");
  }

  @Test
  void the_page_shows_who_asks_for_what_and_cannot_be_framed__xero_code() {
    Reply page = app.page();
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("Demo Company (NZ)", "accounting.settings", "This is not Xero")
        .contains("adviser@acme.example", "standard@acme.example")
        .doesNotContain("readonly@acme.example");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example/back, true",
    "http://localhost:3000/back, true",
    "http://127.0.0.1/back, false",
    "http://app.example/back, false",
    "app.example/back, false",
    "'', false"
  })
  void a_redirect_address_is_https_or_http_on_localhost__doc(String address, boolean good) {
    Reply page = app.with("redirect_uri", address).page();
    assertThat(page.status()).isEqualTo(good ? 200 : 400);
    assertThat(page.body().contains("unauthorized_client: Invalid redirect_uri")).isEqualTo(!good);
  }

  @Test
  void a_redirect_address_matches_the_registered_one_exactly__doc() {
    change(Map.of("redirectUris", List.of("https://app.example/back")));
    assertThat(app.with("redirect_uri", "https://app.example/back").page().status()).isEqualTo(200);
    assertThat(app.with("redirect_uri", "https://app.example/back/").page().status())
        .isEqualTo(400);
    assertThat(app.with("redirect_uri", "https://app.example/back?x=1").page().status())
        .isEqualTo(400);
  }

  @Test
  void a_scope_that_is_not_the_apps_is_an_invalid_scope_for_client__observed() {
    change(Map.of("scopes", List.of("accounting.settings.read")));
    assertThat(app.page().body()).contains("unauthorized_client", "Invalid scope for client");
    assertThat(app.answer("allow").status()).isEqualTo(400);
  }

  @Test
  void an_unknown_client_is_told_so__xero_code() {
    assertThat(app.with("client_id", "nobody").page().body()).contains("unauthorized_client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", ""})
  void only_codes_are_given_out__doc(String type) {
    assertThat(app.with("response_type", type).page().status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"42, false", "43, true", "128, true", "129, false"})
  void a_pkce_verifier_has_43_to_128_characters_and_needs_no_secret__doc(int length, boolean good) {
    change(Map.of("pkce", true));
    String verifier = "v".repeat(length);
    app.as("sandbox", null)
        .with("code_challenge", ConsentCalls.challenge(verifier))
        .with("code_challenge_method", "S256");
    Reply reply = app.exchange(app.code(), "code_verifier", verifier);
    assertThat(reply.status()).isEqualTo(good ? 200 : 400);
    if (good) {
      String refresh = reply.at("/refresh_token").asText();
      assertThat(app.refresh(refresh).status()).isEqualTo(200);
    }
  }

  @Test
  void a_pkce_challenge_needs_its_own_verifier__doc() {
    app.with("code_challenge", ConsentCalls.challenge("v".repeat(43)))
        .with("code_challenge_method", "S256");
    assertThat(app.exchange(app.code(), "code_verifier", "w".repeat(43)).status()).isEqualTo(400);
    assertThat(app.exchange(app.code()).status()).isEqualTo(400);
    assertThat(app.exchange(app.code(), "code_verifier", "v".repeat(43)).status()).isEqualTo(200);
  }

  @Test
  void a_pkce_challenge_is_s256__doc() {
    assertThat(app.with("code_challenge", "x").with("code_challenge_method", "plain").page().body())
        .contains("invalid_request");
  }

  @Test
  void an_app_with_a_secret_is_not_let_in_without_it_and_a_pkce_app_asks_for_a_challenge__doc() {
    String refresh = app.tokens().at("/refresh_token").asText();
    assertThat(app.as("sandbox", null).refresh(refresh).at("/error").asText())
        .isEqualTo("invalid_client");
    change(Map.of("pkce", true));
    assertThat(app.page().body()).contains("code challenge required");
  }

  private void change(Map<String, ?> app) {
    assertThat(xero.control("PATCH", "apps/sandbox", app).status()).isEqualTo(200);
  }
}
