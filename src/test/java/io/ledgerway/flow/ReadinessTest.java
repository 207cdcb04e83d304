package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.LedgerwayApplication;
import io.ledgerway.local.EngineSettings;
import io.ledgerway.local.LocalKafka;
import io.ledgerway.local.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** An engine says that it is ready only while it can take work in and store it. */
@ExtendWith(OutputCaptureExtension.class)
class ReadinessTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void without_kafka_or_the_database_it_is_not_ready_and_says_which(CapturedOutput output) {
    LocalPostgres postgres = LocalPostgres.start();
    LocalKafka kafka = LocalKafka.start();
    EngineSettings settings =
        EngineSettings.of(
            postgres, postgres.newDatabase(), kafka, Engine.shared().around.sandbox());
    kafka.close();
    List<String> arguments = new ArrayList<>(settings.arguments());
    arguments.add("--server.port=0");
    arguments.add("--spring.datasource.hikari.connection-timeout=1000");
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(LedgerwayApplication.class)
            .run(arguments.toArray(String[]::new))) {
      URI readiness =
          URI.create(
              "http://localhost:"
                  + context.getEnvironment().getProperty("local.management.port")
                  + "/actuator/health/readiness");
      awaitNotReady(readiness, "perk-expenses-in", "perk-users-in");
      awaitAwayIsTold(output);

      try (LocalKafka there = LocalKafka.start(kafka.port())) {
        awaitStatus(readiness, 200);
        postgres.close();
        awaitStatus(readiness, 503);
        assertThat(components(readiness).at("/database/status").asText()).isEqualTo("DOWN");
        assertThat(components(readiness).at("/database/details/away").asText())
            .isEqualTo("database");
        assertThat(ask(readiness).body())
            .doesNotContainIgnoringCase("jdbc", "exception", "hikari", "localhost", "org.");
      }
      awaitNotReady(readiness, "perk-expenses-in", "perk-users-in");
    }
  }

  /** Once each, although Kafka's clients try several times a second. */
  private static void awaitAwayIsTold(CapturedOutput output) {
    Awaitility.await("the log to say so")
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(output.getAll().lines().filter(line -> line.contains("consumer_away")))
                    .hasSize(2)
                    .anySatisfy(line -> assertThat(line).contains("consumer=perk-expenses-in"))
                    .anySatisfy(line -> assertThat(line).contains("consumer=perk-users-in")));
    assertThat(LoggerFactory.getLogger("org.apache.kafka.clients.NetworkClient").isWarnEnabled())
        .isFalse();
  }

  private static void awaitNotReady(URI readiness, String... consumers) {
    Awaitility.await("the consumers to notice")
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(ask(readiness).statusCode())
                  .as(() -> ask(readiness).body())
                  .isEqualTo(503);
              assertThat(components(readiness).at("/consumers/details/away"))
                  .extracting(JsonNode::asText)
                  .containsExactly(consumers);
            });
  }

  private static JsonNode components(URI readiness) {
    try {
      return JSON.readTree(ask(readiness).body()).get("components");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitStatus(URI readiness, int status) {
    Awaitility.await("readiness " + status)
        .atMost(Duration.ofSeconds(30))
        .until(() -> ask(readiness).statusCode() == status);
  }

  private static HttpResponse<String> ask(URI uri) {
    try {
      return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
