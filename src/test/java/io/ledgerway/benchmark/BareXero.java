package io.ledgerway.benchmark;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

/** Calls the sandbox with nothing in between. Thread-safe. */
final class BareXero {

  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI sandbox;
  private final String token;
  private final String tenantId;

  BareXero(URI sandbox, String clientId, String clientSecret, String tenantId) {
    this.sandbox = sandbox;
    this.tenantId = tenantId;
    String basic = Base64.getEncoder().encodeToString((clientId + ":" + clientSecret).getBytes());
    this.token =
        send(HttpRequest.newBuilder(sandbox.resolve("/connect/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build())
            .get("access_token")
            .asText();
  }

  String tenantId() {
    return tenantId;
  }

  JsonNode put(String resource, String key, String body) {
    return send(
        HttpRequest.newBuilder(
                sandbox.resolve("/api.xro/2.0/" + resource + "?summarizeErrors=false"))
            .header("Authorization", "Bearer " + token)
            .header("Xero-Tenant-Id", tenantId)
            .header("Idempotency-Key", key)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build());
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.statusCode() + " " + new String(answer.body()));
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
