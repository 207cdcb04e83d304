package io.ledgerway.connection;

import io.ledgerway.xero.XeroProperties;
import io.ledgerway.xero.XeroUncertain;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Xero's token endpoint (xero-api.md 1.1 to 1.7). Thread-safe. */
@Component
class XeroIdentity {

  private static final Duration USUAL_LIFE = Duration.ofMinutes(30);
  private static final ParameterizedTypeReference<Map<String, Object>> OBJECT =
      new ParameterizedTypeReference<>() {};

  private final XeroProperties properties;
  private final NeededScopes scopes;
  private final Clock clock;
  private final RestClient http;

  XeroIdentity(XeroProperties properties, NeededScopes scopes, Clock clock) {
    this.scopes = scopes;
    this.properties = properties;
    this.clock = clock;
    this.http = IdentityHttp.client(properties);
  }

  /**
   * Where the app was not given what a source's documents need besides, the others go on.
   *
   * @throws TokenRefused when Xero says no
   * @throws XeroUncertain when it says nothing useful
   */
  FreshToken clientCredentials(Client client) {
    try {
      return clientCredentials(client, scopes.all());
    } catch (TokenRefused refused) {
      if (!refused.isForScopes() || scopes.all().equals(properties.scopes())) {
        throw refused;
      }
      return clientCredentials(client, properties.scopes());
    }
  }

  private FreshToken clientCredentials(Client client, String asked) {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("grant_type", "client_credentials");
    form.add("scope", asked);
    return token(client, form);
  }

  /**
   * @param verifier of PKCE
   * @throws TokenRefused when Xero says no
   * @throws XeroUncertain when it says nothing useful; the code may be spent
   */
  FreshToken authorizationCode(Client client, String code, String redirectUri, String verifier) {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("grant_type", "authorization_code");
    form.add("code", code);
    form.add("redirect_uri", redirectUri);
    form.add("code_verifier", verifier);
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

  private FreshToken token(Client client, MultiValueMap<String, String> form) {
    if (client.secret() == null) {
      form.add("client_id", client.id());
    }
    try {
      Map<String, Object> answer =
          http.post()
              .uri(properties.identityUrl() + "/connect/token")
              .contentType(MediaType.APPLICATION_FORM_URLENCODED)
              .accept(MediaType.APPLICATION_JSON)
              .headers(
                  headers -> {
                    if (client.secret() != null) {
                      headers.setBasicAuth(client.id(), client.secret());
                    }
                  })
              .body(form)
              .retrieve()
              .body(OBJECT);
      return fresh(answer);
    } catch (RestClientResponseException e) {
      throw refusal(e);
    } catch (RestClientException e) {
      throw IdentityHttp.unavailable("give a token", e);
    }
  }

  private FreshToken fresh(Map<String, Object> answer) {
    if (answer == null || !(answer.get("access_token") instanceof String access)) {
      throw IdentityHttp.unavailable("give a token", null);
    }
    Duration life =
        answer.get("expires_in") instanceof Number seconds
            ? Duration.ofSeconds(seconds.longValue())
            : USUAL_LIFE;
    Object refresh = answer.get("refresh_token");
    Object scopes = answer.get("scope");
    return new FreshToken(
        access,
        clock.instant().plus(life),
        refresh == null ? null : refresh.toString(),
        scopes == null ? null : scopes.toString());
  }

  private static RuntimeException refusal(RestClientResponseException e) {
    if (e.getStatusCode().is4xxClientError() && e.getStatusCode().value() != 429) {
      Map<String, Object> body = body(e);
      if (body.get("error") instanceof String error) {
        Object description = body.get("error_description");
        return new TokenRefused(error, description == null ? null : description.toString());
      }
    }
    return IdentityHttp.unavailable("give a token", e);
  }

  private static Map<String, Object> body(RestClientResponseException e) {
    try {
      return Optional.ofNullable(e.getResponseBodyAs(OBJECT)).orElse(Map.of());
    } catch (RestClientException | IllegalStateException notJson) {
      return Map.of();
    }
  }
}
