package io.ledgerway.connection;

import io.ledgerway.xero.XeroProperties;
import io.ledgerway.xero.XeroUncertain;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * Xero's token endpoint and the list of organisations that a token opens (xero-api.md 1). Neither
 * is under a tenant's limits. Thread-safe.
 */
@Component
class XeroIdentity {

  private static final Duration USUAL_LIFE = Duration.ofMinutes(30);
  private static final ParameterizedTypeReference<Map<String, Object>> OBJECT =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<List<Map<String, Object>>> LIST =
      new ParameterizedTypeReference<>() {};

  private final XeroProperties properties;
  private final Clock clock;
  private final RestClient http;

  XeroIdentity(XeroProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
    requests.setReadTimeout(Duration.ofSeconds(15));
    this.http = RestClient.builder().requestFactory(requests).build();
  }

  /**
   * @throws TokenRefused when Xero says no
   * @throws XeroUncertain when it says nothing useful
   */
  FreshToken clientCredentials(Client client) {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("grant_type", "client_credentials");
    form.add("scope", properties.scopes());
    return token(client, form);
  }

  /**
   * @throws TokenRefused when Xero says no
   * @throws XeroUncertain when it says nothing useful; the old refresh token is good for 30 minutes
   */
  FreshToken refresh(Client client, String refreshToken) {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("grant_type", "refresh_token");
    form.add("refresh_token", refreshToken);
    return token(client, form);
  }

  /** The organisations, without practices and the like. */
  List<Organisation> organisations(String accessToken) {
    try {
      List<Map<String, Object>> connections =
          http.get()
              .uri(properties.apiUrl() + "/connections")
              .accept(MediaType.APPLICATION_JSON)
              .headers(headers -> headers.setBearerAuth(accessToken))
              .retrieve()
              .body(LIST);
      return Optional.ofNullable(connections).orElse(List.of()).stream()
          .filter(entry -> "ORGANISATION".equals(entry.getOrDefault("tenantType", "ORGANISATION")))
          .map(
              entry ->
                  new Organisation(
                      String.valueOf(entry.get("tenantId")),
                      String.valueOf(entry.get("tenantName"))))
          .toList();
    } catch (RestClientException e) {
      throw unavailable("list the organisations", e);
    }
  }

  private FreshToken token(Client client, MultiValueMap<String, String> form) {
    try {
      Map<String, Object> answer =
          http.post()
              .uri(properties.identityUrl() + "/connect/token")
              .contentType(MediaType.APPLICATION_FORM_URLENCODED)
              .accept(MediaType.APPLICATION_JSON)
              .headers(headers -> headers.setBasicAuth(client.id(), client.secret()))
              .body(form)
              .retrieve()
              .body(OBJECT);
      if (answer == null || !(answer.get("access_token") instanceof String access)) {
        throw unavailable("give a token", null);
      }
      Duration life =
          answer.get("expires_in") instanceof Number seconds
              ? Duration.ofSeconds(seconds.longValue())
              : USUAL_LIFE;
      Object refresh = answer.get("refresh_token");
      return new FreshToken(
          access, clock.instant().plus(life), refresh == null ? null : refresh.toString());
    } catch (RestClientResponseException e) {
      throw refusal(e);
    } catch (RestClientException e) {
      throw unavailable("give a token", e);
    }
  }

  private static RuntimeException refusal(RestClientResponseException e) {
    if (e.getStatusCode().is4xxClientError() && e.getStatusCode().value() != 429) {
      Map<String, Object> body = body(e);
      if (body.get("error") instanceof String error) {
        Object description = body.get("error_description");
        return new TokenRefused(error, description == null ? null : description.toString());
      }
    }
    return unavailable("give a token", e);
  }

  private static Map<String, Object> body(RestClientResponseException e) {
    try {
      return Optional.ofNullable(e.getResponseBodyAs(OBJECT)).orElse(Map.of());
    } catch (RestClientException | IllegalStateException notJson) {
      return Map.of();
    }
  }

  /** The cause is only named: what it carries might hold a token. */
  private static XeroUncertain unavailable(String what, Exception cause) {
    int status =
        cause instanceof RestClientResponseException answered
            ? answered.getStatusCode().value()
            : 0;
    String why =
        status > 0
            ? String.valueOf(status)
            : cause == null ? "no token in the answer" : cause.getClass().getSimpleName();
    return new XeroUncertain(
        "Xero did not " + what + ": " + why, status > 0, false, null, status, null, null);
  }
}
