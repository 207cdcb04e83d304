package io.ledgerway.sandbox.expensify;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A bare client of the double of Expensify, and of its switches. */
public final class ExpensifyCalls {

  public static final String NZ = "3F1C9A77D2B40E55";
  public static final String UK = "7A20C6E9B1D4F388";
  public static final String EU = "C05D9E4412AB7F60";
  public static final String USER = "aa_acme_example";
  public static final String SECRET = "acme-secret";

  /** One line per report: what most tests want to know. */
  static final String IDS = "<#list reports as r>${r.reportID}\n</#list>";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** An answer. */
  public record Reply(int status, String body, HttpResponse<String> http) {

    public JsonNode at(String pointer) {
      try {
        return JSON.readTree(body).at(pointer);
      } catch (IOException e) {
        throw new UncheckedIOException(body, e);
      }
    }

    public String header(String name) {
      return http.headers().firstValue(name).orElse(null);
    }

    public int code() {
      return at("/responseCode").asInt();
    }

    public String message() {
      return at("/responseMessage").asText();
    }
  }

  private final String url;
  private final String user;
  private final String secret;

  public ExpensifyCalls(String url) {
    this(url, USER, SECRET);
  }

  private ExpensifyCalls(String url, String user, String secret) {
    this.url = url;
    this.user = user;
    this.secret = secret;
  }

  public String url() {
    return url;
  }

  /** The same double, asked with another credential. */
  public ExpensifyCalls as(String partnerUserID, String partnerUserSecret) {
    return new ExpensifyCalls(url, partnerUserID, partnerUserSecret);
  }

  /** A job with the credential added. */
  public Reply job(Map<String, ?> description, String template) {
    Map<String, Object> all = new LinkedHashMap<>(description);
    all.put("credentials", Map.of("partnerUserID", user, "partnerUserSecret", secret));
    String form = "requestJobDescription=" + encoded(text(all));
    return form(template == null ? form : form + "&template=" + encoded(template));
  }

  public Reply job(Map<String, ?> description) {
    return job(description, null);
  }

  /** A form as it is. */
  public Reply form(String body) {
    return send(
        HttpRequest.newBuilder(URI.create(url + "/Integration-Server/ExpensifyIntegrations"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(Duration.ofSeconds(30))
            .POST(BodyPublishers.ofString(body)));
  }

  /** The description of an export. */
  public static Map<String, Object> export(String states, Map<String, ?> filters) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("type", "combinedReportData");
    if (states != null) {
      input.put("reportState", states);
    }
    input.put("filters", filters);
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("type", "file");
    description.put("onReceive", Map.of("immediateResponse", List.of("returnRandomFileName")));
    description.put("inputSettings", input);
    description.put("outputSettings", Map.of("fileExtension", "json", "fileBasename", "lw_"));
    return description;
  }

  public Reply download(String fileName) {
    return job(Map.of("type", "download", "fileName", fileName, "fileSystem", "integrationServer"));
  }

  /** Orders a file and fetches it, which needs a double that renders at once. */
  public String read(String states, Map<String, ?> filters, String template) {
    return download(job(export(states, filters), template).body()).body();
  }

  /** The ids of reports that an export finds. */
  public List<String> find(String states, Map<String, ?> filters) {
    return read(states, filters, IDS).lines().toList();
  }

  public Reply get(Map<String, ?> input) {
    return job(Map.of("type", "get", "inputSettings", input));
  }

  /** A switch. */
  public Reply control(String method, String path, Object body) {
    return send(
        HttpRequest.newBuilder(URI.create(url + "/sandbox" + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body))));
  }

  public void reset() {
    control("DELETE", "", null);
  }

  public void behave(String name, Object value) {
    Reply reply = control("PATCH", "/behaviour", Map.of(name, value));
    if (reply.status() != 200) {
      throw new IllegalArgumentException(reply.body());
    }
  }

  /** Files are ready at once, and no limits are in the way. */
  public void plain() {
    behave("renderMillis", 0);
    control("PUT", "/limits", Map.of("in10s", 0, "in60s", 0));
  }

  public void arm(Map<String, ?> fault) {
    control("POST", "/faults", fault);
  }

  public void advance(String duration) {
    control("POST", "/clock", Map.of("advance", duration));
  }

  /** The start state's report of that name. */
  public JsonNode report(String name) {
    for (JsonNode one : control("GET", "/reports", null).at("")) {
      if (one.get("name").asText().equals(name)) {
        return one;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String text(Object body) {
    try {
      return body instanceof String text ? text : JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Reply send(HttpRequest.Builder request) {
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
