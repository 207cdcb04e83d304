package io.ledgerway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class ConsentTest {

  private static final String BACK = "http://localhost:9999/callback";
  private static final String SCOPE =
      "openid offline_access accounting.settings accounting.banktransactions";

  private XeroCalls xero;
  private String tenantId;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    tenantId = xero.firstOrganisation().get("tenantId").asText();
  }

  @Test
  void a_code_becomes_tokens_once() throws Exception {
    String code = codeOf(consent("&state=s1", "allow"));
    Reply tokens = exchange(code, "");
    assertThat(tokens.status()).isEqualTo(200);
    assertThat(tokens.at("/expires_in").asInt()).isEqualTo(1800);
    assertThat(tokens.at("/refresh_token").asText()).isNotBlank();
    assertThat(tokens.at("/id_token").asText()).isNotBlank();
    assertThat(exchange(code, "").at("/error").asText()).isEqualTo("invalid_grant");
  }

  @Test
  void the_state_comes_back() throws Exception {
    assertThat(consent("&state=a%20b", "allow").getRawQuery()).contains("state=a%20b");
  }

  @Test
  void a_refusal_comes_back_as_access_denied() throws Exception {
    assertThat(consent("", "cancel").getQuery()).contains("error=access_denied");
  }

  @Test
  void a_code_lives_five_minutes() throws Exception {
    String code = codeOf(consent("", "allow"));
    xero.advance("PT5M");
    assertThat(exchange(code, "").at("/error").asText()).isEqualTo("invalid_grant");
  }

  @Test
  void the_redirect_address_must_be_the_same_again() throws Exception {
    String code = codeOf(consent("", "allow"));
    Reply reply =
        xero.tokenReply(
            "sandbox",
            "sandbox",
            "grant_type=authorization_code&redirect_uri=https%3A%2F%2Fother&code=" + code);
    assertThat(reply.at("/error").asText()).isEqualTo("invalid_grant");
  }

  @Test
  void pkce_needs_the_right_verifier_and_no_secret() throws Exception {
    String verifier = "v".repeat(43);
    String challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    String more = "&code_challenge_method=S256&code_challenge=" + challenge;
    assertThat(
            exchange(codeOf(consent(more, "allow")), "&code_verifier=" + "w".repeat(43)).status())
        .isEqualTo(400);
    assertThat(exchange(codeOf(consent(more, "allow")), "&code_verifier=" + verifier).status())
        .isEqualTo(200);
  }

  @Test
  void a_refresh_rotates_and_the_old_one_works_for_thirty_more_minutes() throws Exception {
    String first = exchange(codeOf(consent("", "allow")), "").at("/refresh_token").asText();
    String second = refresh(first).at("/refresh_token").asText();
    assertThat(second).isNotEqualTo(first);
    xero.advance("PT29M");
    assertThat(refresh(first).status()).isEqualTo(200);
    xero.advance("PT1M");
    assertThat(refresh(first).at("/error").asText()).isEqualTo("invalid_grant");
    assertThat(refresh(second).status()).isEqualTo(200);
  }

  @Test
  void an_unused_refresh_token_dies_after_sixty_days() throws Exception {
    String token = exchange(codeOf(consent("", "allow")), "").at("/refresh_token").asText();
    xero.advance("P60D");
    assertThat(refresh(token).at("/error").asText()).isEqualTo("invalid_grant");
  }

  @Test
  void a_user_token_needs_the_organisations_id_and_lists_its_connections() throws Exception {
    XeroCalls user = user();
    assertThat(user.get("Organisation").status()).isEqualTo(403);
    assertThat(user.tenant(tenantId).get("Organisation").status()).isEqualTo(200);
    JsonNode connections = connections(user, "GET", "");
    assertThat(connections).hasSize(1);
    assertThat(connections.at("/0/tenantId").asText()).isEqualTo(tenantId);
    assertThat(connections.at("/0/createdDateUtc").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}");
    connections(user, "DELETE", "/" + connections.at("/0/id").asText());
    assertThat(user.get("Organisation").status()).isEqualTo(403);
  }

  @Test
  void a_revoked_token_takes_all_connections_of_the_user_with_it() throws Exception {
    String token = exchange(codeOf(consent("", "allow")), "").at("/refresh_token").asText();
    post("/connect/revocation", "token=" + token);
    assertThat(refresh(token).at("/error").asText()).isEqualTo("invalid_grant");
  }

  @Test
  void token_errors_have_their_names() {
    assertThat(
            xero.tokenReply("sandbox", "wrong", "grant_type=client_credentials")
                .at("/error")
                .asText())
        .isEqualTo("invalid_client");
    assertThat(xero.tokenReply("sandbox", "sandbox", "grant_type=password").at("/error").asText())
        .isEqualTo("unsupported_grant_type");
    assertThat(xero.tokenReply("", "", "grant_type=client_credentials").at("/error").asText())
        .isEqualTo("invalid_request");
    Reply scope =
        xero.tokenReply(
            "sandbox", "sandbox", "grant_type=client_credentials&scope=accounting.nothing");
    assertThat(scope.status()).isEqualTo(400);
    assertThat(scope.at("/error").asText()).isEqualTo("invalid_scope");
    assertThat(scope.at("/error_description").asText())
        .isEqualTo("Client credentials scope validation failed");
  }

  @Test
  void only_registered_and_safe_addresses_are_redirected_to() throws Exception {
    for (String bad : List.of("http://127.0.0.1/back", "http://example.com/back", "")) {
      assertThat(page("&redirect_uri=" + bad).body()).contains("Invalid redirect_uri");
    }
    xero.control(
        "PATCH", "apps/sandbox", Map.of("redirectUris", List.of("https://app.example/back")));
    assertThat(page("&redirect_uri=" + BACK).body()).contains("Invalid redirect_uri");
  }

  @Test
  void the_consent_page_shows_organisations_and_cannot_be_framed() throws Exception {
    HttpResponse<String> page = page("&redirect_uri=" + BACK);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Demo Company (NZ)", "This is not Xero");
    assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
  }

  private XeroCalls user() throws Exception {
    return new XeroCalls(xero.url())
        .token(exchange(codeOf(consent("", "allow")), "").at("/access_token").asText());
  }

  private JsonNode connections(XeroCalls user, String method, String path) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(xero.url() + "/connections" + path))
                    .header("Authorization", "Bearer " + user.token())
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    return XeroCalls.JSON.readTree(answer.body());
  }

  private HttpResponse<String> page(String more) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create(
                        xero.url()
                            + "/identity/connect/authorize?response_type=code&client_id=sandbox&scope="
                            + encode(SCOPE)
                            + more))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private URI consent(String more, String decision) throws Exception {
    HttpResponse<String> answer =
        post(
            "/identity/connect/authorize",
            "client_id=sandbox&redirect_uri="
                + encode(BACK)
                + "&scope="
                + encode(SCOPE)
                + "&tenantId="
                + tenantId
                + "&decision="
                + decision
                + more);
    assertThat(answer.statusCode()).isEqualTo(302);
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    String basic =
        Base64.getEncoder().encodeToString("sandbox:sandbox".getBytes(StandardCharsets.UTF_8));
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(xero.url() + path))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static String codeOf(URI location) {
    return location.getQuery().replaceAll(".*code=([^&]*).*", "$1");
  }

  private Reply exchange(String code, String more) {
    return xero.tokenReply(
        "sandbox",
        "sandbox",
        "grant_type=authorization_code&redirect_uri=" + encode(BACK) + "&code=" + code + more);
  }

  private Reply refresh(String token) {
    return xero.tokenReply("sandbox", "sandbox", "grant_type=refresh_token&refresh_token=" + token);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
