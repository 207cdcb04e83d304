package io.ledgerway.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A source whose documents depend on one another and change after posting: clients, invoices to
 * them, receipts for these, purchase orders, purchases. Its files are in {@code
 * src/test/resources/trade}.
 *
 * @param company whose documents these are
 */
public record Trade(String company) {

  public static final String TOPIC = "trade.documents";
  public static final String OUTCOMES = "trade.outcomes";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Puts its routes and mappings beside those that are there. */
  public static void copyTo(Path folder) throws IOException {
    copy(Path.of("src", "test", "resources", "trade"), folder);
  }

  public static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  /** Chooses the accounts of the sandbox's chart. */
  public void choose(EngineApi api) {
    api.choose(
        company,
        "trade",
        Map.of(
            "bank", account(api, "090"),
            "sales", account(api, "200"),
            "costs", account(api, "400")));
  }

  private String account(EngineApi api, String code) {
    for (JsonNode account :
        api.get("/companies/" + company + "/reference-data/account?active=true&limit=200")
            .get("items")) {
      if (account.path("code").asText().equals(code)) {
        return account.get("id").asText();
      }
    }
    throw new AssertionError("no account " + code);
  }

  public String client(String id, int version, String name) {
    return event(id, version, "client", Map.of("name", name, "email", id + "@clients.example"));
  }

  public String invoice(String id, int version, String client, String amount, String status) {
    return event(
        id,
        version,
        "invoice",
        Map.of(
            "client",
            client,
            "number",
            "INV-" + id,
            "status",
            status,
            "amount",
            new BigDecimal(amount)));
  }

  public String receipt(String id, int version, String invoice, String amount) {
    return event(
        id, version, "receipt", Map.of("invoice", invoice, "amount", new BigDecimal(amount)));
  }

  public String order(String id, int version, String client, String amount) {
    return event(
        id,
        version,
        "order",
        Map.of("client", client, "number", "PO-" + id, "amount", new BigDecimal(amount)));
  }

  public String purchase(String id, int version, String client, String amount) {
    return event(
        id, version, "purchase", Map.of("client", client, "amount", new BigDecimal(amount)));
  }

  private String event(String id, int version, String kind, Map<String, Object> particulars) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("id", id);
    event.put("version", version);
    event.put("company", company);
    event.put("kind", kind);
    event.put("date", LocalDate.now(Clock.systemUTC()).toString());
    event.put("currency", "NZD");
    event.putAll(particulars);
    try {
      return JSON.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
