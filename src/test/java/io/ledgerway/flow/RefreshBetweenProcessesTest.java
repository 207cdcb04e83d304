package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.SandboxProcess;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two engine processes on one database, with the routes of connections alone, need a new token at
 * the same moment, round after round, while some of Xero's answers are lost. Afterwards nothing
 * that was issued is found in clear anywhere.
 */
class RefreshBetweenProcessesTest {

  private static final String COMPANY = "raced";
  private static final Duration BEYOND_A_TOKENS_LIFE = Duration.ofMinutes(31);

  @TempDir Path routes;

  @BeforeEach
  void take_the_routes_of_connections_alone() throws IOException {
    for (String file : List.of("shared/error-handling", "xero/connections")) {
      Path copy = routes.resolve(file + ".camel.yaml");
      Files.createDirectories(copy.getParent());
      Files.copy(Path.of("routes", file + ".camel.yaml"), copy);
    }
  }

  @Test
  void twenty_raced_refreshes_with_lost_answers_leave_the_connection_alive_and_no_trace()
      throws Exception {
    race(20);
  }

  @Test
  @Tag("soak")
  void a_hundred_raced_refreshes_with_lost_answers_leave_the_connection_alive_and_no_trace()
      throws Exception {
    race(Integer.getInteger("refresh.rounds", 100));
  }

  private void race(int rounds) throws Exception {
    Surroundings shared = Engine.shared().around;
    ExecutorService threads = Executors.newFixedThreadPool(2);
    // A sandbox of its own: its clock is moved by days.
    try (SandboxProcess sandbox = SandboxProcess.start();
        TokenRelay relay = new TokenRelay(sandbox.uri())) {
      Surroundings around = shared.with(sandbox);
      var secondStarting = threads.submit(() -> start(around, relay, "two"));
      try (EngineProcess one = start(around, relay, "one");
          EngineProcess two = secondStarting.get()) {
        List<Consenting> people =
            List.of(
                new Consenting(one.uri(), around.settings().apiKey()),
                new Consenting(two.uri(), around.settings().apiKey()));
        sandbox.switches().limits(0, 0, 0);
        connect(around, one, people.get(0));

        for (int round = 1; round <= rounds; round++) {
          sandbox.switches().advanceClock(BEYOND_A_TOKENS_LIFE);
          var first = threads.submit(() -> test(people.get(0)));
          boolean second = test(people.get(1));
          boolean both = first.get() && second;
          if (!both) {
            awaitBoth(people, round);
          }
        }

        assertThat(relay.refreshes() - relay.lost())
            .as("refreshes, but for the %d lost ones", relay.lost())
            .isEqualTo(rounds);
        assertThat(relay.lost()).isGreaterThan(rounds / 10);
        assertThat(relay.refused()).isEmpty();
        for (Consenting person : people) {
          JsonNode company = Consenting.json(person.call("GET", "/companies/" + COMPANY, ""));
          assertThat(company.at("/connection/state").asText()).isEqualTo("ACTIVE");
        }
        assertNoTrace(relay, around, people, List.of(one, two));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private EngineProcess start(Surroundings around, TokenRelay relay, String name) {
    return around
        .engine("engine-refresh-" + name)
        .jvm("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .environment("XERO_IDENTITY_URL", relay.uri().toString())
        .environment("LEDGERWAY_ROUTES_DIR", routes.toString())
        .environment("XERO_CLIENT_ID", "sandbox")
        .environment("XERO_CLIENT_SECRET", "sandbox")
        .environment("LEDGERWAY_CONNECTIONS_CALLBACK", Consenting.CALLBACK)
        .environment("LOGGING_LEVEL_IO_LEDGERWAY", "DEBUG")
        .start();
  }

  private static void connect(Surroundings around, EngineProcess engine, Consenting person) {
    around.api(engine).putCompany(COMPANY, Map.of("name", "Raced Ltd"));
    Organisation books = around.sandbox().switches().addOrganisation("Raced", "NZ");
    assertThat(person.connect(COMPANY, books.tenantId()).statusCode()).isEqualTo(200);
  }

  /** Whether the engine came through to the organisation. */
  private static boolean test(Consenting person) {
    HttpResponse<String> answer =
        person.call("POST", "/companies/" + COMPANY + "/connection/test", "");
    return Consenting.json(answer).findValuesAsText("ok").stream().allMatch("true"::equals);
  }

  private static void awaitBoth(List<Consenting> people, int round) {
    Awaitility.await("both in round " + round)
        .atMost(Duration.ofSeconds(20))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> people.stream().allMatch(RefreshBetweenProcessesTest::test));
  }

  private static void assertNoTrace(
      TokenRelay relay, Surroundings around, List<Consenting> people, List<EngineProcess> engines)
      throws Exception {
    List<String> places = new ArrayList<>();
    for (EngineProcess engine : engines) {
      places.add(Files.readString(engine.log()));
    }
    people.forEach(person -> places.add(String.join("\n", person.answers)));
    String database = everyRow(around);
    assertThat(database).contains("xero_token_set", COMPANY, "Raced Ltd");
    places.add(database);
    assertThat(relay.issued()).hasSizeGreaterThan(2 * relay.refreshes());
    for (String place : places) {
      assertThat(place).isNotBlank();
      for (String token : relay.issued()) {
        assertThat(place.contains(token) || place.contains(hex(token)))
            .as("a token in clear among %s…", place.substring(0, Math.min(60, place.length())))
            .isFalse();
      }
    }
  }

  /** Every column of every table as text, bytes in hex. */
  private static String everyRow(Surroundings around) {
    JdbcClient jdbc = JdbcClient.create(around.postgres().dataSource(around.settings().database()));
    StringBuilder dump = new StringBuilder();
    for (String table :
        jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
            .query(String.class)
            .list()) {
      dump.append(table).append('\n');
      jdbc.sql("select t::text from \"" + table + "\" t")
          .query(String.class)
          .list()
          .forEach(row -> dump.append(row).append('\n'));
    }
    return dump.toString();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
