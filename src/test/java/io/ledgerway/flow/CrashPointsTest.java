package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.Sample;
import io.ledgerway.demo.SampleExpenses;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.Expenses;
import io.ledgerway.local.LocalKafka;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import io.ledgerway.local.Topic;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Kills the engine with SIGKILL exactly between two steps of a route: there a copy of the route
 * calls a server of this test, which never answers.
 */
class CrashPointsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "after the intent and before the call, xero/export.camel.yaml, posting:intend",
    "after the call and before the answer is stored, xero/export.camel.yaml, xero:${variable.resource}",
    "after the store and before the outcome is published, perk/tell-perk.camel.yaml, mapping:perk/outcome",
    "after the outcome is published and before that is written down, perk/tell-perk.camel.yaml, kafka:perk.expense-exports",
    "after the expenses are stored and before their offset is committed, perk/expenses-in.camel.yaml, intake:put-aside",
    "after the claim and before the intent, xero/export.camel.yaml, sql/posting/claim-batch.sql"
  })
  void killed_there_every_expense_still_stands_once_and_is_told(
      String when, String file, String step, @TempDir Path directory) throws Exception {
    Surroundings around = Engine.shared().around;
    Organisation organisation = around.sandbox().switches().addOrganisation("Crash " + when, "NZ");
    SandboxBooks books =
        SandboxBooks.read(
            around.sandbox().uri(), organisation.clientId(), organisation.clientSecret());
    CountDownLatch reached = new CountDownLatch(1);
    HttpServer gate = gate(reached);
    List<Sample> samples =
        new SampleExpenses(books, "crashing", LocalDate.now(Clock.systemUTC()), 5).cards(120, 1);
    try (LocalKafka kafka = LocalKafka.start()) {
      Surroundings own = around.with(kafka);
      Path routes = copyWithGate(directory, file, step, gate.getAddress().getPort());
      try (EngineProcess first = start(own, "LEDGERWAY_ROUTES_DIR", routes.toString());
          Expenses expenses = new Expenses(own.kafka())) {
        CompanySetUp.run(
            own.api(first),
            "crashing",
            organisation.clientId(),
            organisation.clientSecret(),
            books);
        samples.forEach(sample -> expenses.send(sample.key(), sample.value()));
        expenses.flush();
        assertThat(reached.await(30, TimeUnit.SECONDS)).as("the engine came to the step").isTrue();
        first.kill();
      }

      try (EngineProcess second = start(own, "LEDGERWAY_ROUTES_DIR", "routes")) {
        EngineApi api = own.api(second);
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(200))
            .until(() -> api.summary("crashing").equals(Map.of("POSTED", 120L)));
        assertThat(
                around.sandbox().switches().documents("BankTransactions", organisation.tenantId()))
            .hasSize(120);
        Awaitility.await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () ->
                    Topic.readAll(own.kafka(), "perk.expense-exports").stream()
                            .filter(record -> record.value().contains("\"POSTED\""))
                            .map(
                                record ->
                                    record.value().replaceAll(".*\"id\":\"(exp-\\d+)\".*", "$1"))
                            .distinct()
                            .count()
                        == 120);
      }
    } finally {
      gate.stop(0);
    }
  }

  private static EngineProcess start(Surroundings around, String variable, String value) {
    return around
        .engine("engine-crash-point")
        .jvm("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .environment("LEDGERWAY_INSTANCE_VALIDITY", "3s")
        .environment("LEDGERWAY_INSTANCE_BEAT", "1000")
        .environment(variable, value)
        .start();
  }

  /** Answers nobody, and tells when somebody asks. */
  private static HttpServer gate(CountDownLatch reached) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          reached.countDown();
          try {
            new CountDownLatch(1).await(5, TimeUnit.MINUTES);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
    return server;
  }

  /**
   * The project's routes, with a call of the gate after the first step that names the given thing.
   */
  private static Path copyWithGate(Path directory, String file, String step, int port)
      throws IOException {
    Path copy = directory.resolve("routes");
    try (Stream<Path> all = Files.walk(Path.of("routes"))) {
      for (Path source : all.toList()) {
        Path target = copy.resolve(Path.of("routes").relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target);
        }
      }
    }
    Path route = copy.resolve(file);
    List<String> lines = new java.util.ArrayList<>(Files.readAllLines(route));
    int at = 0;
    while (!lines.get(at).contains(step)) {
      at++;
    }
    int begin = at;
    while (!lines.get(begin).strip().startsWith("- ")) {
      begin--;
    }
    String indent = lines.get(begin).substring(0, lines.get(begin).indexOf('-'));
    int end = at + 1;
    while (end < lines.size() && lines.get(end).startsWith(indent + " ")) {
      end++;
    }
    lines.add(end, indent + "- setVariable: { name: gate, constant: { expression: reached } }");
    lines.add(
        end + 1,
        indent
            + "- to: { uri: \"http://localhost:"
            + port
            + "/gate\", variableSend: gate, variableReceive: gate }");
    Files.write(route, lines);
    return copy;
  }
}
