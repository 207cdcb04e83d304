package io.ledgerway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sandbox's own OpenAPI page describes every switch, and what it shows works. */
@ExtendWith(SandboxExtension.class)
class SwitchesTest {

  private XeroCalls xero;
  private JsonNode paths;

  @BeforeEach
  void read(XeroCalls calls) {
    xero = calls;
    paths = xero.open("GET", "/sandbox/openapi", null).at("/paths");
  }

  @Test
  void every_switch_is_described_with_an_example_of_its_body_and_path() {
    List<String> silent = new ArrayList<>();
    each(
        (method, path, operation) -> {
          boolean body = operation.has("requestBody");
          boolean bare =
              !operation.hasNonNull("summary") || (body && example(operation).isMissingNode());
          for (JsonNode parameter : operation.path("parameters")) {
            bare |= parameter.get("in").asText().equals("path") && !parameter.hasNonNull("example");
          }
          if (bare) {
            silent.add(method + " " + path);
          }
        });
    assertThat(silent).isEmpty();
  }

  @Test
  void every_example_works_as_it_is_shown() {
    List<String> refused = new ArrayList<>();
    each(
        (method, path, operation) -> {
          xero.reset();
          prepare();
          String filled = path;
          for (JsonNode parameter : operation.path("parameters")) {
            String value =
                URLEncoder.encode(parameter.path("example").asText(), StandardCharsets.UTF_8);
            filled =
                filled.replace(
                    "{" + parameter.get("name").asText() + "}", value.replace("+", "%20"));
          }
          JsonNode example = example(operation);
          int status =
              xero.control(
                      method.toUpperCase(),
                      filled.substring("/sandbox/".length()),
                      example.isMissingNode()
                          ? null
                          : example.isTextual() ? example.asText() : example)
                  .status();
          if (status >= 300) {
            refused.add(status + " " + method + " " + filled);
          }
        });
    assertThat(refused).isEmpty();
  }

  /** What the examples name must be there. */
  private void prepare() {
    String tenant = xero.firstOrganisation().get("tenantId").asText();
    String books = "organisations/" + tenant;
    xero.get("Accounts");
    xero.arm("{\"kind\":\"slow\",\"endpoint\":\"Nothing\"}");
    xero.control("POST", "snapshots/before", null);
    xero.control(
        "POST",
        books + "/tax-rates",
        Map.of(
            "Name",
            "Before",
            "ReportTaxType",
            "INPUT",
            "TaxComponents",
            List.of(Map.of("Name", "A", "Rate", 5))));
    xero.control("PATCH", books + "/tracking-categories/Project", Map.of("Status", "ARCHIVED"));
  }

  private static JsonNode example(JsonNode operation) {
    return operation.at("/requestBody/content/application~1json/example");
  }

  private interface Visit {
    void operation(String method, String path, JsonNode operation);
  }

  private void each(Visit visit) {
    paths
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        one -> visit.operation(one.getKey(), path.getKey(), one.getValue())));
  }
}
