package io.ledgerway.connection;

import io.ledgerway.xero.XeroProperties;
import io.ledgerway.xero.XeroUncertain;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** {@code /connections}: which organisations a token opens (xero-api.md 1.4). Thread-safe. */
@Component
class XeroTenants {

  private static final ParameterizedTypeReference<List<Map<String, Object>>> LIST =
      new ParameterizedTypeReference<>() {};

  private final XeroProperties properties;
  private final RestClient http;

  XeroTenants(XeroProperties properties) {
    this.properties = properties;
    this.http = IdentityHttp.client(properties);
  }

  /**
   * All that the token opens, without practices and the like.
   *
   * @throws XeroUncertain when Xero does not say
   */
  List<XeroTenant> opened(String accessToken) {
    return opened(accessToken, "");
  }

  /**
   * Those that were first chosen in one consent. One that is chosen again belongs to the consent in
   * which it was chosen first.
   *
   * @throws XeroUncertain when Xero does not say
   */
  List<XeroTenant> openedFirstBy(String authEventId, String accessToken) {
    return opened(accessToken, "?authEventId=" + authEventId);
  }

  /**
   * Ends one connection at Xero; one that is gone already is as good.
   *
   * @throws XeroUncertain when Xero does not say that it is gone
   */
  void disconnect(String connectionId, String accessToken) {
    try {
      http.delete()
          .uri(properties.apiUrl() + "/connections/{id}", connectionId)
          .headers(headers -> headers.setBearerAuth(accessToken))
          .retrieve()
          .toBodilessEntity();
    } catch (RestClientResponseException e) {
      if (e.getStatusCode().value() != 404 && e.getStatusCode().value() != 403) {
        throw IdentityHttp.unavailable("end the connection", e);
      }
    } catch (RestClientException e) {
      throw IdentityHttp.unavailable("end the connection", e);
    }
  }

  private List<XeroTenant> opened(String accessToken, String query) {
    try {
      List<Map<String, Object>> connections =
          http.get()
              .uri(properties.apiUrl() + "/connections" + query)
              .accept(MediaType.APPLICATION_JSON)
              .headers(headers -> headers.setBearerAuth(accessToken))
              .retrieve()
              .body(LIST);
      return Optional.ofNullable(connections).orElse(List.of()).stream()
          .filter(entry -> "ORGANISATION".equals(entry.getOrDefault("tenantType", "ORGANISATION")))
          .map(XeroTenants::organisation)
          .toList();
    } catch (RestClientException e) {
      throw IdentityHttp.unavailable("list the organisations", e);
    }
  }

  private static XeroTenant organisation(Map<String, Object> entry) {
    return new XeroTenant(
        String.valueOf(entry.get("tenantId")),
        String.valueOf(entry.get("tenantName")),
        String.valueOf(entry.get("id")),
        instant(entry.get("updatedDateUtc")));
  }

  private static Instant instant(Object text) {
    try {
      return text == null
          ? null
          : LocalDateTime.parse(text.toString().replaceAll("Z$", "")).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException notADate) {
      return null;
    }
  }
}
