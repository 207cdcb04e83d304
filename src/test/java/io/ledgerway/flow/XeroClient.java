package io.ledgerway.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.local.SandboxSwitches.Organisation;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Another app of the same organisation: does over Xero's API what the engine has to notice. */
public final class XeroClient {

  private final RestClient http;

  private XeroClient(RestClient http) {
    this.http = http;
  }

  public static XeroClient of(URI sandbox, Organisation organisation) {
    RestClient.Builder rest =
        RestClient.builder()
            .baseUrl(sandbox.toString())
            .requestFactory(new JdkClientHttpRequestFactory());
    JsonNode token =
        rest.build()
            .post()
            .uri("/connect/token")
            .headers(
                headers ->
                    headers.setBasicAuth(organisation.clientId(), organisation.clientSecret()))
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .body("grant_type=client_credentials")
            .retrieve()
            .body(JsonNode.class);
    return new XeroClient(
        rest.baseUrl(sandbox + "/api.xro/2.0/")
            .defaultHeader("Authorization", "Bearer " + token.get("access_token").asText())
            .defaultHeader("Xero-Tenant-Id", organisation.tenantId())
            .defaultHeader("Accept", "application/json")
            .build());
  }

  public JsonNode get(String path) {
    return http.get().uri(path).retrieve().body(JsonNode.class);
  }

  void post(String path, Object body) {
    http.post()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .retrieve()
        .toBodilessEntity();
  }

  /** Attaches a PDF to a record. */
  void attach(String record, String name, byte[] content) {
    http.put()
        .uri(record + "/Attachments/" + name)
        .contentType(MediaType.APPLICATION_PDF)
        .body(content)
        .retrieve()
        .toBodilessEntity();
  }

  void delete(String path) {
    http.delete().uri(path).retrieve().toBodilessEntity();
  }
}
