package io.ledgerway.demo;

import io.ledgerway.LedgerwayApplication;
import io.ledgerway.demo.DemoApplication.DemoPorts;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.EngineSettings;
import io.ledgerway.local.Expenses;
import io.ledgerway.local.ExpensifyProcess;
import io.ledgerway.local.LocalKafka;
import io.ledgerway.local.LocalPostgres;
import io.ledgerway.local.SandboxProcess;
import io.ledgerway.local.SandboxSwitches.Organisation;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.boot.SpringApplication;

/** Starts all parts, sets up one company, sends it expenses, and says what became of them. */
final class Demo {

  private static final String COMPANY = "acme";
  private static final String CLIENT = "sandbox";

  /** A company whose expense reports are polled, with an organisation of its own. */
  private static final String REPORTS = "acme-reports";

  /** An organisation that no company holds yet, so that a consent can be walked. */
  private static final String FREE = "Second Company (NZ)";

  private static final int GOOD = 190;
  private static final Set<String> ON_THE_WAY = Set.of("RECEIVED", "READY", "SENDING", "UNCERTAIN");

  private final DemoPorts ports;

  Demo(DemoPorts ports) {
    this.ports = ports;
  }

  void run() {
    say("Starting PostgreSQL, Kafka, the sandbox Xero and the double of Expensify …");
    var expensifyStarting =
        CompletableFuture.supplyAsync(() -> ExpensifyProcess.start(ports.expensify()));
    var sandboxStarting =
        CompletableFuture.supplyAsync(() -> SandboxProcess.start(ports.sandbox()));
    var kafkaStarting = CompletableFuture.supplyAsync(() -> LocalKafka.start(ports.kafka()));
    LocalPostgres postgres = LocalPostgres.start(ports.postgres());
    LocalKafka kafka = kafkaStarting.join();
    SandboxProcess sandbox = sandboxStarting.join();

    say("Starting the engine …");
    EngineSettings settings =
        EngineSettings.of(postgres, postgres.url(), kafka, sandbox)
            .with(System.getenv("LEDGERWAY_API_KEY"), System.getenv("LEDGERWAY_ADMIN_PASSWORD"));
    List<String> arguments = new ArrayList<>(settings.arguments());
    arguments.add("--server.port=" + ports.engine());
    arguments.add("--EXPENSIFY_URL=" + expensifyStarting.join().uri());
    arguments.add("--xero.client-id=" + CLIENT);
    arguments.add("--xero.client-secret=" + CLIENT);
    SpringApplication.from(LedgerwayApplication::main).run(arguments.toArray(String[]::new));
    EngineApi engine =
        new EngineApi(URI.create("http://localhost:" + ports.engine()), settings.apiKey());

    say("Setting up company " + COMPANY + " …");
    SandboxBooks books = SandboxBooks.read(sandbox.uri(), CLIENT, CLIENT);
    sandbox.switches().addOrganisation(FREE, "NZ");
    CompanySetUp.run(engine, COMPANY, CLIENT, CLIENT, books);

    say("Setting up company " + REPORTS + " …");
    Organisation reports = sandbox.switches().addOrganisation("Reports Company (NZ)", "NZ");
    ExpensifySetUp.run(
        engine,
        REPORTS,
        reports,
        SandboxBooks.read(sandbox.uri(), reports.clientId(), reports.clientSecret()));

    List<Sample> samples = samples(books);
    say("Sending " + samples.size() + " expenses …");
    try (Expenses expenses = new Expenses(kafka)) {
      samples.forEach(sample -> expenses.send(sample.key(), sample.value()));
    }
    awaitQuiet(engine, samples);
    say(new DemoReport(ports, settings, engine, sandbox, COMPANY, REPORTS).text(samples.size()));
  }

  private static List<Sample> samples(SandboxBooks books) {
    SampleExpenses maker =
        new SampleExpenses(books, COMPANY, LocalDate.now(Clock.systemUTC()), 2026);
    List<Sample> samples = new ArrayList<>(maker.good(GOOD));
    samples.addAll(maker.wrong());
    return samples;
  }

  /**
   * Until each document has come to rest; when that takes too long, the table says how far it got.
   */
  private static void awaitQuiet(EngineApi engine, List<Sample> samples) {
    long documents =
        samples.stream()
            .filter(s -> s.fate() == Sample.Fate.POSTED || s.fate() == Sample.Fate.HELD)
            .count();
    try {
      Awaitility.await()
          .pollInterval(Duration.ofMillis(200))
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                Map<String, Long> summary = engine.summary(COMPANY);
                return summary.values().stream().mapToLong(Long::longValue).sum() >= documents
                    && isQuiet(summary);
              });
      ExpensifySetUp.awaitFirstReading(engine, REPORTS);
    } catch (ConditionTimeoutException e) {
      say("Not everything has come to rest yet.");
    }
  }

  /** Nothing is on its way. */
  static boolean isQuiet(Map<String, Long> summary) {
    return summary.keySet().stream().noneMatch(ON_THE_WAY::contains);
  }

  private static void say(String text) {
    System.out.println(text);
  }
}
