package io.ledgerway.sandbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
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
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A bare client of the sandbox: what goes over the wire, and nothing more. */
public final class XeroCalls {

  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** An answer. */
  public record Reply(int status, String body, HttpResponse<String> http) {

    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(body, e);
      }
    }

    /** A node by JSON pointer. */
    public JsonNode at(String pointer) {
      return json().at(pointer);
    }

    public String header(String name) {
      return http.headers().firstValue(name).orElse(null);
    }
  }

  private final String url;
  private String token;
  private String tenant;

  public XeroCalls(String url) {
    this.url = url;
  }

  public String url() {
    return url;
  }

  public XeroCalls token(String value) {
    token = value;
    return this;
  }

  public XeroCalls tenant(String id) {
    tenant = id;
    return this;
  }

  public String token() {
    return token;
  }

  /** Another client with the token of this organisation's own app. */
  public XeroCalls as(String clientId, String secret) {
    XeroCalls other = new XeroCalls(url);
    other.token =
        tokenReply(clientId, secret, "grant_type=client_credentials").at("/access_token").asText();
    return other;
  }

  public Reply tokenReply(String clientId, String secret, String form) {
    return open(
        "POST",
        "/connect/token",
        form,
        "Authorization",
        basic(clientId, secret),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  static String basic(String clientId, String secret) {
    byte[] both = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** A call outside the Accounting API, with nothing added. */
  Reply open(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(30))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  public Reply get(String path, String... headers) {
    return call("GET", path, null, headers);
  }

  public Reply put(String path, Object body, String... headers) {
    return call("PUT", path, body, headers);
  }

  public Reply post(String path, Object body, String... headers) {
    return call("POST", path, body, headers);
  }

  /**
   * A call to the Accounting API with token, organisation and JSON, unless headers say otherwise.
   */
  public Reply call(String method, String path, Object body, String... headers) {
    if (token == null) {
      token =
          tokenReply("sandbox", "sandbox", "grant_type=client_credentials")
              .at("/access_token")
              .asText();
    }
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Authorization", "Bearer " + token);
    all.put("Accept", "application/json");
    if (tenant != null) {
      all.put("Xero-tenant-id", tenant);
    }
    if (body != null) {
      all.put("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      all.keySet().removeIf(headers[i]::equalsIgnoreCase);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + "/api.xro/2.0/" + path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
    all.forEach(request::header);
    for (int i = 0; i < headers.length; i += 2) {
      if (headers[i + 1] != null) {
        request.header(headers[i], headers[i + 1]);
      }
    }
    return send(request);
  }

  /** A switch of the sandbox. */
  public Reply control(String method, String path, Object body) {
    return send(
        HttpRequest.newBuilder(URI.create(url + "/sandbox/" + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body))));
  }

  public void reset() {
    control("DELETE", "organisations", null);
  }

  public JsonNode firstOrganisation() {
    return control("GET", "organisations", null).at("/0");
  }

  public void arm(String fault) {
    control("POST", "faults", fault);
  }

  public void limitsOff() {
    control("PUT", "limits", "{}");
  }

  public void advance(String duration) {
    control("POST", "clock", Map.of("advance", duration));
  }

  public static String where(String condition) {
    return "where=" + URLEncoder.encode(condition, StandardCharsets.UTF_8);
  }

  private static String text(Object body) {
    try {
      return body instanceof String text ? text : JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Reply(answer.statusCode(), answer.body(), answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
