package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A person with a browser and the API key: asks for consent, answers at Xero, comes back. */
final class Consenting {

  static final String CALLBACK = "http://localhost:9999/connect/xero/callback";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI engine;
  private final String apiKey;

  /** All that the engine ever answered. */
  final List<String> answers = new CopyOnWriteArrayList<>();

  Consenting(URI engine, String apiKey) {
    this.engine = engine;
    this.apiKey = apiKey;
  }

  /** Consents to one organisation and comes back. */
  HttpResponse<String> connect(String company, String tenantId) {
    return comeBack(answer(ask(company), tenantId, "allow"));
  }

  URI ask(String company) {
    HttpResponse<String> asked = call("POST", "/companies/" + company + "/connection/consent", "");
    assertThat(asked.statusCode()).isEqualTo(200);
    return URI.create(json(asked).get("url").asText());
  }

  /** Sends the consent page's form; gives the query that Xero sends the person back with. */
  String answer(URI consentPage, String tenantId, String decision) {
    return answer(consentPage, List.of(tenantId), decision);
  }

  String answer(URI consentPage, List<String> tenantIds, String decision) {
    Map<String, String> query =
        Arrays.stream(consentPage.getRawQuery().split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    assertThat(query).containsEntry("code_challenge_method", "S256").containsKey("state");
    assertThat(send(HttpRequest.newBuilder(consentPage).build()).statusCode()).isEqualTo(200);
    String form =
        consentPage.getRawQuery()
            + "&decision="
            + decision
            + tenantIds.stream().map(id -> "&tenantId=" + encode(id)).collect(Collectors.joining());
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(consentPage.resolve("/identity/connect/authorize"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String back = answer.headers().firstValue("Location").orElseThrow();
    assertThat(back).startsWith(CALLBACK + "?");
    return URI.create(back).getRawQuery();
  }

  HttpResponse<String> comeBack(String query) {
    return send(HttpRequest.newBuilder(engine.resolve("/connect/xero/callback?" + query)).build());
  }

  HttpResponse<String> call(String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(engine.resolve("/api/v1" + path))
            .header("X-API-Key", apiKey)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (request.uri().getPort() == engine.getPort()) {
        answers.add(answer.headers() + answer.body());
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
