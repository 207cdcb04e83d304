package io.ledgerway.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.ledgerway.LedgerwayApplication;
import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.Sample;
import io.ledgerway.demo.SampleExpenses;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.edition.EditionInForce;
import io.ledgerway.instance.DatabaseClock;
import io.ledgerway.local.DatabaseTime;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.Expenses;
import io.ledgerway.local.FileServer;
import io.ledgerway.local.Ports;
import io.ledgerway.local.SandboxSwitches;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import io.ledgerway.local.WallClock;
import io.ledgerway.local.Webhook;
import io.ledgerway.reload.Refused;
import io.ledgerway.reload.Reload;
import io.ledgerway.sandbox.expensify.ExpensifyExtension;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One engine for all tests of this package, among real parts. Each test works with companies and
 * organisations of its own.
 */
final class Engine {

  static final String METRICS_KEY = "a-key-that-reads-metrics-and-nothing-else";
  static final String NOTICES = "ledgerway.notices";

  private static final AtomicInteger COMPANIES = new AtomicInteger();
  private static Engine shared;

  final Surroundings around = Surroundings.start();
  final OffsetClock clock = new OffsetClock();
  final EditedFiles edited = new EditedFiles();
  final FileServer files = FileServer.start();
  final Webhook hooks = Webhook.start();
  final GreenMail mail = new GreenMail(new ServerSetup(Ports.free(), "127.0.0.1", "smtp"));
  private final DatabaseTime time;
  final ConfigurableApplicationContext context;
  final EngineApi api;
  private final URI uri;
  final Expenses expenses;

  private Engine() {
    time =
        new DatabaseTime(
            JdbcClient.create(around.postgres().dataSource(around.settings().database())));
    List<String> arguments = new ArrayList<>(around.settings().arguments());
    arguments.add("--server.port=0");
    arguments.add("--ledgerway.routes-dir=" + edited.routes());
    arguments.add("--ledgerway.mappings-dir=" + edited.mappings());
    arguments.add("--EXPENSIFY_URL=" + ExpensifyExtension.url());
    arguments.add("--ledgerway.import.look-again=5s");
    arguments.add("--ledgerway.settle.first-retry=300ms");
    arguments.add("--ledgerway.settle.after-error=1s");
    arguments.add("--ledgerway.settle.absent-after=3s");
    arguments.add("--ledgerway.gauges.every=1s");
    arguments.add("--ledgerway.metrics-key=" + METRICS_KEY);
    arguments.add("--ledgerway.settle.needs-somebody-after=3");
    arguments.add("--ledgerway.connections.retry=2000");
    arguments.add("--ledgerway.connections.callback=" + Consenting.CALLBACK);
    arguments.addAll(files.engineArguments("perk"));
    arguments.add("--ledgerway.receipts.first-retry=1s");
    noticing().forEach((name, value) -> arguments.add("--" + name + "=" + value));
    arguments.add("--ledgerway.fetch.time=5s");
    arguments.add("--xero.client-id=sandbox");
    arguments.add("--xero.client-secret=sandbox");
    mail.start();
    context =
        new SpringApplicationBuilder(LedgerwayApplication.class)
            .initializers(WallClock.is(clock))
            .run(arguments.toArray(String[]::new));
    String port = context.getEnvironment().getProperty("local.server.port");
    uri = URI.create("http://localhost:" + port);
    api = new EngineApi(uri, around.settings().apiKey());
    expenses = new Expenses(around.kafka());
    switches().limits(0, 0, 0);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  context.close();
                  hooks.close();
                  mail.stop();
                  around.close();
                }));
  }

  /** What an engine is told of notices, which come soon here. */
  Map<String, String> noticing() {
    return Map.of(
        "ledgerway.notices.gather", "4s",
        "ledgerway.notices.first-retry", "300ms",
        "ledgerway.notices.plain-http", "true",
        "ledgerway.notices.topic", NOTICES,
        "ledgerway.notices.mail-from", "ledgerway@engine.example",
        "spring.mail.host", "127.0.0.1",
        "spring.mail.port", String.valueOf(mail.getSmtp().getServerSetup().getPort()));
  }

  /** Replaces a part of a mapping as it came, and waits until that is in force. */
  void editMapping(String name, String part, String by) {
    edited.edit("mappings/" + name + ".jsonata", part, by);
    awaitEdited();
  }

  void mendMapping(String name) {
    edited.mend("mappings/" + name + ".jsonata");
    awaitEdited();
  }

  void awaitEdited() {
    EditionInForce inForce = context.getBean(EditionInForce.class);
    Reload reload = context.getBean(Reload.class);
    Awaitility.await("the files to be in force")
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .failFast(() -> reload.refused().filter(this::isLatest).ifPresent(Engine::fail))
        .until(() -> inForce.current().stamps().equals(edited.stamps()));
    reload.look(); // once the routes are replaced, too
  }

  private boolean isLatest(Refused refused) {
    return refused.stamps().equals(edited.stamps());
  }

  private static void fail(Refused refused) {
    throw new AssertionError("refused: " + refused.mistakes());
  }

  static synchronized Engine shared() {
    if (shared == null) {
      shared = new Engine();
    }
    return shared;
  }

  /** Puts the time forward: the database's, and that of the machine. */
  void advance(Duration by) {
    time.advance(by);
    clock.advance(by);
    context.getBean(DatabaseClock.class).read();
  }

  URI uri() {
    return uri;
  }

  SandboxSwitches switches() {
    return around.sandbox().switches();
  }

  /** A company, set up and connected to a new organisation. */
  Company company() {
    return company("company-" + COMPANIES.incrementAndGet());
  }

  Company company(String id) {
    Organisation organisation = switches().addOrganisation("Books of " + id, "NZ");
    SandboxBooks books =
        SandboxBooks.read(
            around.sandbox().uri(), organisation.clientId(), organisation.clientSecret());
    CompanySetUp.run(api, id, organisation.clientId(), organisation.clientSecret(), books);
    return new Company(id, organisation, books);
  }

  void send(List<Sample> samples) {
    samples.forEach(sample -> expenses.send(sample.key(), sample.value()));
    expenses.flush();
  }

  /** Reads the company's reference data again. */
  void readAgain(Company company) {
    readAgain(company, () -> api.startImport(company.id()));
  }

  /** Reads all of it, also what did not change. */
  void readAllAgain(Company company) {
    readAgain(company, () -> api.startFullImport(company.id()));
  }

  private void readAgain(Company company, Runnable start) {
    String before = api.company(company.id()).at("/lastImport/startedAt").asText();
    start.run();
    Awaitility.await("the import of " + company.id())
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              JsonNode last = api.company(company.id()).get("lastImport");
              return last.get("state").asText().equals("DONE")
                  && !last.get("startedAt").asText().equals(before);
            });
  }

  void awaitSummary(Company company, Map<String, Long> expected) {
    Awaitility.await(company.id() + " to stand at " + expected)
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(
            () ->
                org.assertj.core.api.Assertions.assertThat(api.summary(company.id()))
                    .isEqualTo(expected));
  }

  /** A company of a test. */
  record Company(String id, Organisation organisation, SandboxBooks books) {

    SampleExpenses expenses(long seed) {
      return new SampleExpenses(books, id, LocalDate.now(Clock.systemUTC()), seed);
    }

    String tenant() {
      return organisation.tenantId();
    }
  }
}
