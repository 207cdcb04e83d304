package io.ledgerway.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** The sandbox's own switches. Thread-safe. */
public final class SandboxSwitches {

  private final RestClient http;

  SandboxSwitches(URI sandbox) {
    this.http =
        RestClient.builder()
            .baseUrl(sandbox + "/sandbox")
            .requestFactory(new JdkClientHttpRequestFactory())
            .build();
  }

  /** An organisation and the custom connection that opens it. */
  public record Organisation(String tenantId, String name, String clientId, String clientSecret) {}

  /**
   * A fault: of a kind, for the next n calls or with a probability (0 to 1), for one tenant, method
   * or endpoint or for all. Null means "not said".
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Fault(
      String kind,
      String tenantId,
      String endpoint,
      String method,
      Double probability,
      Integer next,
      Integer delayMillis,
      Long seed) {

    public static Fault of(String kind) {
      return new Fault(kind, null, null, null, null, null, null, null);
    }

    public Fault on(String method, String endpoint) {
      return new Fault(kind, tenantId, endpoint, method, probability, next, delayMillis, seed);
    }

    public Fault forTenant(String tenantId) {
      return new Fault(kind, tenantId, endpoint, method, probability, next, delayMillis, seed);
    }

    public Fault next(int calls) {
      return new Fault(kind, tenantId, endpoint, method, null, calls, delayMillis, seed);
    }

    public Fault withProbability(double probability, long seed) {
      return new Fault(kind, tenantId, endpoint, method, probability, null, delayMillis, seed);
    }

    public Fault delayed(Duration delay) {
      return new Fault(
          kind, tenantId, endpoint, method, probability, next, (int) delay.toMillis(), seed);
    }
  }

  public List<Organisation> organisations() {
    return List.of(http.get().uri("/organisations").retrieve().body(Organisation[].class));
  }

  /** Adds an organisation with the demo's chart of accounts and its own custom connection. */
  public Organisation addOrganisation(String name, String country) {
    return addOrganisation(name, country, 0);
  }

  /** The same with so many contacts besides. */
  public Organisation addOrganisation(String name, String country, int contacts) {
    return addOrganisation(name, country, contacts, 0);
  }

  /** And so many expense accounts. */
  public Organisation addOrganisation(String name, String country, int contacts, int accounts) {
    return http.post()
        .uri("/organisations")
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("name", name, "country", country, "contacts", contacts, "accounts", accounts))
        .retrieve()
        .body(Organisation.class);
  }

  /** Back to the start state: first organisation only, no documents, faults or calls. */
  public void reset() {
    http.delete().uri("/organisations").retrieve().toBodilessEntity();
  }

  /** Changes lock dates, {@code disconnected} and the like. */
  public void change(String tenantId, Map<String, ?> fields) {
    http.patch()
        .uri("/organisations/{tenant}", tenantId)
        .contentType(MediaType.APPLICATION_JSON)
        .body(fields)
        .retrieve()
        .toBodilessEntity();
  }

  /**
   * Adds a record as a person would in Xero: {@code contacts}, {@code accounts}, {@code tax-rates}.
   */
  public JsonNode add(String tenantId, String records, Map<String, ?> fields) {
    return http.post()
        .uri("/organisations/{tenant}/" + records, tenantId)
        .contentType(MediaType.APPLICATION_JSON)
        .body(fields)
        .retrieve()
        .body(JsonNode.class);
  }

  /** Changes what an app may: scopes, tier, {@code bulkConnections} and the like. */
  public void changeApp(String clientId, Map<String, ?> fields) {
    http.patch()
        .uri("/apps/{client}", clientId)
        .contentType(MediaType.APPLICATION_JSON)
        .body(fields)
        .retrieve()
        .toBodilessEntity();
  }

  /** Changes one record as a person would in Xero. */
  public void change(String tenantId, String records, String id, Map<String, ?> fields) {
    http.patch()
        .uri("/organisations/{tenant}/" + records + "/{id}", tenantId, id)
        .contentType(MediaType.APPLICATION_JSON)
        .body(fields)
        .retrieve()
        .toBodilessEntity();
  }

  /** Subscribes to a currency, as a person would in Xero. */
  public void subscribe(String tenantId, String currency) {
    http.post()
        .uri("/organisations/{tenant}/currencies/{code}", tenantId, currency)
        .retrieve()
        .toBodilessEntity();
  }

  /** Takes a currency away, as a person would in Xero. */
  public void unsubscribe(String tenantId, String currency) {
    http.delete()
        .uri("/organisations/{tenant}/currencies/{code}", tenantId, currency)
        .retrieve()
        .toBodilessEntity();
  }

  /** Changes a tax rate of a user's own, named by its TaxType. */
  public void changeTaxRate(String tenantId, Map<String, ?> fields) {
    http.patch()
        .uri("/organisations/{tenant}/tax-rates", tenantId)
        .contentType(MediaType.APPLICATION_JSON)
        .body(fields)
        .retrieve()
        .toBodilessEntity();
  }

  /** Limits of all organisations; 0 switches one off. */
  public void limits(int concurrent, int minute, int day) {
    put("/limits", Map.of("concurrent", concurrent, "minute", minute, "day", day));
  }

  /** Limits of one organisation; 0 switches one off. */
  public void limits(String tenantId, int concurrent, int minute, int day) {
    put(
        "/organisations/" + tenantId + "/limits",
        Map.of("concurrent", concurrent, "minute", minute, "day", day));
  }

  /** The next call of the tenant meets a used-up limit ({@code minute} or {@code day}). */
  public void exhaust(String tenantId, String limit, Duration retryAfter) {
    post(
        "/organisations/" + tenantId + "/limits/exhaust",
        Map.of("limit", limit, "retryAfterSeconds", retryAfter.toSeconds()));
  }

  public void advanceClock(Duration by) {
    post("/clock", Map.of("advance", by.toString()));
  }

  public void arm(Fault fault) {
    post("/faults", fault);
  }

  public void disarmAll() {
    http.delete().uri("/faults").retrieve().toBodilessEntity();
  }

  /** Counts by method, endpoint and status since the start. */
  public JsonNode callSummary() {
    return http.get().uri("/calls/summary").retrieve().body(JsonNode.class);
  }

  /**
   * The log of calls, narrowed by {@code tenantId}, {@code endpoint}, {@code method}, {@code
   * since}.
   */
  public JsonNode calls(Map<String, String> filter) {
    return get("/calls", filter);
  }

  /** Counts and sums per type of document. */
  public JsonNode documents(String tenantId) {
    return get("/documents", Map.of("tenantId", tenantId));
  }

  /** Every document of one type: id, reference, url, total, status. */
  public JsonNode documents(String type, String tenantId) {
    return get("/documents/" + type, Map.of("tenantId", tenantId));
  }

  private JsonNode get(String path, Map<String, String> query) {
    return http.get()
        .uri(
            uri -> {
              uri.path(path);
              new LinkedHashMap<>(query).forEach((name, value) -> uri.queryParam(name, value));
              return uri.build();
            })
        .retrieve()
        .body(JsonNode.class);
  }

  private void post(String path, Object body) {
    http.post()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .retrieve()
        .toBodilessEntity();
  }

  private void put(String path, Object body) {
    http.put()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .retrieve()
        .toBodilessEntity();
  }
}
