package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.drawing.Picture;
import io.ledgerway.flow.Engine.Company;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoutesDrawnTest {

  private static final List<String> IN =
      List.of(
          "perk-expenses-in", "perk-expenses", "perk-expense", "check-turn", "prepare-document");
  private static final List<String> OUT =
      List.of("outcomes-of-company", "tell-outcomes", "one-outcome", "send-records");

  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
  }

  @Test
  void what_was_posted_is_counted_at_the_steps_that_it_went_through() throws Exception {
    long before = count("prepare-document", "checking:verify", "exchanges");
    Company company = engine.company();
    engine.send(company.expenses(91).cards(7, 1));
    engine.awaitSummary(company, Map.of("POSTED", 7L));

    assertThat(count("prepare-document", "checking:verify", "exchanges"))
        .isGreaterThanOrEqualTo(before + 7);
    JsonNode map = engine.api.get("/routes");
    assertThat(map.get("routes")).hasSizeGreaterThan(50);
    assertThat(map.get("links").toString())
        .contains(
            "{\"route\":\"export-turn\",\"step\":\"direct:export-batch\",\"to\":\"export-batch\",\"by\":\"direct\"}")
        .contains("\"by\":\"bell\"")
        .contains("\"by\":\"wireTap\"");
    JsonNode out = engine.api.get("/routes/perk-outcomes-out");
    assertThat(out.get("template").asText()).isEqualTo("outcomes-out");
    assertThat(out.get("configuration").asText()).isEqualTo("background");
    new Picture(svg("/routes.svg")).requireSound();
    for (JsonNode route : map.get("routes")) {
      new Picture(svg("/routes/" + route.get("id").asText() + ".svg")).requireSound();
    }
  }

  @Test
  void a_record_that_is_refused_is_a_failure_at_the_step_that_refused_it() throws Exception {
    long before = count("perk-expense", "intake:read-event", "failures");
    engine.expenses.send("nobody", "{\"id\": \"of-routes-drawn\"");
    engine.expenses.flush();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> count("perk-expense", "intake:read-event", "failures") > before);
    assertThat(step("perk-expense", "intake:read-event").at("/counts/lastFailure/code").asText())
        .matches("[A-Z_0-9]+");
    assertThat(new Picture(svg("/routes/perk-expense.svg")).requireSound().failures()).isNotEmpty();
  }

  @Test
  void a_document_went_through_exactly_the_routes_that_wrote_its_story() throws Exception {
    Company company = engine.company();
    ObjectNode good = PlainExpense.of(company, "way-posted");
    ObjectNode held = PlainExpense.of(company, "way-held");
    held.putObject("employee").put("email", "nobody@way.example");
    engine.expenses.send(company.id(), good.toString());
    engine.expenses.send(company.id(), held.toString());
    engine.expenses.flush();
    engine.awaitSummary(company, Map.of("POSTED", 1L, "HELD", 1L));

    List<String> posted = new ArrayList<>(IN);
    posted.add("export-batch");
    posted.addAll(OUT);
    assertWay(company, "POSTED", posted);
    List<String> stopped = new ArrayList<>(IN);
    stopped.addAll(OUT);
    assertWay(company, "HELD", stopped);
  }

  private static void assertWay(Company company, String state, List<String> routes)
      throws Exception {
    String path =
        "/companies/"
            + company.id()
            + "/postings/"
            + engine.api.postings(company.id(), state).get(0).get("id").asText()
            + "/way";
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(texts(engine.api.get(path).get("routes")))
                    .containsExactlyInAnyOrderElementsOf(routes));
    assertThat(engine.api.get(path).get("stops"))
        .allSatisfy(stop -> assertThat(stop.get("at").asText()).isNotBlank());
    Picture picture = new Picture(svg(path + ".svg")).requireSound();
    assertThat(picture.texts("text")).containsAll(routes);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static long count(String route, String step, String of) {
    return step(route, step).at("/counts/" + of).asLong();
  }

  private static JsonNode step(String route, String id) {
    JsonNode found = find(engine.api.get("/routes/" + route).get("steps"), id);
    assertThat(found).as(id).isNotNull();
    return found;
  }

  private static JsonNode find(JsonNode steps, String id) {
    for (JsonNode step : steps) {
      JsonNode found = step.get("id").asText().equals(id) ? step : find(step.get("steps"), id);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static String svg(String path) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(engine.uri() + "/api/v1" + path))
                    .header("X-API-Key", engine.around.settings().apiKey())
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
    return answer.body();
  }
}
