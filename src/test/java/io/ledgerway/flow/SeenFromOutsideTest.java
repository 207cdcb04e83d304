package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.demo.Sample;
import io.ledgerway.flow.Engine.Company;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What whoever runs the engine sees of it without asking its API. */
class SeenFromOutsideTest {

  private static final Path DASHBOARD = Path.of("observability/grafana/dashboards/ledgerway.json");
  private static final Path ALERTS = Path.of("observability/alerts.yml");

  /** Prometheus' own, of whether it could ask. */
  private static final Set<String> OF_PROMETHEUS = Set.of("up");

  private static Engine engine;
  private static Company company;
  private static List<Sample> wrong;

  @BeforeAll
  static void run() {
    engine = Engine.shared();
    company = engine.company();
    engine.switches().limits(company.tenant(), 0, 0, 5000);
    Company other = engine.company();
    wrong = other.expenses(81).wrong();
    engine.send(company.expenses(82).cards(30, 1));
    engine.send(wrong);
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> engine.api.summary(company.id()).getOrDefault("POSTED", 0L) >= 30);
  }

  @Test
  void each_metric_of_the_dashboard_and_of_the_alerts_is_there() throws IOException {
    Set<String> named = new TreeSet<>();
    expressions().forEach(expression -> named.addAll(names(expression)));
    assertThat(named).hasSizeGreaterThan(15);
    named.removeAll(OF_PROMETHEUS);

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(scraped()).containsAll(named));
  }

  @Test
  void what_is_held_is_counted_by_its_cause_and_what_was_posted_by_its_state() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(metrics())
                    .containsPattern(
                        "ledgerway_documents\\{cause=\"CONTACT_NOT_FOUND\",state=\"HELD\"} [1-9]")
                    .containsPattern(
                        "ledgerway_documents_changes_total\\{cause=\"\",state=\"POSTED\"} [3-9]\\d")
                    .containsPattern(
                        "ledgerway_batches_total\\{outcome=\"SETTLED\",resource=\"BankTransactions\"}"
                            + " [1-9]")
                    .containsPattern("ledgerway_dead_letters\\{waits=\"sender\"} [1-9]")
                    .containsPattern("ledgerway_connections\\{state=\"ACTIVE\"} [1-9]")
                    .containsPattern("ledgerway_imports\\{outcome=\"DONE\"} [1-9]")
                    .containsPattern(
                        "ledgerway_calls_day_used\\{company=\"" + company.id() + "\"} [1-9]")
                    .containsPattern(
                        "ledgerway_calls_day_left\\{company=\"" + company.id() + "\"} [1-9]")
                    .containsPattern(
                        "ledgerway_intake_lag_records\\{topic=\"perk.expenses\"} \\d"));
  }

  @Test
  void no_label_names_a_document_or_a_person() {
    List<String> ids =
        new ArrayList<>(wrong.stream().map(Sample::id).filter(Objects::nonNull).toList());
    engine.api.postings(company.id(), "POSTED").forEach(each -> ids.add(each.get("id").asText()));
    engine
        .api
        .postings(company.id(), "POSTED")
        .forEach(each -> ids.add(each.get("sourceId").asText()));

    String labels =
        metrics()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.replaceFirst(" [^ ]*$", ""))
            .collect(Collectors.joining("\n"));

    assertThat(labels)
        .doesNotContain("@")
        .doesNotContain(company.tenant())
        .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-")
        .doesNotContain(ids);
    assertThat(labels).doesNotContain("Acme Ltd", "Books of");
  }

  @Test
  void the_metrics_have_a_key_of_their_own_that_opens_nothing_else() {
    assertThat(status("/actuator/prometheus", Engine.METRICS_KEY)).isEqualTo(200);
    assertThat(status("/actuator/prometheus", engine.around.settings().apiKey())).isEqualTo(200);
    assertThat(status("/actuator/prometheus", "no-key")).isEqualTo(401);
    assertThat(status("/api/v1/companies", Engine.METRICS_KEY)).isEqualTo(403);
    assertThat(status("/actuator/metrics", Engine.METRICS_KEY)).isEqualTo(403);
    assertThat(body("/api/v1/companies", Engine.METRICS_KEY)).contains("\"code\":\"NOT_ALLOWED\"");
  }

  @Test
  void prometheus_reads_the_alerts_and_each_says_how_urgent_it_is() throws IOException {
    assertThat(Files.readString(Path.of("observability/prometheus.yml"))).contains("alerts.yml");
    for (Map<?, ?> rule : rules()) {
      assertThat(((Map<?, ?>) rule.get("labels")).get("severity")).isIn("page", "ticket");
      assertThat(((Map<?, ?>) rule.get("annotations")).get("summary").toString()).isNotBlank();
      assertThat(Files.readString(Path.of("docs/production.md")))
          .contains(rule.get("alert").toString());
    }
  }

  private static List<String> expressions() throws IOException {
    List<String> expressions =
        new ArrayList<>(rules().stream().map(rule -> rule.get("expr").toString()).toList());
    JsonNode dashboard = JsonMapper.builder().build().readTree(Files.readString(DASHBOARD));
    expressions.addAll(dashboard.findValuesAsText("expr"));
    return expressions;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<?, ?>> rules() throws IOException {
    Map<String, List<Map<?, ?>>> file = new Yaml().load(Files.readString(ALERTS));
    return file.get("groups").stream()
        .flatMap(group -> ((List<Map<?, ?>>) group.get("rules")).stream())
        .toList();
  }

  /** Without labels, what they are compared with, functions and what is grouped by. */
  private static Set<String> names(String expression) {
    String bare =
        expression
            .replaceAll("\\{[^}]*}", "")
            .replaceAll("\\[[^\\]]*]", "")
            .replaceAll("\\b(by|without|on) \\([^)]*\\)", "")
            .replaceAll("\\b[a-z_]+ ?\\(", "(")
            .replaceAll("\\b(and|or|unless|sum|max|min)\\b", "");
    return Pattern.compile("[a-z_][a-z0-9_]*")
        .matcher(bare)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> scraped() {
    return metrics()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.replaceFirst("[{ ].*", ""))
        .collect(Collectors.toSet());
  }

  private static String metrics() {
    return body("/actuator/prometheus", Engine.METRICS_KEY);
  }

  private static int status(String path, String key) {
    return ask(path, key).statusCode();
  }

  private static String body(String path, String key) {
    return ask(path, key).body();
  }

  private static java.net.http.HttpResponse<String> ask(String path, String key) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(engine.uri() + path))
                  .header("X-API-Key", key)
                  .build(),
              BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
