package io.ledgerway.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** The engine's REST API as a client sees it. Thread-safe. */
public final class EngineApi {

  private final RestClient http;

  public EngineApi(URI engine, String apiKey) {
    this.http =
        RestClient.builder()
            .baseUrl(engine + "/api/v1")
            .requestFactory(new JdkClientHttpRequestFactory())
            .defaultHeader("X-API-Key", apiKey)
            .build();
  }

  /** What a company chooses for a source. */
  public void choose(String company, String source, Map<String, ?> settings) {
    patch("/companies/" + company + "/sources/" + source + "/settings", settings);
  }

  /** The Xero record of one value of a source's table. */
  public void fill(String company, String source, String table, String value, String record) {
    put(
        "/companies/" + company + "/sources/" + source + "/tables/" + table + "/" + value,
        Map.of("record", record));
  }

  public JsonNode table(String company, String source, String table) {
    return get("/companies/" + company + "/sources/" + source + "/tables/" + table);
  }

  public JsonNode settings(String company, String source) {
    return get("/companies/" + company + "/sources/" + source + "/settings");
  }

  /** Creates or changes a company: name, syncAt, syncZone. */
  public void putCompany(String company, Map<String, ?> settings) {
    put("/companies/" + company, settings);
  }

  /** Connects the company to the organisation that a custom connection opens. */
  public void connect(String company, String clientId, String clientSecret) {
    put(
        "/companies/" + company + "/connection",
        Map.of("clientId", clientId, "clientSecret", clientSecret));
  }

  /** Asks for a read of the reference data; returns at once. */
  public void startImport(String company) {
    post("/companies/" + company + "/imports");
  }

  /** The same, also before the company is set up. */
  public void startSetUpRead(String company) {
    post("/companies/" + company + "/import-settings/refresh");
  }

  /** The same, but everything is read, not only what changed. */
  public void startFullImport(String company) {
    post("/companies/" + company + "/imports?full=true");
  }

  /** When the company's documents go out: mode, at, weekday, day, runsAs. */
  public void scheduleExports(String company, Map<String, ?> schedule) {
    put("/companies/" + company + "/export-schedule", schedule);
  }

  public void startExport(String company) {
    post("/companies/" + company + "/exports");
  }

  public JsonNode company(String company) {
    return get("/companies/" + company);
  }

  /** How many documents are in each state; states without a document are left out. */
  public Map<String, Long> summary(String company) {
    Map<String, Long> counts = new TreeMap<>();
    get("/companies/" + company + "/postings/summary")
        .fields()
        .forEachRemaining(
            field -> {
              if (field.getValue().asLong() > 0) {
                counts.put(field.getKey(), field.getValue().asLong());
              }
            });
    return counts;
  }

  /** All of a company's documents in one state, page by page. */
  public List<JsonNode> postings(String company, String state) {
    return pages("/companies/" + company + "/postings?limit=500&state=" + state);
  }

  public List<JsonNode> deadLetters() {
    return pages("/dead-letters?limit=500");
  }

  /** All items of a list, page by page. */
  public List<JsonNode> pages(String path) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      page.path("items").forEach(items::add);
      cursor = page.path("next").asText("");
    } while (!cursor.isEmpty() && !cursor.equals("null"));
    return items;
  }

  public JsonNode get(String path) {
    return http.get().uri(path).retrieve().body(JsonNode.class);
  }

  public void put(String path, Object body) {
    http.put()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .retrieve()
        .toBodilessEntity();
  }

  /** Of what was looked at, and is still so. */
  public void put(String path, Object body, String seen) {
    http.put()
        .uri(path)
        .header("If-Match", seen)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .retrieve()
        .toBodilessEntity();
  }

  public JsonNode putFor(String path, Object body) {
    return http.put()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .retrieve()
        .body(JsonNode.class);
  }

  public JsonNode patch(String path, Object body) {
    return http.patch()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .retrieve()
        .body(JsonNode.class);
  }

  public void delete(String path) {
    http.delete().uri(path).retrieve().toBodilessEntity();
  }

  public JsonNode postFor(String path) {
    return http.post().uri(path).retrieve().body(JsonNode.class);
  }

  public JsonNode post(String path, Object body) {
    return http.post()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .retrieve()
        .body(JsonNode.class);
  }

  public void post(String path) {
    http.post().uri(path).retrieve().toBodilessEntity();
  }
}
