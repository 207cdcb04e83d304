package io.ledgerway.flow;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.flow.Engine.Company;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a request, the answer is problem details with a code. */
class ApiErrorsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static Engine engine;
  private static List<Operation> operations;
  private static JsonNode description;

  record Operation(String method, String path, boolean hasBody, JsonNode described) {

    @Override
    public String toString() {
      return method + " " + path;
    }

    /** With the example of each parameter. */
    String exampleOf(String company) {
      String filled = path.replace("{company}", company);
      StringBuilder query = new StringBuilder();
      for (JsonNode parameter : described.path("parameters")) {
        String name = parameter.get("name").asText();
        String example = parameter.path("example").asText();
        if (parameter.get("in").asText().equals("path")) {
          filled = filled.replace("{" + name + "}", example);
        } else if (!example.isEmpty()) {
          query.append(query.isEmpty() ? "?" : "&").append(name).append('=').append(example);
        }
      }
      return filled + query;
    }

    /** Whether its body may have any field. */
    boolean isOpen() {
      JsonNode schema =
          description.at(
              described
                  .at("/requestBody/content/application~1json/schema/$ref")
                  .asText("#")
                  .substring(1));
      return schema.path("additionalProperties").asBoolean();
    }

    /** With an id that nothing has. */
    String nowhere() {
      return path.replaceAll("\\{[^}]*}", "nowhere");
    }
  }

  @BeforeAll
  static void readTheDescription() throws Exception {
    engine = Engine.shared();
    description = JSON.readTree(send("GET", "/api/docs/openapi", true, null, null).body());
    operations = new ArrayList<>();
    description
        .get("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        operation ->
                            operations.add(
                                new Operation(
                                    operation.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    operation.getValue().has("requestBody"),
                                    operation.getValue()))));
    operations.removeIf(operation -> !operation.path().startsWith("/api/v1"));
  }

  @Test
  void every_operation_answers_wrong_input_with_problem_details_and_a_code() throws Exception {
    assertThat(operations).hasSizeGreaterThan(25);
    SoftAssertions all = new SoftAssertions();
    for (Operation each : operations) {
      String body = each.hasBody() ? "{}" : null;
      problem(all, 401, send(each.method, each.nowhere(), false, body, "application/json"), each);
      problem(
          all,
          400,
          send(each.method, each.nowhere() + "?nonsense=1", true, body, "application/json"),
          each);
      if (each.path.contains("{")) {
        String wrong = each.path.replaceAll("\\{[^}]*}", "%01");
        problem(all, 400, send(each.method, wrong, true, body, "application/json"), each);
        String tooLong = each.path.replaceAll("\\{[^}]*}", "x".repeat(1500));
        problem(all, 400, send(each.method, tooLong, true, body, "application/json"), each);
      }
      if (each.hasBody()) {
        for (String broken : List.of("{", "[]", "{\"nonsense\": 1}", "1", "\"\\u0000\"")) {
          if (broken.contains("nonsense") && each.isOpen()) {
            continue; // what it may hold is said by the source that is not there
          }
          problem(
              all, 400, send(each.method, each.nowhere(), true, broken, "application/json"), each);
        }
        problem(all, 415, send(each.method, each.nowhere(), true, "x", "text/plain"), each);
      }
      problem(all, 405, send(notAt(each.path), each.nowhere(), true, null, null), each);
    }
    problem(all, 404, send("GET", "/api/v1/nope", true, null, null), null);
    problem(all, 404, send("GET", "/api/nope", true, null, null), null);
    all.assertAll();
  }

  @Test
  void the_example_of_every_operation_gets_an_answer_that_is_declared() throws Exception {
    String company = engine.company().id();
    List<Operation> inOrder = new ArrayList<>(operations);
    // What takes away comes last, and the company behind all that is in it.
    inOrder.sort(comparing(each -> each.method.equals("DELETE") ? 1000 - each.path.length() : 0));
    SoftAssertions all = new SoftAssertions();
    int well = 0;
    for (Operation each : inOrder) {
      HttpResponse<String> answer =
          send(each.method, each.exampleOf(company), true, body(each), "application/json");
      String what = each + " → " + answer.statusCode() + " " + answer.body();
      all.assertThat(each.described.get("responses").has("" + answer.statusCode()))
          .as(what)
          .isTrue();
      all.assertThat(each.described.path("summary").asText()).as(what).isNotBlank();
      all.assertThat(each.described.path("operationId").asText())
          .as(what)
          .matches("[a-zA-Z]+-[a-zA-Z]+");
      well += answer.statusCode() < 300 ? 1 : 0;
    }
    all.assertAll();
    assertThat(well).as("and most go well").isGreaterThan(operations.size() * 3 / 5);
  }

  @Test
  void the_parts_stand_in_the_order_of_the_work_and_nothing_is_a_bare_object() {
    assertThat(description.get("tags").findValuesAsText("name"))
        .startsWith("Companies", "Connection", "Import settings")
        .doesNotHaveDuplicates();
    JsonNode posting = description.at("/components/schemas/Posting/properties");
    for (String each : List.of("event", "document")) {
      assertThat(posting.at("/" + each + "/type").asText()).isEqualTo("object");
      assertThat(posting.at("/" + each + "/description").asText()).isNotBlank();
      assertThat(posting.get(each).has("example")).isTrue();
    }
  }

  /** The example of the schema of a body. */
  private static String body(Operation operation) {
    if (!operation.hasBody) {
      return null;
    }
    String schema =
        operation.described.at("/requestBody/content/application~1json/schema/$ref").asText();
    JsonNode example = description.at(schema.substring(1)).path("example");
    assertThat(example.isObject()).as(operation + " has an example in " + schema).isTrue();
    return example.toString();
  }

  @Test
  void what_is_wrong_is_named() throws Exception {
    Company company = engine.company();
    String base = "/api/v1/companies/" + company.id();
    assertThat(text("PUT", base + "/users/u", "{\"email\": \"nobody\", \"active\": true}"))
        .contains("REQUEST_NOT_VALID", "\"field\":\"email\"");
    assertThat(
            text(
                "PUT",
                base + "/users/" + "u".repeat(101),
                "{\"email\": \"a@b.example\", \"active\": true}"))
        .contains("\"field\":\"id\"");
    assertThat(text("GET", base + "/postings?state=NOPE", null))
        .contains("\"field\":\"state\"", "HELD");
    assertThat(text("GET", base + "/postings?from=yesterday", null)).contains("\"field\":\"from\"");
    assertThat(text("GET", base + "/postings?limit=501", null)).contains("limit must be");
    assertThat(text("GET", base + "/reference-data/nope", null)).contains("NOT_FOUND", "tax-rate");
    String perk = base + "/sources/perk";
    assertThat(text("PUT", perk + "/tables/cards", "{\"c\": \"nope\", \"d\": \"no\"}"))
        .contains("CHOICES_REFUSED", "there is no bank account 'nope' in Xero", "'no'");
    String expense = company.books().expenseAccounts().get(0);
    assertThat(
            text(
                "PATCH",
                perk + "/settings",
                "{\"transferAccount\": \"" + expense + "\", \"mixedSigns\": \"x\", \"y\": 1}"))
        .contains("CHOICES_REFUSED", "not [BANK]")
        .contains("\"field\":\"mixedSigns\"", "\"field\":\"y\"");
    assertThat(text("GET", perk + "/tables/nope", null)).contains("NOT_FOUND");
    assertThat(text("GET", base + "/reference-data/user?match=NOPE", null))
        .contains("\"field\":\"match\"", "NOT_FOUND");
    assertThat(text("GET", "/api/v1/companies/nobody", null)).contains("COMPANY_UNKNOWN");
    assertThat(text("PUT", base, "{\"name\": \"a\\u0000b\"}")).contains("VALUE_NOT_VALID");
  }

  @Test
  void a_user_and_a_company_can_be_read_and_forgotten_and_evidence_cannot() throws Exception {
    Company company = engine.company();
    String base = "/api/v1/companies/" + company.id();
    assertThat(text("GET", base + "/users/first", null)).contains("\"active\":true");
    assertThat(send("DELETE", base + "/users/first", true, null, null).statusCode()).isEqualTo(204);
    assertThat(send("GET", base + "/users/first", true, null, null).statusCode()).isEqualTo(404);
    assertThat(send("DELETE", base + "/users/first", true, null, null).statusCode()).isEqualTo(404);

    assertThat(text("DELETE", base, null)).contains("COMPANY_CONNECTED");
    assertThat(send("DELETE", base + "/connection", true, null, null).statusCode()).isLessThan(300);
    assertThat(send("DELETE", base, true, null, null).statusCode()).isEqualTo(204);
    assertThat(send("GET", base, true, null, null).statusCode()).isEqualTo(404);

    Company busy = engine.company();
    engine.send(busy.expenses(1).cards(1, 1));
    engine.awaitSummary(busy, Map.of("POSTED", 1L));
    engine.api.delete("/companies/" + busy.id() + "/connection");
    assertThat(text("DELETE", "/api/v1/companies/" + busy.id(), null))
        .contains("COMPANY_HAS_DOCUMENTS");
  }

  @Test
  void two_people_who_change_one_draft_do_not_overwrite_each_other() throws Exception {
    Company company = engine.company();
    String path = "/api/v1/companies/" + company.id() + "/import-settings";
    String seen = send("GET", path, true, null, null).headers().firstValue("ETag").orElseThrow();
    assertThat(change(path, seen, "INPUT2").statusCode()).isEqualTo(200);
    HttpResponse<String> late = change(path, seen, "NONE");
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.body()).contains("DRAFT_CHANGED");
    String now = send("GET", path, true, null, null).headers().firstValue("ETag").orElseThrow();
    assertThat(change(path, now, "NONE").statusCode()).isEqualTo(200);
    assertThat(change(path, null, "NONE").statusCode()).isEqualTo(200);
  }

  /** A method that there is not at this path. */
  private static String notAt(String path) {
    return Stream.of("PUT", "DELETE", "PATCH", "POST")
        .filter(
            method ->
                operations.stream()
                    .noneMatch(each -> each.path.equals(path) && each.method.equals(method)))
        .findFirst()
        .orElseThrow();
  }

  private static HttpResponse<String> change(String path, String seen, String taxType)
      throws Exception {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .method(
                "PATCH",
                BodyPublishers.ofString("{\"taxRates\": {\"deselected\": [\"" + taxType + "\"]}}"));
    if (seen != null) {
      request.header("If-Match", seen);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static void problem(
      SoftAssertions all, int status, HttpResponse<String> answer, Operation operation)
      throws Exception {
    String what = answer.request().method() + " " + answer.request().uri() + " (" + operation + ")";
    what = what.substring(0, Math.min(what.length(), 200)) + " → " + answer.body();
    all.assertThat(answer.statusCode()).as(what).isEqualTo(status);
    all.assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .as(what)
        .startsWith("application/problem+json");
    JsonNode body = answer.body().startsWith("{") ? JSON.readTree(answer.body()) : JSON.nullNode();
    all.assertThat(body.path("code").asText()).as(what).matches("[A-Z_]+");
    all.assertThat(body.path("detail").asText()).as(what).isNotEmpty();
  }

  private static String text(String method, String path, String body) throws Exception {
    return send(method, path, true, body, "application/json").body();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(engine.uri() + path))
        .header("X-API-Key", engine.around.settings().apiKey());
  }

  private static HttpResponse<String> send(
      String method, String path, boolean withKey, String body, String contentType)
      throws Exception {
    HttpRequest.Builder request =
        withKey ? request(path) : HttpRequest.newBuilder(URI.create(engine.uri() + path));
    if (contentType != null && body != null) {
      request.header("Content-Type", contentType);
    }
    request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
