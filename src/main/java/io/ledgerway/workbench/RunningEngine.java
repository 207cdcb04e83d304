package io.ledgerway.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ledgerway.problem.LedgerwayException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The engine that a command asks. */
final class RunningEngine {

  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  @Option(
      names = "--url",
      paramLabel = "<address>",
      defaultValue = "${env:LEDGERWAY_URL:-http://localhost:8080}",
      description = "Address of the engine; LEDGERWAY_URL, else ${DEFAULT-VALUE}.")
  private String url;

  @Option(
      names = "--key",
      paramLabel = "<key>",
      defaultValue = "${env:LEDGERWAY_API_KEY:-}",
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
      description = "The engine's API key; LEDGERWAY_API_KEY unless told.")
  private String key;

  JsonNode get(String path) {
    return answer(request(path).GET());
  }

  JsonNode post(String path, byte[] json) {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json)));
  }

  /** As a part of a path or query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url.replaceAll("/+$", "") + "/api/v1" + path))
        .timeout(PATIENCE)
        .header("Accept", "application/json")
        .header("X-API-Key", key);
  }

  private JsonNode answer(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer =
          HttpClient.newBuilder()
              .connectTimeout(Duration.ofSeconds(10))
              .build()
              .send(request.build(), BodyHandlers.ofByteArray());
      return read(answer);
    } catch (IOException e) {
      throw new LedgerwayException(
          "ENGINE_NOT_REACHED",
          "No engine answers at " + url + ".",
          "Start it, or name another with --url or LEDGERWAY_URL.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerwayException("INTERRUPTED", "It was interrupted.", "Try again.", e);
    }
  }

  private JsonNode read(HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() == 401 || answer.statusCode() == 403) {
      throw new LedgerwayException(
          "NOT_LET_IN",
          "The engine at " + url + " does not know this key.",
          "Give its API key with --key or LEDGERWAY_API_KEY.");
    }
    JsonNode body = tree(answer.body());
    if (answer.statusCode() / 100 != 2) {
      throw new LedgerwayException(
          body.path("code").asText("HTTP_" + answer.statusCode()),
          body.path("detail").asText("The engine answered " + answer.statusCode() + "."),
          body.path("hint").asText(""));
    }
    return body;
  }

  private static JsonNode tree(byte[] body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
